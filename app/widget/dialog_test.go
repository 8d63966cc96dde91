package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
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

// Ctrl+Enter presses the one button of the dialog on top that stands out, and nothing under it.
func TestTheMainButtonOfADialog(t *testing.T) {
	test.NewTempApp(t)
	pressed := ""
	button := func(name string, i widget.Importance) *Button {
		b := NewButton(name, nil, func() { pressed += name })
		b.Importance = i
		return b
	}
	w := test.NewTempWindow(t, button("page", widget.HighImportance))
	if PressMain(w.Canvas()) || pressed != "" {
		t.Fatal("without a dialog the page was pressed")
	}
	ShowDialog("Onder", button("under", widget.HighImportance), fyne.NewSize(300, 200), w)
	yes := button("yes", widget.HighImportance)
	hidden := button("hidden", widget.HighImportance)
	hidden.Hide()
	d := ShowDialog("Boven", container.NewBorder(nil, container.NewHBox(button("no", widget.MediumImportance), hidden, yes), nil, nil, NewBidiLabel("Zeker?")), fyne.NewSize(300, 200), w)
	if !PressMain(w.Canvas()) || pressed != "yes" {
		t.Fatalf("pressed %q", pressed)
	}
	yes.Disable()
	if PressMain(w.Canvas()) || pressed != "yes" {
		t.Errorf("what is off was pressed: %q", pressed)
	}
	d.Hide()
	if !PressMain(w.Canvas()) || pressed != "yesunder" {
		t.Errorf("pressed %q", pressed)
	}
}
