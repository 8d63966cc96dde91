package paper_test

import (
	"strings"
	"testing"

	"kring/app/paper"
	"kring/i18n"
	"kring/internal/sheet"
	"kring/toolkit/kit"
)

// Who reads a language into which a toolkit is not translated gets the Dutch: the list of
// everything says so by name, and the counts are of what is to be made.
func TestWhoGetsTheDutchInstead(t *testing.T) {
	lines := []kit.SendLine{
		lineOf("1", "Ayşe", "tr", kit.AsPDF), lineOf("1", "Fatma", "tr", kit.AsPDF), lineOf("1", "Amal", "ar", kit.AsPDF),
		lineOf("1", "Ans", "", kit.AsPDF), lineOf("2", "Ola", "pl", kit.AsPDF),
	}
	in, err := paper.SpokenIn(nil, kit.Slot{File: "luisteren-zonder-oplossen"})
	if err != nil {
		t.Fatal(err)
	}
	none, err := paper.SpokenIn(nil, kit.Slot{})
	if err != nil {
		t.Fatal(err)
	}
	gone, err := paper.SpokenIn(nil, kit.Slot{File: "is-er-niet-meer"})
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"nl", "ar"} {
		loc := i18n.New(lang)
		if names, n := in.Lacking(loc, lines); n != 3 || len(names) != 2 {
			t.Errorf("%s: %d get the Dutch instead of %q", lang, n, names)
		}
		for _, s := range []paper.Spoken{none, gone} {
			if names, n := s.Lacking(loc, lines); n != 0 {
				t.Errorf("%s: no toolkit, and %d lack %q", lang, n, names)
			}
		}
		dir := t.TempDir() + "/uit"
		made, err := paper.MakeAll(t.Context(), dir, paper.JobsOf(lines, aKit(t), aKit(t).Spoken(nil), []paper.Make{paper.MakeChat}, true), loc, nil)
		if err != nil {
			t.Fatal(err)
		}
		tables, err := sheet.Read(made[len(made)-1])
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		for _, row := range tables[0].Rows {
			said += strings.Join(row, "|") + "\n"
		}
		for _, want := range []string{
			loc.T("send.insteadof", "Language", loc.Language("tr"), "Names", "Ayşe, Fatma"), loc.T("send.insteadof", "Language", loc.Language("pl"), "Names", "Ola"),
		} {
			if !strings.Contains(said, want) {
				t.Errorf("%s: no %q in\n%s", lang, want, said)
			}
		}
		if strings.Count(said, "Amal") != 1 {
			t.Errorf("%s: who has her own language is among them:\n%s", lang, said)
		}
	}
}
