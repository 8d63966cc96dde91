package course_test

import (
	"errors"
	"testing"
	"time"

	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
	"kring/sessions/plan"
)

// A deleted course comes back with its people and marks after other work was done, but for
// somebody who was deleted meanwhile; once it is there it is no longer offered.
func TestACourseComesBack(t *testing.T) {
	s := newStore(t)
	dates, _ := calendar.Weekly(calendar.Date{Year: 2027, Month: 1, Day: 12}, 6, calendar.Public)
	c, err := s.Create(course.Course{
		Programme: "hbbm", Name: "Ouders Oosterwei", Region: calendar.Middle, Languages: []string{"nl"},
		Mode: course.Physical, Start: plan.At(9, 30), End: plan.At(12, 30),
	}, dates)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, name := range []string{"Noor", "Samira"} {
		p, err := s.AddParticipant(c.ID, people.Person{Name: name}, dates[0])
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Mark(s.Sessions(c.ID)[0].ID, p.ID, course.Present); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, p.ID)
	}
	first := s.Sessions(c.ID)[0].ID
	now := time.Now()
	if err := s.DeleteCourse(c.ID); err != nil {
		t.Fatal(err)
	}
	if err := s.DeletePerson(ids[1]); err != nil {
		t.Fatal(err)
	}
	gone, err := s.Deleted(now)
	if err != nil || len(gone) != 1 || gone[0].Name != c.Name || gone[0].ID != c.ID {
		t.Fatalf("%+v %v", gone, err)
	}
	if late, err := s.Deleted(now.AddDate(0, 0, course.BackFor+1)); err != nil || len(late) != 0 {
		t.Errorf("after %d days: %+v %v", course.BackFor, late, err)
	}
	if err := s.BringBack(gone[0]); err != nil {
		t.Fatal(err)
	}
	roster := s.Roster(c.ID, func(a, b string) int { return 0 })
	if len(roster) != 1 || roster[0].Person.ID != ids[0] || s.MarkOf(first, ids[0]).State != course.Present || len(s.Sessions(c.ID)) != 6 {
		t.Errorf("%d people, %v, %d sessions", len(roster), s.MarkOf(first, ids[0]), len(s.Sessions(c.ID)))
	}
	if broken := s.BrokenReferences(); len(broken) > 0 {
		t.Error(broken)
	}
	if gone, err := s.Deleted(now); err != nil || len(gone) != 0 {
		t.Errorf("still offered: %+v %v", gone, err)
	}
	if err := s.BringBack(course.Gone{Seq: 9999}); !errors.Is(err, vault.ErrNothingToRevive) {
		t.Errorf("one that is not there: %v", err)
	}
}
