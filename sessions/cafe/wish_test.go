package cafe

import (
	"errors"
	"testing"

	"kring/sessions/calendar"
)

// A wish is counted, becomes an activity in one action, shows what became of it, and is open
// again when that is taken back.
func TestWishes(t *testing.T) {
	s, v, p := gouda(t)
	if _, err := s.SaveWish(Wish{PlaceID: p.ID, Text: "  "}); !errors.Is(err, ErrWish) {
		t.Errorf("no words: %v", err)
	}
	for _, text := range []string{"Karaoke", "Schaken", "karaoke "} {
		if _, err := s.SaveWish(Wish{PlaceID: p.ID, Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	all := s.Wishes(p.ID)
	if len(all) != 2 || all[0].Text != "Karaoke" || all[0].Votes != 2 || all[1].Votes != 1 {
		t.Fatalf("wishes %+v", all)
	}
	if err := s.Vote(all[1], -1); err != nil || s.Wishes(p.ID)[1].Votes != 1 {
		t.Errorf("below one: %v, %+v", err, s.Wishes(p.ID))
	}
	e := s.Next(p.ID, calendar.Date{Year: 2026, Month: 12, Day: 1}, 1)[0]
	if err := s.GrantWish(all[0], e); err != nil {
		t.Fatal(err)
	}
	all = s.Wishes(p.ID)
	if all[1].Text != "Karaoke" || all[1].Date != e.Planned {
		t.Errorf("granted: %+v", all)
	}
	again, _ := s.Evening(p.ID, e.Planned)
	if len(again.Activities) != len(e.Activities)+1 {
		t.Errorf("the evening has %d activities", len(again.Activities))
	}
	if _, err := v.Undo(); err != nil {
		t.Fatal(err)
	}
	if all = s.Wishes(p.ID); all[0].Text != "Karaoke" || all[0].ActivityID != "" {
		t.Errorf("taken back: %+v", all)
	}
	if err := s.DeleteWish(all[0]); err != nil || len(s.Wishes(p.ID)) != 1 {
		t.Errorf("deleted: %v, %+v", err, s.Wishes(p.ID))
	}
	if err := s.DeletePlace(p.ID); err != nil || len(s.Wishes(p.ID)) != 0 {
		t.Errorf("with its place: %v, %+v", err, s.Wishes(p.ID))
	}
}
