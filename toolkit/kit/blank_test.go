package kit

import (
	"strings"
	"testing"

	"kring/sessions/plan"
)

// The blanks of a text are typed in the words of any language that Kring speaks, kept in one way,
// and shown again in those of the text.
func TestBlanksInEachLanguage(t *testing.T) {
	s, _ := open(t)
	text := plan.Text{"nl": "Dag {naam} van {groep}", "ar": "مرحبًا {الاسم} من {المجموعة}", "so": "Salaan {name}, {المجموعة}"}
	if err := s.KeepStep(SmallStep{Title: plan.Text{"nl": "Groet"}, Text: text}); err != nil {
		t.Fatal(err)
	}
	x := s.Steps(nil)[0]
	g := Group{Name: "De Lente", Contact: "Amal"}
	for lang, want := range map[string]string{"nl": "Dag Amal van De Lente", "ar": "مرحبًا Amal من De Lente", "so": "Salaan Amal, De Lente"} {
		if got := x.For(g, lang); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
	for _, lang := range []string{"nl", "ar"} {
		if got := ShowBlanks(x.Text[lang], lang); got != text[lang] {
			t.Errorf("%s: shown as %q", lang, got)
		}
	}
	if got := ShowBlanks(x.Text["so"], "so"); !strings.Contains(got, "{name}") || !strings.Contains(got, "{group}") {
		t.Errorf("in a language without its own: %q", got)
	}
}
