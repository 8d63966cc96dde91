package cafe

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kring/internal/vault"
)

// The words of a watch point stand in their own collection and nowhere else: not in the journal,
// whatever is done and undone around them, not in any other record, not in the folder of the
// vault, and in nothing that the store gives to papers and to search. (That the bytes of the
// journal have nothing of what is unjournalled is tested in internal/vault.) They go with their
// place, and undo does not bring them back.
func TestWatchPointsStandNowhereElse(t *testing.T) {
	s, v, p := gouda(t)
	e, _ := s.Evening(p.ID, day(t, "2026-12-08"))
	succeed(t, s.AddWatch(e, secretText, 7), s.AddWatch(e, secretText+" nog een", 14))
	succeed(t, s.Except(Exception{PlaceID: p.ID, Date: e.Planned, Change: Moved, To: e.Planned.AddDays(1)}))
	must[vault.Action](t)(v.Undo())
	succeed(t, s.RemoveWatch(s.Watches(e, e.Date)[1]), s.Count(e, Visitors, 1), s.SaveDebrief(Debrief{PlaceID: p.ID, Date: e.Planned, Well: "fijn"}, e.Date))
	nowhereElse(t, s, v, 1)
	for _, shown := range []any{
		s.Timeline(e), s.Titles(e, "nl"), s.Search(secretText, 10), s.Setting(e), s.Menu(e), s.Figures([]Place{p}, 2026, e.Date), s.Missed(p.ID, e.Date),
	} {
		if strings.Contains(string(must[[]byte](t)(json.Marshal(shown))), secretText) {
			t.Errorf("%T has it", shown)
		}
	}
	succeed(t, s.DeletePlace(p.ID))
	nowhereElse(t, s, v, 0)
	must[vault.Action](t)(v.Undo())
	if _, ok := s.Place(p.ID); !ok {
		t.Error("the place did not come back")
	}
	nowhereElse(t, s, v, 0)
	must[vault.Action](t)(v.Redo())
	nowhereElse(t, s, v, 0)
}

// TestWatchPointOfAPlaceThatWasTakenBack: it leads nowhere for a while, which is no damage, and it
// goes when the vault is next tidied. The power went in between, in a test of all rooms.
func TestWatchPointOfAPlaceThatWasTakenBack(t *testing.T) {
	s, v, p := gouda(t)
	saved, err := s.SavePlace(Place{Name: "Nieuw", Audience: p.Audience, Rule: p.Rule, Start: p.Start, End: p.End})
	succeed(t, err)
	e := s.Next(saved.ID, day(t, "2026-12-01"), 1)[0]
	succeed(t, s.AddWatch(e, secretText, 14))
	must[vault.Action](t)(v.Undo())
	if _, ok := s.Place(saved.ID); ok {
		t.Fatal("the place was not taken back")
	}
	if broken := s.BrokenReferences(); len(broken) > 0 {
		t.Errorf("called damage: %v", broken)
	}
	succeed(t, s.ExpireWatches(day(t, "2026-12-01")))
	nowhereElse(t, s, v, 0)
}

// nowhereElse looks for the words, of which some are kept, in all that was ever written.
func nowhereElse(t *testing.T, s *Store, v *vault.Vault, kept int) {
	t.Helper()
	if s.watches.Len() != kept {
		t.Errorf("%d are kept of %d", s.watches.Len(), kept)
	}
	for name, all := range holding(s) {
		for k, x := range all {
			if strings.Contains(k+x, secretText) && name != colWatches {
				t.Errorf("%s/%s has it: %s", name, k, x)
			}
		}
	}
	for _, j := range must[[]vault.Entry](t)(v.Journal(1000)) {
		if strings.Contains(fmt.Sprint(j), secretText) || slices.ContainsFunc(j.Changes, func(c vault.Change) bool { return c.Collection == colWatches }) {
			t.Errorf("the journal has %+v", j)
		}
	}
	for _, f := range must[[]string](t)(filepath.Glob(filepath.Join(filepath.Dir(v.Path()), "*"))) {
		if strings.Contains(string(must[[]byte](t)(os.ReadFile(f))), secretText) {
			t.Errorf("%s has it in the clear", f)
		}
	}
}
