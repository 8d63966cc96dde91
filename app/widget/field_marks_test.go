package widget

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// In a field of a language the text begins where the language begins, whatever it begins with.
func TestFieldOfALanguage(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		right      bool
	}{
		{"ar", "", true},
		{"ar", "12 طفلاً", true},
		{"ar", "HBBM هو الدورة", true},
		{"ckb", "Kring", true},
		{"az-Arab", "2", true},
		{"nl", "", false},
		{"nl", "علي komt ook", false},
		{"tr", "علي", false},
		{"", "علي komt ook", true},
		{"", "HBBM هو", false},
	} {
		for _, f := range []*Field{NewField(c.text), NewArea(c.text, 3)} {
			f.SetLang(c.lang)
			h := onField(t, f)
			h.press(fyne.KeyHome)
			caret := test.WidgetRenderer(f).(*fieldRenderer).caret
			middle := f.Size().Width / 2
			if got := caret.Position().X > middle; got != c.right || f.line().RTL != c.right {
				t.Errorf("%s %q, %d rows: the caret is at %.0f of %.0f", c.lang, c.text, f.rows, caret.Position().X, f.Size().Width)
			}
		}
	}
}

// The language can change while a text stands there; every paragraph follows.
func TestLanguageOfAFieldChanges(t *testing.T) {
	h := onField(t, NewArea("HB\n12\nعلي", 3))
	for _, c := range []struct {
		lang string
		want []bool
	}{{"ar", []bool{true, true, true}}, {"nl", []bool{false, false, false}}, {"", []bool{false, false, true}}} {
		h.f.SetLang(c.lang)
		for i, l := range h.f.lay().lines {
			if l.RTL != c.want[i] {
				t.Errorf("%q: line %d is from right to left: %v", c.lang, i, l.RTL)
			}
		}
	}
}

// Where the language gives the direction, Control and Shift put no mark into the text.
func TestNoMarkWhereTheLanguageDirects(t *testing.T) {
	for lang, want := range map[string]string{"ar": "HB", "": "\u200fHB"} {
		h := onField(t, NewField("HB"))
		h.f.SetLang(lang)
		h.f.KeyDown(key(desktop.KeyControlRight))
		h.f.KeyDown(key(desktop.KeyShiftRight))
		h.f.KeyUp(key(desktop.KeyShiftRight))
		if h.f.Text != want {
			t.Errorf("%q: %q", lang, h.f.Text)
		}
	}
}

// A hint stands where the text will, in whatever language it is.
func TestHintStandsWhereTheTextWill(t *testing.T) {
	for _, rows := range []int{1, 3} {
		f := newField("", rows)
		f.SetPlaceHolder("kort")
		h := onField(t, f)
		for lang, right := range map[string]bool{"ar": true, "nl": false} {
			f.SetLang(lang)
			h.w.Canvas().Unfocus()
			first, last := darkest(h.w.Canvas().Capture())
			if wide := int(f.Size().Width * h.w.Canvas().Scale()); (first > wide/2) != right || (last > wide/2) != right {
				t.Errorf("%s, %d rows: the hint is from %d to %d of %d", lang, rows, first, last, wide)
			}
		}
	}
}

func TestMarksShow(t *testing.T) {
	for _, c := range []struct{ lang, text, chips string }{
		{"ar", "می\u200cخواهم\u200f و\u00a0HB\u200e", "ZWNJ RLM NBSP LRM"},
		{"nl", "Zie\u00a0blz.\u202f3\u200f hier", "NBSP NNBSP RLM"},
	} {
		f := NewField(c.text)
		f.SetLang(c.lang)
		h := onField(t, f)
		plain := h.f.line().Width
		f.SetShowMarks(true)
		got := map[string]bool{}
		for _, r := range f.line().Runs {
			if r.Token != "" {
				got[r.Token] = true
			}
		}
		for _, name := range strings.Fields(c.chips) {
			if !got[name] {
				t.Errorf("%q has no chip %s", c.text, name)
			}
		}
		if f.line().Width <= plain {
			t.Error("the chips take no room")
		}
		f.SetShowMarks(false)
		if f.line().Width != plain {
			t.Error("without chips it is not as before")
		}
	}
}

// The arrows stop on each side of a chip, and a key takes it as one letter.
func TestChipByKeyboard(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		on         fyne.KeyName
	}{{"ar", "بي\u200cت", fyne.KeyLeft}, {"nl", "ab\u200cc", fyne.KeyRight}} {
		runes := []rune(c.text)
		show := func(before, after int) string { return string(runes[:before]) + "|" + string(runes[after:]) }
		h := onField(t, NewField(c.text))
		h.f.SetLang(c.lang)
		h.f.SetShowMarks(true)
		h.press(fyne.KeyHome, c.on, c.on)
		h.want("two on", show(2, 2))
		h.press(c.on)
		h.want("over the chip", show(3, 3))
		h.press(fyne.KeyBackspace)
		h.want("erased back", show(2, 3))
		h.f.TypedShortcut(&fyne.ShortcutUndo{})
		h.press(fyne.KeyHome, c.on, c.on, fyne.KeyDelete)
		h.want("erased on", show(2, 3))
		h.f.TypedShortcut(&fyne.ShortcutUndo{})
		h.f.Select(1, 4)
		h.f.TypedShortcut(&fyne.ShortcutCopy{})
		if got := fyne.CurrentApp().Clipboard().Content(); got != string(runes[1:]) {
			t.Errorf("copied %q", got)
		}
	}
}

// A secret shows dots, whatever it is made of.
func TestNoChipsInASecret(t *testing.T) {
	f := NewField("a\u200fb")
	f.Secret = true
	f.SetShowMarks(true)
	onField(t, f)
	for _, r := range f.line().Runs {
		if r.Token != "" {
			t.Errorf("a secret has a chip %s", r.Token)
		}
	}
}

// What is chosen goes in at the caret, as one step, and is heard as typing is.
func TestFieldInsertAndReplace(t *testing.T) {
	heard := ""
	f := NewField("op  om 10:30")
	f.OnChanged = func(s string) { heard = s }
	h := onField(t, f)
	f.Select(3, 3)
	f.Insert("kring van invloed")
	h.want("inserted", "op kring van invloed| om 10:30")
	if heard != f.Text {
		t.Errorf("heard %q", heard)
	}
	f.Replace("دائرة التأثير")
	h.want("replaced", "دائرة التأثير|")
	f.TypedShortcut(&fyne.ShortcutUndo{})
	h.want("one back", "op kring van invloed| om 10:30")
	f.TypedShortcut(&fyne.ShortcutUndo{})
	h.want("two back", "op | om 10:30")
	f.Disable()
	f.Insert("x")
	f.Replace("x")
	f.Wrap("x", "x")
	h.want("off", "op | om 10:30")
}

// A field that became wider shows its text, not the emptiness beside it.
func TestWiderFieldScrollsBack(t *testing.T) {
	f := NewField(strings.Repeat("كلمة ", 20))
	f.SetLang("ar")
	h := onField(t, f)
	h.f.Resize(fyne.NewSize(120, 40))
	h.press(fyne.KeyHome)
	h.f.Resize(fyne.NewSize(300, 40))
	if most := float32(f.line().Width) - f.room(); f.scroll > most {
		t.Errorf("scrolled by %.0f, of %.0f at most", f.scroll, most)
	}
}
