package export

import (
	"errors"
	"fmt"
	"image/color"
	"io/fs"
	"slices"

	"kring/internal/typeset"
	"kring/toolkit/bilingual"
)

// Layout says how two languages share a page.
type Layout string

// The layouts that can be printed.
const (
	Subtitles Layout = "subtitles" // the translation under each block
	Columns   Layout = "columns"   // the first language left, the translation right, block by block
	Facing    Layout = "facing"    // the same on pages that face each other, after a cover
	First     Layout = "first"     // the first language alone
	Second    Layout = "second"    // the translation alone
)

// Layouts lists them in the order of a picker.
func Layouts() []Layout { return []Layout{Subtitles, Columns, Facing, First, Second} }

// ErrLayout says that a layout does not exist.
var ErrLayout = errors.New("no such layout")

// Options of a print.
type Options struct {
	Layout   Layout
	Paper    Paper
	TextSize float64 // points; 0 is 11
	Lang     string  // in which the text was written; "" is nl
	Second   string  // of the translation; "" is ar

	// Languages to print, the first large and one or two under it, in place of Lang and
	// Second: a layout in one language takes the first or the second of them, columns and
	// facing pages take two. Empty: those two.
	Languages []string

	Contents bool  // a table of contents goes before the text
	Heads    Heads // the words that stand above it
	Numbers  []int // of each block, in the margin, to name it by; 0 and nil: none
	Files    fs.FS // where pictures are; nil: nowhere
	Booklet  bool  // the pages, which are A5 then, two by two on A4 to be folded
}

// Heads are words that the text itself does not have, by language.
type Heads struct{ Contents map[string]string }

// Book is a document laid on pages.
type Book struct {
	Pages    []*Page
	Chapters []Chapter
	Problems []bilingual.Problem // pictures that could not be had; their captions print
	Lang     string              // that was printed, of several the first
	Ends     []Spot              // where each block of the text ends, where languages share a column
}

// Spot is a place on the pages of a book: how far down which one, in points.
type Spot struct {
	Page int
	Y    float64
}

// Chapter is a heading and where it stands.
type Chapter struct {
	Level int
	Title string // in the language of the book
	Page  int    // index in Pages
	said  []said // in all languages that are printed
}

func (o Options) filled() (Options, error) {
	if o.Layout == "" {
		o.Layout = Subtitles
	}
	if !slices.Contains(Layouts(), o.Layout) {
		return o, fmt.Errorf("%q: %w", o.Layout, ErrLayout)
	}
	if o.Booklet {
		o.Paper = A5
	}
	if o.Paper == (Paper{}) {
		o.Paper = A4
	}
	if o.TextSize == 0 {
		o.TextSize = 11
	}
	if o.Lang == "" {
		o.Lang = "nl"
	}
	if o.Second == "" {
		o.Second = "ar"
	}
	return o.chosen(), nil
}

// LayOut lays a document on pages.
func LayOut(doc bilingual.Document, o Options) (Book, error) {
	o, err := o.filled()
	if err != nil {
		return Book{}, err
	}
	o.Numbers = fullNumbers(doc, o.Numbers)
	doc = doc.Full()
	l := laid(doc, o, 1)
	if l.nearlyEmpty() {
		l = l.closer(doc)
	}
	if o.Contents {
		l.contents()
	}
	l.number()
	book := Book{Pages: l.pages, Chapters: l.chapters, Problems: l.problems, Lang: o.main(), Ends: l.ends}
	if o.Booklet {
		book.fold()
	}
	return book, nil
}

// laid has a document on its pages, with the pictures so much smaller than they are.
func laid(doc bilingual.Document, o Options, pictures float64) *flow {
	l := &flow{o: o, margin: o.Paper.Width * 0.11, title: doc.Title(), titles: o.titles(doc), pictures: pictures}
	l.width = o.Paper.Width - 2*l.margin
	if o.Layout == Columns || o.Layout == Facing {
		l.sideBySide(doc)
	} else {
		l.blocks(doc, l.newPage, l.place)
	}
	return l
}

