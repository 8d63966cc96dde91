package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// F1 asks for help from everything that takes the keyboard, and does nothing else there.
func TestF1AsksForHelp(t *testing.T) {
	test.NewTempApp(t)
	asked := 0
	WhenHelp(func() { asked++ })
	t.Cleanup(func() { WhenHelp(func() {}) })
	f := NewField("hallo")
	for i, x := range []fyne.Focusable{
		f, NewButton("a", nil, nil), NewCheck("a", nil), NewSelect([]string{"a", "b"}, nil),
		NewList(func() int { return 0 }, func() fyne.CanvasObject { return NewField("") }, func(int, fyne.CanvasObject) {}, func(int) {}),
	} {
		x.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
		if asked != i+1 {
			t.Errorf("%T does not ask for help", x)
		}
	}
	if f.Text != "hallo" {
		t.Errorf("the field says %q", f.Text)
	}
}
