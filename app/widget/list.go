package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// List is Fyne's list, which draws only what is in sight, with the keys that people try:
// Enter chooses as the space bar does, Escape leaves, Backspace goes back.
type List struct {
	widget.List
	OnEscape, OnBack func()
}

// NewList makes a list of lines that create makes and update fills; chosen is called with
// the line that was pressed, and none stays selected.
func NewList(length func() int, create func() fyne.CanvasObject, update func(int, fyne.CanvasObject), chosen func(int)) *List {
	l := &List{}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.OnSelected = func(i int) {
		l.UnselectAll()
		chosen(i)
	}
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey implements fyne.Focusable.
func (l *List) TypedKey(k *fyne.KeyEvent) {
	touched()
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

func call(f func()) {
	if f != nil {
		f()
	}
}
