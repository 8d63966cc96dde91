package widget

import (
	"sort"

	"fyne.io/fyne/v2"

	"kring/internal/typeset"
)

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
	f.placed = f.laid.turn
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