// blocks lays every block out once and has it placed; begin begins a page.
func (l *flow) blocks(doc bilingual.Document, begin func(), place func(unit)) {
	begin()
	var ahead *unit // laid out already, for the heading before it
	for i, b := range doc.Blocks {
		if b.Kind == bilingual.PageBreak {
			begin()
			l.ended()
			continue
		}
		group := ahead
		if group == nil {
			group = new(l.unit(b))
		}
		ahead = nil
		group.number = l.o.numberOf(i)
		if rest := doc.Blocks[i+1:]; stays(b, rest) {
			ahead = new(l.unit(rest[0]))
			l.keep = l.stay(*group, *ahead, rest)
		}
		place(*group)
		l.ended()
		if b.Kind == bilingual.Heading {
			l.chapters = append(l.chapters, Chapter{b.Level, group.said[0].text, len(l.pages) - 1, group.said})
		}
		l.keep = 0
	}
}

// flow puts blocks onto pages from top to bottom.
type flow struct {
	o             Options
	margin, width float64
	y, keep       float64
	title         string
	titles        map[string]string // in other languages
	pages         []*Page
	chapters      []Chapter
	problems      []bilingual.Problem
	known         map[sized]*picture // that were read already
	striped       stripe             // the part of the unit above
	barAt         float64            // where a rule stands beside the lines; 0 is none
	ends          []Spot             // of the blocks so far
	pictures      float64            // how large pictures are, over how large they might be
}

// ended notes where the block ends that was placed last.
func (l *flow) ended() { l.ends = append(l.ends, Spot{len(l.pages) - 1, l.y}) }

func (l *flow) newPage() {
	l.pages = append(l.pages, &Page{Paper: l.o.Paper})
	l.y = l.margin
}

func (l *flow) page() *Page     { return l.pages[len(l.pages)-1] }
func (l *flow) bottom() float64 { return l.o.Paper.Height - l.margin }

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
	art            art // above the text, or beside it; nil for most
}

// underGap is the white above a translation that stands under the text, in points.
const underGap = 3.0

