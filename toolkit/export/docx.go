package export

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"kring/internal/typeset"
	"kring/toolkit/bilingual"
)

// WriteDOCX writes a document that Word and LibreOffice can edit (ECMA-376). Arabic
// paragraphs are marked right to left (w:bidi), and their runs too (w:rtl), which the
// libraries for Go do not do. Columns and facing pages become a table with a row for each
// block. What is wrong with pictures comes back as problems.
func WriteDOCX(w io.Writer, doc bilingual.Document, o Options) ([]bilingual.Problem, error) {
	o, err := o.filled()
	if err != nil {
		return nil, err
	}
	d := &docx{o: o, pictures: &flow{o: o, margin: o.Paper.Width * 0.11}}
	d.pictures.width = o.Paper.Width - 2*d.pictures.margin
	for _, b := range doc.Full().Blocks {
		d.block(b)
	}
	return d.pictures.problems, d.write(w, doc)
}

type docx struct {
	o        Options
	body     strings.Builder
	pictures *flow
	media    [][]byte
	kinds    []string // jpeg or png, of each of media
	shown    int      // pictures so far
	links    []string
	lists    int // numbered lists so far
	counting bool
}

// esc escapes text for XML.
func esc(s string) string {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(s)); err != nil { // a buffer takes all
		return ""
	}
	return b.String()
}

// frame is the border of room to draw in.
const frame = `<w:top w:val="single" w:sz="4" w:space="1" w:color="D8CFC0"/><w:left w:val="single" w:sz="4" w:space="4" w:color="D8CFC0"/><w:bottom w:val="single" w:sz="4" w:space="1" w:color="D8CFC0"/><w:right w:val="single" w:sz="4" w:space="4" w:color="D8CFC0"/>`

func (d *docx) block(b bilingual.Block) {
	if b.Kind == bilingual.Numbered && !d.counting {
		d.lists++
	}
	d.counting = b.Kind == bilingual.Numbered
	switch b.Kind {
	case bilingual.PageBreak:
		d.body.WriteString(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
		return
	case bilingual.Writing:
		for range b.Number {
			d.body.WriteString(`<w:p><w:pPr><w:pStyle w:val="Writing"/></w:pPr></w:p>`)
		}
		return
	case bilingual.Drawing:
		fmt.Fprintf(&d.body, `<w:p><w:pPr><w:pBdr>%s</w:pBdr><w:spacing w:before="240" w:line="%d" w:lineRule="exact"/></w:pPr></w:p>`, frame, b.Number*510)
		return
	case bilingual.Image:
		d.picture(b)
	}
	all := d.o.spoken(b)
	if len(all) == 2 && (d.o.Layout == Columns || d.o.Layout == Facing) {
		d.row(b, all)
		return
	}
	for i, x := range all {
		d.body.WriteString(d.paragraph(b, x, i > 0, i+1 < len(all) || b.Kind == bilingual.Link))
		if b.Kind == bilingual.Link && lastLed(all, i) {
			d.body.WriteString(d.code(x))
		}
	}
	if len(all) == 0 { // a picture without words
		d.body.WriteString(d.paragraph(b, said{lang: d.o.main()}, false, false))
	}
}

// row puts two languages beside each other, the first on the side where reading begins.
func (d *docx) row(b bilingual.Block, all []said) {
	visual := ""
	if rtl(all[0].lang) {
		visual = "<w:bidiVisual/>"
	}
	var cells [2]string
	for i, x := range all {
		cells[i] = d.paragraph(b, x, false, false)
		if b.Kind == bilingual.Link {
			cells[i] += d.code(x)
		}
	}
	fmt.Fprintf(&d.body, `<w:tbl><w:tblPr>%s<w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="2500" w:type="pct"/></w:tcPr>%s</w:tc><w:tc><w:tcPr><w:tcW w:w="2500" w:type="pct"/></w:tcPr>%s</w:tc></w:tr></w:tbl>`,
		visual, cells[0], cells[1])
}

// paragraph writes one text of a block. A subtitle has a style of its own, so that all of
// them change at once.
func (d *docx) paragraph(b bilingual.Block, x said, subtitle, goesOn bool) string {
	text, lang := x.text, x.lang
	var p strings.Builder
	p.WriteString("<w:p><w:pPr>")
	style := map[bilingual.Kind]string{bilingual.Image: "Caption", bilingual.Bullet: "ListParagraph", bilingual.Numbered: "ListParagraph"}[b.Kind]
	if b.Kind == bilingual.Heading {
		style = fmt.Sprintf("Heading%d", b.Level)
	}
	if subtitle {
		style = "Translation"
		if b.Kind == bilingual.Heading {
			style = "TranslationHeading"
		}
	}
	if style != "" {
		fmt.Fprintf(&p, `<w:pStyle w:val="%s"/>`, style)
	}
	if goesOn { // its translation, or its code, begins on the same page
		p.WriteString("<w:keepNext/>")
	}
	if !subtitle {
		p.WriteString(d.listing(b, lang))
	}
	if rtl(lang) {
		p.WriteString("<w:bidi/>")
	}
	if subtitle && (b.Kind == bilingual.Bullet || b.Kind == bilingual.Numbered) {
		fmt.Fprintf(&p, `<w:ind w:left="%d"/>`, 720*(b.Level+1))
	}
	p.WriteString("</w:pPr>")
	link := b.Kind == bilingual.Link && (!subtitle || x.address != b.Path)
	runs := d.runs(text, lang, link)
	if link {
		d.links = append(d.links, x.address)
		runs = fmt.Sprintf(`<w:hyperlink r:id="link%d">%s</w:hyperlink>`, len(d.links), runs)
	}
	p.WriteString(runs + "</w:p>")
	return p.String()
}

// listing numbers a list item: 1 are bullets, each numbered list has a number of its own, and
// so has its translation beside it, which counts by itself.
func (d *docx) listing(b bilingual.Block, lang string) string {
	id := 1
	switch b.Kind {
	case bilingual.Numbered:
		id = 2 * d.lists
		if lang == d.o.Second {
			id++
		}
	case bilingual.Bullet:
	default:
		return ""
	}
	return fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, min(b.Level, 8), id)
}

