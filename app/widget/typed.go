package widget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Typed is a text that stands in a field and is not as it was given.
type Typed struct {
	Where string // the head of the dialog that the field is in; "" on a page
	Label string // of the field
	Text  string
}

// TypedIn lists what was typed into the fields of a window and of the dialogs over it. A
// secret is no text, and a search is not worth keeping.
func TypedIn(c fyne.Canvas) (out []Typed) {
	for _, layer := range append([]fyne.CanvasObject{c.Content()}, c.Overlays().List()...) {
		t := typist{dialog: layer != c.Content()}
		t.walk(layer)
		out = append(out, t.found...)
	}
	return out
}

// typist goes over a layer and remembers the words before a field: they are its label.
type typist struct {
	dialog      bool
	head, label string
	found       []Typed
}

func (t *typist) walk(o fyne.CanvasObject) {
	if o == nil || !o.Visible() {
		return
	}
	switch o := o.(type) {
	case *BidiLabel:
		t.label = o.Text
		if t.dialog && t.head == "" {
			t.head = o.Text
		}
	case *Field:
		if text := strings.TrimSpace(o.Text); text != "" && o.Text != o.given && !o.Secret && !o.Passing {
			t.found = append(t.found, Typed{t.head, t.label, o.Text})
		}
	case *widget.PopUp:
		t.walk(o.Content)
		return
	}
	for _, x := range inside(o) {
		t.walk(x)
	}
}
