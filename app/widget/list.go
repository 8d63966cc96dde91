package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// List is Fyne's list, which draws only what is in sight, with the keys that people try:
// Enter chooses as the space bar does, Escape leaves, Backspace goes back. A list whose lines
// are ticked (OnTick) chooses each line that the keyboard comes to, and ticks it by those keys.
type List struct {
	widget.List
	OnEscape, OnBack func()
	OnTick           func(line int)
	at               int // where the keyboard is
}

// NewList makes a list of lines that create makes and update fills; chosen is called with
// the line that was pressed, and none stays selected.
func NewList(length func() int, create func() fyne.CanvasObject, update func(int, fyne.CanvasObject), chosen func(int)) *List {
	l := &List{}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.OnSelected = func(i int) {
		l.at = i
		l.UnselectAll()
		chosen(i)
	}
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey implements fyne.Focusable.
func (l *List) TypedKey(k *fyne.KeyEvent) {
	if pressed(k) {
		return
	}
	if l.OnTick != nil && l.ticked(k) {
		return
	}
	switch k.Name {
	case fyne.KeyEscape:
		call(l.OnEscape)
	case fyne.KeyBackspace:
		call(l.OnBack)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		l.step(k)
	}
}

// step has the keyboard go a line on by the arrows, and follows where it is.
func (l *List) step(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyDown && l.at < l.Length()-1:
		l.at++
	case k.Name == fyne.KeyUp && l.at > 0:
		l.at--
	}
	l.List.TypedKey(k)
}

// At is the line where the keyboard is, or begins; the list may have fewer lines by now.
func (l *List) At() int { return l.at }

// MoveTo has the keyboard begin at a line, which is brought in sight: where it was last can be
// far from what is in hand.
func (l *List) MoveTo(line int) {
	line = min(line, l.Length()-1)
	update := l.UpdateItem
	l.UpdateItem = func(int, fyne.CanvasObject) {} // none of the lines on the way is drawn
	for l.at < line {
		l.step(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	for l.at > max(line, 0) {
		l.step(&fyne.KeyEvent{Name: fyne.KeyUp})
	}
	l.UpdateItem = update
	l.Refresh()
	if line >= 0 {
		l.ScrollTo(line)
	}
}

// ticked handles the keys of a list that is ticked, and tells whether this was one.
func (l *List) ticked(k *fyne.KeyEvent) bool {
	to := l.at
	switch k.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		if l.at < l.Length() {
			l.OnTick(l.at)
		}
		return true
	case fyne.KeyUp:
		to--
	case fyne.KeyDown:
		to++
	default:
		return false
	}
	if to >= 0 && to < l.Length() {
		l.List.TypedKey(k)
		l.OnSelected(to)
	}
	return true
}

// Begin has the keyboard begin at the first line, of a list that shows others than before. The
// list must be in sight.
func (l *List) Begin() {
	l.MoveTo(0)
	l.ScrollToTop()
}

func call(f func()) {
	if f != nil {
		f()
	}
}