// runs writes a text in its styles; within a link, which is not nested.
func (d *docx) runs(text, lang string, within bool) string {
	var b strings.Builder
	for _, piece := range pieces(text, lang) {
		linked := piece.Link != "" && !within
		if linked {
			d.links = append(d.links, piece.Link)
			fmt.Fprintf(&b, `<w:hyperlink r:id="link%d">`, len(d.links))
		}
		b.WriteString("<w:r><w:rPr>")
		if piece.Bold {
			b.WriteString("<w:b/><w:bCs/>")
		}
		if piece.Italic {
			b.WriteString("<w:i/>")
		}
		if linked || within {
			b.WriteString(`<w:color w:val="1F6F6B"/><w:u w:val="single"/>`)
		}
		if rtl(lang) {
			fmt.Fprintf(&b, `<w:rtl/><w:lang w:bidi="%s"/>`, esc(lang))
		} else {
			fmt.Fprintf(&b, `<w:lang w:val="%s"/>`, esc(lang))
		}
		words := piece.Text
		if rtl(lang) {
			words = withMarks(words)
		}
		fmt.Fprintf(&b, `</w:rPr><w:t xml:space="preserve">%s</w:t></w:r>`, strings.ReplaceAll(esc(words), "&#xA;", `</w:t><w:br/><w:t xml:space="preserve">`))
		if linked {
			b.WriteString(`</w:hyperlink>`)
		}
	}
	return b.String()
}

// withMarks puts a mark on either side of what keeps its own order within Arabic: word
// processors know them better than isolates.
func withMarks(text string) string {
	var b strings.Builder
	at := 0
	for _, m := range typeset.Isolated(text) {
		b.WriteString(text[at:m[0]] + lrm + text[m[0]:m[1]] + lrm)
		at = m[1]
	}
	return b.String() + text[at:]
}

// emu are English metric units, of which 12,700 make a point.
const emu = 12700

func (d *docx) picture(b bilingual.Block) {
	p, ok := d.pictures.picture(b).(*picture)
	if !ok {
		return
	}
	kind, data, err := p.file()
	if err != nil {
		d.pictures.problems = append(d.pictures.problems, bilingual.Problem{Line: b.Line, Code: bilingual.BadPicture, Text: b.Path})
		return
	}
	name := ""
	if b.Wide {
		name = wideName
	}
	d.body.WriteString(`<w:p><w:pPr><w:keepNext/><w:jc w:val="center"/></w:pPr>` + d.inline(strings.TrimPrefix(kind, "image/"), data, p.w, p.h, name, b.Text) + "</w:p>")
}

// What tells a picture over the whole width, and the code of a link, from others when a document
// is brought back.
const (
	wideName = " wide"
	codeName = " code"
)

// inline is a run with a picture in it, w by h points. The same file is kept once.
func (d *docx) inline(kind string, data []byte, w, h float64, name, alt string) string {
	at := slices.IndexFunc(d.media, func(m []byte) bool { return bytes.Equal(m, data) })
	if at < 0 {
		at = len(d.media)
		d.media, d.kinds = append(d.media, data), append(d.kinds, kind)
	}
	d.shown++
	n, x, y := d.shown, int(w*emu), int(h*emu)
	return fmt.Sprintf(`<w:r><w:drawing><wp:inline><wp:extent cx="%d" cy="%d"/><wp:docPr id="%d" name="%d%s" descr="%s"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="%d" name="%d"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="media%d"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
		x, y, n, n, name, esc(alt), n, n, at+1, x, y)
}

// code is a paragraph with what a phone scans of a link; nothing where its address is too long
// for that.
func (d *docx) code(x said) string {
	c := newCode(x.address, d.o.TextSize)
	if len(c.modules) == 0 {
		return ""
	}
	bidi := ""
	if rtl(x.lang) {
		bidi = "<w:bidi/>"
	}
	return "<w:p><w:pPr>" + bidi + "</w:pPr>" + d.inline("png", c.file(), c.side, c.side, codeName, plain(x.text)) + "</w:p>"
}

// twips are twentieths of a point.
func twips(points float64) int { return int(points*20 + 0.5) }
