package export

import (
	"image/color"
	"strings"

	"kring/internal/typeset"
)

// Plan is the run sheet of one session for the duo.
type Plan struct {
	Title, Subtitle string
	Intro           []Labelled // the goal, the task of last time, what was left over
	Blocks          []PlanBlock
	Outro           []Labelled // the week's task
	Lang            string
}

// Labelled is a text under a small heading, or a list.
type Labelled struct {
	Label, Text string
	Items       []string
}

// PlanBlock is one block with its times.
type PlanBlock struct {
	Time, Title, Facts string
	Color              color.NRGBA
	Steps              []string // what to do, in order
	Watch              string   // what to look out for
}

// Pages lays the plan out on A4.
func (pl Plan) Pages() []*Page {
	f := &flow{o: Options{Paper: A4, TextSize: 10.5, Lang: pl.Lang, Layout: First}, margin: 52, title: pl.Title}
	f.width = A4.Width - 2*f.margin
	f.newPage()
	f.y += f.page().Text(f.margin, f.y, styled(pl.Title, 20, f.width, true, teal, pl.Lang))
	f.y += f.page().Text(f.margin, f.y, styled(pl.Subtitle, 11, f.width, false, soft, pl.Lang)) + 8
	f.labelled(pl.Intro, pl.Lang)
	for _, b := range pl.Blocks {
		f.block(b, pl.Lang)
	}
	f.y += 8
	f.labelled(pl.Outro, pl.Lang)
	f.number()
	return f.pages
}

func (l *flow) labelled(items []Labelled, lang string) {
	for _, i := range items {
		if strings.TrimSpace(i.Text) == "" && len(i.Items) == 0 {
			continue
		}
		head := styled(i.Label, 9, l.width, true, terracotta, lang).Lay()
		l.room(2.5 * typeset.Height(head))
		l.lines(l.margin, head, l.spoken())
		if i.Text != "" {
			l.lines(l.margin, styled(i.Text, 10.5, l.width, false, ink, lang).Lay(), l.spoken())
		}
		for _, item := range i.Items {
			l.item(0, item, 10.5, lang)
		}
		l.y += 5
	}
}

// item is one of a list: a dot, and a text that hangs beside it.
func (l *flow) item(indent float64, text string, size float64, lang string) {
	const hang = 11
	lines := styled(text, size, l.width-indent-hang, false, ink, lang).Lay()
	l.room(lines[0].Height)
	dot := typeset.Plain("•", size, 0, terracotta).Lay()
	x := l.margin + indent
	if rtl(lang) {
		l.page().Lines(l.margin+l.width-dot[0].Width, l.y, dot)
	} else {
		l.page().Lines(x, l.y, dot)
		x += hang
	}
	l.lines(x, lines, l.spoken())
	l.y += 1.5
}

// room begins a new page when less than h is left.
func (l *flow) room(h float64) {
	if l.y+h > l.bottom() {
		l.newPage()
	}
}

func (l *flow) block(b PlanBlock, lang string) {
	const times = 78.0
	head := styled(b.Title, 12, l.width-times, true, ink, lang).Lay()
	facts := styled(b.Facts, 9, l.width-times, false, soft, lang).Lay()
	h := typeset.Height(head) + typeset.Height(facts)
	l.y += 9
	l.room(h + 30)
	l.page().Rect(l.margin, l.y+1, 4, h-2, b.Color)
	l.page().Text(l.margin+10, l.y, styled(b.Time, 10.5, times-10, true, ink, "nl"))
	l.lines(l.margin+times, head, l.spoken())
	l.lines(l.margin+times, facts, l.spoken())
	l.y += 2
	for _, s := range b.Steps {
		l.item(times, s, 10, lang)
	}
	if b.Watch != "" {
		l.lines(l.margin+times, styled(b.Watch, 10, l.width-times, false, amber, lang).Lay(), l.spoken())
	}
}
