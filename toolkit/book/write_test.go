package book

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"kring/toolkit/bilingual"

	"pgregory.net/rapid"
)

func texts(s *Store, b Book) []string {
	var out []string
	for _, x := range s.Segments(b.ID) {
		if x.Meta == "" {
			out = append(out, x.Text)
		}
	}
	return out
}

func at(t testing.TB, s *Store, b Book, text string) bilingual.Segment {
	t.Helper()
	for _, x := range s.Segments(b.ID) {
		if x.Meta == "" && x.Text == text {
			return x
		}
	}
	t.Fatalf("no block %q in %q", text, texts(s, b))
	return bilingual.Segment{}
}

// What is written in the place of a block keeps its id and with it its translation; the rest
// stands after it. All of it is one action, to be taken back at once.
func TestWriteInPlace(t *testing.T) {
	s, v, _ := open(t)
	b := made(t, s, small)
	x := at(t, s, b, "Kook voor 4 mensen.")
	before := texts(s, b)
	out, err := s.Write(b.ID, Writing{SegmentID: x.ID, Blocks: []bilingual.Block{{Text: "Kook voor 5 mensen."}, {Text: " Dek de tafel. "}}})
	if err != nil || len(out) != 2 || out[0].ID != x.ID {
		t.Fatal(out, err)
	}
	want := []string{"Samen eten", "Kook voor 5 mensen.", "Dek de tafel.", "Samen wandelen", "Neem een jas mee.", ""}
	if got := texts(s, b); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	full, _ := s.Full(b.ID)
	if got := full[2+1-1].Translations["ar"]; got == "" && full[3].Translations["ar"] == "" {
		t.Errorf("the translation went: %+v", full)
	}
	if _, err := v.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := texts(s, b); !slices.Equal(got, before) {
		t.Errorf("taken back: %q", got)
	}
	for _, w := range []Writing{{}, {Blocks: []bilingual.Block{{Text: " \n "}}}, {SegmentID: "weg", Blocks: []bilingual.Block{{Text: "a"}}}} {
		if _, err := s.Write(b.ID, w); err == nil {
			t.Errorf("%+v was written", w)
		}
	}
	if _, err := s.Write("weg", Writing{}); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
}

// A new block is of the part that it stands in, and so is one that is moved there; the part of
// a heading holds for what is under it.
func TestPartsHold(t *testing.T) {
	s, _, _ := open(t)
	b := made(t, s, "+++\ntitle = \"A\"\n+++\n\n# A\n\n## Praat\n\nEen.\n\n## Teken\n\nTwee.\n")
	h := at(t, s, b, "Praat")
	if err := s.SetPart(b.ID, h.ID, bilingual.Share, true); err != nil {
		t.Fatal(err)
	}
	if x := at(t, s, b, "Een."); x.Part != bilingual.Share || !x.Low {
		t.Errorf("%+v", x)
	}
	if x := at(t, s, b, "Twee."); x.Part != "" || x.Low {
		t.Errorf("%+v", x)
	}
	out, err := s.Write(b.ID, Writing{After: at(t, s, b, "Een.").ID, Blocks: []bilingual.Block{{Text: "Nog."}, {Kind: bilingual.Heading, Level: 2, Text: "Doe"}, {Text: "Los."}}})
	if err != nil || out[0].Part != bilingual.Share || !out[0].Low || out[1].Part != "" || out[2].Part != "" {
		t.Errorf("%+v %v", out, err)
	}
	if err := s.Move(b.ID, at(t, s, b, "Twee.").ID, -5); err != nil {
		t.Fatal(err)
	}
	if x := at(t, s, b, "Twee."); x.Part != bilingual.Share {
		t.Errorf("moved under the heading: %+v, %q", x, texts(s, b))
	}
	if err := s.SetPart(b.ID, at(t, s, b, "Een.").ID, bilingual.Do, false); !errors.Is(err, ErrNotFound) {
		t.Errorf("a paragraph became a part: %v", err)
	}
}

// Numbered items count on, whatever is put in between, moved or taken away.
func TestNumbersFollow(t *testing.T) {
	s, _, _ := open(t)
	rapid.Check(t, func(r *rapid.T) {
		b := made(t, s, "+++\ntitle = \"A\"\n+++\n\n1. een\n2. twee\n3. drie\n")
		for range rapid.IntRange(1, 8).Draw(r, "changes") {
			all := s.Segments(b.ID)[1:]
			if len(all) == 0 {
				return
			}
			x := all[rapid.IntRange(0, len(all)-1).Draw(r, "which")]
			switch rapid.IntRange(0, 2).Draw(r, "how") {
			case 0:
				if _, err := s.Write(b.ID, Writing{After: x.ID, Blocks: []bilingual.Block{{Kind: bilingual.Numbered, Text: "nieuw"}}}); err != nil {
					r.Fatal(err)
				}
			case 1:
				if err := s.Move(b.ID, x.ID, rapid.IntRange(-3, 3).Draw(r, "by")); err != nil {
					r.Fatal(err)
				}
			default:
				if err := s.RemoveSegments(b.ID, x.ID); err != nil {
					r.Fatal(err)
				}
			}
			for i, x := range s.Segments(b.ID)[1:] {
				if x.Number != i+1 {
					r.Fatalf("item %d has number %d", i+1, x.Number)
				}
			}
		}
	})
}

