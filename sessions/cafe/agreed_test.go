package cafe

import (
	"errors"
	"reflect"
	"testing"

	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/report"
)

// What was agreed is kept by place and year, and goes with its place.
func TestAgreed(t *testing.T) {
	s, _, p := gouda(t)
	a := Agreed{PlaceID: p.ID, Year: 2026, Visits: 200, Evenings: 40}
	if err := s.Agree(a); err != nil {
		t.Fatal(err)
	}
	if got := s.Agreed(p.ID, 2026); got != a {
		t.Errorf("agreed is %+v", got)
	}
	if got := s.Agreed(p.ID, 2025); !got.Empty() || got.Year != 2025 {
		t.Errorf("the year before has %+v", got)
	}
	for _, wrong := range []int{-1, MostAgreed + 1} {
		if err := s.Agree(Agreed{PlaceID: p.ID, Year: 2026, People: wrong}); !errors.Is(err, ErrAgreed) {
			t.Errorf("%d: %v", wrong, err)
		}
	}
	if err := s.Agree(Agreed{PlaceID: "gone", Year: 2026}); !errors.Is(err, ErrNotFound) {
		t.Errorf("a place that is not there: %v", err)
	}
	if err := s.Agree(Agreed{PlaceID: p.ID, Year: 2026}); err != nil || s.agreed.Len() != 0 {
		t.Errorf("nothing agreed leaves %d records, %v", s.agreed.Len(), err)
	}
	if err := s.Agree(a); err != nil {
		t.Fatal(err)
	}
	if err := s.DeletePlace(p.ID); err != nil {
		t.Fatal(err)
	}
	if broken := s.BrokenReferences(); len(broken) > 0 || s.agreed.Len() > 0 {
		t.Error("left behind:", broken, s.agreed.Len())
	}
}

// put says that some were there, by name.
func put(t *testing.T, s *Store, v *vault.Vault, e Evening, who ...string) {
	t.Helper()
	err := v.Do(vault.NewAction("action.tally"), func(tx *vault.Tx) error {
		for _, id := range who {
			if err := s.visitors.Put(tx, id, Visitor{ID: id, Name: id}); err != nil {
				return err
			}
			if err := s.visits.Put(tx, e.key()+"+"+id, Visit{PlaceID: e.Place.ID, Date: e.Planned, VisitorID: id}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// The figures of a year end on its last day, or on the one that is asked for; who came often
// is one person, and was new once.
func TestFigures(t *testing.T) {
	s, v, p := gouda(t)
	es := s.Evenings(p.ID, day(t, "2027-01-01"), day(t, "2027-12-31"))
	last := es[len(es)-1]
	put(t, s, v, es[0], "a", "b")
	put(t, s, v, es[1], "a")
	put(t, s, v, last, "a")
	if err := s.Count(es[0], Newcomers, 3); err != nil {
		t.Fatal(err)
	}
	count := func(until calendar.Date) report.Year { return s.Figures([]Place{p}, 2027, until) }
	y := count(day(t, "2030-01-01"))
	if y.Until != day(t, "2027-12-31") || y.Visits[0][0] != 6 || y.Visits[0][3] != 1 || y.Newcomers[0][0] != 5 {
		t.Errorf("%+v", y)
	}
	want := []report.Presence{{At: []int{0}, People: 1}, {At: []int{0, 3}, People: 1}}
	if !reflect.DeepEqual(y.Present, want) {
		t.Errorf("present are %+v", y.Present)
	}
	if y := count(es[0].Date); y.Visits[0][0] != 5 || y.Evenings[0][0] != 1 || y.Until != es[0].Date {
		t.Errorf("until the first evening %+v", y)
	}
}
