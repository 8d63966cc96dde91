package book

import (
	"errors"
	"testing"
	"time"

	"kring/toolkit/bilingual"
	"kring/toolkit/memory"
)

// A draft may say of each block how far its translations are, of which words, and what was
// said of them.
func TestMakingSaysHowFarEachIs(t *testing.T) {
	s, _, _ := open(t)
	said := bilingual.Comment{ID: "c", Who: "Nour", When: by.When, Text: "Klopt dit?"}
	b, err := s.Make(Draft{Kind: Toolkit, Doc: bilingual.Parse([]byte(small)), Told: map[int]Told{
		0: {State: bilingual.Agreed}, 1: {State: bilingual.Draft, Source: "Kook voor 5 mensen.", Comments: []bilingual.Comment{said}},
	}}, by)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bilingual.Entry{}
	for _, e := range s.Entries(b.ID, "ar") {
		got[e.Text] = e
	}
	if e := got["Samen eten"]; e.State() != bilingual.Agreed {
		t.Errorf("%+v", e)
	}
	if e := got["Kook voor 4 mensen."]; e.State() != bilingual.Outdated || len(e.Comments) != 1 || e.Comments[0] != said {
		t.Errorf("%+v", e)
	}
	if e := got["Samen"]; e.State() != bilingual.ToCheck {
		t.Errorf("what nothing is told of: %+v", e)
	}
}

// A change may be comments alone, and somebody else's work.
func TestChangesOfOthers(t *testing.T) {
	s, v, _ := open(t)
	b, err := s.Make(Draft{Kind: Toolkit, Doc: bilingual.Parse([]byte(small)), State: bilingual.Agreed}, by)
	if err != nil {
		t.Fatal(err)
	}
	id := map[string]string{}
	for _, x := range s.Segments(b.ID) {
		id[x.Text] = x.ID
	}
	huda := By{Who: "Huda", When: by.When.Add(time.Hour)}
	before := s.Entries(b.ID, "ar")
	if err := s.TranslateAll(b.ID, "ar", by, []Change{
		{SegmentID: id["Samen eten"], Comments: []bilingual.Comment{{Who: "Huda", Text: "Mooi"}}},
		{SegmentID: id["Kook voor 4 mensen."], Text: "اطهوا لأربعة.", State: bilingual.ToCheck, By: huda},
	}); err != nil {
		t.Fatal(err)
	}
	for _, e := range s.Entries(b.ID, "ar") {
		switch e.ID {
		case id["Samen eten"]:
			if e.State() != bilingual.Agreed || e.Translation.Text != "الأكل معًا" || len(e.Comments) != 1 {
				t.Errorf("comments alone: %+v", e)
			}
		case id["Kook voor 4 mensen."]:
			if e.Translation.Who != "Huda" || !e.Translation.When.Equal(huda.When) {
				t.Errorf("%+v", e.Translation)
			}
		}
	}
	if _, err := v.Undo(); err != nil {
		t.Fatal(err)
	}
	for i, e := range s.Entries(b.ID, "ar") {
		if e.Translation != before[i].Translation || len(e.Comments) != len(before[i].Comments) {
			t.Errorf("undone: %+v", e)
		}
	}
}

// What is only remembered is one action, and undone as one.
func TestRememberingAFile(t *testing.T) {
	s, v, m := open(t)
	n, err := s.Remember("Elders", []memory.Unit{{Source: "Dag", Lang: "ar", Text: "يوم"}, {Source: "Week", Lang: "ar"}, {Source: "Nacht", Lang: "ar", Text: "ليل"}})
	if n != 2 || err != nil || len(kept(m, "ar")) != 2 {
		t.Fatalf("%d: %v", n, err)
	}
	if _, err := v.Undo(); err != nil || len(kept(m, "ar")) != 0 {
		t.Errorf("%v: %+v", err, kept(m, "ar"))
	}
	if _, err := s.Remember("Elders", nil); !errors.Is(err, ErrEmpty) {
		t.Error(err)
	}
}
