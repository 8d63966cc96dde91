package page

import (
	"slices"
	"strings"
	"testing"

	"kring/sessions/people"
)

// The language that most people read is offered first, with how many they are; a text has each
// language once.
func TestLanguagesByReaders(t *testing.T) {
	for lang, want := range map[string]string{"nl": "Tigrinya · 3 mensen lezen dit", "ar": "التغرينية · يقرؤها 3 أشخاص"} {
		s := newStage(t, lang)
		for _, p := range []people.Person{{Name: "Abel", Reads: []string{"ti", "ar"}}, {Name: "Bilen", Reads: []string{"ti"}}, {Name: "Cem", Reads: []string{"ti", "pl"}}} {
			if _, err := s.env.Store.SavePerson(p); err != nil {
				t.Fatal(err)
			}
		}
		tags, names := s.env.otherLanguages([]string{"ar"})
		plain := strings.Map(func(r rune) rune {
			if r >= '\u2066' && r <= '\u2069' { // isolates
				return -1
			}
			return r
		}, names[0])
		if tags[0] != "ti" || tags[1] != "pl" || slices.Contains(tags, "ar") || slices.Contains(tags, "nl") || plain != want {
			t.Errorf("%s: %q, %q", lang, tags[:3], plain)
		}
		rest := tags[2:]
		if !slices.IsSortedFunc(rest, func(a, b string) int { return s.env.Compare(s.env.Loc.Language(a), s.env.Loc.Language(b)) }) {
			t.Errorf("%s: the rest is not by name: %v", lang, rest)
		}
	}
}
