package page

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"kring/internal/backup"
	"kring/sessions/privacy"
)

// yesterday makes the one copy in a folder a day older, and gives its new path.
func yesterday(t *testing.T, dir string) string {
	t.Helper()
	all, err := backup.List(dir, "")
	if err != nil || len(all) != 1 {
		t.Fatalf("%d copies, %v", len(all), err)
	}
	const day = "20060102"
	old := strings.Replace(all[0].Path, all[0].At.Format(day), all[0].At.AddDate(0, 0, -1).Format(day), 1)
	if err := os.Rename(all[0].Path, old); err != nil {
		t.Fatal(err)
	}
	return old
}

// Right after somebody was erased there is a copy without them; and the copy of before says how
// many it would bring back, and when they went, but not who.
func TestACopyFollowsAnErasure(t *testing.T) {
	for _, lang := range []string{"nl", "en", "ar"} {
		s, dir := backedUp(t, lang)
		old := yesterday(t, dir)
		loc := s.env.Loc
		who := s.env.Privacy.People(strings.Compare)[:2]
		for _, sub := range who {
			p, err := s.env.Privacy.Plan(sub)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.env.erasing(func() error { return s.env.Privacy.Erase(p, nil, "", s.env.Day()) }); err != nil {
				t.Fatal(err)
			}
		}
		s.await("a copy without them", func() bool {
			all, err := backup.List(dir, "")
			if err != nil || all[0].Path == old {
				return false
			}
			got, err := s.env.Vault.Look(all[0].Path)
			return err == nil && len(got.OnlyNow[privacy.DecisionsIn]) == 0
		})
		sheet := s.env.ownCopies().show()
		said := func(n int) string {
			return loc.T("rescue.erased", "People", loc.N("count.erased", n), "When", erasedWhen(loc, privacy.Erasures{First: s.env.Day(), Last: s.env.Day()}))
		}
		s.await("the newest copy", func() bool { return sheet.ready != nil })
		if s.says(loc.N("count.erased", 2)) {
			t.Errorf("%s: the newest copy is said to bring them back", lang)
		}
		sheet.choose(1)
		s.await("what the old copy brings back", func() bool { return s.says(said(2)) })
		for _, sub := range who {
			if s.says(sub.Name) {
				t.Errorf("%s: it names %s", lang, sub.Name)
			}
		}
	}
}

// Without an open vault nobody can count who was erased; it is said that they may be there.
func TestALostVaultWarnsOfWhoWasErased(t *testing.T) {
	s, r, _ := aWreck(t, "nl")
	sheet := r.show()
	sheet.secret.SetText(stagePass)
	s.await("the copies", func() bool { return len(sheet.copies) > 0 })
	sheet.secret.OnSubmitted("")
	s.await("what is in it", func() bool { return s.says(s.env.Loc.T("rescue.erasedmaybe")) })
}

// Only an erasure that was done asks for a copy, and one without copies works.
func TestWhichErasureAsksForACopy(t *testing.T) {
	for _, c := range []struct {
		err  error
		asks bool
	}{
		{nil, true},
		{fmt.Errorf("erasing: %w", privacy.ErrNotRewritten), true},
		{fmt.Errorf("erasing: %w", privacy.ErrWhy), false},
	} {
		if got := isErased(c.err); got != c.asks {
			t.Errorf("%v: it asks for a copy: %v", c.err, got)
		}
	}
	s := newStage(t, "nl")
	if err := s.env.erasing(func() error { return privacy.ErrWhy }); !errors.Is(err, privacy.ErrWhy) {
		t.Errorf("without copies: %v", err)
	}
}
