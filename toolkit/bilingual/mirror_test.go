package bilingual

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestMirror(t *testing.T) {
	for _, c := range []struct {
		text, want string
		some       bool
	}{
		{"Instellingen → Navigatie", "Instellingen ← Navigatie", true},
		{"ga terug ← of verder ⇒", "ga terug → of verder ⇐", true},
		{"▶ speel, ◀ terug, ➔ kijk ☞ hier 👉", "◀ speel, ▶ terug, ← kijk ☜ hier 👈", true},
		{"➡\ufe0f", "⬅\ufe0f", true}, // the sign that chooses the picture stays with it
		{"heen ↔ weer ⇄ ↑ ↓ ⟷ ⇔", "heen ↔ weer ⇄ ↑ ↓ ⟷ ⇔", false},
		{"«ja» ‹nee› (3 < 4) [a] {b} ⟨c⟩ ≤ ❮ ❯ „x”", "«ja» ‹nee› (3 < 4) [a] {b} ⟨c⟩ ≤ ❮ ❯ „x”", false},
		{"a -> b => c --> d", "a -> b => c --> d", false},
		{"", "", false},
	} {
		got, some := Mirror(c.text)
		if got != c.want || some != c.some {
			t.Errorf("%q: %q, %v", c.text, got, some)
		}
	}
}

// mirroredByRendering are the pairs of BidiMirroring.txt (Unicode 16) that people type, and
// some with Bidi_Mirrored=Yes that have no pair: whoever shows a text turns these (UAX #9,
// rule L4), so they must stay.
const mirroredByRendering = "()<>[]{}«»‹›≤≥≪≫≺≻⊂⊃⊆⊇∈∋∉∌⊢⊣⟨⟩⟪⟫⟦⟧⟮⟯❨❩❪❫❬❭❮❯❰❱❲❳❴❵⁅⁆⁽⁾₍₎⌈⌉⌊⌋〈〉〈〉《》「」『』【】〔〕（）＜＞［］｛｝༺༻᚛᚜⸂⸃⸨⸩∑√∫≠≃≅∼"

func TestWhatRenderingMirrorsStays(t *testing.T) {
	if got, some := Mirror(mirroredByRendering); some || got != mirroredByRendering {
		t.Errorf("it became %q", got)
	}
	if got := Arrows(mirroredByRendering); got != nil {
		t.Errorf("offered: %q", got)
	}
}

// Each arrow becomes another one. Twice is the same again, but for those without one of their
// own, which become the plain one of their kind.
func TestEachArrowHasAnother(t *testing.T) {
	const without = "➔➜➝➞➙➛➤⮕"
	for r := range turned {
		once, some := Mirror(string(r))
		twice, _ := Mirror(once)
		if !some || once == string(r) || len([]rune(once)) != 1 {
			t.Errorf("%c becomes %q", r, once)
		}
		if (twice == string(r)) == strings.ContainsRune(without, r) {
			t.Errorf("%c becomes %q and then %q", r, once, twice)
		}
	}
	for _, pair := range strings.Fields(arrows) {
		if len([]rune(pair)) != 2 {
			t.Errorf("%q is no pair", pair)
		}
	}
}

func TestArrowsAreOfferedOnce(t *testing.T) {
	got := Arrows("Klik → Instellingen → Taal ▶ « terug ← »")
	if want := []string{"←", "◀", "→"}; !slices.Equal(got, want) {
		t.Errorf("%q, expected %q", got, want)
	}
}

// A text without arrows stays as it is, whatever is in it; one with them keeps its length.
func TestMirrorProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text") + rapid.SampledFrom([]string{"", "→", "◀ x", "»", "(ب)"}).Draw(t, "end")
		got, some := Mirror(text)
		if some != (len(Arrows(text)) > 0) || !some && got != text {
			t.Fatalf("%q becomes %q", text, got)
		}
		if len([]rune(got)) != len([]rune(text)) {
			t.Fatalf("%q becomes %q", text, got)
		}
	})
}
