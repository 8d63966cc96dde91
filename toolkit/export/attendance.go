package export

import (
	"fmt"
	"image/color"

	"kring/internal/typeset"
)

// List is an attendance list to sign. Every word on it comes in the user's language.
type List struct {
	Title, Subtitle string
	NameHead        string
	Columns         []string // a head for each session, to sign under
	Names           []string
	Spare           int // empty rows for who comes unannounced
	Lang            string
	Meta            Meta
}

// A row of 30 points leaves room for a signature; one of 23 will do where that keeps
// the group on one sheet.
const (
	roomy = 30.0
	tight = 23.0
)

// Pages lays the list out on A4 on its side.
func (l List) Pages() []*Page {
	paper := Paper{A4.Height, A4.Width}
	const margin = 40.0
	names := append(append([]string{}, l.Names...), make([]string, l.Spare)...)
	space := paper.Height - 2*margin - 76 // under the heads
	height := min(max(space/float64(len(names)), tight), roomy)
	perPage := int(space / height)
	var out []*Page
	for from := 0; from == 0 || from < len(names); from += perPage {
		p := &Page{Paper: paper}
		l.page(p, margin, height, names[from:min(from+perPage, len(names))], from)
		out = append(out, p)
	}
	return out
}

func (l List) page(p *Page, margin, rowHeight float64, names []string, from int) {
	width := p.Paper.Width - 2*margin
	y := margin + p.Text(margin, margin, styled(l.Title, 18, width, true, teal, l.Lang))
	y += p.Text(margin, y, styled(l.Subtitle, 10.5, width, false, soft, l.Lang)) + 8
	nameWidth := width * 0.28
	colWidth := (width - nameWidth) / float64(max(len(l.Columns), 1))
	p.Rect(margin, y, width, 26, tint)
	p.Text(margin+6, y+6, styled(l.NameHead, 10, nameWidth-8, true, ink, l.Lang))
	for i, c := range l.Columns {
		t := styled(c, 9.5, colWidth, true, ink, l.Lang)
		t.Align = typeset.Center
		p.Text(margin+nameWidth+float64(i)*colWidth, y+6, t)
	}
	top := y
	y += 26
	for i, n := range names {
		num := styled(fmt.Sprintf("%d", from+i+1), 8.5, 0, false, soft, l.Lang)
		p.Text(margin+5, y+rowHeight/2-6, num)
		name := fit(n, 11, nameWidth-30)
		p.Lines(margin+24, y+(rowHeight-name[0].Height)/2, name)
		p.Rect(margin, y, width, 0.6, rule)
		y += rowHeight
	}
	p.Rect(margin, y, width, 0.6, rule)
	for i := range len(l.Columns) + 1 {
		p.Rect(margin+nameWidth+float64(i)*colWidth-0.3, top, 0.6, y-top, rule)
	}
}

// fit makes a name smaller until it stands on one line; its own letters decide its
// direction, and it hangs left in the column like the others.
func fit(name string, size, width float64) []typeset.Line {
	lines := typeset.Plain(name, size, 0, ink).Lay()
	for size > 7 && lines[0].Width > width {
		size -= 0.5
		lines = typeset.Plain(name, size, 0, ink).Lay()
	}
	return lines
}

func styled(text string, size, width float64, bold bool, c color.NRGBA, lang string) typeset.Paragraph {
	return typeset.Paragraph{Spans: []typeset.Span{{Text: text, Bold: bold, Size: size, Color: c}}, Width: width, Lang: lang}
}
