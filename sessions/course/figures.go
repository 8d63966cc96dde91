package course

import (
	"slices"
	"time"

	"kring/sessions/calendar"
	"kring/sessions/people"
	"kring/sessions/report"
)

// How a course went for somebody, in the order of a report.
const (
	toTheEnd = iota
	stopped
	goingOn
	howItWent
)

// Figures counts the courses of a year up to a day, for a report. Somebody who takes part in
// two courses counts in both.
func (s *Store) Figures(year int, until calendar.Date) report.Courses {
	if last := (calendar.Date{Year: year, Month: time.December, Day: 31}); until.Compare(last) > 0 {
		until = last
	}
	f := report.Courses{
		Started: make([]int, report.Quarters), Finished: make([]int, report.Quarters), Participants: make([]int, report.Quarters),
		Went: make([]int, howItWent), Who: make([]int, len(people.Kinds())), Came: make([]int, len(people.Throughs())), Speaks: make([]int, len(people.Languages())),
	}
	for _, c := range s.courses.All() {
		sessions := s.Sessions(c.ID)
		if len(sessions) == 0 {
			continue
		}
		first, last := sessions[0].Date, sessions[len(sessions)-1].Date
		over := last.Compare(until) <= 0
		if over && last.Year == year {
			f.Finished[quarter(last)]++
		}
		if first.Year == year && first.Compare(until) <= 0 {
			f.Started[quarter(first)]++
			held := sessions[:Held(sessions, until)]
			s.addGroup(&f, c.ID, held, quarter(first), over)
			s.addPastGroup(&f, c.ID, held, quarter(first), over)
		}
	}
	return f
}

func quarter(d calendar.Date) int { return int(d.Month-1) / 3 }

// addGroup counts the participants of one course, with the sessions that were held.
func (s *Store) addGroup(f *report.Courses, courseID string, held []Session, quarter int, over bool) {
	for _, e := range s.enrolments.Prefix(courseID + "+") {
		p, ok := s.people.Get(e.PersonID)
		if !ok {
			continue
		}
		f.Participants[quarter]++
		switch {
		case e.Stopped:
			f.Went[stopped]++
		case over:
			f.Went[toTheEnd]++
		default:
			f.Went[goingOn]++
		}
		tick(f.Who, people.Kinds(), p.Kind, people.OtherKind)
		tick(f.Came, people.Throughs(), p.Through, people.OtherThrough)
		for i, l := range people.Languages() {
			if slices.Contains(p.Reads, l) {
				f.Speaks[i]++
			}
		}
		for _, x := range held {
			st := s.MarkOf(x.ID, e.PersonID).State
			if st == Unknown {
				continue
			}
			f.Held++
			if st.Attended() {
				f.Attended++
			}
		}
	}
}

// tick counts an answer; one that is not known counts as another.
func tick[T comparable](n []int, of []T, is, other T) { tickN(n, of, is, other, 1) }

func tickN[T comparable](n []int, of []T, is, other T, by int) {
	i := slices.Index(of, is)
	if i < 0 {
		i = slices.Index(of, other)
	}
	n[i] += by
}
