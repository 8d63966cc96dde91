package export

import (
	"image/color"

	"kring/internal/typeset"
)

// Report is numbers as bars, for who would rather look than read. A year stands above the
// one before it: dark and whole, against pale with stripes, so that it reads without colour.
type Report struct {
	Title, Subtitle string
	Years           [2]string // this one and the one before
	Legend          [2]string // what the dark and the striped bars are
	PageOf          func(number, all int) string
	Tiles           []Tile
	Charts          []Chart
	Columns         ColumnChart // for a slide
	Notes           []string
	Lang            string
}

// Tile is one number that tells most, with the one of the year before under it.
type Tile struct{ Name, Number, Before string }

// Chart is one table: two bars for each row, with their numbers.
type Chart struct {
	Title string
	Note  string
	Heads []string // of the numbers; the last is the one of the bar
	Rows  []Row
}

// Row is a name with its numbers of this year and of the one before. Agreed is marked on the
// bar and said in Promise; 0: nothing was agreed. A sum has no bars.
type Row struct {
	Name         string
	This, Before Line
	Agreed       int
	Promise      string
	Sum          bool
}

// Line is one year of a row. Length is in the units of its chart; 0: no bar, also where the
// number is hidden.
type Line struct {
	Numbers []string
	Length  int
}

// The columns of a report on A4, in points.
const (
	reportMargin = 48.0
	reportName   = 128.0
	reportYear   = 30.0
	reportNumber = 34.0
	reportLine   = 13.5
	reportGap    = 5.0
)

// striped is the fill of the year before; its stripes and its edge are darker.
var striped = color.NRGBA{0xDC, 0xE9, 0xE7, 0xff}

// bar draws one: dark for this year, striped for the one before.
func (x *sheetOf) bar(from, y, w, h float64, before bool) {
	if w <= 0 {
		return
	}
	if !before {
		x.rect(from, y, w, h, teal)
		return
	}
	x.rect(from, y, w, h, striped)
	for at := 3.0; at < w-1; at += 4 {
		x.rect(from+at, y, 0.9, h, teal)
	}
	x.page().Frame(x.left(from, w), y, w, h, 0.7, teal)
}

// reporter lays a report out on A4.
type reporter struct {
	Report
	sheetOf
}

// Pages lays the report out on A4. A chart is not cut in two where it fits on a page.
func (r Report) Pages() []*Page {
	x := &reporter{r, sheetOf{lang: r.Lang, paper: A4, margin: reportMargin}}
	x.newPage()
	x.head()
	x.tiles()
	x.legend()
	for _, c := range r.Charts {
		x.chart(c)
	}
	x.notes()
	for i, p := range x.pages {
		x.number(p, i)
	}
	return x.pages
}

// head is a band over the whole width.
func (x *reporter) head() {
	const high = 92
	p := x.page()
	p.Rect(0, 0, A4.Width, high, teal)
	p.Rect(0, high, A4.Width, 5, terracotta)
	y := 26.0
	y += x.text(x.Title, 0, y, x.width(), look{size: 24, bold: true, color: white, role: "H1"})
	x.text(x.Subtitle, 0, y+1, x.width(), look{size: 11, color: white})
	x.y = high + 22
}

// tiles are the numbers that tell most, three beside each other.
func (x *reporter) tiles() {
	const across, high, space = 3, 66.0, 10.0
	w := (x.width() - (across-1)*space) / across
	for i, t := range x.Tiles {
		from, y := float64(i%across)*(w+space), x.y+float64(i/across)*(high+space)
		x.tile(t, from, y, w, high, 1)
	}
	x.y += float64((len(x.Tiles)+across-1)/across)*(high+space) + 6
}

// tile draws one; k makes its letters larger.
func (x *sheetOf) tile(t Tile, from, y, w, h, k float64) {
	x.rect(from, y, w, h, tint)
	x.rect(from, y, 4*k, h, terracotta)
	in, wide := from+13*k, w-18*k
	top := y + 5*k
	top += x.text(t.Name, in, top, wide, look{size: 9.5 * k, color: soft})
	top += x.text(t.Number, in, top-1*k, wide, look{size: 20 * k, bold: true, color: ink}) - 2*k
	x.text(t.Before, in, top, wide, look{size: 9 * k, color: soft})
}

