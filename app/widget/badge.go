package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kring/internal/typeset"
)

// badgeWidth keeps the dates of a list under one another.
const badgeWidth float32 = 64

// NewDateBadge is a leaf of the calendar: a big number above a small word.
func NewDateBadge(number, word string, strong bool) fyne.CanvasObject {
	big, small := NewBidiLabel(number), NewBidiLabel(word)
	for _, l := range []*BidiLabel{big, small} {
		l.Align, l.Line = typeset.Center, Whole
		if strong {
			l.ColorName = theme.ColorNamePrimary
		}
	}
	big.SizeName, big.Bold = theme.SizeNameHeadingText, true
	small.SizeName = theme.SizeNameCaptionText
	space := canvas.NewRectangle(color.Transparent)
	space.SetMinSize(fyne.NewSize(badgeWidth, 1))
	return container.NewStack(space, container.New(layout.NewCustomPaddedVBoxLayout(-6), layout.NewSpacer(), big, small, layout.NewSpacer()))
}

// NewDot is a coloured spot beside the word that says the same.
func NewDot(c color.Color) fyne.CanvasObject {
	dot := canvas.NewCircle(c)
	space := canvas.NewRectangle(color.Transparent)
	space.SetMinSize(fyne.NewSize(10, 10))
	return container.NewCenter(container.NewStack(space, dot))
}
