package export

import (
	"image/color"

	"kring/internal/typeset"
)

// sheetOf places things on paper from the side where reading begins.
type sheetOf struct {
	lang   string
	paper  Paper
	margin float64
	pages  []*Page
	y      float64
}

func (x *sheetOf) newPage() {
	x.pages = append(x.pages, &Page{Paper: x.paper})
	x.y = x.margin
}

func (x *sheetOf) page() *Page { return x.pages[len(x.pages)-1] }

func (x *sheetOf) width() float64 { return x.paper.Width - 2*x.margin }

// room begins a new page where a height does not fit.
func (x *sheetOf) room(h float64) {
	if x.y+h > x.paper.Height-x.margin {
		x.newPage()
	}
}

// left is where something begins that is w wide and from away from the side of reading.
func (x *sheetOf) left(from, w float64) float64 {
	if rtl(x.lang) {
		return x.paper.Width - x.margin - from - w
	}
	return x.margin + from
}

func (x *sheetOf) rect(from, y, w, h float64, c color.NRGBA) {
	x.page().Rect(x.left(from, w), y, w, h, c)
}

// look is how a text is written.
type look struct {
	size   float64
	bold   bool
	color  color.NRGBA
	role   string
	center bool
}

// text writes one at a height and gives its own.
func (x *sheetOf) text(s string, from, y, w float64, l look) float64 {
	p := x.page()
	at := len(p.marks)
	t := styled(s, l.size, w, l.bold, l.color, x.lang)
	if l.center {
		t.Align = typeset.Center
	}
	h := p.Text(x.left(from, w), y, t)
	role := l.role
	if role == "" {
		role = "P"
	}
	p.tagged(at, &element{role: role, lang: x.lang, text: s})
	return h
}
