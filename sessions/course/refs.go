package course

import (
	"fmt"
	"strings"
)

// BrokenReferences lists every record that points at one that is not there, as
// "collection/key: what is missing". A sound vault gives none.
func (s *Store) BrokenReferences() []string {
	var out []string
	missing := func(col, k, what string) { out = append(out, fmt.Sprintf("%s/%s: no %s", col, k, what)) }
	sessions := s.checkSessions(missing)
	for k, e := range s.enrolments.All() {
		s.checkCourse(colEnrolments, k, e.CourseID, missing)
		s.checkPerson(colEnrolments, k, e.PersonID, missing)
	}
	for k, a := range s.agreements.All() {
		s.checkCourse(colAgreements, k, a.CourseID, missing)
	}
	for k, x := range s.past.All() {
		s.checkCourse(colPast, k, x.CourseID, missing)
	}
	for k := range s.marks.All() {
		session, person, _ := strings.Cut(k, "+")
		if !sessions[session] {
			missing(colMarks, k, "session")
		}
		s.checkPerson(colMarks, k, person, missing)
	}
	for k := range s.plans.All() {
		if !sessions[k] {
			missing(colPlans, k, "session")
		}
	}
	for k := range s.logs.All() {
		if !sessions[k] {
			missing(colLogs, k, "session")
		}
	}
	return out
}

func (s *Store) checkSessions(missing func(col, k, what string)) map[string]bool {
	ids := map[string]bool{}
	for k, x := range s.sessions.All() {
		ids[x.ID] = true
		s.checkCourse(colSessions, k, x.CourseID, missing)
	}
	return ids
}

func (s *Store) checkCourse(col, k, id string, missing func(col, k, what string)) {
	if _, ok := s.courses.Get(id); !ok {
		missing(col, k, "course")
	}
}

func (s *Store) checkPerson(col, k, id string, missing func(col, k, what string)) {
	if _, ok := s.people.Get(id); !ok {
		missing(col, k, "person")
	}
}
