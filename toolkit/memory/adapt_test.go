package memory

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

func TestAdapt(t *testing.T) {
	for _, c := range []struct {
		source, text, asked, want string // nothing: not plain
	}{
		{"Praat 20 minuten.", "تحدثوا 20 دقيقة.", "Praat 15 minuten.", "تحدثوا 15 دقيقة."},
		{"Praat 20 minuten.", "تحدثوا ٢٠ دقيقة.", "praat  15 minuten.", "تحدثوا ١٥ دقيقة."},
		{"Week 3", "هفته ۳", "Week 12", "هفته ۱۲"},
		{"Om 14.30 uur", "الساعة ١٤٫٣٠", "Om 15.45 uur", ""},         // the translation has another sign
		{"Weeg 3,5 kilo", "٣٫٥ كيلو", "Weeg 4,25 kilo", "٤٫٢٥ كيلو"}, // its own sign stays
		{"Weeg 3,5 kilo", "Weigh 3.5 kilos", "Weeg 4,5 kilo", ""},
		{"Weeg 3 kilo", "Weigh 3 kilos", "Weeg 3,5 kilo", ""},
		{"Van 3 tot 5", "From 3 to 5", "Van 5 tot 3", "From 5 to 3"},
		{"Stap 1 van 4", "4 adımdan 1.", "Stap 2 van 4", "4 adımdan 2."},
		{"Lees pagina A4", "اقرأ A4", "Lees pagina A5", "اقرأ A5"},
		{"3 en 3", "3 و 3", "3 en 4", ""},      // which one?
		{"3 en 3", "3 و 3", "5 en 5", "5 و 5"}, // both
		{"2 keer", "مرتان", "3 keer", ""},      // written as a word
		{"2 keer", "2 و 2", "3 keer", ""},      // once more than in the Dutch
		{"Praat 20 minuten.", "20 دقيقة", "Loop 15 minuten.", ""},
		{"Praat hier over.", "تحدثوا", "praat hier over.", "تحدثوا"},
		{"Praat 20 minuten.", "", "Praat 20 minuten.", ""},
	} {
		got, ok := Adapt(unit(c.source, c.text), c.asked)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("%q for %q: %q, %v", c.text, c.asked, got, ok)
		}
	}
}

// With numbers that are told apart, putting others in and back again gives the same.
func TestAdaptThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.SliceOfNDistinct(rapid.IntRange(0, 9999), 4, 4, rapid.ID).Draw(t, "numbers")
		zero := rapid.SampledFrom([]rune("0٠۰०")).Draw(t, "digits")
		dutch := func(a, b int) string { return fmt.Sprintf("Van %d tot %d uur", a, b) }
		other := func(a, b int) string { return "من " + digits(a, zero) + " إلى " + digits(b, zero) }
		got, ok := Adapt(unit(dutch(n[0], n[1]), other(n[0], n[1])), dutch(n[2], n[3]))
		if !ok || got != other(n[2], n[3]) {
			t.Fatalf("%q, %v", got, ok)
		}
		back, ok := Adapt(unit(dutch(n[2], n[3]), got), dutch(n[0], n[1]))
		if !ok || back != other(n[0], n[1]) {
			t.Fatalf("back: %q, %v", back, ok)
		}
	})
}

func digits(n int, zero rune) string {
	out := ""
	for _, r := range fmt.Sprint(n) {
		out += string(zero + r - '0')
	}
	return out
}

// Any text is taken, whatever its digits.
func TestAdaptOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u := unit(anyText().Draw(t, "source"), rapid.String().Draw(t, "text"))
		if got, ok := Adapt(u, u.Source); ok != (u.Text != "") || got != u.Text {
			t.Fatalf("a repeat gives %q, %v", got, ok)
		}
		Adapt(u, anyText().Draw(t, "asked"))
	})
}
