package export

import (
	"bytes"
	"fmt"
	"image/color"
	"io"
	"math"
	"slices"
	"strconv"
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
	icons     map[iconKey]*icon
}

func (d *pdfDoc) resources() (string, error) {
	var b strings.Builder
	b.WriteString("/XObject<<")
	for i, p := range d.shown {
		fmt.Fprintf(&b, "/P%d %d 0 R", i+1, d.pictures[p])
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

// outline writes the chapters as a tree by their levels (ISO 32000-1, 12.3.3).
func (d *pdfDoc) outline(m Meta, pages []int) string {
	if len(m.Chapters) == 0 {
		return ""
	}
	root := d.pdf.reserve()
	first, last, count := d.chapters(m, pages, root)
	d.pdf.set(root, "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>", first, last, count)
	return fmt.Sprintf("/Outlines %d 0 R/PageMode/UseOutlines", root)
}

// chapters writes those of the first one's level with what stands under each of them.
func (d *pdfDoc) chapters(m Meta, pages []int, parent int) (first, last, count int) {
	var before int
	all := m.Chapters
	for i := 0; i < len(all); {
		end := i + 1
		for end < len(all) && all[end].Level > all[i].Level {
			end++
		}
		n := d.pdf.reserve()
		under := ""
		if end > i+1 {
			inner := m
			inner.Chapters = all[i+1 : end]
			f, l, c := d.chapters(inner, pages, n)
			under = fmt.Sprintf("/First %d 0 R/Last %d 0 R/Count %d", f, l, c)
			count += c
		}
		links := ""
		if before > 0 {
			links += fmt.Sprintf("/Prev %d 0 R", before)
			d.pdf.objects[before-1] = append(d.pdf.objects[before-1], fmt.Sprintf("/Next %d 0 R>>", n)...)
		} else {
			first = n
		}
		d.pdf.set(n, "<</Title%s/Parent %d 0 R/Dest[%d 0 R/Fit]%s%s", pdfText(all[i].Title), parent, pages[all[i].Page], under, links)
		before, last = n, n
		count++
		i = end
	}
	d.pdf.objects[last-1] = append(d.pdf.objects[last-1], ">>"...)
	return first, last, count
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

func (d *pdfDoc) content(page int, p *Page) ([]byte, error) {
	b := &pageContent{}
	dir := directionOf(p)
	for i, m := range p.marks {
		if i == 0 || m.tag != p.marks[i-1].tag {
			if i > 0 {
				b.WriteString("EMC\n")
			}
			d.structure.begin(&b.Buffer, page, m.tag)
		}
		if m.address != "" {
			continue
		}
		if m.picture != nil {
			name, err := d.show(m.picture)
			if err != nil {
				return nil, err
			}
			fmt.Fprintf(b, "q %s 0 0 %s %s %s cm /%s Do Q\n", short(m.w), short(m.h), short(m.x), short(p.Paper.Height-m.y-m.h), name)
			continue
		}
		if m.line == nil {
			b.rect(m.fill, m.x, p.Paper.Height-m.y-m.h, m.w, m.h)
			continue
		}
		x, y := m.x+m.line.X, p.Paper.Height-m.y-m.line.Baseline
		for _, run := range m.line.Runs {
			if run.Face.Icon {
				if err := d.iconRun(b, run, x+run.X, y); err != nil {
					return nil, err
				}
				continue
			}
			d.run(b, run, x+run.X, y)
		}
		dir.end(b, d, m.line, x, y)
	}
	if len(p.marks) > 0 {
		b.WriteString("EMC\n")
	}
	return b.Bytes(), nil
}

// pageContent is a page's content stream. It knows which ink and letters are set, so that
// they are said only where they change.
type pageContent struct {
	bytes.Buffer
	now, face string
}

// ink sets the colour of what follows.
func (b *pageContent) ink(c color.NRGBA) {
	if set := rgb(c) + " rg\n"; set != b.now {
		b.now = set
		b.WriteString(set)
	}
}

// letters sets the font of what follows, within a text object.
func (b *pageContent) letters(f *pdfFont, size float64) {
	if set := "/" + f.name + " " + short(size) + " Tf "; set != b.face {
		b.face = set
		b.WriteString(set)
	}
}

func (b *pageContent) rect(c color.NRGBA, x, y, w, h float64) {
	b.ink(c)
	fmt.Fprintf(b, "%s %s %s %s re f\n", short(x), short(y), short(w), short(h))
}

// short writes a number of points to a hundredth, no longer than it must be.
func short(f float64) string {
	return strconv.FormatFloat(math.Round(f*100)/100, 'f', -1, 64)
}

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

func rgb(c color.NRGBA) string {
	part := func(v uint8) string { return strconv.FormatFloat(math.Round(float64(v)/255*1000)/1000, 'f', -1, 64) }
	return part(c.R) + " " + part(c.G) + " " + part(c.B)
}
