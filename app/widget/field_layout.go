package widget

import (
	"image/color"
	"sort"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kring/internal/edit"
	"kring/internal/typeset"
)

// fieldLeading is the height of every line of a field over its letters, whatever they
// are: a field does not jump when somebody types in Arabic.
const fieldLeading = 1.36

// fieldLines is a field's text in lines.
type fieldLines struct {
	turn   int64 // of what is covered
	lines  []fieldLine
	height float32
}

// fieldLine is a line with its place in the text and in the field.
type fieldLine struct {
	typeset.Line
	from, to int     // runes of the whole text; to is where End goes
	top      float32 // from the text's top
	shift    float64 // to the right, for a single right-to-left line
}

func (f *Field) textSize() float32   { return f.Theme().Size(theme.SizeNameText) }
func (f *Field) lineHeight() float32 { return f.textSize() * fieldLeading }
func (f *Field) padding() float32    { return f.Theme().Size(theme.SizeNameInnerPadding) }

// room is the width for text.
func (f *Field) room() float32 {
	if f.width <= 0 {
		return guessedWidth
	}
	return max(f.width-2*f.padding(), f.lineHeight())
}

// look is what a paragraph's lines depend on besides its text.
type look struct {
	width, size float32
	ink, marks  color.NRGBA
	neutral     typeset.Direction
	lang        string
}

// lay gives the lines of the text; what was laid last is kept until the text, the width
// or the theme changes. Of a long text a key changes one paragraph: the others are known.
func (f *Field) lay() fieldLines {
	turn := coverings.Load()
	if f.laid.lines != nil && turn == f.laid.turn {
		return f.laid
	}
	f.laid = fieldLines{turn: turn}
	now := look{f.room(), f.textSize(), ink(f, f.color()), f.markInk(), windowDirection(), f.lang}
	if now != f.knownAs {
		f.known, f.knownAs = nil, now
	}
	known := make(map[string][]fieldLine, len(f.known))
	from := 0
	for text := range strings.SplitSeq(f.letters(), "\n") {
		lines, ok := known[text]
		if !ok {
			if lines, ok = f.known[text]; !ok {
				lines = f.paragraph(text, now)
			}
			known[text] = lines
		}
		for _, l := range lines {
			l.from, l.to = l.from+from, l.to+from
			l.top = f.lineHeight() * float32(len(f.laid.lines))
			f.laid.lines = append(f.laid.lines, l)
		}
		from += utf8.RuneCountInString(text) + 1
	}
	f.known = known
	f.laid.height = f.lineHeight() * float32(len(f.laid.lines))
	return f.laid
}

func (f *Field) color() fyne.ThemeColorName {
	if f.disabled {
		return theme.ColorNamePlaceHolder
	}
	return theme.ColorNameForeground
}

// letters are what the field shows: those of a secret are dots.
func (f *Field) letters() string {
	text := f.text.String()
	if f.Secret {
		return dotted(text)
	}
	if Covered(text) != text {
		return dotted(text)
	}
	return text
}

// dotted has a dot for each letter and keeps the lines, so that the caret stays where it is.
func dotted(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' {
			return r
		}
		return '●'
	}, text)
}

// paragraph lays one paragraph, as if it were the whole text.
func (f *Field) paragraph(text string, as look) []fieldLine {
	p := typeset.Plain(text, float64(as.size), 0, as.ink)
	p.Leading, p.Neutral = fieldLeading, as.neutral
	p.Dir, p.Lang, p.Marks = f.direction(), as.lang, as.marks
	if f.MultiLine {
		p.Width = float64(as.width)
	}
	alone := edit.Text{Alone: f.text.Alone}
	alone.Set(text)
	lines := p.LayToEdit()
	out := make([]fieldLine, len(lines))
	for i, l := range lines {
		out[i] = fieldLine{Line: l, from: l.From, to: l.To}
		if i < len(lines)-1 {
			out[i].to = alone.Before(l.To) // before the space at which it wraps
		}
		if !f.MultiLine && l.RTL {
			out[i].shift = max(float64(as.width)-l.Width, 0)
		}
	}
	return out
}

// base is the rune at which the line's paragraph begins.
func (x fieldLine) base() int { return x.from - x.From }

// lineOf is the number of the line on which a position is.
func (f *Field) lineOf(pos int) int {
	lines := f.lay().lines
	after := sort.Search(len(lines), func(i int) bool { return lines[i].from > pos })
	return max(after-1, 0)
}

// line is the one with the caret.
func (f *Field) line() fieldLine { return f.lay().lines[f.lineOf(f.text.Caret())] }

// place works out where the caret stands, and brings it into sight.
func (f *Field) place() {
	l := f.line()
	pos := f.text.Caret() - l.base()
	f.at = typeset.Caret{Pos: pos}
	for i, c := range l.Carets(pos) {
		if i == 0 || c == f.at {
			f.at = c
		}
	}
	f.follow(l)
}

