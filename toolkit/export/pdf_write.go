package export

import (
	"bytes"
	"fmt"
	"image/color"
	"io"
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
	for _, m := range p.marks {
		if m.line == nil {
			fmt.Fprintf(&b, "%s rg %.2f %.2f %.2f %.2f re f\n", rgb(m.fill), m.x, p.Paper.Height-m.y-m.h, m.w, m.h)
			continue
		}
		for _, run := range m.line.Runs {
			d.run(&b, run, m.x+m.line.X+run.X, p.Paper.Height-m.y-m.line.Baseline)
		}
	}
	return b.Bytes()
}

// run writes the glyphs in visual order with one TJ array for each stretch on one
// height. The numbers between the glyphs correct the font's own advances.
func (d *pdfDoc) run(b *bytes.Buffer, r typeset.Run, x, y float64) {
	f := d.font(r.Face)
	fmt.Fprintf(b, "BT %s rg /%s %.2f Tf\n", rgb(r.Color), f.name, r.Size)
	rise := 0.0
	fmt.Fprintf(b, "1 0 0 1 %.2f %.2f Tm [", x, y)
	pen, at := 0.0, 0.0 // where the next glyph should stand and where the PDF's pen is
	for _, g := range r.Glyphs {
		if g.YOff != rise {
			rise = g.YOff
			fmt.Fprintf(b, "] TJ %.2f Ts [", rise)
		}
		if shift := (at - pen - g.XOff) * 1000 / r.Size; shift > 0.5 || shift < -0.5 {
			fmt.Fprintf(b, "%.0f", shift)
			at -= shift * r.Size / 1000
		}
		fmt.Fprintf(b, "<%04X>", f.glyph(g))
		at += f.face.Advance(g.ID) * r.Size
		pen += g.Advance
	}
	b.WriteString("] TJ")
	if rise != 0 {
		b.WriteString(" 0 Ts")
	}
	b.WriteString(" ET\n")
}

func rgb(c color.NRGBA) string {
	return fmt.Sprintf("%.3f %.3f %.3f", float64(c.R)/255, float64(c.G)/255, float64(c.B)/255)
}
