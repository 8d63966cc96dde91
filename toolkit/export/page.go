package export

import (
	"image/color"

	"kring/internal/typeset"
)

// Paper is the size of a sheet in points (1/72 inch).
type Paper struct{ Width, Height float64 }

// The papers.
var (
	A3 = Paper{841.89, 1190.55}
	A4 = Paper{595.28, 841.89}
	A5 = Paper{419.53, 595.28}

	// Phone is a picture of 1080 by 1350 pixels, for a message group.
	Phone = Paper{405, 506.25}
)

// The colours on paper; the same tokens as on the screen.
var (
	ink        = color.NRGBA{0x2B, 0x2A, 0x33, 0xff}
	teal       = color.NRGBA{0x1F, 0x6F, 0x6B, 0xff}
	soft       = color.NRGBA{0x5E, 0x58, 0x50, 0xff}
	rule       = color.NRGBA{0xD8, 0xCF, 0xC0, 0xff}
	tint       = color.NRGBA{0xF6, 0xF1, 0xE8, 0xff}
	terracotta = color.NRGBA{0xC8, 0x5F, 0x3C, 0xff}
	amber      = color.NRGBA{0x8A, 0x4B, 0x16, 0xff} // to look out for; dark enough for small print
)

// Page is what stands on one sheet, from the top left in points. The same marks go
// to PDF and to PNG.
type Page struct {
	Paper Paper
	marks []mark
}

// mark is a filled rectangle, a line of text, a picture, the squares of a code, or a place to
// press.
type mark struct {
	x, y, w, h float64
	fill       color.NRGBA
	line       *typeset.Line
	picture    *picture
	squares    [][]bool // of a code, row by row
	address    string   // of a link
	tag        *element // what it is a part of; nil: nothing that is read aloud
}

// element is one part of a document for who hears it: its role (ISO 32000-1, 14.8.4), its
// language, words for a picture, and the text in the order in which it is read: on the page
// Arabic stands in the order in which it is drawn, and a line ends without a space.
type element struct{ role, lang, alt, text string }

// tagged gives all marks from one on the same tag.
func (p *Page) tagged(from int, t *element) {
	for i := from; i < len(p.marks); i++ {
		if p.marks[i].tag == nil {
			p.marks[i].tag = t
		}
	}
}

// Rect fills a rectangle.
func (p *Page) Rect(x, y, w, h float64, fill color.NRGBA) {
	p.marks = append(p.marks, mark{x: x, y: y, w: w, h: h, fill: fill})
}

// link makes a rectangle lead to an address.
func (p *Page) link(x, y, w, h float64, address string) {
	p.marks = append(p.marks, mark{x: x, y: y, w: w, h: h, address: address})
}

// Frame draws the outline of a rectangle.
func (p *Page) Frame(x, y, w, h, thick float64, c color.NRGBA) {
	p.Rect(x, y, w, thick, c)
	p.Rect(x, y+h-thick, w, thick, c)
	p.Rect(x, y, thick, h, c)
	p.Rect(x+w-thick, y, thick, h, c)
}

// Lines writes laid-out lines below each other and gives the height used.
func (p *Page) Lines(x, y float64, lines []typeset.Line) float64 {
	from := y
	for i := range lines {
		p.marks = append(p.marks, mark{x: x, y: y, line: &lines[i]})
		y += lines[i].Height
	}
	return y - from
}

// Text lays a paragraph out and writes it; it gives the height used.
func (p *Page) Text(x, y float64, t typeset.Paragraph) float64 {
	return p.Lines(x, y, t.Lay())
}
