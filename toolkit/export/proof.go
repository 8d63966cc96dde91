package export

import (
	"fmt"

	"kring/internal/typeset"
)

// Proof is a translation on paper for who reads it over with a pen: each segment with its
// number, the text beside its translation, and room to write. Its words come in the language
// of who asked for it, its texts in their own.
type Proof struct {
	Title, Facts string
	Heads        [2]string // above the texts
	Room         string    // what the room at the side is for
	Langs        [2]string // of the texts
	Segments     []ProofSegment
	Lang         string // of the words
}

// ProofSegment is one segment. Number is that of the desk.
type ProofSegment struct {
	Chapter  string // shows where it is another than that of the segment before
	Number   int
	State    string
	Asks     bool // its state asks for attention
	Texts    [2]string
	Comments []ProofComment
}

// ProofComment is what somebody said of a segment. Who is in the words of the paper, the text
// in whatever language it was written.
type ProofComment struct{ Who, Text string }

// The measures of a proof, in points.
const (
	proofMargin = 40.0
	proofNumber = 50.0
	proofRoom   = 104.0
	proofGap    = 12.0
	proofSize   = 10.5
)

// proofFlow places segments under each other.
type proofFlow struct {
	Proof
	sheetOf
	chapter string
	text    float64 // how wide each of the texts is
}

// Pages lays the proof out on A4.
func (p Proof) Pages() []*Page {
	f := &proofFlow{Proof: p, sheetOf: sheetOf{lang: p.Lang, paper: A4, margin: proofMargin}}
	f.text = (f.sheetOf.width() - proofNumber - proofRoom - 2*proofGap) / 2
	f.newPage()
	f.y += f.sheetOf.text(p.Title, 0, f.y, f.sheetOf.width(), look{size: 19, bold: true, color: teal, role: "H1"})
	f.y += f.sheetOf.text(p.Facts, 0, f.y, f.sheetOf.width(), look{size: 9.5, color: soft}) + 8
	f.heads()
	for _, s := range p.Segments {
		f.segment(s)
	}
	f.foot()
	return f.pages
}

// columns are where each begins: the Dutch always at the left of its translation, also on a
// paper from right to left, where the desk on the screen has it at the right; the number and the
// room at the sides that the words of the paper have.
func (f *proofFlow) columns() (number, first, second, room float64) {
	if rtl(f.Lang) {
		room = proofMargin
		first = room + proofRoom + proofGap
		second = first + f.text + proofGap
		return second + f.text, first, second, room
	}
	number = proofMargin
	first = number + proofNumber
	second = first + f.text + proofGap
	return number, first, second, second + f.text + proofGap
}

// heads stand above the columns of each page.
func (f *proofFlow) heads() {
	_, first, second, room := f.columns()
	high := 0.0
	for i, x := range []struct {
		at, w float64
		words string
	}{{first, f.text, f.Heads[0]}, {second, f.text, f.Heads[1]}, {room, proofRoom, f.Room}} {
		t := styled(x.words, 9, x.w, true, soft, f.Lang)
		if i < len(f.Langs) && rtl(f.Langs[i]) != rtl(f.Lang) { // where its texts begin
			t.Align = typeset.End
		}
		high = max(high, f.put(x.at, f.y, t, f.Lang, x.words))
	}
	f.y += high + 3
	f.page().Rect(proofMargin, f.y, f.sheetOf.width(), 1, teal)
	f.y += 6
}

// put writes a paragraph at a place and gives its height.
func (f *proofFlow) put(x, y float64, t typeset.Paragraph, lang, said string) float64 {
	p := f.page()
	from := len(p.marks)
	h := p.Text(x, y, t)
	p.tagged(from, &element{role: "P", lang: lang, text: said})
	return h
}

// begin begins a page with the heads of the columns.
func (f *proofFlow) begin() {
	f.newPage()
	f.heads()
}

func (f *proofFlow) bottom() float64 { return A4.Height - proofMargin - 14 }

