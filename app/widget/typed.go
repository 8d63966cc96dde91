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

// Placed is a field with the words that tell people what it is for.
type Placed struct {
	Where, Label string // as in Typed
	Field        *Field
}

// TypedIn lists what was typed into the fields of a window and of the dialogs over it.
func TypedIn(c fyne.Canvas) (out []Typed) {
	for _, layer := range append([]fyne.CanvasObject{c.Content()}, c.Overlays().List()...) {
		for _, p := range fieldsIn(layer, layer != c.Content()) {
			if text := strings.TrimSpace(p.Field.Text); text != "" && p.Field.Text != p.Field.given {
				out = append(out, Typed{p.Where, p.Label, p.Field.Text})
			}
		}
	}
	return out
}

// Fields lists the fields that a dialog shows and whose texts are worth keeping, from its top.
func (d *Dialog) Fields() []Placed { return fieldsIn(d.pop, true) }

// PutBack gives a field a text that somebody typed before: it counts as typed, not as given.
func (f *Field) PutBack(text string) {
	given := f.given
	f.SetText(text)
	f.given = given
}

// fieldsIn goes over a layer of a window. A secret is no text, and a search is not worth keeping.
func fieldsIn(layer fyne.CanvasObject, dialog bool) []Placed {
	t := typist{dialog: dialog}
	t.walk(layer)
	return t.found
}

// typist goes over a layer and remembers the words before a field: they are its label.
type typist struct {
	dialog      bool
	head, label string
	found       []Placed
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
		if !o.Secret && !o.Passing {
			t.found = append(t.found, Placed{t.head, t.label, o})
		}
	case *widget.PopUp:
		t.walk(o.Content)
		return
	}
	for _, x := range Inside(o) {
		t.walk(x)
	}
}
