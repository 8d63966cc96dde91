package privacy

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kring/internal/vault"
)

// knows is a store that knows of people by name.
func knows(names ...string) *Store {
	return &Store{rooms: []Room{{People: func() (out []Subject) {
		for _, n := range names {
			out = append(out, Subject{Kind: Person, ID: n, Name: n})
		}
		return out
	}}}}
}

func TestOthersAreMasked(t *testing.T) {
	mask := knows("Élise", "irem", "Yıldız", "Strauß", "Anna", "Anna de Vries", "Yusuf", "فاطمة", "'t Hooft", "Jan-Piet Bos").masking(vault.Traces{Names: []string{"Yusuf Kaya"}})
	for text, want := range map[string]string{
		"Belde met Anna de Vries, en Anna.": "Belde met •••, en •••.", // not a first name and then the rest
		"Anna's zus, anna–Yusuf, *ANNA*":    "•••'s zus, •••–Yusuf, *•••*",
		"Annabel en Savanna":                "Annabel en Savanna",
		"تحدثت لفاطمة وفاطمة":               "تحدثت ل••• و•••", // Arabic writes its particles to a name
		"van 't Hooft/Jan-Piet Bos":         "van •••/•••",
		"ÉLISE, İREM en yildiz bij STRAUSS": "•••, ••• en ••• bij •••",
		"E\u0301lise, Elise en Straußen":    "•••, Elise en Straußen", // an accent of its own; without it somebody else
		"مع فَاطِمَة هنا":                   "مع ••• هنا",
		"Yusuf Kaya was er":                 "Yusuf Kaya was er", // a namesake of whom it is given to
		"":                                  "",
	} {
		if got := mask(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

// Whatever people are called and whatever is written, what somebody is given has the name of
// nobody else.
func TestNobodyElseIsNamed(t *testing.T) {
	part := rapid.SampledFrom([]string{"Anna", "anna", "bel", "de", "Vries", "Élise", "ÉLISE", "E\u0301lise", "İpek", "ipek", "IPEK", "ıpek", "ß", "SS", "Łukasz", "فاطمة", "علي", "محمد", "فَاطمة", "7", "-", "'", "’", " ", " ", ", ", "/", "و", "ل", "\n"})
	words := func(t *rapid.T, label string, most int) string {
		return strings.Join(rapid.SliceOfN(part, 0, most).Draw(t, label), "")
	}
	rapid.Check(t, func(t *rapid.T) {
		own := words(t, "own", 4)
		var others []string
		for range rapid.IntRange(0, 5).Draw(t, "people") {
			others = append(others, words(t, "name", 4))
		}
		text := words(t, "text", 12)
		if len(others) > 0 {
			text += rapid.SampledFrom(others).Draw(t, "named") + words(t, "end", 3)
		}
		masked := knows(others...).masking(vault.Traces{Names: []string{own}})(text)
		for _, name := range others {
			x := vault.Traces{Names: []string{name}}
			if len(vault.Words(name)) > 0 && !x.Holds(own) && x.Holds(masked) {
				t.Fatalf("%q becomes %q, which names %q", text, masked, name)
			}
		}
	})
}