// segment writes one whole, or on pages of its own where it is longer than one.
func (f *proofFlow) segment(s ProofSegment) {
	var texts [2][]typeset.Line
	for i, t := range s.Texts {
		texts[i] = f.styledText(t, f.Langs[i])
	}
	number, first, second, room := f.columns()
	state := styled(s.State, 8, proofNumber-6, false, soft, f.Lang)
	if s.Asks {
		state = styled(s.State, 8, proofNumber-6, true, amber, f.Lang)
	}
	sign := styled(fmt.Sprint(s.Number), 16, proofNumber-6, true, ink, f.Lang)
	sign.Dir = typeset.LTR
	if rtl(f.Lang) {
		sign.Align = typeset.End
	}
	notes := f.notes(s)
	least := typeset.Height(sign.Lay()) + typeset.Height(state.Lay())
	high := max(least, typeset.Height(texts[0]), typeset.Height(texts[1])) + typeset.Height(notes)
	f.chapterHead(s, high)
	if f.y+high > f.bottom() && (f.y+least+60 > f.bottom() || high < f.bottom()-90) { // whole on a page where it can be
		f.begin()
	}
	x := number
	if rtl(f.Lang) {
		x += 6
	}
	at := f.page()
	top := f.y
	under := top + f.put(x, top, sign, f.Lang, fmt.Sprint(s.Number))
	least = f.put(x, under, state, f.Lang, s.State) + under - top
	f.writeLines(room, top, high)
	f.both(texts, [2]float64{first, second}, s)
	if f.page() == at {
		f.y = max(f.y, top+least)
	}
	f.lines(first, notes)
	f.y += 5
	f.page().Rect(proofMargin, f.y, f.sheetOf.width(), 0.5, rule)
	f.y += 6
}

// styledText is a text with its emphasis.
func (f *proofFlow) styledText(text, lang string) []typeset.Line {
	p := typeset.Paragraph{Lang: lang, Width: f.text}
	for _, piece := range pieces(text, lang) {
		p.Spans = append(p.Spans, typeset.Span{Text: piece.Text, Bold: piece.Bold, Italic: piece.Italic, Size: proofSize, Color: ink})
	}
	return p.Lay()
}

// notes are the comments, across both texts.
func (f *proofFlow) notes(s ProofSegment) (out []typeset.Line) {
	for _, c := range s.Comments {
		wide := 2*f.text + proofGap
		out = append(out, styled(c.Who, 8, wide, true, soft, f.Lang).Lay()...)
		out = append(out, styled(c.Text, 9, wide, false, amber, "").Lay()...)
	}
	return out
}

// chapterHead writes the chapter where another begins, with room for its first segment.
func (f *proofFlow) chapterHead(s ProofSegment, next float64) {
	if s.Chapter == f.chapter {
		return
	}
	f.chapter = s.Chapter
	if s.Chapter == "" {
		return
	}
	t := styled(plain(s.Chapter), 12, f.sheetOf.width(), true, terracotta, f.Langs[0])
	h := typeset.Height(t.Lay())
	if f.y+h+min(next, 120) > f.bottom() {
		f.begin()
	}
	p := f.page()
	from := len(p.marks)
	f.y += p.Text(proofMargin, f.y+4, t) + 8
	p.tagged(from, &element{role: "H2", lang: f.Langs[0], text: plain(s.Chapter)})
}

// writeLines draws lines to write on, as many as the segment is high.
func (f *proofFlow) writeLines(x, top, high float64) {
	const line = 20.0
	for y := top + line; y <= min(top+max(high, line), f.bottom()); y += line {
		f.page().Rect(x, y, proofRoom, 0.5, rule)
	}
}

// both writes the texts beside each other, over as many pages as they need.
func (f *proofFlow) both(texts [2][]typeset.Line, at [2]float64, s ProofSegment) {
	tags := [2]*element{}
	for i := range tags {
		tags[i] = &element{role: "P", lang: f.Langs[i], text: plain(s.Texts[i])}
	}
	for len(texts[0])+len(texts[1]) > 0 {
		end := f.y
		for i := range texts {
			n := fitting(texts[i], f.bottom()-f.y, true)
			p := f.page()
			from := len(p.marks)
			end = max(end, f.y+p.Lines(at[i], f.y, texts[i][:n]))
			p.tagged(from, tags[i])
			texts[i] = texts[i][n:]
		}
		f.y = end
		if len(texts[0])+len(texts[1]) > 0 {
			f.begin()
		}
	}
}

// lines writes comments, on to the next page where they do not fit.
func (f *proofFlow) lines(x float64, lines []typeset.Line) {
	for len(lines) > 0 {
		n := fitting(lines, f.bottom()-f.y, f.y < 100)
		p := f.page()
		from := len(p.marks)
		f.y += p.Lines(x, f.y, lines[:n])
		p.tagged(from, &element{role: "Note", lang: f.Lang})
		if lines = lines[n:]; len(lines) > 0 {
			f.begin()
		}
	}
}

// foot numbers the pages.
func (f *proofFlow) foot() {
	for i, p := range f.pages {
		n := styled(fmt.Sprintf("%d / %d", i+1, len(f.pages)), 8.5, f.sheetOf.width(), false, soft, f.Lang)
		n.Dir, n.Align = typeset.LTR, typeset.Center
		p.Text(proofMargin, A4.Height-proofMargin, n)
	}
}
