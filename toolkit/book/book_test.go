package book

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kring/assets"
	"kring/internal/vault"
	"kring/toolkit/bilingual"
	"kring/toolkit/memory"

	"pgregory.net/rapid"
)

var by = By{Who: "Samira", When: time.Date(2026, 11, 25, 10, 0, 0, 0, time.UTC)}

func open(t testing.TB) (*Store, *vault.Vault, *memory.Store) {
	t.Helper()
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "a.kring"), "een lange wachtzin", vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	m, err := memory.Open(v)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Open(v, m)
	if err != nil {
		t.Fatal(err)
	}
	return s, v, m
}

// kept are the units that the memory has of a language.
func kept(m *memory.Store, lang string) (out []memory.Unit) {
	for _, u := range m.Units(lang) {
		out = append(out, u)
	}
	return out
}

const small = `+++
title = "Samen"
title_ar = "معًا"
tags = ["1", "7"]
+++

# Samen eten
ar> الأكل معًا

Kook voor 4 mensen.
ar> اطبخوا لأربعة أشخاص.

# Samen wandelen

Neem een jas mee.
ar> خذوا معطفًا.
tr> Bir ceket alın.

___
___
`

func made(t testing.TB, s *Store, text string) Book {
	t.Helper()
	b, err := s.Make(Draft{Kind: Toolkit, Doc: bilingual.Parse([]byte(text))}, by)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Between two ranks there is always another, however often one is put at the same place.
func TestRanks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ranks := spread(rapid.IntRange(0, 40).Draw(t, "n"))
		for range rapid.IntRange(1, 60).Draw(t, "inserts") {
			at := rapid.IntRange(0, len(ranks)).Draw(t, "at")
			low, high := "", ""
			if at > 0 {
				low = ranks[at-1]
			}
			if at < len(ranks) {
				high = ranks[at]
			}
			ranks = slices.Insert(ranks, at, between(low, high))
		}
		if !slices.IsSorted(ranks) || len(slices.Compact(slices.Clone(ranks))) != len(ranks) {
			t.Fatalf("not rising: %q", ranks)
		}
	})
	for _, n := range []int{1, 900, 5000} {
		if r := spread(n); !slices.IsSorted(r) || len(slices.Compact(slices.Clone(r))) != n || len(r[n-1]) > 4 {
			t.Errorf("%d ranks: last %q", n, r[n-1])
		}
	}
}

// Every text that ships goes into the vault and comes out as it was, also after the vault was
// closed.
func TestTextsComeBack(t *testing.T) {
	s, _, _ := open(t)
	for _, room := range []fs.FS{assets.Workbook(), assets.Toolkits()} {
		files, err := fs.Glob(room, "*.md")
		if err != nil || len(files) == 0 {
			t.Fatal(files, err)
		}
		for _, f := range files {
			b, err := fs.ReadFile(room, f)
			if err != nil {
				t.Fatal(err)
			}
			doc := bilingual.Parse(b)
			book := made(t, s, string(b))
			got, err := s.Document(book.ID)
			if err != nil {
				t.Fatal(err)
			}
			if got.Say("title", "ar") != doc.Say("title", "ar") || len(got.Blocks) != len(doc.Blocks) {
				t.Fatalf("%s: %q, %d blocks of %d", f, got.Say("title", "ar"), len(got.Blocks), len(doc.Blocks))
			}
			for i, want := range doc.Blocks {
				if x := got.Blocks[i]; !same(x, want) {
					t.Errorf("%s: block %d is %+v, want %+v", f, i, x, want)
				}
			}
		}
	}
	if broken := s.BrokenReferences(); len(broken) > 0 {
		t.Error(broken)
	}
}

func same(a, b bilingual.Block) bool {
	a.Line, b.Line = 0, 0
	return a.Kind == b.Kind && a.Text == b.Text && a.Path == b.Path && a.Level == b.Level && a.Number == b.Number && a.Part == b.Part &&
		a.Wide == b.Wide && a.Low == b.Low && len(a.Translations) == len(b.Translations) && a.Translations["ar"] == b.Translations["ar"]
}

