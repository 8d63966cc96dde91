package course_test

import (
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
	"kring/sessions/plan"
)

// A course counts in the quarter in which it began; who stopped and what is not known are
// counted as such, and nobody is left out of a sum.
func TestFiguresOfCourses(t *testing.T) {
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "a.kring"), "een lange wachtzin", vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = v.Close() })
	s, err := course.Open(v, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	first := calendar.Date{Year: 2026, Month: time.March, Day: 12}
	dates, _ := calendar.Weekly(first, 6, calendar.Public)
	c, err := s.Create(course.Course{Name: "Een", Start: plan.At(9, 0), End: plan.At(12, 0)}, dates)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, p := range []people.Person{
		{Name: "A", Kind: people.Father, Through: people.GP, Reads: []string{"nl", "ar"}}, {Name: "B", Kind: "strange"}, {Name: "C"},
	} {
		p, err := s.AddParticipant(c.ID, p, first)
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, p.ID)
	}
	ss := s.Sessions(c.ID)
	for _, err := range []error{
		s.Stop(c.ID, ids[2], true), s.Mark(ss[0].ID, ids[0], course.Late), s.Mark(ss[0].ID, ids[1], course.Absent), s.Mark(ss[5].ID, ids[0], course.Present),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	f := s.Figures(2026, calendar.Date{Year: 2026, Month: time.April, Day: 1})
	if !reflect.DeepEqual(f.Started, []int{1, 0, 0, 0}) || !reflect.DeepEqual(f.Finished, []int{0, 0, 0, 0}) || !reflect.DeepEqual(f.Went, []int{0, 1, 2}) {
		t.Errorf("while it goes on: %+v", f)
	}
	if f.Attended != 1 || f.Held != 2 {
		t.Errorf("attended %d of %d", f.Attended, f.Held)
	}
	f = s.Figures(2026, calendar.Date{Year: 2027, Month: time.January, Day: 1})
	if !reflect.DeepEqual(f.Finished, []int{0, 1, 0, 0}) || !reflect.DeepEqual(f.Participants, []int{3, 0, 0, 0}) || !reflect.DeepEqual(f.Went, []int{2, 1, 0}) {
		t.Errorf("afterwards: %+v", f)
	}
	if !reflect.DeepEqual(f.Who, []int{1, 0, 1, 0, 0, 1}) || f.Speaks[0] != 1 || f.Speaks[1] != 1 {
		t.Errorf("answers: %+v", f)
	}
	if f := s.Figures(2025, calendar.Date{Year: 2025, Month: time.December, Day: 31}); f.Participants[0] != 0 || f.Started[0] != 0 {
		t.Errorf("the year before: %+v", f)
	}
}
