package cafe

import (
	"testing"
)

// A newcomer is a visitor too; a slip of the finger is taken back, never below nothing; undo
// takes back one press.
func TestCountAtTheDoor(t *testing.T) {
	s, v, p := gouda(t)
	e := s.Evenings(p.ID, day(t, "2026-12-08"), day(t, "2026-12-08"))[0]
	for _, c := range []struct {
		who Who
		by  int
	}{{Visitors, 1}, {Visitors, 1}, {Newcomers, 1}, {Supporters, -1}, {Supporters, 1}, {Visitors, -1}} {
		if err := s.Count(e, c.who, c.by); err != nil {
			t.Fatal(err)
		}
	}
	want := func(visitors, newcomers, supporters int) {
		t.Helper()
		for i, n := range []int{visitors, newcomers, supporters} {
			if got := s.Tally(e, Whos()[i]); got != n {
				t.Errorf("%s: %d, want %d", Whos()[i], got, n)
			}
		}
	}
	want(2, 1, 1)
	if _, err := v.Undo(); err != nil {
		t.Fatal(err)
	}
	want(3, 1, 1)
}

func TestDebrief(t *testing.T) {
	s, _, p := gouda(t)
	e, ok := s.Evening(p.ID, day(t, "2026-12-08"))
	if !ok {
		t.Fatal("there is no evening")
	}
	if !s.Debrief(e).Empty() {
		t.Error("something is written already")
	}
	d := s.Debrief(e)
	d.Well, d.Word = " Rustige avond ", "Sem"
	if err := s.SaveDebrief(d, day(t, "2026-12-09")); err != nil {
		t.Fatal(err)
	}
	if err := s.Except(Exception{PlaceID: p.ID, Date: e.Planned, Change: Moved, To: day(t, "2027-01-02")}); err != nil {
		t.Fatal(err)
	}
	moved, ok := s.Evening(p.ID, e.Planned)
	if got := s.Debrief(moved); !ok || got.Well != "Rustige avond" || got.Word != "Sem" {
		t.Errorf("moved, it says %+v", got)
	}
	past := s.Past(p.ID, day(t, "2027-01-05"), 2)
	if len(past) != 2 || past[0].Date != day(t, "2027-01-02") || past[1].Date != day(t, "2026-12-29") {
		t.Errorf("past are %s", said(past))
	}
	if err := s.DeletePlace(p.ID); err != nil {
		t.Fatal(err)
	}
	if broken := s.BrokenReferences(); len(broken) > 0 {
		t.Error(broken)
	}
}