// A translation is empty, a draft, agreed, and outdated when the Dutch changes; the Dutch as
// it was makes it agreed again.
func TestStates(t *testing.T) {
	s, v, _ := open(t)
	b := made(t, s, small)
	at := func(text string) bilingual.Entry {
		t.Helper()
		for _, e := range s.Entries(b.ID, "ar") {
			if e.Text == text {
				return e
			}
		}
		t.Fatalf("no segment %q", text)
		return bilingual.Entry{}
	}
	want := func(text string, state bilingual.State) {
		t.Helper()
		if got := at(text).State(); got != state {
			t.Errorf("%q is %s, want %s", text, got, state)
		}
	}
	want("Samen wandelen", bilingual.Empty)
	want("Neem een jas mee.", bilingual.ToCheck)
	walk := at("Samen wandelen")
	for _, state := range []bilingual.State{bilingual.Draft, bilingual.ToCheck, bilingual.Agreed} {
		if err := s.Translate(b.ID, "ar", by, Change{SegmentID: walk.ID, Text: " المشي\nمعًا ", State: state}); err != nil {
			t.Fatal(err)
		}
		want("Samen wandelen", state)
	}
	if got := at("Samen wandelen").Translation; got.Text != "المشي معًا" || got.Who != "Samira" || got.When != by.When {
		t.Errorf("%+v", got)
	}
	if err := s.SetText(b.ID, walk.ID, "Samen fietsen"); err != nil {
		t.Fatal(err)
	}
	want("Samen fietsen", bilingual.Outdated)
	if err := s.SetText(b.ID, walk.ID, "Samen wandelen"); err != nil {
		t.Fatal(err)
	}
	want("Samen wandelen", bilingual.Agreed)
	if err := s.Translate(b.ID, "ar", by, Change{SegmentID: walk.ID}); err != nil {
		t.Fatal(err)
	}
	want("Samen wandelen", bilingual.Empty)
	if _, err := v.Undo(); err != nil {
		t.Fatal(err)
	}
	want("Samen wandelen", bilingual.Agreed)
	if c := Tally(s.Entries(b.ID, "ar")); c.Total() != 5 || c[bilingual.Agreed] != 1 || c[bilingual.ToCheck] != 4 {
		t.Errorf("%v", c)
	}
}

// What is removed keeps its translations, and takes comments and waived checks along.
func TestRemovingAChapter(t *testing.T) {
	s, v, m := open(t)
	b := made(t, s, small)
	chapters := Chapters(s.Segments(b.ID))
	if len(chapters) != 3 || chapters[1].Title != "Samen eten" || chapters[2].To != 6 {
		t.Fatalf("%+v", chapters)
	}
	var ids []string
	for _, x := range s.Segments(b.ID)[chapters[2].From:chapters[2].To] {
		ids = append(ids, x.ID)
		if x.Text == "Neem een jas mee." {
			if err := s.Say(b.ID, x.ID, "ar", by, "Welke jas?"); err != nil {
				t.Fatal(err)
			}
			if err := s.Waive(b.ID, x.ID, "ar", "long", "zo hoort het"); err != nil {
				t.Fatal(err)
			}
		}
	}
	if e := s.Entries(b.ID, "ar")[4]; len(e.Comments) != 1 || e.Waived["long"] != "zo hoort het" || e.Chapter != "Samen wandelen" {
		t.Errorf("%+v", e)
	}
	if err := s.RemoveSegments(b.ID, ids...); err != nil {
		t.Fatal(err)
	}
	if ar := kept(m, "ar"); len(ar) != 1 || len(kept(m, "tr")) != 1 || ar[0].Source != "Neem een jas mee." || ar[0].From != "Samen" {
		t.Errorf("kept: %+v", ar)
	}
	if got := s.Segments(b.ID); len(got) != 3 || len(s.BrokenReferences()) > 0 {
		t.Errorf("%d segments, broken: %v", len(got), s.BrokenReferences())
	}
	if _, err := v.Undo(); err != nil {
		t.Fatal(err)
	}
	if e := s.Entries(b.ID, "ar")[4]; e.Translation.Text != "خذوا معطفًا." || len(e.Comments) != 1 {
		t.Errorf("brought back: %+v", e)
	}
	if err := s.Remove(b.ID); err != nil {
		t.Fatal(err)
	}
	if len(s.Books()) != 0 || len(s.BrokenReferences()) > 0 {
		t.Errorf("%v", s.BrokenReferences())
	}
}

