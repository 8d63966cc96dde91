package export

import (
	"errors"
	"fmt"
	"image/color"
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
	Lang     string  // of the first language; "" is nl
	Second   string  // of the translation; "" is ar
}

func (o Options) filled() (Options, error) {
	if o.Layout == "" {
		o.Layout = Subtitles
	}
	if !slices.Contains(Layouts(), o.Layout) {
		return o, fmt.Errorf("%q: %w", o.Layout, ErrLayout)
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
	return o, nil
}

// LayOut lays a document's pages.
func LayOut(doc bilingual.Document, o Options) ([]*Page, error) {
	o, err := o.filled()
	if err != nil {
		return nil, err
	}
	l := &flow{o: o, margin: o.Paper.Width * 0.11, title: doc.Title()}
	l.titleSecond, _ = doc.Meta["title_"+l.o.Second].(string)
	l.width = o.Paper.Width - 2*l.margin
	if o.Layout == Columns || o.Layout == Facing {
		return l.sideBySide(doc), nil
	}
	l.blocks(doc, l.newPage, l.place)
	l.number()
	return l.pages, nil
}

// blocks lays every block out once and has it placed; begin begins a page.
func (l *flow) blocks(doc bilingual.Document, begin func(), place func(unit)) {
	begin()
	var ahead *unit // laid out already, for the heading before it
	for i, b := range doc.Blocks {
		if b.Kind == bilingual.PageBreak {
			begin()
			continue
		}
		group := ahead
		if group == nil {
			group = new(l.unit(b))
		}
		ahead = nil
		if b.Kind == bilingual.Heading && i+1 < len(doc.Blocks) && doc.Blocks[i+1].Kind != bilingual.PageBreak {
			ahead = new(l.unit(doc.Blocks[i+1]))
			l.keep = ahead.first() // a heading stays with what follows
		}
		place(*group)
		l.keep = 0
	}
}

// flow puts blocks onto pages from top to bottom.
type flow struct {
	o             Options
	margin, width float64
	y, keep       float64
	title         string
	titleSecond   string
	pages         []*Page
}

func (l *flow) newPage() {
	l.pages = append(l.pages, &Page{Paper: l.o.Paper})
	l.y = l.margin
}

func (l *flow) page() *Page     { return l.pages[len(l.pages)-1] }
func (l *flow) bottom() float64 { return l.o.Paper.Height - l.margin }

// unit is one block with its translation, laid out.
type unit struct {
	before, indent float64
	label, right   []typeset.Line // the bullet or number, at the left and at the right
	main, sub      []typeset.Line
	heading        int
}

func (u unit) height() float64 {
	h := typeset.Height(u.main) + typeset.Height(u.sub)
	if len(u.main) > 0 && len(u.sub) > 0 {
		h += 3
	}
	return h
}

// first is the least of a unit that may stand at the foot of a page.
func (u unit) first() float64 { return u.before + min(u.height(), 60) }

func (l *flow) unit(b bilingual.Block) unit {
	size, bold, before, c := l.o.TextSize, false, l.o.TextSize*0.8, ink
	u := unit{}
	switch b.Kind {
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
	tr := b.Translations[l.o.Second]
	switch {
	case l.o.Layout == First || tr == "":
		u.main = l.paragraph(b.Text, size, bold, c, l.o.Lang, u.indent)
	case l.o.Layout == Second:
		u.main = l.paragraph(tr, size, bold, c, l.o.Second, u.indent)
	default:
		u.main = l.paragraph(b.Text, size, bold, c, l.o.Lang, u.indent)
		u.sub = l.paragraph(tr, size*0.95, bold, l.subtitleColor(b), l.o.Second, u.indent)
	}
	u.label, u.right = l.label(b, size, typeset.LTR), l.label(b, size, typeset.RTL)
	return u
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
	if rtl(lang) {
		p.Width = l.width - indent*2 // both edges, so that bullets stand free
	}
	for _, piece := range bilingual.Inline(text) {
		p.Spans = append(p.Spans, typeset.Span{Text: piece.Text, Bold: bold || piece.Bold, Size: size, Color: c})
	}
	return p.Lay()
}

func rtl(lang string) bool { return lang == "ar" || lang == "fa" || lang == "ur" }

// place puts a unit onto the page, whole where it fits on one.
func (l *flow) place(u unit) {
	if l.y > l.margin {
		l.y += u.before
	}
	if l.y+u.height()+l.keep > l.bottom() && l.y > l.margin && u.height() < l.bottom()-l.margin {
		l.newPage()
	}
	x := l.margin + u.indent
	l.sign(l.page(), u, l.margin, l.o.Layout == Second && rtl(l.o.Second))
	l.lines(x, u.main)
	if len(u.main) > 0 && len(u.sub) > 0 {
		l.y += 3
	}
	l.lines(x, u.sub)
	if u.heading == 1 {
		x := l.margin
		if l.o.Layout == Second && rtl(l.o.Second) {
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

// lines writes lines one by one, on to the next page where they do not fit.
func (l *flow) lines(x float64, lines []typeset.Line) {
	for i := range lines {
		if l.y+lines[i].Height > l.bottom() {
			l.newPage()
		}
		l.y += l.page().Lines(x, l.y, lines[i:i+1])
	}
}

// number writes the running title and the page numbers. On an Arabic page the title is
// the Arabic one, at the right, and the number at the left.
func (l *flow) number() {
	for i, p := range l.pages {
		lang, title := l.o.Lang, l.title
		if l.second(i) && l.titleSecond != "" {
			lang, title = l.o.Second, l.titleSecond
		}
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

// second tells whether a page is in the second language alone.
func (l *flow) second(page int) bool {
	return l.o.Layout == Second || l.o.Layout == Facing && page > 0 && page%2 == 0
}
