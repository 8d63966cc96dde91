package vault_test

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kring/internal/vault"
)

func TestNamesInOtherCapitals(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"Élise", "met ÉLISE en élise.", "met … en …."},
		{"Élise", "met E\u0301LISE!", "met …!"}, // an accent typed after its letter
		{"E\u0301lise", "met Élise", "met …"},
		{"Andre", "met André en Andre\u0301", "met André en Andre\u0301"}, // somebody else
		{"De\u0301", "de dé DÉ", "de … …"},
		{"Yıldız", "YILDIZ en yildiz", "… en …"},
		{"İrem", "irem, IREM, i\u0307rem", "…, …, …"},
		{"Strauß", "STRAUSS, strauß en Straußen", "…, … en Straußen"},
		{"Straus", "Strauß", "Strauß"},
		{"Żaneta", "żaneta", "…"},
		{"Łukasz", "ŁUKASZ", "…"},
		{"Ελένη", "ΕΛΈΝΗ", "…"},
		{"فاطمة", "مع فَاطِمَة، وفاطــمة", "مع …، و…"},
		{"فَاطِمَة", "فاطمة", "…"},
		{"أحمد", "احمد", "احمد"},
		{"Anna", "\u0640", "\u0640"},
		{"Anna", "\u0640Anna", "…"},
		{"", "niets", "niets"},
	} {
		x := vault.Traces{Names: []string{c.name}}
		if got := x.Replace(c.text, "…"); got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.name, c.text, got, c.want)
		}
		there := c.text != c.want
		b, err := json.Marshal(c.text)
		if err != nil || x.Holds(c.text) != there || x.Named(b) != there {
			t.Errorf("%q in %q: holds %v, in JSON %v, %v", c.name, c.text, x.Holds(c.text), x.Named(b), err)
		}
	}
}

// Whatever is written: what is not named stays as it was, byte for byte, and what is replaced
// is gone.
func TestReplaceOnlyWhatIsNamed(t *testing.T) {
	part := rapid.SampledFrom([]string{"Élise", "ÉLISE", "e", "\u0301", "\u0307", "I", "İ", "ı", "ß", "ss", "فا", "طمة", "\u064e", "\u0640", " ", ".", "\xff", "7"})
	words := func(t *rapid.T, label string, most int) string {
		return strings.Join(rapid.SliceOfN(part, 0, most).Draw(t, label), "")
	}
	rapid.Check(t, func(t *rapid.T) {
		text, name := words(t, "text", 12), words(t, "name", 3)
		x := vault.Traces{Names: []string{name}}
		got := x.Replace(text, "_")
		if !x.Holds(text) && got != text {
			t.Fatalf("%q became %q without %q", text, got, name)
		}
		if x.Holds(got) && x.Replace(got, "_") == got {
			t.Fatalf("%q still has %q", got, name)
		}
	})
}
