package export

import (
	"kring/internal/typeset"
	"kring/toolkit/bilingual"
)

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
	headed        bool               // the block above is a heading
	parted        bool               // a heading, its text and what belongs to that are more than a page
	barAt         float64            // where a rule stands beside the lines; 0 is none
	ends          []Spot             // of the blocks so far
	scale                            // how large the pictures and the white are
	common        *common
}

// blocks lays every block out once and has it placed; begin begins a page.
func (l *flow) blocks(doc bilingual.Document, begin func(), place func(unit)) {
	begin()
	var ahead *unit // laid out already, for the heading before it
	for i, b := range doc.Blocks {
		if b.Kind == bilingual.PageBreak {
			begin()
			l.ended()
			l.headed = false
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
		l.keep, l.headed = 0, b.Kind == bilingual.Heading
	}
}

// ended notes where the block ends that was placed last.
func (l *flow) ended() { l.ends = append(l.ends, Spot{len(l.pages) - 1, l.y}) }

func (l *flow) newPage() {
	l.pages = append(l.pages, &Page{Paper: l.o.Paper})
	l.y = l.margin
}

func (l *flow) page() *Page     { return l.pages[len(l.pages)-1] }
func (l *flow) bottom() float64 { return l.o.Paper.Height - l.margin }

// place puts a unit onto the page, whole where it fits on one.
func (l *flow) place(u unit) {
	if l.y > l.margin {
		l.y += u.before
	}
	u = l.squeezed(u)
	if l.y+u.height()+l.keep > l.bottom() && l.y > l.margin && u.height() < l.bottom()-l.margin && !l.hangs(u) {
		l.newPage()
	}
	right := rtl(l.o.main())
	part := l.begin(u)
	l.margined(l.page(), u, right)
	l.above(l.page(), u, l.margin)
	l.sign(l.page(), u, l.margin, right)
	l.placeCards(u.cards, right)
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
	part.end(l, right)
	l.underTitle(l.page(), u, l.margin, right)
}

// underTitle draws the short rule that stands under a heading of the first level, which begins
// at x.
func (l *flow) underTitle(p *Page, u unit, x float64, right bool) {
	const long, thick = 56.0, 3.0
	if u.heading != 1 {
		return
	}
	if right {
		x += l.width - long
	}
	p.Rect(x, l.y+4, long, thick, terracotta)
	l.y += 10
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
	if n == len(lines)-1 && n > 0 {
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
