package export

import (
	"image/color"

	"kring/internal/typeset"
)

// Report is numbers as bars, for who would rather look than read.
type Report struct {
	Title, Subtitle string
	Charts          []Chart
	Hidden          string // what stands for a number that is hidden
	Note            string // says why; printed where one is
	Lang            string
}

// Chart is one table: a bar for each row, with its numbers.
type Chart struct {
	Title string
	Heads []string // of the numbers
	Bars  []Bar
}

// Bar is one row. Length is in the units of its chart; a sum has no bar.
type Bar struct {
	Name    string
	Numbers []string
	Length  int
	Sum     bool
}

// The columns of a report on A4, in points.
const (
	reportName   = 150.0
	reportNumber = 46.0
	reportRow    = 17.0
)

// reporter places a report on pages, from the side where reading begins.
type reporter struct {
	Report
	pages []*Page
	y     float64
}

const reportMargin = 48.0

// Pages lays the report out on A4. A chart is never cut in two.
func (r Report) Pages() []*Page {
	x := &reporter{Report: r}
	x.newPage()
	width := A4.Width - 2*reportMargin
	x.y += x.text(r.Title, 0, width, 22, true, teal, "H1") + 2
	if r.Subtitle != "" {
		x.y += x.text(r.Subtitle, 0, width, 11, false, soft, "P")
	}
	x.y += 10
	hidden := false
	for _, c := range r.Charts {
		hidden = x.chart(c) || hidden
	}
	if hidden {
		x.room(30)
		x.text(r.Note, 0, width, 9, false, soft, "P")
	}
	return x.pages
}

func (x *reporter) newPage() {
	x.pages = append(x.pages, &Page{Paper: A4})
	x.y = reportMargin
}

func (x *reporter) page() *Page { return x.pages[len(x.pages)-1] }

func (x *reporter) room(h float64) {
	if x.y+h > A4.Height-reportMargin {
		x.newPage()
	}
}

// left is where something begins that is w wide and from away from the side of reading.
func (x *reporter) left(from, w float64) float64 {
	if rtl(x.Lang) {
		return A4.Width - reportMargin - from - w
	}
	return reportMargin + from
}

// text writes one and gives its height.
func (x *reporter) text(s string, from, w, size float64, bold bool, c color.NRGBA, role string) float64 {
	p := x.page()
	at := len(p.marks)
	h := p.Text(x.left(from, w), x.y, styled(s, size, w, bold, c, x.Lang))
	p.tagged(at, &element{role: role, lang: x.Lang, text: s})
	return h
}

// number writes one in the middle of its column.
func (x *reporter) number(s string, column int, bold bool, c color.NRGBA) {
	p := x.page()
	at := len(p.marks)
	t := styled(s, 9.5, reportNumber, bold, c, x.Lang)
	t.Align = typeset.Center
	p.Text(x.left(reportName+float64(column)*reportNumber, reportNumber), x.y, t)
	p.tagged(at, &element{role: "P", lang: x.Lang, text: s})
}

// chart draws one, and tells whether a number of it is hidden.
func (x *reporter) chart(c Chart) (hidden bool) {
	x.room(float64(len(c.Bars)+2)*reportRow + 14)
	x.text(c.Title, 0, reportName, 12, true, ink, "H2")
	for i, h := range c.Heads {
		x.number(h, i, false, soft)
	}
	x.y += reportRow + 3
	from := reportName + float64(len(c.Heads))*reportNumber + 10
	room := A4.Width - 2*reportMargin - from
	longest := 1
	for _, b := range c.Bars {
		if !b.Sum {
			longest = max(longest, b.Length)
		}
	}
	for _, b := range c.Bars {
		if b.Sum {
			x.page().Rect(x.left(0, from-10), x.y-1, from-10, 0.6, rule)
		}
		x.text(b.Name, 0, reportName, 9.5, b.Sum, ink, "P")
		for i, n := range b.Numbers {
			hidden = hidden || n == x.Hidden
			x.number(n, i, b.Sum || i == len(b.Numbers)-1, ink)
		}
		if w := room * float64(b.Length) / float64(longest); w > 0 && !b.Sum {
			x.page().Rect(x.left(from, w), x.y+2, w, reportRow-7, teal)
		}
		x.y += reportRow
	}
	x.y += 12
	return hidden
}
