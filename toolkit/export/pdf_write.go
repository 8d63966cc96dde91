package export

import (
	"bytes"
	"fmt"
	"image/color"
	"io"
	"math"
	"strings"
	"time"

	"kring/internal/typeset"
)

// Meta is what a file says of itself. It names no person.
type Meta struct {
	Title, Lang string
	Made        time.Time
}

// WritePDF writes pages as one PDF with the parts of the fonts that they use.
func WritePDF(w io.Writer, pages []*Page, m Meta) error {
	d := &pdfDoc{fonts: map[*typeset.Face]*pdfFont{}}
	contents := make([]int, len(pages))
	for i, p := range pages {
		n, err := d.pdf.stream("", d.content(p))
		if err != nil {
			return err
		}
		contents[i] = n
	}
	resources, err := d.resources()
	if err != nil {
		return err
	}
	tree := d.pdf.reserve()
	var kids strings.Builder
	for i, p := range pages {
		n := d.pdf.add("<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.2f %.2f]/Resources<</Font<<%s>>>>/Contents %d 0 R>>",
			tree, p.Paper.Width, p.Paper.Height, resources, contents[i])
		fmt.Fprintf(&kids, "%d 0 R ", n)
	}
	d.pdf.set(tree, "<</Type/Pages/Count %d/Kids[%s]>>", len(pages), kids.String())
	root := d.pdf.add("<</Type/Catalog/Pages %d 0 R/Lang%s/ViewerPreferences<</DisplayDocTitle true>>>>", tree, pdfText(m.Lang))
	info := d.pdf.add("<</Title%s/Producer(Kring)/Creator(Kring)%s>>", pdfText(m.Title), made(m.Made))
	return d.pdf.write(w, root, info)
}

func made(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return "/CreationDate(D:" + t.UTC().Format("20060102150405") + "Z)"
}

type pdfDoc struct {
	pdf   pdf
	fonts map[*typeset.Face]*pdfFont
	order []*pdfFont
}

func (d *pdfDoc) resources() (string, error) {
	var b strings.Builder
	for _, f := range d.order {
		n, err := f.write(&d.pdf)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "/%s %d 0 R", f.name, n)
	}
	return b.String(), nil
}

func (d *pdfDoc) font(face *typeset.Face) *pdfFont {
	f, ok := d.fonts[face]
	if !ok {
		f = newFont(face, len(d.order)+1)
		d.fonts[face] = f
		d.order = append(d.order, f)
	}
	return f
}

func (d *pdfDoc) content(p *Page) []byte {
	var b bytes.Buffer
	dir := directionOf(p)
	for _, m := range p.marks {
		if m.line == nil {
			fmt.Fprintf(&b, "%s rg %.2f %.2f %.2f %.2f re f\n", rgb(m.fill), m.x, p.Paper.Height-m.y-m.h, m.w, m.h)
			continue
		}
		x, y := m.x+m.line.X, p.Paper.Height-m.y-m.line.Baseline
		for _, run := range m.line.Runs {
			d.run(&b, run, x+run.X, y)
		}
		dir.end(&b, d, m.line, x, y)
	}
	return b.Bytes()
}

// run writes the glyphs in visual order with one TJ array for each stretch on one
// height. The numbers between the glyphs correct the font's own advances. Marks come
// as one glyph, whose box ends where the next letter begins (see markWidth).
func (d *pdfDoc) run(b *bytes.Buffer, r typeset.Run, x, y float64) {
	w := runWriter{Buffer: b, font: d.font(r.Face), size: r.Size}
	fmt.Fprintf(b, "BT %s rg /%s %.2f Tf 0 Ts\n1 0 0 1 %.2f %.2f Tm [", rgb(r.Color), w.font.name, r.Size, x, y)
	pen := 0.0 // where the next glyph should stand
	for i := 0; i < len(r.Glyphs); {
		if marks, n := marksAt(r.Glyphs[i:], r.Size, r.Face.Units()); n > 0 {
			w.char(w.font.cid(marks), pen-markWidth*r.Size, 0, markWidth)
			i += n
			continue
		}
		g := r.Glyphs[i]
		w.char(w.font.cid(char{glyph: g.ID, text: g.Text}), pen+g.XOff, g.YOff, r.Face.Advance(g.ID))
		pen += g.Advance
		i++
	}
	b.WriteString("] TJ ET\n")
}

// runWriter writes one text object and knows where the PDF's own pen is.
type runWriter struct {
	*bytes.Buffer
	font     *pdfFont
	size     float64
	at, rise float64
}

// char writes a character of so many ems at a place from the run's beginning.
func (w *runWriter) char(cid uint16, x, rise, width float64) {
	if rise != w.rise {
		w.rise = rise
		fmt.Fprintf(w, "] TJ %.2f Ts [", rise)
	}
	if back := math.Round((w.at - x) * 1000 / w.size); back != 0 {
		fmt.Fprintf(w, "%.0f", back)
		w.at -= back * w.size / 1000
	}
	fmt.Fprintf(w, "<%04X>", cid)
	w.at += width * w.size
}

func rgb(c color.NRGBA) string {
	return fmt.Sprintf("%.3f %.3f %.3f", float64(c.R)/255, float64(c.G)/255, float64(c.B)/255)
}