func (u unit) height() float64 {
	h := 0.0
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
		u.before, u.art = before, newWritingBox(b, l)
		return u
	case bilingual.Image:
		size, c = size*0.9, soft
		u.art = l.picture(b)
	case bilingual.Link:
		u.art = newCode(b.Path, l.o.TextSize)
		u.indent, bold = u.art.width()+artGap, true
	case bilingual.Heading:
		u.heading = b.Level
		size, bold, before, c = size*[]float64{2, 1.45, 1.2, 1.1, 1, 1}[b.Level-1], true, size*1.6, teal
		if len(l.pages) == 1 && l.y == l.margin {
			before = 0
		}
	case bilingual.Bullet, bilingual.Numbered:
		u.indent, before = 16+float64(b.Level)*14, size*0.4
	}
	u.before = before
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
	if b.Kind == bilingual.Link {
		u.said[0].lines = append(u.said[0].lines, l.address(b.Path, u.indent)...)
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

// address is where a link leads, for who types it over.
func (l *flow) address(path string, indent float64) []typeset.Line {
	p := typeset.Plain(path, l.o.TextSize*0.8, l.width-2*indent, soft)
	p.Dir = typeset.LTR
	if rtl(l.o.main()) {
		p.Align = typeset.End
	}
	return p.Lay()
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

func (l *flow) paragraph(text string, size float64, bold bool, c color.NRGBA, lang string, indent float64) []typeset.Line {
	p := typeset.Paragraph{Lang: lang, Width: l.width - indent}
	if l.o.Layout == Columns && rtl(lang) {
		p.Leading = columnLeading
	}
	if rtl(lang) {
		p.Width = l.width - indent*2 // both edges, so that bullets stand free
	}
	for _, piece := range pieces(text, lang) {
		span := typeset.Span{Text: piece.Text, Bold: bold || piece.Bold, Italic: piece.Italic, Size: size, Color: c, Link: piece.Link}
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

// place puts a unit onto the page, whole where it fits on one.
func (l *flow) place(u unit) {
	if l.y > l.margin {
		l.y += u.before
	}
	if l.y+u.height()+l.keep > l.bottom() && l.y > l.margin && u.height() < l.bottom()-l.margin {
		l.newPage()
	}
	right := rtl(l.o.main())
	part := l.begin(u)
	l.margined(l.page(), u, right)
	top := l.above(l.page(), u, l.margin, right)
	l.sign(l.page(), u, l.margin, right)
	for i, said := range u.said {
		x := l.margin + u.indent
		if i > 0 {
			l.y += underGap
		}
		if i > 0 && u.barred {
			l.barAt = l.bar(u, said.lang)
			if !rtl(said.lang) {
				x += barRoom
			}
		}
		l.lines(x, said.lines, u.tag(i))
		l.barAt = 0
	}
	l.y = max(l.y, top)
	part.end(l, right)
	if u.heading == 1 {
		x := l.margin
		if right {
			x += l.width - 56
		}
		l.page().Rect(x, l.y+4, 56, 3, terracotta)
		l.y += 10
	}
}

// sign writes a unit's bullet or number beside its text, which begins at x.
func (l *flow) sign(p *Page, u unit, x float64, right bool) {
	switch {
	case len(u.label) == 0:
	case right:
		p.Lines(x+l.width-u.indent+14-u.right[0].Width, l.y, u.right)
	default:
		p.Lines(x+u.indent-14, l.y, u.label)
	}
}

// The rule that sets a translation apart from the text above it, and the room it takes.
const (
	barRoom  = 9.0
	barWidth = 0.9
)

// bar is where the rule beside a unit's translation stands: at the side on which that
// begins.
func (l *flow) bar(u unit, lang string) float64 {
	if rtl(lang) {
		return l.margin + l.width - u.indent - barWidth
	}
	return l.margin + u.indent
}

// lines writes lines, on to the next page where they do not fit, with the rule beside them
// if there is one.
func (l *flow) lines(x float64, lines []typeset.Line, t *element) {
	for len(lines) > 0 {
		n := fitting(lines, l.bottom()-l.y, l.y == l.margin)
		from := len(l.page().marks)
		top := l.y
		l.y += l.page().Lines(x, l.y, lines[:n])
		l.page().tagged(from, t)
		if l.barAt > 0 && n > 0 {
			l.page().Rect(l.barAt, top+2, barWidth, l.y-top-4, terracotta)
		}
		if lines = lines[n:]; len(lines) > 0 {
			l.newPage()
		}
	}
}

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

// fitting is how many of a paragraph's lines go into a height. None of them stands
// alone, at the foot of a page (an orphan) or at the head of the next (a widow). On a
// fresh page there is always one at least.
func fitting(lines []typeset.Line, height float64, fresh bool) int {
	n, h := 0, 0.0
	for n < len(lines) && h+lines[n].Height <= height {
		h += lines[n].Height
		n++
	}
	if n == len(lines) {
		return n
	}
	if n == len(lines)-1 && n > 2 {
		n--
	}
	if n == 1 && len(lines) > 1 && !fresh {
		n = 0
	}
	if fresh {
		n = max(n, 1)
	}
	return n
}

// number writes the running title and the page numbers. On a page from right to left
// the title stands at the right, and the number at the left.
func (l *flow) number() {
	for i, p := range l.pages {
		lang, title := l.headOf(i)
		y := l.o.Paper.Height - l.margin*0.6
		p.Rect(l.margin, y-6, l.width, 0.6, rule)
		t := typeset.Plain(title, 8.5, l.width*0.8, soft)
		t.Lang = lang
		x := l.margin
		if rtl(lang) {
			x += l.width * 0.2
		}
		p.Lines(x, y, t.Lay()[:1])
		n := typeset.Plain(fmt.Sprintf("%d / %d", i+1, len(l.pages)), 8.5, l.width, soft)
		n.Dir = typeset.LTR
		if !rtl(lang) {
			n.Align = typeset.End
		}
		p.Text(l.margin, y, n)
	}
}
