package page

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"kring/app/paper"
	"kring/internal/sheet"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/kit"
)

// saysOf is what is said of a toolkit of a slot: on its send list, in the file of that, and in the
// list of what was made of it.
func (s *stage) saysOf(x kit.Slot) map[string]string {
	s.Helper()
	out := map[string]string{"page": said(s.open(slotTarget(x)))}
	in, err := paper.SpokenIn(s.env.Books, x)
	if err != nil {
		s.Fatal(err)
	}
	var b bytes.Buffer
	if err := paper.SendList(&b, ".csv", s.env.Kits, s.env.Store, s.env.Loc, x, in); err != nil {
		s.Fatal(err)
	}
	out["file"] = b.String()
	k, err := paper.TextOf(s.env.Books, x.File)
	if err != nil {
		s.Fatal(err)
	}
	lines := s.env.Kits.SendList(s.env.Compare, s.env.reach())
	made, err := paper.MakeAll(s.Context(), filepath.Join(s.TempDir(), "uit"), paper.JobsOf(lines, k, in, []paper.Make{paper.MakeChat}, true), s.env.Loc, nil)
	if err != nil {
		s.Fatal(err)
	}
	tables, err := sheet.Read(made[len(made)-1])
	if err != nil {
		s.Fatal(err)
	}
	for _, row := range tables[0].Rows {
		out["made"] += strings.Join(row, "|") + "\n"
	}
	return out
}

// A toolkit of which some is translated is not passed off as one that is: the send list, its file
// and the list of what was made say how much is in Dutch, in the words of the page that prints it,
// until all is translated.
func TestPartlyTranslatedIsSaid(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		s.aGroup()
		b, loc := s.aText(), s.env.Loc
		x := kit.Slot{Year: s.env.Day().Year, Period: 1, File: ownFile + b.ID, State: kit.Checking}
		if err := s.env.Kits.Save(x, s.env.Day()); err != nil {
			t.Fatal(err)
		}
		says := func(want string, is bool) {
			t.Helper()
			for where, got := range s.saysOf(x) {
				if strings.Contains(cleared(got), cleared(want)) != is {
					t.Errorf("%s: the %s says %q: %v\n%s", lang, where, want, !is, got)
				}
			}
		}
		empty, partly := loc.N("toolkits.empty", 2), loc.N("send.partly", 1, "Languages", loc.Language("ar"))
		says(empty, true)
		if got := s.saysOf(x)["page"]; !strings.Contains(got, partly) {
			t.Errorf("%s: it is not said for how many: %s", lang, got)
		}
		kook := s.entry(b, "Kook voor 4 mensen.").ID
		for _, id := range []string{kook, s.entry(b, "Samen wandelen").ID} {
			if err := s.env.Books.Translate(b.ID, "ar", s.env.by(), book.Change{SegmentID: id, Text: "نص", State: bilingual.Agreed}); err != nil {
				t.Fatal(err)
			}
		}
		for n := range 3 {
			says(loc.N("toolkits.empty", n+1), false)
			says(loc.N("desk.outdated", n+1), false)
		}
		if err := s.env.Books.SetText(b.ID, kook, "Kook voor 5 mensen."); err != nil {
			t.Fatal(err)
		}
		says(loc.N("desk.outdated", 1), true)
		if got := s.saysOf(x)["page"]; strings.Contains(got, partly) {
			t.Errorf("%s: what is outdated is not in Dutch: %s", lang, got)
		}
	}
}

// cleared is a text without the marks that keep directions apart.
func cleared(s string) string {
	return strings.NewReplacer("\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "", "\u200e", "", "\u200f", "").Replace(s)
}
