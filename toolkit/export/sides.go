package export

import (
	"kring/internal/typeset"
	"kring/toolkit/bilingual"
)

// gutter is the white between two columns, in points.
const gutter = 26.0

// side is where one of two languages goes.
type side struct {
	page  int // counted back from the last: 0, or 1 for the left of two pages
	x     float64
	right bool // bullets stand at the right
}

// spread lays two languages beside each other: each block begins at the same height in
// both, on one page or on two that face each other.
type spread struct {
	*flow
	sides [2]side
}

// sideBySide lays a document in columns or on facing pages.
func (l *flow) sideBySide(doc bilingual.Document) {
	s := &spread{flow: l}
	full := l.width
	other := side{x: l.margin, right: rtl(l.o.Second)}
	if l.o.Layout == Columns {
		l.width = (full - gutter) / 2
		other.x += l.width + gutter
		s.sides = [2]side{{x: l.margin}, other}
	} else {
		l.cover(doc)
		s.sides = [2]side{{x: l.margin, page: 1}, other}
	}
	l.blocks(doc, s.begin, s.place)
	l.width = full
}

// begin begins a new page, or two that face each other.
func (s *spread) begin() {
	for range s.sides[0].page + 1 {
		s.newPage()
	}
}

func (s *spread) on(side side) *Page { return s.pages[len(s.pages)-1-side.page] }

// place puts both languages of a block beside each other, whole where they fit.
func (s *spread) place(u unit) {
	if s.y > s.margin {
		s.y += u.before
	}
	height := u.beside()
	if s.y+height+s.keep > s.bottom() && s.y > s.margin && height < s.bottom()-s.margin {
		s.begin()
	}
	texts := [2][]typeset.Line{u.main, u.sub}
	part, from, top := s.flow.begin(u), s.y, 0.0
	for i, side := range s.sides {
		if len(texts[i]) > 0 || u.art != nil {
			s.y = from
			top = s.above(s.on(side), u, side.x, side.right)
			s.sign(s.on(side), u, side.x, side.right)
		}
	}
	s.lines(texts, u.indent, [2]*element{s.tag(u, false), s.tag(u, true)})
	s.y = max(s.y, top)
	part.end(s.flow, false)
	if u.heading == 1 {
		s.on(s.sides[0]).Rect(s.sides[0].x, s.y+4, 56, 3, terracotta)
		s.y += 10
	}
}

// lines writes both texts line by line; what does not fit goes on on the next page, in
// both at once.
func (s *spread) lines(texts [2][]typeset.Line, indent float64, tags [2]*element) {
	for len(texts[0])+len(texts[1]) > 0 {
		from := s.y
		end := from
		for i, side := range s.sides {
			n := fitting(texts[i], s.bottom()-from, from == s.margin)
			p := s.on(side)
			before := len(p.marks)
			end = max(end, from+p.Lines(side.x+indent, from, texts[i][:n]))
			p.tagged(before, tags[i])
			texts[i] = texts[i][n:]
		}
		s.y = end
		if len(texts[0])+len(texts[1]) > 0 {
			s.begin()
		}
	}
}

// cover is a right-hand page with the title, so that what follows faces each other.
func (l *flow) cover(doc bilingual.Document) {
	l.newPage()
	size := min(2.4*l.o.TextSize, l.o.Paper.Width/14)
	title := styled(doc.Title(), size, l.width, true, teal, l.o.Lang)
	title.Align = typeset.Center
	y := l.o.Paper.Height * 0.32
	y += l.page().Text(l.margin, y, title) + 8
	if other, ok := doc.Meta["title_"+l.o.Second].(string); ok {
		sub := styled(other, size*0.92, l.width, true, terracotta, l.o.Second)
		sub.Align = typeset.Center
		l.page().Text(l.margin, y, sub)
	}
}
