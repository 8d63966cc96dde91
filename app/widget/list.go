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
	at               int // where the keyboard is, of a list that is ticked
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
	touched()
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
		l.List.TypedKey(k)
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
	for ; l.at > 0; l.at-- {
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	}
	l.ScrollToTop()
}

func call(f func()) {
	if f != nil {
		f()
	}
}