// follow scrolls a single line so that the caret is within it.
func (f *Field) follow(l fieldLine) {
	if f.focused && f.OnCaret != nil {
		f.OnCaret(f.padding()+l.top-f.top, f.padding()+l.top-f.top+f.lineHeight())
	}
	if f.MultiLine || f.width <= 0 {
		f.scroll = 0
		f.followDown(l)
		return
	}
	x := float32(f.at.X + l.shift)
	switch {
	case x < f.scroll:
		f.scroll = x
	case x > f.scroll+f.room():
		f.scroll = x - f.room()
	}
	f.scroll = max(min(f.scroll, float32(l.Width)-f.room()), 0) // a wider field shows more, not nothing
}

// followDown scrolls a long text so that the caret's line is in sight.
func (f *Field) followDown(l fieldLine) {
	most := f.overflow()
	if most == 0 {
		f.top = 0
		return
	}
	inside := f.height - 2*f.padding()
	f.top = min(max(f.top, l.top+f.lineHeight()-inside), l.top, most)
}

// move does a key that moves the caret.
func (f *Field) move(key fyne.KeyName) {
	switch key {
	case fyne.KeyLeft, fyne.KeyRight:
		f.sideways(key == fyne.KeyRight)
	case fyne.KeyUp:
		f.toLine(-1)
	case fyne.KeyDown:
		f.toLine(1)
	case fyne.KeyPageUp:
		f.toLine(-f.rows)
	case fyne.KeyPageDown:
		f.toLine(f.rows)
	case fyne.KeyHome:
		f.toEdge(false)
	case fyne.KeyEnd:
		f.toEdge(true)
	}
}

// toEdge moves to where the line begins or ends to the eye, whatever its last word is.
func (f *Field) toEdge(end bool) {
	l := f.line()
	begins, ends := l.Edges()
	c := typeset.Caret{Pos: l.from - l.base(), X: begins}
	if end {
		c = typeset.Caret{Pos: l.to - l.base(), X: ends}
	}
	f.goToCaret(l, c, f.shift)
}

func (f *Field) goTo(pos int) {
	f.text.MoveTo(pos, f.shift)
	f.moved()
}

// sideways moves over one letter as it looks; over the edge of a line to the next one in
// the order of reading.
func (f *Field) sideways(right bool) {
	l := f.line()
	forward := right != l.RTL
	if from, to := f.text.Selection(); from < to && !f.shift {
		if forward {
			from = to
		}
		f.goTo(from)
		return
	}
	if c, ok := l.Step(f.at, right); ok && l.base()+c.Pos <= f.text.Len() {
		f.goToCaret(l, c, f.shift)
		return
	}
	lines, now := f.lay().lines, f.lineOf(f.text.Caret())
	switch {
	case forward && now+1 < len(lines):
		f.goTo(lines[now+1].from)
	case !forward && now > 0:
		f.goTo(lines[now-1].to)
	}
}

// toLine moves up or down to the letter above or below.
func (f *Field) toLine(by int) {
	lines := f.lay().lines
	now := f.lineOf(f.text.Caret())
	to := min(max(now+by, 0), len(lines)-1)
	if to == now {
		if by < 0 {
			f.goTo(0)
		} else {
			f.goTo(f.text.Len())
		}
		return
	}
	x := f.at.X + lines[now].shift
	if f.vertical {
		x = f.goal
	}
	f.goToCaret(lines[to], f.hit(lines[to], x), f.shift)
	f.goal, f.vertical = x, true
}

// goToCaret moves to a caret of a line. At a boundary of directions it stands just there.
func (f *Field) goToCaret(l fieldLine, c typeset.Caret, extend bool) {
	f.text.MoveTo(l.base()+c.Pos, extend)
	f.moved()
	if l.base()+c.Pos == f.text.Caret() {
		f.at = c
		f.follow(l)
		f.Refresh()
	}
}

// hit is the caret at an x of a line.
func (f *Field) hit(l fieldLine, x float64) typeset.Caret {
	c := l.Hit(x - l.shift)
	if last := l.to - l.base(); c.Pos > last { // beyond the space at which it wraps
		c = l.Carets(last)[0]
	}
	return c
}

// positionAt is the position of the whole text at a point of the field.
func (f *Field) positionAt(p fyne.Position) int {
	l, c := f.caretAt(p)
	return l.base() + c.Pos
}

// caretAt is the line and the caret at a point of the field.
func (f *Field) caretAt(p fyne.Position) (fieldLine, typeset.Caret) {
	lines := f.lay().lines
	i := int((p.Y - f.padding() + f.top) / f.lineHeight())
	l := lines[min(max(i, 0), len(lines)-1)]
	return l, f.hit(l, float64(p.X-f.padding()+f.scroll))
}
