package export

import (
	"image/color"

	"kring/internal/typeset"
)

// Poster is the programme of a place for a month, to hang up and to send round: big letters
// in two languages.
type Poster struct {
	Langs    [2]string // BCP 47: each pair below is in the first and the second
	Title    string    // the place
	Month    [2]string
	For      [2]string
	When     [2]string
	Where    string
	Evenings []PosterEvening
	Foot     [2]string
}

// PosterEvening is one line: the day of the month, its weekday and what is done.
type PosterEvening struct {
	Day  string
	Week [2]string
	What [2]string // the second is empty where it says the same
	Note [2]string // why it is otherwise; then it is drawn softly
	Off  bool
}

var white = color.NRGBA{0xff, 0xff, 0xff, 0xff}

// poster places things on one page; k makes all of it larger or smaller with the paper.
type poster struct {
	Poster
	page         *Page
	k, margin, w float64
	y            float64
}

// Page lays the poster out. All evenings of a month fit: with many of them the letters are
// smaller.
func (p Poster) Page(paper Paper) *Page {
	x := &poster{Poster: p, page: &Page{Paper: paper}, k: paper.Width / A4.Width}
	x.margin = 44 * x.k
	x.w = paper.Width - 2*x.margin
	x.head()
	foot := x.foot()
	x.evenings(foot)
	return x.page
}

// pair writes a text in both languages: the first at the left, the second at the right,
// beside each other where they fit and else under each other.
func (x *poster) pair(text [2]string, y, size float64, bold bool, ink color.NRGBA) float64 {
	first := styled(text[0], size*x.k, x.w, bold, ink, x.Langs[0]).Lay()
	second := styled(text[1], size*x.k, x.w, bold, ink, x.Langs[1]).Lay()
	if len(first) == 1 && len(second) == 1 && first[0].Width+second[0].Width < x.w*0.94 {
		return x.beside(x.margin, y, first, second, text)
	}
	h := x.put(x.margin, y, first, x.Langs[0], text[0])
	return h + x.put(x.margin, y+h, second, x.Langs[1], text[1])
}

// beside writes a line of each language on one baseline.
func (x *poster) beside(left, y float64, first, second []typeset.Line, text [2]string) float64 {
	base := max(first[0].Baseline, second[0].Baseline)
	a := x.put(left, y+base-first[0].Baseline, first[:1], x.Langs[0], text[0])
	b := x.put(left, y+base-second[0].Baseline, second[:1], x.Langs[1], text[1])
	return max(a, b)
}

// put writes lines as one text for who hears the page.
func (x *poster) put(left, y float64, lines []typeset.Line, lang, text string) float64 {
	from := len(x.page.marks)
	h := x.page.Lines(left, y, lines)
	x.page.tagged(from, &element{role: "P", lang: lang, text: text})
	return h
}

func (x *poster) head() {
	title := styled(x.Title, 40*x.k, x.w, true, white, x.Langs[0]).Lay()
	band := typeset.Height(title) + 98*x.k
	x.page.Rect(0, 0, x.page.Paper.Width, band, teal)
	x.page.Rect(0, band, x.page.Paper.Width, 6*x.k, terracotta)
	y := 30 * x.k
	y += x.put(x.margin, y, title, x.Langs[0], x.Title) + 2*x.k
	x.pair(x.Month, y, 24, true, white)
	x.y = band + 22*x.k
	x.y += x.pair(x.When, x.y, 15, true, ink) + 2*x.k
	x.y += x.pair(x.For, x.y, 13, false, soft) + 12*x.k
}

// foot writes where it is and that everybody is welcome, and gives where it begins.
func (x *poster) foot() float64 {
	const pad = 16
	height := 96 * x.k
	top := x.page.Paper.Height - height
	x.page.Rect(0, top, x.page.Paper.Width, height, tint)
	y := top + pad*x.k
	if x.Where != "" {
		where := styled(x.Where, 16*x.k, x.w, true, teal, x.Langs[0])
		y += x.put(x.margin, y, where.Lay(), x.Langs[0], x.Where) + 2*x.k
	}
	x.pair(x.Foot, y, 12, false, ink)
	return top
}

// evenings are rows of one height, each with its day in a box.
func (x *poster) evenings(bottom float64) {
	if len(x.Evenings) == 0 {
		return
	}
	row := min((bottom-x.y-8*x.k)/float64(len(x.Evenings)), 92*x.k)
	box := row * 0.78
	for i, e := range x.Evenings {
		y := x.y + float64(i)*row
		back, front := terracotta, ink
		if e.Off {
			back, front = rule, soft
		}
		x.page.Rect(x.margin, y, box, box, back)
		day := styled(e.Day, box*0.5, box, true, white, x.Langs[0])
		day.Align = typeset.Center
		lines := day.Lay()
		x.put(x.margin, y+(box-typeset.Height(lines))/2, lines, x.Langs[0], e.Day)
		x.row(e, x.margin+box+14*x.k, y, box, front)
	}
}

// row writes the weekday in both languages and, under it, what is done.
func (x *poster) row(e PosterEvening, left, y, high float64, front color.NRGBA) {
	width := x.page.Paper.Width - x.margin - left
	size := min(high*0.26, 19*x.k)
	two := func(text [2]string, y float64, bold bool) float64 {
		line := func(i int) []typeset.Line { return styled(text[i], size, width, bold, front, x.Langs[i]).Lay() }
		return x.beside(left, y, line(0), line(1), text)
	}
	h := two(e.Week, y, true)
	switch {
	case e.Off:
		two(e.Note, y+h, false)
	case e.What[0] != "":
		x.what(e.What, left, y+h, width, high-h, size)
	}
}

// what writes as large as it fits what is done: both languages beside each other where they
// have room, and else the second under the first, from its own side.
func (x *poster) what(text [2]string, left, y, width, high, size float64) {
	for ; ; size -= 0.5 * x.k {
		first := styled(text[0], size, width, false, ink, "").Lay()
		var second []typeset.Line
		if text[1] != "" {
			second = styled(text[1], size, width, false, ink, x.Langs[1]).Lay()
		}
		least := size <= leastSize*x.k
		if len(second) > 0 && len(first) == 1 && len(second) == 1 && first[0].Width+second[0].Width < width*0.94 && (first[0].Height <= high || least) {
			x.beside(left, y, first, second, text)
			return
		}
		if typeset.Height(first)+typeset.Height(second) <= high || least {
			h := x.put(left, y, first, x.Langs[0], text[0])
			x.put(left, y+h, second, x.Langs[1], text[1])
			return
		}
	}
}

// leastSize is the smallest letter on a poster of A4, in points.
const leastSize = 6.5
