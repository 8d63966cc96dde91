package export

import (
	"fmt"
	"image/color"

	"kring/internal/typeset"
	"kring/toolkit/bilingual"
)

// unit is one block with its translations, laid out.
type unit struct {
	before, indent float64
	label, right   []typeset.Line // the bullet or number, at the left and at the right
	said           []said         // the first large, the others under it or beside it
	barred         bool           // a thin rule stands beside the others
	heading        int
	number         int // in the margin; 0: none
	part           bilingual.Part
	kind           bilingual.Kind
	art            art    // above the text; nil for most
	cards          []card // of a link, in place of the text
}

// underGap is the white above a translation that stands under the text, in points.
const underGap = 3.0

// cardGap is the white between the cards of a link, and under them, in points.
const cardGap = 6.0

func (u unit) height() float64 {
	h := stacked(u.cards)
	for i, x := range u.said {
		if i > 0 {
			h += underGap
		}
		h += typeset.Height(x.lines)
	}
	return u.withArt(h)
}

// beside is the height of a unit whose languages stand beside each other.
func (u unit) beside() float64 {
	h := 0.0
	for _, c := range u.cards {
		h = max(h, c.h+cardGap)
	}
	for _, x := range u.said {
		h = max(h, typeset.Height(x.lines))
	}
	return u.withArt(h)
}

func (l *flow) unit(b bilingual.Block) unit {
	size, bold, before, c := l.o.TextSize, false, l.o.TextSize*0.8, ink
	u := unit{part: b.Part, kind: b.Kind}
	switch b.Kind {
	case bilingual.Writing, bilingual.Drawing:
		u.before, u.art = before*l.white, newWritingBox(b, l)
		return u
	case bilingual.Image:
		size, c = size*0.9, soft
		if l.o.Layout == Columns {
			u.art = l.overBoth(b)
		} else {
			u.art = l.picture(b)
		}
	case bilingual.Link:
		u.before, u.cards = before*l.white, l.cards(b)
		return u
	case bilingual.Heading:
		u.heading = b.Level
		size, bold, before, c = size*[]float64{2, 1.45, 1.2, 1.1, 1, 1}[b.Level-1], true, size*1.6, teal
		if len(l.pages) == 1 && l.y == l.margin {
			before = 0
		}
	case bilingual.Bullet, bilingual.Numbered:
		u.indent, before = 16+float64(b.Level)*14, size*0.4
	}
	u.before = before * l.white
	u.barred = l.o.Layout == Subtitles && b.Kind != bilingual.Heading && b.Kind != bilingual.Image
	u.said = l.o.said(b)
	for i := range u.said {
		x := &u.said[i]
		if i == 0 {
			x.lines = l.paragraph(x.text, size, bold, c, x.lang, u.indent)
		} else {
			x.lines = l.translation(*x, size*0.95, bold, l.subtitleColor(b), u)
		}
		if b.Kind == bilingual.Image {
			center(x.lines, l.width)
		}
		l.noteMissing(b, x.lines)
		x.text = plain(x.text)
	}
	u.label, u.right = l.label(b, size, typeset.LTR), l.label(b, size, typeset.RTL)
	return u
}

// translation lays out what stands under the text, with room for the rule beside it.
func (l *flow) translation(x said, size float64, bold bool, c color.NRGBA, u unit) []typeset.Line {
	full := l.width
	if u.barred {
		l.width -= barRoom
	}
	lines := l.paragraph(x.text, size, bold, c, x.lang, u.indent)
	l.width = full
	return lines
}

// center moves lines to the middle of a width.
func center(lines []typeset.Line, width float64) {
	for i := range lines {
		lines[i].X = (width - lines[i].Width) / 2
	}
}

func (l *flow) subtitleColor(b bilingual.Block) color.NRGBA {
	switch {
	case b.Kind == bilingual.Heading:
		return terracotta
	case l.o.Layout == Subtitles:
		return soft
	}
	return ink
}

// label is a list's sign; the dot of a number stands on the side of the text.
func (l *flow) label(b bilingual.Block, size float64, dir typeset.Direction) []typeset.Line {
	var p typeset.Paragraph
	switch b.Kind {
	case bilingual.Bullet:
		p = typeset.Plain("•", size, 0, terracotta)
	case bilingual.Numbered:
		p = typeset.Plain(fmt.Sprintf("%d.", b.Number), size, 0, terracotta)
	default:
		return nil
	}
	p.Dir = dir
	return p.Lay()
}

// lay lays a paragraph out, whose Arabic keeps clear of both edges.
func (l *flow) lay(w worded) []typeset.Line {
	p := typeset.Paragraph{Lang: w.lang, Width: w.width - w.indent}
	if l.o.Layout == Columns && rtl(w.lang) {
		p.Leading = columnLeading
	}
	if rtl(w.lang) {
		p.Width = w.width - w.indent*2 // both edges, so that bullets stand free
	}
	for _, piece := range pieces(w.text, w.lang) {
		span := typeset.Span{Text: piece.Text, Bold: w.bold || piece.Bold, Italic: piece.Italic, Size: w.size, Color: w.color, Link: piece.Link}
		if piece.Link != "" {
			span.Color = teal
		}
		p.Spans = append(p.Spans, span)
	}
	return p.Lay()
}

// columnLeading is the height of an Arabic line over its size in a column. A reader that
// takes the words out (poppler) holds lines that are 1.5 times their size apart for texts of
// their own, and reads the column beside them in between.
const columnLeading = 1.48

// tag is the element that one language of a unit becomes. A list item is read with its
// sign, which stands on paper as a label.
func (u unit) tag(i int) *element {
	t := &element{role: "P"}
	if i < len(u.said) {
		t.lang, t.text = u.said[i].lang, u.said[i].text
	}
	switch u.kind {
	case bilingual.Heading:
		t.role = fmt.Sprintf("H%d", u.heading)
	case bilingual.Image:
		t.role = "Caption"
	}
	return t
}

// plain is a text without the signs of its emphasis.
func plain(text string) string { return bilingual.Plain(text) }
