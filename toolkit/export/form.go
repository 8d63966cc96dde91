package export

import (
	"strings"

	"kring/internal/typeset"
)

// Form is a form to fill in by hand, with what is known already. Every word on it comes in
// the language of who fills it in.
type Form struct {
	Title, Intro string
	Heads        []FormLine // above: whose it is
	Groups       []FormGroup
	Feet         []FormLine // below: when it was discussed
	Lang         string
}

// FormGroup is a part of a form.
type FormGroup struct {
	Title string
	Items []FormItem
}

// FormItem asks one thing: boxes to tick, and lines to write on.
type FormItem struct {
	Title, About string
	Boxes        []FormBox
	Lines        []FormLine
}

// FormBox is a box to tick before its words.
type FormBox struct {
	Text   string
	Ticked bool
}

// FormLine is a line to write on after its label, or what was written there.
type FormLine struct{ Label, Text string }

// Pages lays the form out on A4. What is asked stands whole on one page.
func (f Form) Pages() []*Page {
	l := &flow{o: Options{Paper: A4, TextSize: 10.5, Lang: f.Lang, Layout: First}, margin: 48, title: f.Title}
	l.width = A4.Width - 2*l.margin
	l.newPage()
	l.lines(l.margin, styled(f.Title, 20, l.width, true, teal, f.Lang).Lay(), &element{role: "H1", lang: f.Lang, text: f.Title})
	l.lines(l.margin, styled(f.Intro, 10.5, l.width, false, soft, f.Lang).Lay(), l.spoken())
	l.y += 6
	for _, x := range f.Heads {
		l.formLine(x, 0)
	}
	for _, g := range f.Groups {
		l.formGroup(g)
	}
	l.y += 14
	l.room(formLine * float64(len(f.Feet)))
	for _, x := range f.Feet {
		l.formLine(x, 0)
	}
	l.number()
	return l.pages
}

// formLine is the height of a line to write on.
const formLine = 24.0

func (l *flow) formGroup(g FormGroup) {
	l.y += 14
	head := styled(g.Title, 13, l.width, true, terracotta, l.o.Lang).Lay()
	l.room(typeset.Height(head) + 110) // with the first that it asks
	l.lines(l.margin, head, &element{role: "H2", lang: l.o.Lang, text: g.Title})
	for _, x := range g.Items {
		l.formItem(x)
	}
}

func (l *flow) formItem(x FormItem) {
	var title, about []typeset.Line
	if x.Title != "" {
		title = styled(x.Title, 11, l.width, true, ink, l.o.Lang).Lay()
	}
	if x.About != "" {
		about = styled(x.About, 9, l.width, false, soft, l.o.Lang).Lay()
	}
	l.y += 7
	l.room(typeset.Height(title) + typeset.Height(about) + l.boxes(x.Boxes, false) + l.written(x.Lines))
	l.lines(l.margin, title, l.spoken())
	l.lines(l.margin, about, l.spoken())
	l.y += l.boxes(x.Boxes, true)
	for _, line := range x.Lines {
		l.formLine(line, 14)
	}
}

// written is how high some lines become.
func (l *flow) written(lines []FormLine) (h float64) {
	for _, x := range lines {
		h += max(formLine, typeset.Height(l.answer(x, 14)))
	}
	return h
}

// boxes draws boxes with their words beside each other, in as many rows as they need; it
// gives their height, also where it only measures.
func (l *flow) boxes(all []FormBox, draw bool) float64 {
	const row, side, gap = 19.0, 9.0, 16.0
	if len(all) == 0 {
		return 0
	}
	x, y := 0.0, 3.0
	for _, b := range all {
		lines := styled(b.Text, 9.5, 0, false, ink, l.o.Lang).Lay()
		w := side + 5 + lines[0].Width
		if x > 0 && x+w > l.width {
			x, y = 0, y+row
		}
		if draw {
			l.box(b, x, l.y+y, side, lines)
		}
		x += w + gap
	}
	return y + row
}

// box draws one, x from where reading begins.
func (l *flow) box(b FormBox, x, y, side float64, lines []typeset.Line) {
	p := l.page()
	at, text := l.margin+x, l.margin+x+side+5
	if rtl(l.o.Lang) {
		at = l.margin + l.width - x - side
		text = at - 5 - lines[0].Width
	}
	p.Frame(at, y+3, side, side, 0.9, ink)
	if b.Ticked {
		p.Rect(at+2, y+5, side-4, side-4, ink)
	}
	from := len(p.marks)
	p.Lines(text, y, lines)
	said := "☐ " + b.Text
	if b.Ticked {
		said = "☒ " + b.Text
	}
	p.tagged(from, &element{role: "P", lang: l.o.Lang, text: said})
}

// formLine writes a label and, after it, what was written or a line to write on.
func (l *flow) formLine(x FormLine, indent float64) {
	label := styled(x.Label+":", 9, 0, true, soft, l.o.Lang).Lay()
	answer := l.answer(x, indent)
	h := max(formLine, typeset.Height(answer))
	l.room(h)
	p := l.page()
	first, after := l.margin+indent, l.margin+indent+label[0].Width+6
	width := l.width - indent - label[0].Width - 6
	if rtl(l.o.Lang) {
		first = l.margin + l.width - indent - label[0].Width
		after = l.margin
	}
	from := len(p.marks)
	p.Lines(first, l.y+5, label)
	p.tagged(from, l.spoken())
	if strings.TrimSpace(x.Text) == "" {
		p.Rect(after, l.y+formLine-4, width, 0.6, rule)
	} else {
		from = len(p.marks)
		p.Lines(after, l.y+4, answer)
		p.tagged(from, l.spoken())
	}
	l.y += h
}

// answer is what was written on a line, laid out beside its label.
func (l *flow) answer(x FormLine, indent float64) []typeset.Line {
	if strings.TrimSpace(x.Text) == "" {
		return nil
	}
	label := styled(x.Label+":", 9, 0, true, soft, l.o.Lang).Lay()
	return styled(x.Text, 10.5, l.width-indent-label[0].Width-6, false, ink, l.o.Lang).Lay()
}
