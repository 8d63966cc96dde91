package export

// Slide is a picture of 1920 by 1080 pixels, to show to a room.
var Slide = Paper{960, 540}

// ColumnChart has numbers of all places together, by quarter: two columns for each.
type ColumnChart struct {
	Title  string
	Groups []Group
}

// Group is a quarter: its number of this year and of the one before.
type Group struct {
	Name         string
	This, Before Number
}

// Number is a number with its height; 0: no column, also where it is hidden.
type Number struct {
	Text  string
	Value int
}

// slide places things on the picture.
type slide struct {
	Report
	sheetOf
}

// Slide lays the numbers that tell most out for a screen: tiles on the side where reading
// begins, and one chart beside them.
func (r Report) Slide() *Page {
	x := &slide{r, sheetOf{lang: r.Lang, paper: Slide, margin: 48}}
	x.newPage()
	p := x.page()
	p.Rect(0, 0, Slide.Width, 104, teal)
	p.Rect(0, 104, Slide.Width, 6, terracotta)
	y := 20.0
	y += x.text(x.Title, 0, y, x.width(), look{size: 32, bold: true, color: white, role: "H1"})
	x.text(x.Subtitle, 0, y, x.width(), look{size: 15, color: white})
	x.tiles()
	x.columns()
	if len(x.Notes) > 0 {
		x.text(x.Notes[0], 0, Slide.Height-34, x.width(), look{size: 11, color: soft})
	}
	return p
}

// The tiles of a slide: two beside each other, in points.
const (
	slideTop   = 132.0
	slideTiles = 400.0
	slideFoot  = 48.0
)

func (x *slide) tiles() {
	const across, space, k = 2, 14.0, 1.5
	rows := (len(x.Tiles) + across - 1) / across
	w := (slideTiles - space) / across
	h := (Slide.Height-slideFoot-slideTop-float64(rows-1)*space)/float64(max(rows, 1)) - 4
	for i, t := range x.Tiles {
		x.tile(t, float64(i%across)*(w+space), slideTop+float64(i/across)*(h+space), w, h, k)
	}
}

// columns draws the chart, with its legend under it.
func (x *slide) columns() {
	const from, base = slideTiles + 36, 428.0
	wide := x.width() - from
	top := slideTop + x.text(x.Columns.Title, from, slideTop-4, wide, look{size: 18, bold: true, color: teal, role: "H2"}) + 24
	highest := 1
	for _, g := range x.Columns.Groups {
		highest = max(highest, g.This.Value, g.Before.Value)
	}
	w := wide / float64(max(len(x.Columns.Groups), 1))
	column := w * 0.36
	for i, g := range x.Columns.Groups {
		at := from + float64(i)*w + (w-2*column-4)/2
		for k, n := range []Number{g.Before, g.This} {
			left := at + float64(k)*(column+4)
			high := (base - top) * float64(n.Value) / float64(highest)
			x.standing(left, base-high, column, high, k == 0)
			x.text(n.Text, left-4, base-high-20, column+8, look{size: 14, bold: k == 1, color: ink, center: true})
		}
		x.text(g.Name, from+float64(i)*w, base+6, w, look{size: 13, color: ink, center: true})
	}
	x.rect(from, base, wide, 1, ink)
	x.legend(from, base+36)
}

// standing draws a column.
func (x *slide) standing(from, y, w, h float64, before bool) {
	if h <= 0 {
		return
	}
	if !before {
		x.rect(from, y, w, h, teal)
		return
	}
	x.rect(from, y, w, h, striped)
	for at := y + 4; at < y+h-1; at += 5 {
		x.rect(from, at, w, 1, teal)
	}
	x.page().Frame(x.left(from, w), y, w, h, 1, teal)
}

func (x *slide) legend(from, y float64) {
	for i, years := 0, []int{1, 0}; i < len(years); i++ {
		k := years[i]
		at := from + float64(i)*120
		x.standing(at, y+4, 22, 12, k == 1)
		x.text(x.Years[k], at+30, y, 84, look{size: 13, bold: k == 0, color: ink})
	}
}
