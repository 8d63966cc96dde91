package page

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	kwidget "kring/app/widget"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
)

// line is an empty line of the list: its number, the Dutch, the translation, how far it is.
func (p *deskPage) line() fyne.CanvasObject {
	number, state := aside(""), aside("")
	number.SizeName, state.SizeName = theme.SizeNameCaptionText, theme.SizeNameCaptionText
	mark := canvas.NewRectangle(color.Transparent)
	dutch, other := inLine(""), inLine("")
	dutch.Lang, other.Lang = book.Source, p.lang
	dutch.ByWindow, other.ByWindow = false, false // each at the side of its language
	return listLine(container.New(deskLine{}, mark, halfway(number), halfway(dutch), halfway(other), halfway(state)))
}

func (p *deskPage) fill(row int, o fyne.CanvasObject) {
	i := p.shown[row]
	e := p.data.entries[i]
	parts := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	label := func(n int) *kwidget.BidiLabel {
		return parts[n].(*fyne.Container).Objects[1].(*kwidget.BidiLabel)
	}
	mark := parts[0].(*canvas.Rectangle)
	mark.FillColor = color.Transparent
	if e.ID == p.hand.entry.ID {
		mark.FillColor = theme.Color(theme.ColorNamePrimary)
	}
	mark.Refresh()
	label(1).SetText(p.env.Loc.Int(i + 1))
	label(2).Bold, label(3).Bold = e.Kind == bilingual.Heading, e.Kind == bilingual.Heading
	label(2).SetText(bilingual.Plain(e.Text))
	label(3).SetText(bilingual.Plain(e.Translation.Text))
	label(4).SetText(p.env.Loc.T("desk.state." + string(e.State())))
}

// deskLine gives the two texts of a line the same width, and the others what they need.
type deskLine struct{}

// The widths of the fixed parts of a line.
const (
	markWidth   float32 = 4
	numberWidth float32 = 34
	stateWidth  float32 = 92
	gapColumns  float32 = 14
)

// Layout implements fyne.Layout.
func (deskLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	text := max((size.Width-markWidth-numberWidth-stateWidth-4*gapColumns)/2, 40)
	abreast(objects, size.Height, gapColumns, markWidth, numberWidth, text, text, stateWidth)
}

// MinSize implements fyne.Layout.
func (deskLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(300, tallest(objects))
}

// listAndHand puts the segment in hand under the list, which gets a third; or beside the
// pages, which get half.
type listAndHand struct{ beside *bool }

// Layout implements fyne.Layout.
func (l listAndHand) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place, hand := objects[0], objects[1]
	place.Move(fyne.NewPos(0, 0))
	if *l.beside {
		wide := (size.Width - gapCards) / 2
		hand.Move(fyne.NewPos(0, 0))
		hand.Resize(fyne.NewSize(wide, size.Height))
		place.Move(fyne.NewPos(wide+gapCards, 0))
		place.Resize(fyne.NewSize(wide, size.Height))
		return
	}
	high := size.Height * 0.36
	place.Resize(fyne.NewSize(size.Width, high))
	hand.Move(fyne.NewPos(0, high+gapParts))
	hand.Resize(fyne.NewSize(size.Width, size.Height-high-gapParts))
}

// MinSize implements fyne.Layout.
func (listAndHand) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(400, 300) }

// stateColour is a block in the colour of a state; words beside it say the same.
func stateColour(s bilingual.State) fyne.CanvasObject {
	name := theme.ColorNameSeparator
	switch s {
	case bilingual.Agreed:
		name = theme.ColorNamePrimary
	case bilingual.ToCheck:
		name = theme.ColorNameWarning
	case bilingual.Draft:
		name = theme.ColorNamePlaceHolder
	case bilingual.Outdated:
		name = theme.ColorNameError
	}
	return canvas.NewRectangle(theme.Color(name))
}
