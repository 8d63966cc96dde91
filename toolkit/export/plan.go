package export

import (
	"image/color"
	"slices"
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

	scale float64 // of all letters; 0 is 1
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

// smallest is how far a plan is made smaller to stand on one page.
const smallest = 0.76

// OnePage lays the plan out on one page: in smaller letters where it is long, and where that
// does not do without the steps. One that is longer still takes the pages that it needs.
func (pl Plan) OnePage(paper Paper) []*Page {
	for _, steps := range []bool{true, false} {
		if !steps {
			pl = pl.withoutSteps()
		}
		for pl.scale = 1; pl.scale >= smallest; pl.scale -= 0.06 {
			if pages := pl.Pages(paper); len(pages) == 1 {
				return pages
			}
		}
	}
	pl.scale = 1
	return pl.Pages(paper)
}

func (pl Plan) withoutSteps() Plan {
	blocks := slices.Clone(pl.Blocks)
	for i := range blocks {
		blocks[i].Steps = nil
	}
	pl.Blocks = blocks
	return pl
}

// Pages lays the plan out on a paper; on a narrow one with narrow margins.
func (pl Plan) Pages(paper Paper) []*Page {
	k := pl.scale
	if k == 0 {
		k = 1
	}
	f := &planFlow{&flow{o: Options{Paper: paper, TextSize: 10.5 * k, Lang: pl.Lang, Layout: First}, margin: 52, title: pl.Title}, k}
	if paper.Width < A4.Width {
		f.margin = 26
	}
	f.width = paper.Width - 2*f.margin
	f.newPage()
	f.y += f.page().Text(f.margin, f.y, styled(pl.Title, 20*k, f.width, true, teal, pl.Lang))
	f.y += f.page().Text(f.margin, f.y, styled(pl.Subtitle, 11*k, f.width, false, soft, pl.Lang)) + 8*k
	f.labelled(pl.Intro, pl.Lang)
	for _, b := range pl.Blocks {
		f.block(b, pl.Lang)
	}
	f.y += 8 * k
	f.labelled(pl.Outro, pl.Lang)
	f.number()
	return f.pages
}

// planFlow places a plan; k makes all of it larger or smaller.
type planFlow struct {
	*flow
	k float64
}

func (l *planFlow) labelled(items []Labelled, lang string) {
	for _, i := range items {
		if strings.TrimSpace(i.Text) == "" && len(i.Items) == 0 {
			continue
		}
		head := styled(i.Label, 9*l.k, l.width, true, terracotta, lang).Lay()
		l.room(2.5 * typeset.Height(head))
		l.lines(l.margin, head, l.spoken())
		if i.Text != "" {
			l.lines(l.margin, asTyped(i.Text, 10.5*l.k, l.width, ink, lang).Lay(), l.spoken())
		}
		for _, item := range i.Items {
			l.item(0, item, 10.5*l.k, lang)
		}
		l.y += 5 * l.k
	}
}

// item is one of a list: a dot, and a text that hangs beside it.
func (l *planFlow) item(indent float64, text string, size float64, lang string) {
	hang := 11 * l.k
	lines := asTyped(text, size, l.width-indent-hang, ink, lang).Lay()
	l.room(lines[0].Height)
	dot := typeset.Plain("•", size, 0, terracotta).Lay()
	x := l.margin + indent
	if rtl(lang) {
		x -= indent
		l.page().Lines(l.margin+l.width-indent-dot[0].Width, l.y, dot)
	} else {
		l.page().Lines(x, l.y, dot)
		x += hang
	}
	l.lines(x, lines, l.spoken())
	l.y += 1.5 * l.k
}

// room begins a new page when less than h is left.
func (l *flow) room(h float64) {
	if l.y+h > l.bottom() {
		l.newPage()
	}
}

func (l *planFlow) block(b PlanBlock, lang string) {
	times := 78 * l.k
	width := l.width - times
	title := asTyped(b.Title, 12*l.k, width, ink, lang)
	title.Spans[0].Bold = true
	head := title.Lay()
	h := typeset.Height(head)
	var facts []typeset.Line
	if b.Facts != "" {
		facts = styled(b.Facts, 9*l.k, width, false, soft, lang).Lay()
		h += typeset.Height(facts)
	}
	l.y += 9 * l.k
	l.room(h + 30*l.k)
	bar, hour, x := l.margin, l.margin+10, l.margin+times
	time := styled(b.Time, 10.5*l.k, times-10, true, ink, "nl")
	if rtl(lang) {
		bar, hour, x = l.margin+l.width-4, l.margin+width, l.margin
		time.Align = typeset.End
	}
	l.page().Rect(bar, l.y+1, 4, h-2, b.Color)
	down := 0.0 // the hour stands on the line of the title, whose letters may be Arabic
	if hours := time.Lay(); len(head) > 0 && len(hours) > 0 {
		down = head[0].Baseline - hours[0].Baseline
	}
	l.page().Text(hour, l.y+down, time)
	l.lines(x, head, l.spoken())
	l.lines(x, facts, l.spoken())
	l.y += 2 * l.k
	for _, s := range b.Steps {
		l.item(times, s, 10*l.k, lang)
	}
	if b.Watch != "" {
		l.lines(x, styled(b.Watch, 10*l.k, width, false, amber, lang).Lay(), l.spoken())
	}
}

// asTyped is a text that somebody wrote in whatever language: it reads as its first letter
// says, and begins where the page does.
func asTyped(text string, size, width float64, c color.NRGBA, lang string) typeset.Paragraph {
	p := styled(text, size, width, false, c, "")
	if rtl(lang) {
		p.Neutral = typeset.RTL
	}
	if p.RTL() != rtl(lang) {
		p.Align = typeset.End
	}
	return p
}
