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
	main, second := l.o.Languages[0], l.o.Languages[1]
	first, other := side{x: l.margin, right: rtl(main)}, side{x: l.margin, right: rtl(second)}
	if l.o.Layout == Columns {
		l.width = (full - gutter) / 2
		if rtl(main) { // reading begins at the right
			first.x += l.width + gutter
		} else {
			other.x += l.width + gutter
		}
	} else {
		l.cover(doc)
		first.page = 1
	}
	s.sides = [2]side{first, other}
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

// across is the width of both columns.
func (l *flow) across() float64 { return 2*l.width + gutter }

// overBoth is a picture that stands once over both columns: the caption alone is said twice.
func (l *flow) overBoth(b bilingual.Block) art {
	const wider = 1.25 // than a column
	column := l.width
	defer func() { l.width = column }()
	if l.width *= wider; b.Wide {
		l.width = 2*column + gutter
	}
	return l.picture(b)
}

// place puts both languages of a block beside each other, whole where they fit.
func (s *spread) place(u unit) {
	if s.y > s.margin {
		s.y += u.before
	}
	height := u.beside()
	if s.y+height+s.keep > s.bottom() && s.y > s.margin && height < s.bottom()-s.margin && !s.hangs(u) {
		s.begin()
	}
	var texts [2][]typeset.Line
	for i, x := range u.said {
		texts[i] = x.lines
	}
	first := s.sides[0]
	part, from := s.flow.begin(u), s.y
	s.margined(s.on(first), u, first.right)
	once := s.o.Layout == Columns && u.kind == bilingual.Image && u.art != nil
	if once {
		s.above(s.on(first), u, s.margin+(s.across()-u.art.width())/2)
	}
	for i, side := range s.sides {
		if len(texts[i]) > 0 || u.art != nil {
			if !once {
				s.y = from
				s.above(s.on(side), u, side.x)
			}
			s.sign(s.on(side), u, side.x, side.right)
		}
	}
	for i, c := range u.cards {
		c.draw(s.on(s.sides[i]), s.sides[i].x, from)
		s.y = from + c.h + cardGap
	}
	s.lines(texts, u.indent, [2]*element{u.tag(0), u.tag(1)})
	part.end(s.flow, first.right)
	s.underTitle(s.on(first), u, first.x, first.right)
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
	y := l.o.Paper.Height * 0.32
	for i, lang := range l.o.Languages {
		title, ok := l.titles[lang]
		if !ok {
			continue
		}
		t := styled(title, size, l.width, true, teal, lang)
		if i > 0 {
			t = styled(title, size*0.92, l.width, true, terracotta, lang)
		}
		t.Align = typeset.Center
		y += l.page().Text(l.margin, y, t) + 8
	}
}
