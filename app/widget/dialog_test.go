package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// Escape closes a dialog also after a press beside its fields.
func TestEscapeClosesADialogWithoutTheKeyboard(t *testing.T) {
	test.NewTempApp(t)
	under := NewField("")
	w := test.NewTempWindow(t, under)
	w.Resize(fyne.NewSize(600, 400))
	KeysToDialogs(w.Canvas())
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape}) // no dialog: nothing happens
	if w.Canvas().Focused() != nil {
		t.Fatal("a key without a dialog moved the keyboard")
	}
	var d *Dialog
	field := NewField("tekst")
	field.OnEscape = func() { d.Hide() }
	d = ShowDialog("Vraag", container.NewVBox(field), fyne.NewSize(300, 200), w)
	w.Canvas().Focus(field)
	w.Canvas().Unfocus()
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if w.Canvas().Focused() != field || field.Text != "tekst" {
		t.Fatalf("after a key %v has the keyboard, the field %q", w.Canvas().Focused(), field.Text)
	}
	w.Canvas().Unfocus()
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.Canvas().Overlays().Top() != nil {
		t.Error("Escape did not close it")
	}
}