// A picture goes with the last block that shows it, and comes back when that is taken back.
func TestPicturesGoWithTheirBlocks(t *testing.T) {
	s, v, _ := open(t)
	b := made(t, s, small)
	image := func(path string) bilingual.Block { return bilingual.Block{Kind: bilingual.Image, Path: path} }
	out, err := s.Write(b.ID, Writing{Blocks: []bilingual.Block{image("a.png"), image("a.png")}, Pictures: map[string][]byte{"a.png": {1, 2}}})
	if err != nil {
		t.Fatal(err)
	}
	there := func(name string) bool { _, ok := s.Picture(b.ID, name); return ok }
	if err := s.RemoveSegments(b.ID, out[0].ID); err != nil || !there("a.png") {
		t.Fatalf("gone while it is shown: %v", err)
	}
	if _, err := s.Write(b.ID, Writing{SegmentID: out[1].ID, Blocks: []bilingual.Block{image("b.png")}, Pictures: map[string][]byte{"b.png": {3}}}); err != nil {
		t.Fatal(err)
	}
	if there("a.png") || !there("b.png") {
		t.Error("the other picture did not take its place")
	}
	if err := s.RemoveSegments(b.ID, out[1].ID); err != nil || there("b.png") {
		t.Errorf("it stays without its block: %v", err)
	}
	if _, err := v.Undo(); err != nil || !there("b.png") {
		t.Errorf("it does not come back: %v", err)
	}
}

// What a text says of itself is one action; the heading that was the title goes along, and a
// theme that goes leaves its translation in the memory.
func TestAbout(t *testing.T) {
	s, _, m := open(t)
	b := made(t, s, "+++\ntitle = \"Samen\"\n+++\n\n# Samen\n\nHallo.\n")
	a := s.About(b.ID)
	if a.Title != "Samen" || a.Theme != "" {
		t.Fatalf("%+v", a)
	}
	if err := s.SetAbout(b.ID, About{"Samen vieren", "feest", []int{7, 2, 7}}); err != nil {
		t.Fatal(err)
	}
	if got := s.About(b.ID); got.Title != "Samen vieren" || got.Theme != "feest" || !slices.Equal(got.Elements, []int{2, 7}) {
		t.Errorf("%+v", got)
	}
	all := s.Segments(b.ID)
	if all[1].Meta != "theme" || all[2].Text != "Samen vieren" {
		t.Errorf("%+v", all)
	}
	if err := s.Translate(b.ID, "ar", by, Change{SegmentID: all[1].ID, Text: "عيد"}); err != nil {
		t.Fatal(err)
	}
	if err := s.SetAbout(b.ID, About{Title: "Samen vieren"}); err != nil || s.About(b.ID).Theme != "" || len(kept(m, "ar")) != 1 {
		t.Errorf("%+v, %v, %v", s.About(b.ID), kept(m, "ar"), err)
	}
	if err := s.SetAbout(b.ID, About{Title: " "}); !errors.Is(err, ErrTitle) {
		t.Error(err)
	}
	if got := s.BrokenReferences(); len(got) > 0 {
		t.Error(got)
	}
}

// Nothing of what is pasted is lost, and every piece fits in a block.
func TestPieces(t *testing.T) {
	for text, n := range map[string]int{"": 0, " \n\t\r\n": 0, "a": 1, "a\n\nb\r\nc": 3, strings.Repeat("woord ", 2000): 2, strings.Repeat("a", 10_000): 2} {
		out := Pieces(text)
		if len(out) != n {
			t.Errorf("%.20q: %d pieces, want %d", text, len(out), n)
		}
		if strings.Join(strings.Fields(strings.Join(out, "")), "") != strings.Join(strings.Fields(text), "") {
			t.Errorf("%.20q: letters are lost", text)
		}
		for _, p := range out {
			if utf8.RuneCountInString(p) > Longest {
				t.Errorf("%.20q: a piece of %d", text, utf8.RuneCountInString(p))
			}
		}
	}
}
