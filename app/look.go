package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kring/app/page"
	kwidget "kring/app/widget"
	"kring/assets"
	"kring/i18n"
)

func icon() fyne.Resource { return fyne.NewStaticResource("kring.svg", assets.Icon) }

func windowIcon() fyne.Resource { return fyne.NewStaticResource("window.png", assets.WindowIcon) }

func logo() fyne.CanvasObject {
	img := canvas.NewImageFromResource(icon())
	img.SetMinSize(fyne.NewSize(32, 32))
	img.FillMode = canvas.ImageFillContain
	return img
}

func heading(text string) fyne.CanvasObject {
	l := kwidget.NewBidiLabel(text)
	l.Bold, l.Line, l.SizeName = true, kwidget.Whole, theme.SizeNameSubHeadingText
	return container.NewVBox(layout.NewSpacer(), l, layout.NewSpacer())
}

func searchIcon() fyne.Resource { return theme.SearchIcon() }

func navIcon(n page.Name) fyne.Resource {
	switch n {
	case page.Today:
		return theme.HomeIcon()
	case page.Courses:
		return theme.ListIcon()
	case page.Cafes:
		return theme.MediaMusicIcon()
	case page.People:
		return theme.AccountIcon()
	case page.Toolkits:
		return theme.DocumentIcon()
	case page.Workbook:
		return theme.DocumentCreateIcon()
	}
	return theme.SettingsIcon()
}

// setFyneLanguage makes Fyne's own dialogs speak the app's language: its bundle
// goes by the system's language, so the words it shows are given for that one.
func setFyneLanguage(loc *i18n.Localizer) {
	words := map[string]any{}
	for english, id := range fyneWords {
		words[english] = loc.T(id)
	}
	if err := lang.AddTranslationsForLocale(marshal(words), lang.SystemLocale()); err != nil {
		fyne.LogError("translating Fyne's dialogs", err)
	}
}

// middleColumn gives one object a width in the middle, a little above halfway.
type middleColumn float32

// Layout implements fyne.Layout.
func (w middleColumn) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	width := min(float32(w), s.Width-24)
	height := objects[0].MinSize().Height
	objects[0].Resize(fyne.NewSize(width, height))
	objects[0].Move(fyne.NewPos((s.Width-width)/2, max((s.Height-height)/3, 16)))
}

// MinSize implements fyne.Layout.
func (w middleColumn) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().Add(fyne.NewSize(24, 32))
}
