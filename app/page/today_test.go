package page

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kring/sessions/course"
	"kring/sessions/people"
)

// A long list shows its beginning; the rest comes when it is asked for, and stays.
func TestTodayShowsTheBeginningOfALongList(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		second := s.env.Store.Sessions(s.course.ID)[1]
		for i := range 10 {
			p, err := s.env.Store.AddParticipant(s.course.ID, people.Person{Name: fmt.Sprintf("Moeder %d", i), Kind: people.Mother}, second.Date)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.env.Store.Mark(second.ID, p.ID, course.Absent); err != nil {
				t.Fatal(err)
			}
		}
		missed := len(s.env.Store.Agenda(s.env.Day(), lang).Missed)
		page := s.open(Target{Page: Today})
		named := func() int {
			n := 0
			for _, text := range textsIn(page.Object()) {
				if slices.ContainsFunc(s.env.Store.Agenda(s.env.Day(), lang).Missed, func(m course.MissedWord) bool { return m.Person.Name == text }) {
					n++
				}
			}
			return n
		}
		if missed != 11 || named() != missedShown {
			t.Fatalf("%s: %d of %d are named", lang, named(), missed)
		}
		button(t, page.Object(), s.env.Loc.N("common.more", missed-missedShown)).OnTapped()
		(<-s.ui)()
		if named() != missed {
			t.Errorf("%s: %d of %d are named when all are asked for", lang, named(), missed)
		}
	}
}

// A copy that went well leaves Today as it is; one that went wrong is said at once.
func TestTodayIsDrawnAnewOnlyForWhatWentWrong(t *testing.T) {
	s, dir := backedUp(t, "nl")
	p := s.open(Target{Page: Today}).(*today)
	drawn := func() []fyne.CanvasObject { return slices.Clone(p.column.Objects) }
	before := drawn()
	s.env.Backup.Now()
	p.BackedUp()
	if len(s.ui) > 0 || !slices.Equal(before, drawn()) {
		t.Error("a good copy draws the page anew")
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(dir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s.env.Backup.Now()
	p.BackedUp()
	s.await("the page", func() bool { return !slices.Equal(before, drawn()) })
	if len(p.said) != 1 {
		t.Errorf("said of the copies: %q", p.said)
	}
}
