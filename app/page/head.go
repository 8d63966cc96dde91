package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	kwidget "kring/app/widget"
)

// newHead is the heading of a page that says what it shows once it is known, with what can be
// done at the right.
func newHead(actions ...fyne.CanvasObject) (*kwidget.BidiLabel, fyne.CanvasObject) {
	l := section("")
	l.SizeName, l.Line, l.ByWindow = theme.SizeNameHeadingText, kwidget.Cut, true
	return l, container.New(layout.NewCustomPaddedLayout(6, 10, 2, 14), stretched(halfway(l), actions...))
}
