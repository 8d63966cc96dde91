package bilingual

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Emphasis is found where it stands, with its signs; what is no emphasis shows plainly.
func TestStretches(t *testing.T) {
	for text, want := range map[string]string{
		"geen nadruk":                    "",
		"3 * 4 * 5":                      "",
		"**vet** en *schuin*":            "[**]B(vet)[**][*]I(schuin)[*]",
		"**vet met *schuin* erin**":      "[**]B(vet met )[*]BI(schuin)[*]B( erin)[**]",
		"***allebei***":                  "[***]BI(allebei)[***]",
		`\*niet\* *wel*`:                 "[*]I(wel)[*]",
		"*zie [dit](https://a.nl/x) nu*": "[*]I(zie [)I(dit)I(](https://a.nl/x) nu)[*]",
		"**بنص قليل:** ارسموا":           "[**]B(بنص قليل:)[**]",
	} {
		var b strings.Builder
		for _, x := range Stretches(text) {
			part := text[x.From:x.To]
			switch {
			case x.Sign:
				b.WriteString("[" + part + "]")
			case x.Bold && x.Italic:
				b.WriteString("BI(" + part + ")")
			case x.Bold:
				b.WriteString("B(" + part + ")")
			default:
				b.WriteString("I(" + part + ")")
			}
		}
		if b.String() != want {
			t.Errorf("%q: %s, not %s", text, b.String(), want)
		}
	}
}

// Stretches lie in order within the text, and what they say is emphasised is what Inline says.
func TestStretchesAreThoseOfInline(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`([a-c *\\ب]|\*\*){0,24}`).Draw(t, "text")
		at, said, want := 0, "", ""
		for _, x := range Stretches(text) {
			if x.From < at || x.To <= x.From || x.To > len(text) {
				t.Fatalf("%q: %+v after %d", text, x, at)
			}
			at = x.To
			if !x.Sign {
				said += strings.NewReplacer(`\*`, "*", `\\`, `\`).Replace(text[x.From:x.To])
			}
		}
		for _, p := range Inline(text) {
			if p.Bold || p.Italic {
				want += p.Text
			}
		}
		if said != want {
			t.Fatalf("%q: %q, not %q", text, said, want)
		}
	})
}
