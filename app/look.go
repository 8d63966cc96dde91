package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/app/page"
	"kring/assets"
	"kring/i18n"
)

func icon() fyne.Resource { return fyne.NewStaticResource("kring.svg", assets.Icon) }

func logo() fyne.CanvasObject {
	img := canvas.NewImageFromResource(icon())
	img.SetMinSize(fyne.NewSize(32, 32))
	img.FillMode = canvas.ImageFillContain
	return img
}

func heading(text string) fyne.CanvasObject {
	l := widget.NewLabel(text)
	l.TextStyle.Bold = true
	l.SizeName = theme.SizeNameSubHeadingText
	return l
}

func searchIcon() fyne.Resource { return theme.SearchIcon() }

func navIcon(n page.Name) fyne.Resource {
	switch n {
	case page.Today:
		return theme.HomeIcon()
	case page.Courses:
		return theme.ListIcon()
	case page.People:
		return theme.AccountIcon()
	case page.Toolkits:
		return theme.DocumentIcon()
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
