package export

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"iter"
	"slices"
	"strconv"

	"kring/internal/typeset"
	"kring/toolkit/bilingual"

	qrcode "github.com/skip2/go-qrcode"
)

// art is what a block shows besides its text. Sizes are in points.
type art interface {
	width() float64
	height() float64
	draw(p *Page, x, y float64)
}

// artGap is the white between art and its text, in points.
const artGap = 10.0

// withArt is the height of a unit whose text is so high.
func (u unit) withArt(text float64) float64 {
	switch {
	case u.art == nil:
		return text
	case text == 0:
		return u.art.height()
	}
	return u.art.height() + artGap/2 + text
}

// figure is what is said of a unit's art to who hears it.
func (u unit) figure() *element {
	return &element{role: "Figure", lang: u.said[0].lang, alt: u.said[0].text}
}

// above draws a unit's art and goes on to where its text begins.
func (l *flow) above(p *Page, u unit, x float64) {
	if u.art == nil {
		return
	}
	before := len(p.marks)
	u.art.draw(p, x, l.y)
	if u.kind != bilingual.Writing && u.kind != bilingual.Drawing {
		p.tagged(before, u.figure())
	}
	l.y += u.art.height()
	if len(u.said) > 0 {
		l.y += artGap / 2
	}
}

// writingBox is a frame with lines to write on, or white to draw in.
type writingBox struct {
	lines         int
	white         bool
	w, lineHeight float64
}

// writingHeight is the height of a line to write on: 9 mm, and more for large print.
const writingHeight = 25.5

func newWritingBox(b bilingual.Block, l *flow) writingBox {
	h := max(writingHeight, 2*l.o.TextSize)
	most := int((l.bottom() - l.margin) / h)
	return writingBox{min(b.Number, most), b.Kind == bilingual.Drawing, l.width, h}
}

func (b writingBox) width() float64  { return b.w }
func (b writingBox) height() float64 { return float64(b.lines) * b.lineHeight }

func (b writingBox) draw(p *Page, x, y float64) {
	if !b.white {
		p.Rect(x, y, b.w, b.height(), tint)
		for i := 1; i < b.lines; i++ {
			p.Rect(x+8, y+float64(i)*b.lineHeight, b.w-16, 0.6, rule)
		}
	}
	p.Frame(x, y, b.w, b.height(), 0.8, rule)
}

// code is a QR code (ISO/IEC 18004) of an address, for who reads on paper.
type code struct {
	modules [][]bool
	side    float64
	address string
}

// What makes that a phone reads a code: how wide one of its squares is at the least (0.4 mm),
// and the white around it, in squares.
const (
	leastModule = 1.13
	quiet       = 3
)

// newCode makes a code about as high as four lines, and more for a long address; one too long
// for a code gives none, and its text still prints.
func newCode(address string, textSize float64) code {
	c := code{address: address}
	if q, err := qrcode.New(address, qrcode.Low); err == nil {
		q.DisableBorder = true
		c.modules = q.Bitmap()
		c.side = max(6*textSize, leastModule*float64(len(c.modules)+2*quiet))
	}
	return c
}

func (c code) width() float64  { return c.side }
func (c code) height() float64 { return c.side }

func (c code) draw(p *Page, x, y float64) {
	if len(c.modules) == 0 {
		return
	}
	p.Rect(x, y, c.side, c.side, white)
	m := c.side / float64(len(c.modules)+2*quiet)
	x, y = x+quiet*m, y+quiet*m
	side := c.side - 2*quiet*m
	p.marks = append(p.marks, mark{x: x, y: y, w: side, h: side, fill: color.NRGBA{A: 0xff}, squares: c.modules})
}

