package course_test

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kring/assets"
	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
	"kring/sessions/plan"
)

const passphrase = "een lange wachtzin"

// newStore is a store on a real file with a cheap key derivation.
func newStore(t testing.TB) *course.Store {
	t.Helper()
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "proef.kring"), passphrase, vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	return openStore(t, v)
}

func openStore(t testing.TB, v *vault.Vault) *course.Store {
	t.Helper()
	programmes, err := course.LoadProgrammes(assets.Programmes())
	if err != nil {
		t.Fatal(err)
	}
	s, err := course.Open(v, programmes)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

var firstDay = calendar.Date{Year: 2027, Month: 1, Day: 12}

func weeks(n int) []calendar.Date {
	dates, _ := calendar.Weekly(firstDay, n, func(calendar.Date) (calendar.Reason, bool) { return calendar.Reason{}, false })
	return dates
}

func aCourse(name string) course.Course {
	return course.Course{Programme: "hbbm", Name: name, Place: "Gouda", Start: plan.At(9, 30), End: plan.At(12, 30)}
}

// must stops a test whose preparations fail.
func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// group is a course with these people.
func group(t testing.TB, s *course.Store, names ...string) (course.Course, []people.Person) {
	t.Helper()
	c := must[course.Course](t)(s.Create(aCourse("Ouders Oosterwei"), weeks(6)))
	var all []people.Person
	for _, n := range names {
		all = append(all, must[people.Person](t)(s.AddParticipant(c.ID, people.Person{Name: n}, firstDay)))
	}
	return c, all
}

func TestCreateMakesItsSessions(t *testing.T) {
	s := newStore(t)
	c, _ := group(t, s)
	ss := s.Sessions(c.ID)
	if len(ss) != 6 {
		t.Fatalf("%d sessions", len(ss))
	}
	for i, x := range ss {
		if x.Number != i+1 || x.Date != firstDay.AddDays(7*i) || x.Start != c.Start || x.End != c.End {
			t.Errorf("session %d: %+v", i+1, x)
		}
	}
}

func TestCreateRefuses(t *testing.T) {
	s := newStore(t)
	late := aCourse("x")
	late.Start, late.End = late.End, late.Start
	full := aCourse("x")
	full.Capacity = -1
	for name, c := range map[string]struct {
		course course.Course
		dates  []calendar.Date
		want   error
	}{
		"no name":         {aCourse("  "), weeks(6), course.ErrName},
		"ends too early":  {late, weeks(6), course.ErrTimes},
		"negative places": {full, weeks(6), course.ErrCapacity},
		"no dates":        {aCourse("x"), nil, course.ErrDates},
		"falling dates":   {aCourse("x"), []calendar.Date{firstDay, firstDay}, course.ErrDates},
		"too many":        {aCourse("x"), weeks(13), course.ErrDates},
	} {
		if _, err := s.Create(c.course, c.dates); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	if n := len(s.Courses()); n != 0 {
		t.Errorf("%d courses were made", n)
	}
}

// Sessions that had the course's times follow new ones; one with its own keeps them.
func TestSessionsFollowTheCoursesTimes(t *testing.T) {
	s := newStore(t)
	c, _ := group(t, s)
	c.Start, c.End = plan.At(13, 0), plan.At(16, 0)
	ok(t, s.Update(c))
	for _, x := range s.Sessions(c.ID) {
		if x.Start != c.Start || x.End != c.End {
			t.Errorf("session %d is from %v to %v", x.Number, x.Start, x.End)
		}
	}
	if _, err := s.Vault().Undo(); err != nil {
		t.Fatal(err)
	}
	if x := s.Sessions(c.ID)[0]; x.Start != plan.At(9, 30) {
		t.Errorf("after undo it begins at %v", x.Start)
	}
}

func TestMarksAreThereAfterAReopen(t *testing.T) {
	s := newStore(t)
	c, who := group(t, s, "Samira de Vries", "Piet Jansen")
	x := s.Sessions(c.ID)[0]
	ok(t, s.Mark(x.ID, who[0].ID, course.Late))
	ok(t, s.MarkNote(x.ID, who[0].ID, "trein"))
	ok(t, s.MarkAll(c.ID, x.ID, course.Present))
	path := s.Vault().Path()
	s.Close()
	ok(t, s.Vault().Close())

	v := must[*vault.Vault](t)(vault.Open(path, passphrase))
	defer v.Close()
	again := openStore(t, v)
	if m := again.MarkOf(x.ID, who[0].ID); m != (course.Mark{State: course.Late, Note: "trein"}) {
		t.Errorf("the mark is %+v: “all present” must not change it", m)
	}
	if m := again.MarkOf(x.ID, who[1].ID); m.State != course.Present {
		t.Errorf("the other is %+v", m)
	}
	if broken := again.BrokenReferences(); len(broken) > 0 {
		t.Errorf("broken: %v", broken)
	}
}

func TestMarkRefuses(t *testing.T) {
	s := newStore(t)
	c, who := group(t, s, "Samira")
	x := s.Sessions(c.ID)[0]
	if err := s.Mark(x.ID, who[0].ID, "asleep"); !errors.Is(err, course.ErrState) {
		t.Errorf("an unknown state gives %v", err)
	}
	if err := s.MarkAll(c.ID, x.ID, course.Unknown); !errors.Is(err, course.ErrState) {
		t.Errorf("marking everybody unknown gives %v", err)
	}
	if err := s.Mark(x.ID, "nobody", course.Present); !errors.Is(err, course.ErrNotFound) {
		t.Errorf("marking nobody gives %v", err)
	}
}

// Everybody present is one step; who stopped is left out.
func TestMarkAllIsOneStep(t *testing.T) {
	s := newStore(t)
	c, who := group(t, s, "A", "B", "C")
	x := s.Sessions(c.ID)[0]
	ok(t, s.Stop(c.ID, who[2].ID, true))
	ok(t, s.MarkAll(c.ID, x.ID, course.Present))
	if n := s.Tally(x.ID)[course.Present]; n != 2 {
		t.Errorf("%d present, want 2", n)
	}
	a := must[vault.Action](t)(s.Vault().Undo())
	if a.Kind != "action.mark.all" || s.Tally(x.ID)[course.Present] != 0 {
		t.Errorf("undo took back %q and left %v", a.Kind, s.Tally(x.ID))
	}
}

func TestUnenrolTakesTheMarksAlong(t *testing.T) {
	s := newStore(t)
	c, who := group(t, s, "A", "B")
	x := s.Sessions(c.ID)[0]
	ok(t, s.MarkAll(c.ID, x.ID, course.Present))
	ok(t, s.Unenrol(c.ID, who[0].ID))
	if m := s.MarkOf(x.ID, who[0].ID); m != (course.Mark{}) {
		t.Errorf("the mark stayed: %+v", m)
	}
	if broken := s.BrokenReferences(); len(broken) > 0 {
		t.Errorf("broken: %v", broken)
	}
}

// Whatever is deleted, nothing points at it; and undo brings all of it back.
func TestDeletingLeavesNothingBehind(t *testing.T) {
	for name, remove := range map[string]func(*course.Store, course.Course, people.Person) error{
		"course": func(s *course.Store, c course.Course, _ people.Person) error { return s.DeleteCourse(c.ID) },
		"person": func(s *course.Store, _ course.Course, p people.Person) error { return s.DeletePerson(p.ID) },
	} {
		t.Run(name, func(t *testing.T) {
			s := newStore(t)
			c, who := group(t, s, "A", "B")
			x := s.Sessions(c.ID)[1]
			ok(t, s.MarkAll(c.ID, x.ID, course.Absent))
			ok(t, s.SaveLog(course.Log{SessionID: x.ID, Notes: "rustig"}))
			must[course.Agreement](t)(s.SaveAgreement(course.Agreement{CourseID: c.ID, Text: "op tijd"}))
			blocks, _ := s.Plan(x)
			ok(t, s.SavePlan(x, "action.plan.move", blocks[1:]))

			ok(t, remove(s, c, who[0]))
			if broken := s.BrokenReferences(); len(broken) > 0 {
				t.Errorf("broken: %v", broken)
			}
			must[vault.Action](t)(s.Vault().Undo())
			if m := s.MarkOf(x.ID, who[0].ID); m.State != course.Absent {
				t.Errorf("after undo the mark is %+v", m)
			}
			if _, own := s.Plan(x); !own || s.Log(x.ID).Notes != "rustig" || len(s.Agreements(c.ID)) != 1 || len(s.Roster(c.ID, strings.Compare)) != 2 {
				t.Error("undo did not bring everything back")
			}
		})
	}
}

func TestRosterSortsAsDutchPeopleExpect(t *testing.T) {
	s := newStore(t)
	c, who := group(t, s, "Anna van der Vries", "Émile Claes", "Bert de Vries", "Zoë Aalbers", "Eva Claesen")
	ok(t, s.Stop(c.ID, who[3].ID, true))
	var got []string
	for _, p := range s.Roster(c.ID, strings.Compare) {
		got = append(got, p.Name)
	}
	want := []string{"Émile Claes", "Eva Claesen", "Anna van der Vries", "Bert de Vries", "Zoë Aalbers"}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
}

func TestAgreementsKeepTheirOrder(t *testing.T) {
	s := newStore(t)
	c, _ := group(t, s)
	var ids []string
	for _, text := range []string{"een", "twee", "drie"} {
		ids = append(ids, must[course.Agreement](t)(s.SaveAgreement(course.Agreement{CourseID: c.ID, Text: text})).ID)
	}
	ok(t, s.MoveAgreement(c.ID, ids[2], 0))
	ok(t, s.DeleteAgreement(c.ID, ids[0]))
	must[course.Agreement](t)(s.SaveAgreement(course.Agreement{CourseID: c.ID, Text: " vier "}))
	var got []string
	for _, a := range s.Agreements(c.ID) {
		got = append(got, a.Text)
	}
	if want := []string{"drie", "twee", "vier"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if _, err := s.SaveAgreement(course.Agreement{CourseID: c.ID, Text: " "}); !errors.Is(err, course.ErrAgreement) {
		t.Errorf("an empty agreement gives %v", err)
	}
}
