package command

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kring/internal/vault"
	"kring/sessions/privacy"
	"kring/sessions/report"
)

// lose takes records out of a vault as damage does: nothing is left of them, and what points at
// them stays. The vault is closed then.
func lose(t *testing.T, v *vault.Vault, s Stores, which func(vault.Record) bool) (lost int) {
	t.Helper()
	var gone []vault.Change
	err := v.Records(func(r vault.Record) error {
		if which(r) {
			gone = append(gone, vault.Change{Collection: r.Collection, Key: r.Key})
		}
		return nil
	})
	if err == nil {
		err = v.Expire(vault.NewAction("action.lost"), gone)
	}
	s.Close()
	if err == nil {
		err = v.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return len(gone)
}

func problems(t *testing.T, path string) []string {
	t.Helper()
	r, err := vault.Check(path, demoPassphrase, references)
	if err != nil {
		t.Fatal(err)
	}
	return r.Problems
}

// TestTidyAfterLosses: whatever a salvage could not save, of any collection, what belonged to it
// goes in one action that can be taken back, and the check finds nothing more.
func TestTidyAfterLosses(t *testing.T) {
	for seed := range uint64(6) {
		v, s, path := whole(t)
		r := rand.New(rand.NewPCG(20261125, seed))
		lose(t, v, s, func(vault.Record) bool { return r.IntN(4) == 0 })
		before := problems(t, path)
		if len(before) < 20 {
			t.Fatalf("only %d dangle: %v", len(before), before)
		}
		gone, err := Tidy(path, demoPassphrase)
		if err != nil || gone["marks"] == 0 {
			t.Fatalf("%v, %v", gone, err)
		}
		if after := problems(t, path); len(after) > 0 {
			t.Errorf("still there: %q", after[:min(len(after), 9)])
		}
		v, err = vault.Open(path, demoPassphrase)
		if err != nil {
			t.Fatal(err)
		}
		if a, err := v.Undo(); err != nil || a.Kind != ActionTidy {
			t.Errorf("taking it back: %v, %v", a, err)
		}
		if err := v.Close(); err != nil {
			t.Fatal(err)
		}
		if again := problems(t, path); !slices.Equal(again, before) {
			t.Errorf("%d dangle after undo, %d before", len(again), len(before))
		}
		if gone, err := Tidy(path, demoPassphrase); err != nil || len(gone) == 0 {
			t.Errorf("again: %v, %v", gone, err)
		}
		if gone, err := Tidy(path, demoPassphrase); err != nil || len(gone) > 0 {
			t.Errorf("where nothing dangles: %v, %v", gone, err)
		}
	}
}

// TestLostPeopleStayCounted: of who is lost reports keep the number, as of who was erased.
func TestLostPeopleStayCounted(t *testing.T) {
	for _, kind := range []privacy.Kind{privacy.Person, privacy.Visitor} {
		v, s, path := whole(t)
		col := map[privacy.Kind]string{privacy.Person: "people", privacy.Visitor: "visitors"}[kind]
		courses, nights := s.Courses.Figures(day().Year, day()), evenings(s)
		if n := lose(t, v, s, func(r vault.Record) bool { return r.Collection == col }); n < 5 {
			t.Fatalf("%d %s lost", n, kind)
		}
		if _, err := Tidy(path, demoPassphrase); err != nil {
			t.Fatal(err)
		}
		v, err := vault.Open(path, demoPassphrase)
		if err != nil {
			t.Fatal(err)
		}
		if s, err = OpenStores(v, nil); err != nil {
			t.Fatal(err)
		}
		now := s.Courses.Figures(day().Year, day())
		if !slices.Equal(now.Participants, courses.Participants) || !slices.Equal(now.Went, courses.Went) || now.Held != courses.Held || now.Attended != courses.Attended {
			t.Errorf("%s: courses counted %+v, now %+v", kind, courses, now)
		}
		if got := evenings(s); !reflect.DeepEqual(got, nights) {
			t.Errorf("%s: evenings counted %+v, now %+v", kind, nights, got)
		}
		s.Close()
		if err := v.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// evenings are the numbers of the drop-ins, but for who was new: that stood with the visitor.
func evenings(s Stores) report.Year {
	y := s.Places.Figures(s.Places.Places(strings.Compare), day().Year, day())
	y.Newcomers = nil
	return y
}