// file is a code as a PNG, with the white around it and some dots to a square.
func (c code) file() []byte {
	const dots = 8
	side := (len(c.modules) + 2*quiet) * dots
	img := image.NewPaletted(image.Rect(0, 0, side, side), color.Palette{color.White, color.Black})
	for row, run := range dark(c.modules) {
		for y := (row + quiet) * dots; y < (row+quiet+1)*dots; y++ {
			for x := (run[0] + quiet) * dots; x < (run[1]+quiet)*dots; x++ {
				img.SetColorIndex(x, y, 1)
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil { // a buffer takes all
		return nil
	}
	return b.Bytes()
}

// dark yields the dark squares of a code, those beside each other as one: its row, its first
// square and the one after its last.
func dark(squares [][]bool) iter.Seq2[int, [2]int] {
	return func(yield func(int, [2]int) bool) {
		for row, line := range squares {
			for from := 0; from < len(line); from++ {
				if !line[from] {
					continue
				}
				to := from + 1
				for to < len(line) && line[to] {
					to++
				}
				if !yield(row, [2]int{from, to}) {
					return
				}
				from = to
			}
		}
	}
}

// partColors are those of the four parts, on paper as on the screen.
var partColors = map[bilingual.Part]color.NRGBA{
	bilingual.Think: {0x4C, 0x7C, 0xB0, 0xff},
	bilingual.Write: {0xE3, 0xB2, 0x3C, 0xff},
	bilingual.Share: {0xD9, 0x73, 0x4E, 0xff},
	bilingual.Do:    {0x4F, 0x8F, 0x5E, 0xff},
}

// stripe is the colour of a part along its blocks. It is a help to the eye: the heading
// says in words which part it is.
type stripe struct {
	part bilingual.Part
	page int
	y    float64
}

// The measures of a stripe, in points.
const (
	stripeWidth = 4.0
	stripeGap   = 12.0
)

// begin is where the stripe of a unit begins: at the end of the one above, where that
// is of the same part.
func (l *flow) begin(u unit) stripe {
	s := stripe{u.part, len(l.pages) - 1, l.y}
	if l.striped.part == u.part && l.striped.page == s.page && u.heading == 0 {
		s.y = l.striped.y
	}
	return s
}

// end draws the stripe to where the unit ended, over as many pages as that took.
func (s stripe) end(l *flow, right bool) {
	last := len(l.pages) - 1
	l.striped = stripe{s.part, last, l.y}
	c, ok := partColors[s.part]
	if !ok {
		return
	}
	left, other := l.margin-stripeGap, l.o.Paper.Width-l.margin+stripeGap-stripeWidth
	if right && l.o.Layout == Facing { // the book is bound on the right
		left, other = other, left
	}
	for i := s.page; i <= last; i++ {
		from, to := l.margin, l.bottom()
		if i == s.page {
			from = s.y
		}
		if i == last {
			to = l.y
		}
		switch {
		case l.o.Layout == Facing: // one of two pages, each with its stripe outside
			if l.second(i) {
				l.pages[i-1].Rect(left, from, stripeWidth, to-from, c)
				l.pages[i].Rect(other, from, stripeWidth, to-from, c)
			}
		case right:
			l.pages[i].Rect(other, from, stripeWidth, to-from, c)
		default:
			l.pages[i].Rect(left, from, stripeWidth, to-from, c)
		}
	}
}

// contents puts a table of contents before the text; of facing pages each language has
// its own, after the cover.
func (l *flow) contents() {
	text := l.pages
	at := 0
	if l.o.Layout == Facing {
		at = 1
	}
	count := len(l.contentPages()) // which moves the text, and with it the numbers
	for i := range l.chapters {
		l.chapters[i].Page += count
	}
	l.pages = slices.Insert(text, at, l.contentPages()...)
}

// contentPages lays the table out.
func (l *flow) contentPages() []*Page {
	if l.o.Layout == Facing {
		first, second := l.contentList(0), l.contentList(1)
		var out []*Page
		for i := range max(len(first), len(second)) {
			for _, side := range [][]*Page{first, second} {
				p := &Page{Paper: l.o.Paper}
				if i < len(side) {
					p = side[i]
				}
				out = append(out, p)
			}
		}
		return out
	}
	return l.contentList(0)
}

// contentList is the table in one of the languages; with the others under each line where
// they share a page.
func (l *flow) contentList(at int) []*Page {
	l.pages = nil
	l.newPage()
	lang := l.o.Languages[at]
	head, headLang := l.o.Heads.Contents[lang], lang
	if head == "" {
		head, headLang = l.o.Heads.Contents[l.o.Lang], l.o.Lang
	}
	l.y += l.page().Text(l.margin, l.y, styled(head, l.o.TextSize*1.6, l.width, true, teal, headLang)) + l.o.TextSize
	for _, c := range l.chapters {
		if c.Level <= contentLevels {
			l.contentLine(c, at)
		}
	}
	return l.pages
}

// contentLevels is how deep the table of contents goes.
const contentLevels = 2

// numberWidth is the room of a page number in the table of contents, in points.
const numberWidth = 34.0

func (l *flow) contentLine(c Chapter, at int) {
	lang := l.o.Languages[at]
	title := c.in(lang)
	size, indent := l.o.TextSize, float64(c.Level-1)*l.o.TextSize*1.4
	width := l.width - numberWidth - indent
	lines := styled(title.text, size, width, c.Level == 1, ink, title.lang).Lay()
	var sub []typeset.Line
	if l.o.Layout != Facing {
		for _, x := range c.said[1:] {
			sub = append(sub, styled(x.text, size*0.9, width, false, soft, x.lang).Lay()...)
		}
	}
	if high := typeset.Height(lines) + typeset.Height(sub); l.y+high > l.bottom() {
		l.newPage()
	}
	x, numberX := l.margin+indent, l.margin
	page := c.Page + 1
	if l.o.Layout == Facing && at == 0 {
		page-- // the left one of the two
	}
	number := typeset.Plain(strconv.Itoa(page), size, l.width, soft)
	number.Dir = typeset.LTR
	if rtl(lang) {
		x = l.margin + numberWidth
	} else {
		number.Align = typeset.End
	}
	l.page().Text(numberX, l.y, number)
	l.y += l.page().Lines(x, l.y, lines)
	l.y += l.page().Lines(x, l.y, sub) + size*0.4
}
