package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Field is an entry that Escape leaves.
type Field struct {
	widget.Entry
	OnEscape func()
}

// NewField makes a field of one line.
func NewField(text string) *Field {
	f := &Field{}
	f.ExtendBaseWidget(f)
	f.SetText(text)
	return f
}

// NewArea makes a field of several lines that wrap.
func NewArea(text string, rows int) *Field {
	f := &Field{}
	f.ExtendBaseWidget(f)
	f.MultiLine, f.Wrapping = true, fyne.TextWrapWord
	f.SetMinRowsVisible(rows)
	f.SetText(text)
	return f
}

// TypedKey implements fyne.Focusable.
func (f *Field) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape && f.OnEscape != nil {
		f.OnEscape()
		return
	}
	f.Entry.TypedKey(k)
}

// AcceptsTab implements fyne.Tabbable: Tab leaves a field of several lines too, for
// whoever fills a form with the keyboard.
func (f *Field) AcceptsTab() bool { return false }
