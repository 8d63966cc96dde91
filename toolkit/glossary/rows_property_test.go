package glossary

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kring/sessions/plan"
)

// Whatever terms there are, a list of them that comes back as it was written changes nothing:
// who opens it in a spreadsheet to read it does no harm.
func TestAListThatComesBackChangesNothing(t *testing.T) {
	part := rapid.SampledFrom([]string{"groep", "thuis", "de", "مجموعة", "فريق", "7", "-", "'", " ", ",", ":", "é"})
	text := func(t *rapid.T, label string) string {
		return tidy(strings.Join(rapid.SliceOfN(part, 0, 6).Draw(t, label), ""))
	}
	words := func(t *rapid.T, label string) (out []string) {
		for range rapid.IntRange(0, 3).Draw(t, label) {
			out = append(out, text(t, label))
		}
		return out
	}
	note := func(t *rapid.T, label string) plan.Text {
		out := plan.Text{}
		for _, lang := range []string{"nl", "ar"} {
			if s := text(t, label) + rapid.SampledFrom([]string{"", "; of (zo)", " / x", " | y"}).Draw(t, "signs"); strings.TrimSpace(s) != "" {
				out[lang] = strings.TrimSpace(s)
			}
		}
		return out
	}
	rapid.Check(t, func(t *rapid.T) {
		var terms []Term
		for i := range rapid.IntRange(1, 4).Draw(t, "terms") {
			w := Wording{Words: words(t, "words"), Forms: words(t, "forms"), Note: note(t, "about")}
			for _, s := range words(t, "avoid") {
				w.Avoid = append(w.Avoid, Avoid{s, note(t, "why")})
			}
			x := Term{ID: fmt.Sprint(i), Dutch: fmt.Sprintf("woord%c", 'a'+i), Note: note(t, "note")}.With("ar", w).trimmed()
			if x.Validate() == nil {
				terms = append(terms, x)
			}
		}
		window := rapid.SampledFrom([]string{"nl", "ar", "en"}).Draw(t, "window")
		lines, err := FromRows(List{Columns: Columns(), Rows: Rows(terms, "ar", window), Lang: "ar", Window: window}, terms)
		if err != nil || len(lines) != len(terms) {
			t.Fatalf("%d terms, %d lines, %v", len(terms), len(lines), err)
		}
		for i, x := range lines {
			if x.Kind != Same || !x.Term.In["ar"].Equal(terms[i].In["ar"]) || !x.Term.Note.Equal(terms[i].Note) {
				t.Fatalf("%+v comes back %s, %v: %+v", terms[i], x.Kind, x.Fault, x.Term)
			}
		}
	})
}
