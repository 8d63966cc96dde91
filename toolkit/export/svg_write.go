package export

import (
	"bytes"
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"
)

// The size of a drawing on paper. Nothing is lost by it being small: it helps a text, and a
// text of many pages has many.
const (
	drawingWidth  = 0.6 // of the text's width, at most
	drawingLeast  = 180 // points that it may have in any case where a column has them
	drawingHeight = 0.6 // of what a photograph may have, at most
	drawingUnit   = 1.2 // points to a unit of the file: a small sign stays one
)

// fitDrawing gives a drawing its size on paper.
func (p *picture) fitDrawing(width, height float64) {
	d := p.drawing
	b := d.icon.ViewBox
	p.w, p.h = b.W*drawingUnit, b.H*drawingUnit
	k := min(1, max(width*drawingWidth, min(width, drawingLeast))/p.w, height*drawingHeight/p.h)
	p.w, p.h, p.center = p.w*k, p.h*k, width
	if d.blends {
		p.image, p.drawing = d.paint(p.pixels(sharp)), nil
	}
}

// pixels is how many a picture has at so many to an inch.
func (p *picture) pixels(inch float64) (w, h int) {
	return int(math.Ceil(p.w * inch / 72)), int(math.Ceil(p.h * inch / 72))
}

// form writes the drawing as a form XObject (ISO 32000-1, 8.10) within a unit square, as an
// image is. Its outlines are sharp on every printer.
func (d *drawing) form(to *pdf) (int, error) {
	var b bytes.Buffer
	var clear []uint8 // how much of the paper each state lets through
	now := ""
	for _, s := range d.shapes {
		state := slices.Index(clear, s.color.A)
		if state < 0 {
			state = len(clear)
			clear = append(clear, s.color.A)
		}
		if set := fmt.Sprintf("/A%d gs %s rg\n", state, rgb(s.color)); set != now {
			now = set
			b.WriteString(set)
		}
		for _, ring := range s.rings {
			for i, p := range ring {
				fmt.Fprintf(&b, "%d %d %c\n", p.X, d.h-p.Y, "ml"[min(i, 1)])
			}
			b.WriteString("h\n")
		}
		b.WriteString("f\n")
	}
	var states strings.Builder
	for i, a := range clear {
		fmt.Fprintf(&states, "/A%d<</ca %s>>", i, short(float64(a)/255))
	}
	return to.stream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 %d %d]/Matrix[%.9f 0 0 %.9f 0 0]/Resources<</ExtGState<<%s>>>>",
		d.w, d.h, 1/float64(d.w), 1/float64(d.h), states.String()), b.Bytes())
}

// svg writes the drawing anew for a browser, at a size in points: outlines and nothing else.
func (d *drawing) svg(w, h float64) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %d %d">`, short(w*96/72), short(h*96/72), d.w, d.h)
	for _, s := range d.shapes {
		fmt.Fprintf(&b, `<path fill="%s"%s d="`, hexColor(s.color), opacity(s.color))
		for _, ring := range s.rings {
			at := ring[0]
			fmt.Fprintf(&b, "M%d %dl", at.X, at.Y)
			for _, p := range ring[1:] {
				fmt.Fprintf(&b, "%d %d ", p.X-at.X, p.Y-at.Y)
				at = p
			}
			b.WriteByte('z')
		}
		b.WriteString(`"/>`)
	}
	b.WriteString("</svg>")
	return b.Bytes()
}

func opacity(c color.NRGBA) string {
	if c.A == 0xff {
		return ""
	}
	return fmt.Sprintf(` fill-opacity="%s"`, short(float64(c.A)/255))
}

func hexColor(c color.NRGBA) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }
