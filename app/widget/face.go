package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// face is an icon before a word: what a button or a box to tick shows.
type face struct {
	icon  *canvas.Image
	label *BidiLabel
}

func newFace() *face {
	f := &face{canvas.NewImageFromResource(nil), NewBidiLabel("")}
	f.icon.FillMode = canvas.ImageFillContain
	f.label.Line, f.label.Bold, f.label.ByWindow = Whole, true, true
	return f
}

// show changes what is shown; either may be empty.
func (f *face) show(text string, icon fyne.Resource, ink fyne.ThemeColorName) {
	f.label.Hidden = text == ""
	f.label.say(text, f.label.Bold, ink)
	f.icon.Hidden = icon == nil
	if icon != nil {
		f.icon.Resource = theme.NewColoredResource(icon, ink)
	}
	f.icon.Refresh()
}

// parts are the sizes of both and the gap between them.
func (f *face) parts(of fyne.Widget) (icon, label fyne.Size, gap float32) {
	th := theme.CurrentForWidget(of)
	if !f.icon.Hidden {
		icon = fyne.NewSquareSize(th.Size(theme.SizeNameInlineIcon))
	}
	if !f.label.Hidden {
		label = f.label.MinSize()
	}
	if !f.icon.Hidden && !f.label.Hidden {
		gap = th.Size(theme.SizeNamePadding)
	}
	return icon, label, gap
}

func (f *face) minSize(of fyne.Widget) fyne.Size {
	icon, label, gap := f.parts(of)
	return fyne.NewSize(icon.Width+gap+label.Width, max(icon.Height, label.Height))
}

// layout puts both halfway the height, from x on as seen from where reading begins.
func (f *face) layout(of fyne.Widget, x float32, size fyne.Size) {
	icon, label, gap := f.parts(of)
	place(f.icon, x, (size.Height-icon.Height)/2, icon.Width, icon.Height)
	place(f.label, x+icon.Width+gap, (size.Height-label.Height)/2, label.Width, label.Height)
	flipAll(size.Width, f.icon, f.label)
}
