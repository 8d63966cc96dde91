package course

import (
	"slices"

	"kring/sessions/calendar"
	"kring/sessions/people"
)

// Agenda is what the page Today answers, as of one day.
type Agenda struct {
	Next       []Upcoming   // sessions of today and the next two weeks, or else the first one after; soonest first
	Missed     []MissedWord // who was missing last time, in courses that still run
	Unfinished []Unfinished // past sessions of which something is not entered
}

// Upcoming is a session to come, with what must be ready for it.
type Upcoming struct {
	Course       Course
	Session      Session
	Participants int
	Noticed      int // gave notice that they will not come
	Carried      Carried
}

// MissedWord is somebody who was missing at the last session.
type MissedWord struct {
	Course  Course
	Session Session
	Person  people.Person
	State   State
	Count   Count
}

// Unfinished is a past session with people who have no mark yet.
type Unfinished struct {
	Course   Course
	Session  Session
	Unmarked int
}

// horizon is how many days ahead Today looks; lookback how far behind it asks for
// what was not entered. A course of six weeks falls wholly within the latter.
const (
	horizon  = 14
	lookback = 60
)

// Agenda works out what the page Today shows.
func (s *Store) Agenda(today calendar.Date, lang string) Agenda {
	var a Agenda
	for _, c := range s.courses.All() {
		ss := s.Sessions(c.ID)
		if len(ss) == 0 || ss[len(ss)-1].Date.AddDays(lookback).Compare(today) < 0 {
			continue
		}
		s.addCourse(&a, c, ss, today, lang)
	}
	slices.SortStableFunc(a.Next, func(x, y Upcoming) int { return x.Session.Date.Compare(y.Session.Date) })
	a.Next = soon(a.Next, today)
	slices.SortStableFunc(a.Unfinished, func(x, y Unfinished) int { return y.Session.Date.Compare(x.Session.Date) })
	return a
}

func (s *Store) addCourse(a *Agenda, c Course, ss []Session, today calendar.Date, lang string) {
	active := s.activeIDs(c.ID)
	first := true // of the sessions to come
	for _, x := range ss {
		switch {
		case x.Date.Compare(today) >= 0 && (first || within(x, today)):
			first = false
			u := Upcoming{Course: c, Session: x, Participants: len(active), Noticed: s.Tally(x.ID)[Noticed]}
			u.Carried, _ = s.CarriedOver(x, lang)
			a.Next = append(a.Next, u)
		case x.Date.Compare(today) < 0:
			if n := s.unmarked(x.ID, active); n > 0 {
				a.Unfinished = append(a.Unfinished, Unfinished{Course: c, Session: x, Unmarked: n})
			}
		}
	}
	if ss[len(ss)-1].Date.Compare(today) >= 0 {
		s.addMissed(a, c, ss, active, today)
	}
}

func within(s Session, today calendar.Date) bool {
	return s.Date.Compare(today.AddDays(horizon)) <= 0
}

// soon keeps what lies within the horizon, and the first one whatever its date: a
// course that begins in a month is what is next, too.
func soon(next []Upcoming, today calendar.Date) []Upcoming {
	n := 0
	for n < len(next) && within(next[n].Session, today) {
		n++
	}
	return next[:max(n, min(1, len(next)))]
}

func (s *Store) addMissed(a *Agenda, c Course, ss []Session, active []string, today calendar.Date) {
	last := -1
	for i, x := range ss {
		if x.Date.Compare(today) < 0 {
			last = i
		}
	}
	if last < 0 {
		return
	}
	for _, id := range active {
		st := s.MarkOf(ss[last].ID, id).State
		p, ok := s.people.Get(id)
		if ok && st.Missed() {
			a.Missed = append(a.Missed, MissedWord{c, ss[last], p, st, s.CountOf(ss, id, today)})
		}
	}
}

func (s *Store) activeIDs(courseID string) []string {
	var out []string
	for _, e := range s.enrolments.Prefix(courseID + "+") {
		if !e.Stopped {
			out = append(out, e.PersonID)
		}
	}
	return out
}

func (s *Store) unmarked(sessionID string, people []string) int {
	n := 0
	for _, id := range people {
		if s.MarkOf(sessionID, id).State == Unknown {
			n++
		}
	}
	return n
}
