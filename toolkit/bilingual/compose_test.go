package bilingual

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func TestCompose(t *testing.T) {
	for want, pieces := range map[string][]Piece{
		"3 * 4 [x] C:\\map":            {{Text: "3 * 4 [x] C:\\map"}},
		`\*zo\*`:                       {{Text: "*zo*"}},
		"een **twee drie** vier":       {{Text: "een "}, {Text: "twee ", Bold: true}, {Text: "drie ", Bold: true}, {Text: "vier"}},
		"**een** *twee*":               {{Text: "een ", Bold: true}, {Text: "twee", Italic: true}},
		"***een***":                    {{Text: "een", Bold: true, Italic: true}},
		"**eentwee**":                  {{Text: "een", Bold: true}, {Text: "twee", Italic: true}},
		"[de **site**](https://a.nl) ": {{Text: "de ", Link: "https://a.nl"}, {Text: "site", Bold: true, Link: "https://a.nl"}, {Text: " "}},
		`[a\]b](https://a.nl)`:         {{Text: "a]b", Link: "https://a.nl"}},
		"":                             nil,
	} {
		if got := Compose(pieces); got != want {
			t.Errorf("%+v: %q, not %q", pieces, got, want)
		}
	}
}

// What is composed splits into the same pieces again.
func TestComposeProperty(t *testing.T) {
	piece := rapid.Custom(func(t *rapid.T) Piece {
		return Piece{
			Text: rapid.OneOf(rapid.StringMatching(`[ab *\[\]\\()\n]{1,6}`), rapid.String()).Draw(t, "text"),
			Bold: rapid.Bool().Draw(t, "bold"), Italic: rapid.Bool().Draw(t, "italic"),
			Link: rapid.SampledFrom([]string{"", "", "https://kring.nl/a", "mailto:a@b.nl"}).Draw(t, "link"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOf(piece).Draw(t, "pieces")
		text := Compose(pieces)
		if got, want := Inline(text), orOne(even(pieces)); !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v is written as %q and read as %+v", want, text, got)
		}
	})
}
