package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func onBar(t *testing.T, lang string) (*hands, *MarkBar) {
	t.Helper()
	f := NewField("bel HB nu")
	f.SetLang(lang)
	f.SetShowMarks(true)
	b := NewMarkBar(f, "Een teken dat je niet ziet.",
		Mark{Open: "\u200f", Caption: "Wat volgt staat links."}, Mark{Open: "\u2066", Close: "\u2069", Caption: "Houdt bij elkaar."}, Mark{Open: "«", Close: "»"})
	h := &hands{t, f, shown(t, container.NewVBox(f, b), 400, 200)}
	h.w.Canvas().Focus(f)
	return h, b
}

// A button puts its mark where the caret is, in one step, and the keyboard is in the field again.
func TestMarkBarInserts(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		h, b := onBar(t, lang)
		h.f.Select(4, 4)
		h.w.Canvas().Focus(b.buttons[0])
		test.Tap(b.buttons[0])
		h.want("a mark", "bel \u200f|HB nu")
		if h.w.Canvas().Focused() != h.f {
			t.Error("the keyboard is not in the field")
		}
		h.f.TypedShortcut(&fyne.ShortcutUndo{})
		h.want("taken back", "bel |HB nu")
		h.f.Select(4, 6)
		h.w.Canvas().Focus(b.buttons[1])
		b.buttons[1].TypedKey(key(fyne.KeyReturn))
		h.want("around the selection", "bel \u2066[HB]\u2069 nu")
		h.f.TypedShortcut(&fyne.ShortcutUndo{})
		h.want("taken back", "bel [HB] nu")
		h.w.Canvas().Focus(b.buttons[2])
		b.buttons[2].TypedKey(key(fyne.KeyEscape))
		if h.w.Canvas().Focused() != h.f || h.f.Text != "bel HB nu" {
			t.Errorf("Escape leaves the keyboard with %T and %q", h.w.Canvas().Focused(), h.f.Text)
		}
	}
}

// What a button does stands under the row while it has the keyboard or the mouse.
func TestMarkBarSaysWhatItDoes(t *testing.T) {
	h, b := onBar(t, "nl")
	if got := []string{b.buttons[0].Text, b.buttons[1].Text, b.buttons[2].Text}; got[0] != "RLM" || got[1] != "LRI … PDI" || got[2] != "« … »" {
		t.Errorf("the buttons say %q", got)
	}
	says := func(doing, want string) {
		t.Helper()
		if b.caption.Text != want {
			t.Errorf("%s: %q, expected %q", doing, b.caption.Text, want)
		}
	}
	says("at first", b.hint)
	h.w.Canvas().Focus(b.buttons[0])
	says("with the keyboard", "Wat volgt staat links.")
	b.buttons[1].MouseIn(nil)
	says("with the mouse over another", "Houdt bij elkaar.")
	b.buttons[1].MouseOut()
	says("the mouse left", "Wat volgt staat links.")
	h.w.Canvas().Focus(h.f)
	says("the keyboard left", b.hint)
}

// A bar without a field does nothing; one for several fields goes where it is told.
func TestMarkBarChangesItsField(t *testing.T) {
	h, b := onBar(t, "nl")
	other := NewField("")
	b.Field = nil
	test.Tap(b.buttons[0])
	b.Field = other
	test.Tap(b.buttons[0])
	if h.f.Text != "bel HB nu" || other.Text != "\u200f" {
		t.Errorf("%q and %q", h.f.Text, other.Text)
	}
}
