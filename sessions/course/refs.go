package course

import (
	"strings"

	"kring/internal/vault"
	"kring/sessions/people"
)

// BrokenReferences lists every record that points at one that is not there, or whose session
// does. A sound vault gives none.
func (s *Store) BrokenReferences() []vault.Dangling {
	var r vault.References
	sessions := map[string]bool{}
	for k, x := range s.sessions.All() {
		if !s.hasCourse(x.CourseID) {
			r.Add(s.sessions.Dangles(k, "course"))
			continue
		}
		sessions[x.ID] = true
	}
	for k, e := range s.enrolments.All() {
		if !s.hasCourse(e.CourseID) {
			r.Add(s.enrolments.Dangles(k, "course"))
		} else if !s.hasPerson(e.PersonID) {
			r.Add(s.nameless(k, e))
		}
	}
	for k, a := range s.agreements.All() {
		if !s.hasCourse(a.CourseID) {
			r.Add(s.agreements.Dangles(k, "course"))
		}
	}
	for k, x := range s.past.All() {
		if !s.hasCourse(x.CourseID) {
			r.Add(s.past.Dangles(k, "course"))
		}
	}
	s.brokenSessions(&r, sessions)
	return r.All
}

// brokenSessions lists what is of sessions that are not there.
func (s *Store) brokenSessions(r *vault.References, sessions map[string]bool) {
	for k := range s.marks.All() {
		session, person, _ := strings.Cut(k, "+")
		if !sessions[session] {
			r.Add(s.marks.Dangles(k, "session"))
		} else if !s.hasPerson(person) {
			r.Add(s.marks.Dangles(k, "person"))
		}
	}
	for k := range s.plans.All() {
		if !sessions[k] {
			r.Add(s.plans.Dangles(k, "session"))
		}
	}
	for k := range s.logs.All() {
		if !sessions[k] {
			r.Add(s.logs.Dangles(k, "session"))
		}
	}
}

// nameless is an enrolment of somebody who is not there: mending leaves the number of them, as
// erasing does.
func (s *Store) nameless(k string, e Enrolment) vault.Dangling {
	d := s.enrolments.Dangles(k, "person")
	drop := d.Mend
	d.Mend = func(tx *vault.Tx) error {
		for what, n := range s.counted(e.CourseID, people.Person{ID: e.PersonID}) {
			if err := s.addPast(tx, e.CourseID, what, n); err != nil {
				return err
			}
		}
		return drop(tx)
	}
	return d
}

func (s *Store) hasCourse(id string) bool {
	_, ok := s.courses.Get(id)
	return ok
}

func (s *Store) hasPerson(id string) bool {
	_, ok := s.people.Get(id)
	return ok
}
