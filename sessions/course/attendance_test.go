package course_test

import (
	"testing"

	"kring/sessions/calendar"
	"kring/sessions/course"

	"pgregory.net/rapid"
)

func TestCountStates(t *testing.T) {
	const p, l, n, a, e, o, no = course.Present, course.Late, course.Noticed, course.Absent, course.Elsewhere, course.AtHome, course.Unknown
	for name, c := range map[string]struct {
		states []course.State
		past   int
		want   course.Count
	}{
		"every way of attending":        {[]course.State{p, l, e, o, no, no}, 4, course.Count{Attended: 4, Committed: 4, Past: 4, All: 6}},
		"notice is commitment":          {[]course.State{p, n, a}, 3, course.Count{Attended: 1, Committed: 2, Past: 3, All: 3, MissedInRow: 2}},
		"notice beforehand waits":       {[]course.State{p, no, n}, 1, course.Count{Attended: 1, Committed: 1, Past: 1, All: 3}},
		"two in a row":                  {[]course.State{p, a, a, no}, 3, course.Count{Attended: 1, Committed: 1, Past: 3, All: 4, MissedInRow: 2}},
		"back again":                    {[]course.State{a, a, p}, 3, course.Count{Attended: 1, Committed: 1, Past: 3, All: 3}},
		"what is not entered is no gap": {[]course.State{a, no, a}, 3, course.Count{Past: 3, All: 3, MissedInRow: 2}},
		"nothing yet":                   {[]course.State{no, no}, 0, course.Count{All: 2}},
	} {
		if got := course.CountStates(c.states, c.past); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// Nobody attended more than was held, nor committed less than attended; two in a row
// needs two absences at the end.
func TestCountsHoldTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		states := rapid.SliceOfN(rapid.SampledFrom(append(course.States(), course.Unknown)), 0, 12).Draw(t, "states")
		past := rapid.IntRange(0, len(states)).Draw(t, "past")
		c := course.CountStates(states, past)
		if c.Attended > c.Committed || c.Committed > c.Past || c.Past > c.All || c.MissedInRow > c.Past-c.Attended {
			t.Fatalf("%+v", c)
		}
		for _, s := range states[:past] {
			if s.Attended() && s.Missed() {
				t.Fatalf("%q is both there and not", s)
			}
		}
	})
}

// The session of today counts once something is entered for it.
func TestTodayCountsOnceMarked(t *testing.T) {
	s := newStore(t)
	c, who := group(t, s, "Samira")
	ss := s.Sessions(c.ID)
	if n := s.CountOf(ss, who[0].ID, firstDay); n.Past != 0 {
		t.Errorf("before a mark %d sessions are past", n.Past)
	}
	ok(t, s.Mark(ss[0].ID, who[0].ID, course.Present))
	if n := s.CountOf(ss, who[0].ID, firstDay); n.Past != 1 || n.Attended != 1 {
		t.Errorf("after a mark: %+v", n)
	}
}

func TestAgenda(t *testing.T) {
	s := newStore(t)
	c, who := group(t, s, "Samira", "Piet")
	ss := s.Sessions(c.ID)
	at := func(d calendar.Date) course.Agenda { return s.Agenda(d, "nl") }

	if a := at(firstDay.AddDays(-40)); len(a.Next) != 1 || a.Next[0].Session.ID != ss[0].ID || len(a.Unfinished) != 0 {
		t.Errorf("long before the course, what is next is its first session: %+v", a)
	}
	if a := at(firstDay); len(a.Next) != 3 { // today, in one and in two weeks
		t.Errorf("%d sessions within two weeks", len(a.Next))
	}
	ok(t, s.Mark(ss[0].ID, who[0].ID, course.Absent))
	a := at(firstDay.AddDays(1))
	if len(a.Missed) != 1 || a.Missed[0].Person.ID != who[0].ID {
		t.Errorf("who was missing: %+v", a.Missed)
	}
	if len(a.Unfinished) != 1 || a.Unfinished[0].Unmarked != 1 {
		t.Errorf("what is not entered: %+v", a.Unfinished)
	}
	ok(t, s.Mark(ss[1].ID, who[1].ID, course.Noticed))
	if a := at(firstDay.AddDays(6)); a.Next[0].Noticed != 1 || a.Next[0].Participants != 2 {
		t.Errorf("the next session: %+v", a.Next[0])
	}
	if a := at(firstDay.AddDays(36)); len(a.Next) != 0 || len(a.Missed) != 0 {
		t.Errorf("after the course: %+v", a)
	}
}
