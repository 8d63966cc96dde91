package export

import (
	"bytes"
	"fmt"
	"math"

	"kring/internal/typeset"
)

// run writes the glyphs in visual order with one TJ array for each stretch on one
// height. The numbers between the glyphs correct the font's own advances. Marks come
// as one glyph, whose box ends where the next letter begins (see markWidth).
func (d *pdfDoc) run(b *pageContent, r typeset.Run, x, y float64) {
	w := runWriter{Buffer: &b.Buffer, font: d.font(r.Face), size: r.Size}
	if r.Link != "" {
		below, thick := r.Underline()
		b.rect(r.Color, x, y-below-thick, r.Width, thick)
	}
	b.ink(r.Color)
	b.WriteString("BT ")
	b.letters(w.font, r.Size)
	fmt.Fprintf(b, "%s %s Td [", short(x), short(y))
	pen := 0.0 // where the next glyph should stand
	type box struct {
		x     float64
		sides []typeset.Side
	}
	var boxes []box // of letters that no font has
	for i := 0; i < len(r.Glyphs); {
		if marks, n := marksAt(r.Glyphs[i:], r.Size, r.Face.Units()); n > 0 {
			w.char(w.font.cid(marks), pen-markWidth*r.Size, 0, markWidth)
			i += n
			continue
		}
		g := r.Glyphs[i]
		if g.Missing {
			boxes = append(boxes, box{x + pen, r.Box(g)})
		}
		w.char(w.font.cid(char{glyph: g.ID, text: g.Text}), pen+g.XOff, g.YOff, r.Face.Advance(g.ID))
		pen += g.Advance
		i++
	}
	w.shut()
	b.WriteString("] TJ ")
	if w.rise != 0 {
		b.WriteString("0 Ts ")
	}
	b.WriteString("ET\n")
	for _, missing := range boxes {
		for _, s := range missing.sides {
			b.rect(r.Color, missing.x+s.X, y+s.Top-s.Height, s.Width, s.Height)
		}
	}
}

// runWriter writes one text object and knows where the PDF's own pen is.
type runWriter struct {
	*bytes.Buffer
	font     *pdfFont
	size     float64
	at, rise float64
	open     bool // a string of characters
}

// shut ends the string of characters that is open.
func (w *runWriter) shut() {
	if w.open {
		w.WriteByte('>')
		w.open = false
	}
}

// visible is the least that is corrected, in thousandths of an em: less is a hair's breadth
// on paper, and what is left over is not lost but corrected with the next.
const visible = 4

// char writes a character of so many ems at a place from the run's beginning.
func (w *runWriter) char(cid uint16, x, rise, width float64) {
	if rise != w.rise {
		w.shut()
		w.rise = rise
		fmt.Fprintf(w, "] TJ %s Ts [", short(rise))
	}
	if back := math.Round((w.at - x) * 1000 / w.size); math.Abs(back) >= visible {
		w.shut()
		fmt.Fprintf(w, "%.0f", back)
		w.at -= back * w.size / 1000
	}
	if !w.open {
		w.WriteByte('<')
		w.open = true
	}
	fmt.Fprintf(w, "%04X", cid)
	w.at += width * w.size
}