// Blocks are put in, moved within the text and never before what it says of itself.
func TestWriting(t *testing.T) {
	s, _, _ := open(t)
	b := made(t, s, small)
	said := func() string {
		var out []string
		for _, x := range s.Segments(b.ID) {
			out = append(out, x.Text)
		}
		return strings.Join(out, "|")
	}
	segments := s.Segments(b.ID)
	added, err := s.Insert(b.ID, segments[2].ID, bilingual.Block{Text: "Een"}, bilingual.Block{Text: "Twee"})
	if err != nil {
		t.Fatal(err)
	}
	if got := said(); got != "Samen|Samen eten|Kook voor 4 mensen.|Een|Twee|Samen wandelen|Neem een jas mee.|" {
		t.Error(got)
	}
	for _, step := range []struct {
		by   int
		want string
	}{
		{1, "Samen|Samen eten|Kook voor 4 mensen.|Een|Samen wandelen|Twee|Neem een jas mee.|"},
		{-2, "Samen|Samen eten|Kook voor 4 mensen.|Twee|Een|Samen wandelen|Neem een jas mee.|"},
		{-9, "Samen|Twee|Samen eten|Kook voor 4 mensen.|Een|Samen wandelen|Neem een jas mee.|"},
		{99, "Samen|Samen eten|Kook voor 4 mensen.|Een|Samen wandelen|Neem een jas mee.||Twee"},
	} {
		if err := s.Move(b.ID, added[1].ID, step.by); err != nil {
			t.Fatal(err)
		}
		if got := said(); got != step.want {
			t.Errorf("moved %d: %s", step.by, got)
		}
	}
	if first, err := s.Insert(b.ID, "", bilingual.Block{Text: "Voor"}); err != nil || s.Segments(b.ID)[1].ID != first[0].ID {
		t.Error(said(), err)
	}
	for _, wrong := range []struct {
		err  error
		want error
	}{
		{s.SetText(b.ID, added[0].ID, "  "), ErrEmpty},
		{s.SetText(b.ID, added[0].ID, strings.Repeat("a", Longest+1)), ErrLong},
		{s.SetText(b.ID, "x", "a"), ErrNotFound},
		{s.Move(b.ID, segments[0].ID, 1), ErrNotFound},
		{s.Say(b.ID, added[0].ID, "ar", by, " "), ErrEmpty},
		{s.Waive(b.ID, added[0].ID, "ar", "long", ""), ErrReason},
		{s.AddLanguage(b.ID, "nl-BE"), ErrSameLang},
		{s.AddLanguage(b.ID, "klingon!"), ErrLang},
	} {
		if !errors.Is(wrong.err, wrong.want) {
			t.Errorf("%v, want %v", wrong.err, wrong.want)
		}
	}
	if err := s.AddLanguage(b.ID, "TR"); err != nil {
		t.Fatal(err)
	}
	if b, _ = s.Book(b.ID); !slices.Equal(b.Langs, []string{"ar", "tr"}) || !slices.Equal(b.Elements, []int{1, 7}) {
		t.Errorf("%+v", b)
	}
}

// A language that ends takes its translations to the memory, and those of no other.
func TestEndingALanguage(t *testing.T) {
	s, _, m := open(t)
	b := made(t, s, small)
	if err := s.RemoveLanguage(b.ID, "tr"); err != nil {
		t.Fatal(err)
	}
	if len(kept(m, "tr")) != 1 || len(kept(m, "ar")) != 0 {
		t.Errorf("kept: %d units", m.Len())
	}
	doc, err := s.Document(b.ID)
	if err != nil || doc.Blocks[3].Translations["tr"] != "" || doc.Blocks[3].Translations["ar"] == "" {
		t.Errorf("%+v %v", doc.Blocks[3], err)
	}
}

// What a translator sent back is one action; a segment that is gone stops all of it.
func TestTranslateAll(t *testing.T) {
	s, v, _ := open(t)
	b := made(t, s, small)
	x := s.Segments(b.ID)
	all := []Change{{SegmentID: x[3].ID, Text: "المشي معًا", State: bilingual.Agreed}, {SegmentID: "gone", Text: "…"}}
	if err := s.TranslateAll(b.ID, "ar", by, all); !errors.Is(err, ErrNotFound) || s.Entries(b.ID, "ar")[3].Translation.Text != "" {
		t.Errorf("%v; %+v", err, s.Entries(b.ID, "ar")[3])
	}
	all[1] = Change{SegmentID: x[4].ID, Text: "خذ معطفًا", Source: "Neem een trui mee.", Comments: []bilingual.Comment{{Text: "oude versie"}}}
	if err := s.TranslateAll(b.ID, "ar", by, all); err != nil {
		t.Fatal(err)
	}
	e := s.Entries(b.ID, "ar")
	if e[3].State() != bilingual.Agreed || e[4].State() != bilingual.Outdated || len(e[4].Comments) != 1 {
		t.Errorf("%+v", e[3:5])
	}
	if _, err := v.Undo(); err != nil {
		t.Fatal(err)
	}
	if e := s.Entries(b.ID, "ar"); e[3].State() != bilingual.Empty || e[4].Translation.Text != "خذوا معطفًا." || len(e[4].Comments) != 0 {
		t.Errorf("taken back: %+v", e[3:5])
	}
}

// A text is found by any words of its title, without capitals and accents.
func TestSearch(t *testing.T) {
	s, _, _ := open(t)
	b := made(t, s, "# Wéér naar school\nar> العودة إلى المدرسة\n")
	for q, want := range map[string]int{"school weer": 1, "المدرسة العودة": 1, "school المدرسة": 0, "NAAR": 1, "": 0, " ": 0, "huis": 0} {
		got := s.Search(q, 5)
		if len(got) != want || want > 0 && got[0].ID != b.ID {
			t.Errorf("%q finds %d", q, len(got))
		}
	}
}

func TestTitles(t *testing.T) {
	s, _, _ := open(t)
	with, without := made(t, s, small), made(t, s, "# Bewegen\n\nLoop een rondje.\n")
	for _, x := range []struct{ id, lang, want string }{
		{with.ID, "nl", "Samen"},
		{with.ID, "ar", "معًا"},
		{with.ID, "tr", ""},
		{without.ID, "nl", "Bewegen"},
		{without.ID, "ar", ""},
		{"gone", "ar", ""},
	} {
		if got := s.TitleIn(x.id, x.lang); got != x.want {
			t.Errorf("in %s it is called %q, want %q", x.lang, got, x.want)
		}
	}
}