// legend says which bars are of which year.
func (x *reporter) legend() {
	from := 0.0
	for i, year := range x.Legend {
		x.bar(from, x.y+2.5, 26, 8, i == 1)
		x.text(year, from+32, x.y-1, 190, look{size: 9.5, bold: i == 0, color: ink})
		from += 240
	}
	x.y += 24
}

// chart draws one.
func (x *reporter) chart(c Chart) {
	high := 40.0
	for _, r := range c.Rows {
		high += x.rowHeight(r)
	}
	if high > A4.Height-2*reportMargin { // it goes on over pages; a few rows stay with its head
		high = 160
	}
	x.room(high)
	title := x.text(c.Title, 0, x.y, x.width(), look{size: 13, bold: true, color: teal, role: "H2"})
	x.y += title
	if c.Note != "" {
		x.y += x.text(c.Note, 0, x.y-1, x.width(), look{size: 9, color: soft}) + 1
	}
	for i, h := range c.Heads {
		x.text(h, reportName+reportYear+float64(i)*reportNumber, x.y, reportNumber, look{size: 9, color: soft, center: true})
	}
	if len(c.Heads) > 1 {
		x.y += 14
	}
	x.rect(0, x.y+2, x.width(), 0.7, rule)
	x.y += 5
	for _, r := range c.Rows {
		x.room(x.rowHeight(r))
		x.row(r, c)
	}
	x.y += 14
}

func (x *reporter) rowHeight(r Row) float64 {
	lines := 2.0
	if r.Promise != "" {
		lines = 2.9
	}
	return lines*reportLine + reportGap
}

// longest is the longest bar of a chart, or what was agreed where that is more.
func (c Chart) longest() int {
	longest := 1
	for _, r := range c.Rows {
		if !r.Sum {
			longest = max(longest, r.This.Length, r.Before.Length, r.Agreed)
		}
	}
	return longest
}

func (x *reporter) row(r Row, c Chart) {
	if r.Sum {
		x.rect(0, x.y-2, x.width(), 0.7, rule)
	}
	x.text(r.Name, 0, x.y, reportName-4, look{size: 9.5, bold: true, color: ink})
	from := reportName + reportYear + float64(len(c.Heads))*reportNumber + 10
	scale := (x.width() - from - 4) / float64(c.longest())
	for i, line := range []Line{r.This, r.Before} {
		y := x.y + float64(i)*reportLine
		l := look{size: 9.5, color: ink}
		if i == 1 {
			l.color, l.size = soft, 9
		}
		x.text(x.Years[i], reportName, y, reportYear, l)
		for k, n := range line.Numbers {
			l.center, l.bold = true, i == 0 && k == len(line.Numbers)-1
			x.text(n, reportName+reportYear+float64(k)*reportNumber, y, reportNumber, l)
		}
		if !r.Sum {
			x.bar(from, y+2.5, float64(line.Length)*scale, reportLine-5, i == 1)
		}
	}
	if r.Promise != "" {
		if !r.Sum {
			x.rect(from+float64(r.Agreed)*scale-1, x.y-0.5, 2, 2*reportLine+1, terracotta)
		}
		x.text(r.Promise, reportName, x.y+2*reportLine-1, x.width()-reportName, look{size: 9, bold: true, color: amber})
	}
	x.y += x.rowHeight(r)
}

// notes say what is hidden and how it was counted.
func (x *reporter) notes() {
	x.room(float64(len(x.Notes)) * 26)
	x.rect(0, x.y, x.width(), 0.7, rule)
	x.y += 8
	for _, n := range x.Notes {
		x.room(26)
		x.y += x.text(n, 0, x.y, x.width(), look{size: 9, color: soft}) + 3
	}
}

// number writes the number of a page at its foot.
func (x *reporter) number(p *Page, i int) {
	if len(x.pages) == 1 {
		return
	}
	text := x.PageOf(i+1, len(x.pages))
	t := styled(text, 9, x.width(), false, soft, x.lang)
	t.Align = typeset.Center
	at := len(p.marks)
	p.Text(x.margin, A4.Height-30, t)
	p.tagged(at, &element{role: "P", lang: x.lang, text: text})
}
