package export

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"kring/internal/typeset"
)

// Meta is what a file says of itself. It names no person.
type Meta struct {
	Title, Lang string
	Author      string // of the text: an organisation
	Subject     string
	Keywords    []string
	Made        time.Time
	Chapters    []Chapter // become the outline
}

// WritePDF writes pages as one PDF with the parts of the fonts that they use.
func WritePDF(w io.Writer, pages []*Page, m Meta) error {
	d := &pdfDoc{fonts: map[*typeset.Face]*pdfFont{}, pictures: map[*picture]int{}, icons: map[iconKey]*icon{}}
	contents := make([]int, len(pages))
	for i, p := range pages {
		content, err := d.content(i, p)
		if err != nil {
			return err
		}
		if contents[i], err = d.pdf.stream("", content); err != nil {
			return err
		}
	}
	resources, err := d.resources()
	if err != nil {
		return err
	}
	tree := d.pdf.reserve()
	var kids strings.Builder
	numbers := make([]int, len(pages))
	for i, p := range pages {
		numbers[i] = d.pdf.add("<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.2f %.2f]/Resources<<%s>>/Contents %d 0 R/StructParents %d/Tabs/S%s>>",
			tree, p.Paper.Width, p.Paper.Height, resources, contents[i], i, d.links(p))
		fmt.Fprintf(&kids, "%d 0 R ", numbers[i])
	}
	d.pdf.set(tree, "<</Type/Pages/Count %d/Kids[%s]>>", len(pages), kids.String())
	root := d.pdf.add("<</Type/Catalog/Pages %d 0 R/Lang%s%s%s/ViewerPreferences<</DisplayDocTitle true%s>>>>",
		tree, pdfText(m.Lang), d.outline(m, numbers), d.structure.write(&d.pdf, numbers), binding(m.Lang))
	info := d.pdf.add("<</Title%s%s%s%s/Producer(Kring)/Creator(Kring)%s>>", pdfText(m.Title),
		entry("Author", m.Author), entry("Subject", m.Subject), entry("Keywords", strings.Join(m.Keywords, ", ")), made(m.Made))
	return d.pdf.write(w, root, info)
}

func entry(name, text string) string {
	if text == "" {
		return ""
	}
	return "/" + name + pdfText(text)
}

// binding says that the pages of an Arabic book go from right to left.
func binding(lang string) string {
	if rtl(lang) {
		return "/Direction/R2L"
	}
	return ""
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

	structure structure
	pictures  map[*picture]int // object numbers
	shown     []*picture       // in the order of their names
	codes     []pdfCode        // the same
	icons     map[iconKey]*icon
}

func (d *pdfDoc) resources() (string, error) {
	var b strings.Builder
	b.WriteString("/XObject<<")
	for i, p := range d.shown {
		fmt.Fprintf(&b, "/P%d %d 0 R", i+1, d.pictures[p])
	}
	for i, c := range d.codes {
		fmt.Fprintf(&b, "/Q%d %d 0 R", i+1, c.object)
	}
	b.WriteString(">>/Font<<")
	for _, f := range d.order {
		n, err := f.write(&d.pdf)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "/%s %d 0 R", f.name, n)
	}
	b.WriteString(">>")
	return b.String(), nil
}

// shape writes a picture or a code once and gives its name.
func (d *pdfDoc) shape(m mark) (string, error) {
	if m.picture != nil {
		return d.show(m.picture)
	}
	return d.code(m)
}

// show writes a picture once and gives its name.
func (d *pdfDoc) show(p *picture) (string, error) {
	if _, ok := d.pictures[p]; !ok {
		n, err := p.object(&d.pdf)
		if err != nil {
			return "", err
		}
		d.pictures[p] = n
		d.shown = append(d.shown, p)
	}
	return fmt.Sprintf("P%d", slices.Index(d.shown, p)+1), nil
}

// pdfCode is a code as it is drawn.
type pdfCode struct {
	figure string
	object int
}

// code writes a code once, as one figure in squares, so that none stands apart from the next,
// and gives its name.
func (d *pdfDoc) code(m mark) (string, error) {
	var b strings.Builder
	b.WriteString(rgb(m.fill) + " rg\n")
	for row, run := range dark(m.squares) {
		fmt.Fprintf(&b, "%d %d %d 1 re\n", run[0], row, run[1]-run[0])
	}
	b.WriteString("f\n")
	figure := b.String()
	at := slices.IndexFunc(d.codes, func(c pdfCode) bool { return c.figure == figure })
	if at < 0 {
		side := len(m.squares)
		n, err := d.pdf.stream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 %d %d]/Matrix[%.9f 0 0 -%.9f 0 1]", side, side, 1/float64(side), 1/float64(side)), []byte(figure))
		if err != nil {
			return "", err
		}
		at = len(d.codes)
		d.codes = append(d.codes, pdfCode{figure, n})
	}
	return fmt.Sprintf("Q%d", at+1), nil
}

// links are the places of a page that lead elsewhere (ISO 32000-1, 12.5.6.5).
func (d *pdfDoc) links(p *Page) string {
	var b strings.Builder
	link := func(x, y, w, h float64, address string) {
		top := p.Paper.Height - y
		n := d.pdf.add("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%.2f %.2f %.2f %.2f]/A<</S/URI/URI%s>>>>",
			x, top-h, x+w, top, pdfASCII(address))
		fmt.Fprintf(&b, "%d 0 R ", n)
	}
	for _, m := range p.marks {
		if m.address != "" {
			link(m.x, m.y, m.w, m.h, m.address)
		}
		if m.line == nil {
			continue
		}
		for _, r := range m.line.Runs {
			if r.Link != "" {
				link(m.x+m.line.X+r.X, m.y, r.Width, m.line.Height, r.Link)
			}
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "/Annots[" + b.String() + "]"
}

// pdfASCII writes an address, whose other letters are percent-encoded (RFC 3986, 2.1).
func pdfASCII(address string) string {
	var b strings.Builder
	for _, c := range []byte(address) {
		switch {
		case c == '(' || c == ')' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c <= ' ' || c > '~':
			fmt.Fprintf(&b, "%%%02X", c)
		default:
			b.WriteByte(c)
		}
	}
	return "(" + b.String() + ")"
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
