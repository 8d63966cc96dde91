package glossary

import (
	"regexp"
	"slices"
	"testing"

	"kring/sessions/plan"
)

// A note about the words in a language shows for that language alone; one about the Dutch word
// for each. Both come back from the vault and from a list.
func TestANoteBelongsToItsLanguage(t *testing.T) {
	s, _ := open(t)
	saved, err := s.Save(Term{
		Dutch: "fluisterkoker", Note: plan.Text{"nl": "om door te fluisteren"},
		In: map[string]Wording{"ar": {Words: []string{"أنبوب الهمس"}, Note: plan.Text{"nl": "niet همس"}}, "tr": {Words: []string{"fısıltı borusu"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	kept, _ := s.Term(saved.ID)
	for lang, want := range map[string][]string{"ar": {"om door te fluisteren", "niet همس"}, "tr": {"om door te fluisteren"}} {
		if got := kept.Notes(lang, "nl"); !slices.Equal(got, want) {
			t.Errorf("%s: %q", lang, got)
		}
	}
	for _, lang := range []string{"ar", "tr"} {
		lines, err := FromRows(List{Columns: Columns(), Rows: Rows([]Term{kept}, lang, "nl"), Lang: lang, Window: "nl"}, nil)
		if err != nil || !slices.Equal(lines[0].Term.Notes(lang, "nl"), kept.Notes(lang, "nl")) {
			t.Errorf("%s: %v, %+v", lang, err, lines)
		}
	}
}

// What ships says of no Arabic word to who translates into another language.
func TestShippedNotesAreOfTheirLanguage(t *testing.T) {
	arabic, about := regexp.MustCompile(`\p{Arabic}|Arabisch`), 0
	for _, x := range shipped(t) {
		for lang, w := range x.In {
			if len(w.Note) > 0 && (!w.Note.Has("nl") || !w.Note.Has("ar") || !w.Note.Has("en")) {
				t.Errorf("%s: no whole note for %s", x.ID, lang)
			}
		}
		about += len(x.In["ar"].Note)
		for _, note := range x.Notes("tr", "nl") {
			if arabic.MatchString(note) {
				t.Errorf("%s: %q", x.ID, note)
			}
		}
	}
	if about == 0 {
		t.Error("no note about Arabic")
	}
}
