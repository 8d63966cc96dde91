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

// writeRow is a line of the list: a block, a new one that is not in the vault yet, or a hint
// of what can be written under a heading.
type writeRow struct {
	at   int // in the segments: which, or after which
	kind rowKind
}

type rowKind int

const (
	rowBlock rowKind = iota
	rowNew
	rowHint
)

// line is an empty line of the list: what kind of block, and its words.
func (p *writePage) line() fyne.CanvasObject {
	kind := inLine("")
	kind.ColorName = theme.ColorNamePlaceHolder
	kind.SizeName = theme.SizeNameCaptionText
	return listLine(container.New(writeLine{}, canvas.NewRectangle(color.Transparent), halfway(kind), halfway(inLine(""))))
}

func (p *writePage) fill(row int, o fyne.CanvasObject) {
	if row >= len(p.rows) {
		return
	}
	r := p.rows[row]
	parts := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	label := func(n int) *kwidget.BidiLabel { return parts[n].(*fyne.Container).Objects[1].(*kwidget.BidiLabel) }
	mark := parts[0].(*canvas.Rectangle)
	mark.FillColor = color.Transparent
	if row == p.row() {
		mark.FillColor = theme.Color(theme.ColorNamePrimary)
	}
	mark.Refresh()
	text := label(2)
	text.Bold, text.ColorName = false, theme.ColorNameForeground
	kind, said := p.said(r)
	if r.kind == rowHint {
		text.ColorName = theme.ColorNamePlaceHolder
	}
	text.Bold = r.kind == rowBlock && p.data.segments[r.at].Kind == bilingual.Heading
	label(1).SetText(kind)
	text.SetText(said)
	text.Refresh()
}

// said is what a line says: the kind of its block and the words.
func (p *writePage) said(r writeRow) (kind, text string) {
	loc := p.env.Loc
	switch r.kind {
	case rowHint:
		return "", loc.T(hintUnder(p.data, r.at))
	case rowNew:
		text = bilingual.Plain(firstLine(p.hand.field.Text))
		if text == "" {
			text = loc.T("write.new")
		}
		return loc.T("write.kind." + p.hand.kind.id()), text
	}
	b := p.data.segments[r.at].Block
	return loc.T("write.kind." + kindOf(b)), p.words(b)
}

// words are those of a block, or what stands there instead of words.
func (p *writePage) words(b bilingual.Block) string {
	loc := p.env.Loc
	switch {
	case b.Kind == bilingual.Writing || b.Kind == bilingual.Drawing:
		return loc.N("write.lines", b.Number)
	case b.Kind == bilingual.PageBreak:
		return "―――"
	case b.Kind == bilingual.Image && b.Text == "":
		return p.env.pictureName(b.Path)
	case b.Kind == bilingual.Numbered:
		return itoa(b.Number) + ". " + bilingual.Plain(b.Text)
	}
	return bilingual.Plain(b.Text)
}

// press takes what a line shows in hand; a hint begins what it asks for.
func (p *writePage) press(row int) {
	if row >= len(p.rows) || !p.hand.good() {
		return
	}
	switch r := p.rows[row]; r.kind {
	case rowHint:
		p.answer(r.at)
	case rowBlock:
		p.hand.put()
		p.take(r.at)
		p.shown()
	}
	p.env.Window.Canvas().Focus(p.hand.first())
}

// writeLine gives the words of a line what the kind of block leaves.
type writeLine struct{}

const kindWidth float32 = 108

// Layout implements fyne.Layout.
func (writeLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	abreast(objects, size.Height, gapParts, markWidth, kindWidth, max(size.Width-markWidth-kindWidth-2*gapParts, 40))
}

// MinSize implements fyne.Layout.
func (writeLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, tallest(objects))
}

// listAndBlock gives the list what the block in hand leaves.
type listAndBlock struct{}

// blockHeight is what the block in hand needs.
const blockHeight float32 = 286

// Layout implements fyne.Layout.
func (listAndBlock) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	high := max(size.Height-blockHeight, size.Height*0.36)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width, high))
	objects[1].Move(fyne.NewPos(0, high+gapParts))
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-high-gapParts))
}

// MinSize implements fyne.Layout.
func (listAndBlock) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(330, 340) }

// textAndPages gives the text a little more than half of the width, and the pages the rest.
type textAndPages struct{}

// Layout implements fyne.Layout.
func (textAndPages) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := (size.Width - gapCards) * 0.55
	abreast(objects, size.Height, gapCards, w, size.Width-w-gapCards)
}

// MinSize implements fyne.Layout.
func (textAndPages) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return leastAbreast(objects, gapCards)
}

// hasUnder tells whether something is written under the heading at a place.
func hasUnder(segments []bilingual.Segment, at int) bool {
	if at+1 >= len(segments) {
		return false
	}
	next := segments[at+1]
	return next.Kind != bilingual.Heading || next.Level > segments[at].Level
}

// hintUnder is what can be written under the heading at a place, where nothing is there yet:
// the id of its words; "" where nothing is missing.
func hintUnder(d writeData, at int) string {
	x := d.segments[at]
	if x.Meta != "" || x.Kind != bilingual.Heading {
		return ""
	}
	greets := d.book.Kind == book.Toolkit && x.Level == 1 && at+1 < len(d.segments) && d.segments[at+1].Kind == bilingual.Heading
	switch {
	case greets:
		return "write.hint.hello"
	case hasUnder(d.segments, at):
		return ""
	}
	return "write.hint." + askedUnder(x.Text)
}
