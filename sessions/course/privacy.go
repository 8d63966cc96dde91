package course

import (
	"strings"

	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/people"
	"kring/sessions/privacy"
)

// Privacy says what this room keeps of people.
func (s *Store) Privacy() privacy.Room {
	return privacy.Room{
		Holdings: s.holdings(), People: s.subjects, Waiting: s.waiting, Erase: s.erase,
		Core: map[privacy.Kind]string{privacy.Person: colPeople},
	}
}

func (s *Store) holdings() []privacy.Holding {
	return []privacy.Holding{
		{Collection: colPeople, Of: privacy.Theirs, Label: "kept.people", Own: []string{"name"}, Notes: true, Fields: []privacy.Field{
			{JSON: "name", Label: "person.name"},
			{JSON: "phone", Label: "person.phone", As: privacy.Phone},
			{JSON: "mail", Label: "person.email"},
			{JSON: "kind", Label: "person.kind", As: privacy.Word, Prefix: "kind."},
			{JSON: "via", Label: "person.through", As: privacy.Word, Prefix: "through."},
			{JSON: "reads", Label: "person.reads", As: privacy.Word, Prefix: "language."},
			{JSON: "care", Label: "person.care", As: privacy.Yes},
			{JSON: "kids", Label: "person.children", As: privacy.Number},
			{JSON: "note", Label: "person.note"},
		}},
		{Collection: colEnrolments, Of: privacy.Theirs, Label: "kept.enrolments", Where: s.whereEnrolled, Fields: []privacy.Field{
			{JSON: "since", Label: "kept.since", As: privacy.Date}, {JSON: "stop", Label: "kept.stopped", As: privacy.Yes},
		}},
		{Collection: colMarks, Of: privacy.Theirs, Label: "kept.marks", Where: s.whereSession, Notes: true, Fields: []privacy.Field{
			{JSON: "s", Label: "kept.mark", As: privacy.Word, Prefix: "state."}, {JSON: "n", Label: "person.note"},
		}},
		{Collection: colLogs, Label: "kept.logs", Where: s.whereSession, Notes: true},
		{Collection: colAgreements, Label: "kept.agreements", Where: s.whereEnrolled, Notes: true},
		{Collection: colCourses, Label: "kept.courses", Where: s.whereCourse},
		{Collection: colSessions, Of: privacy.Numbers, Label: "kept.sessions"},
		{Collection: colPlans, Label: "kept.plans", Where: s.whereSession},
		{Collection: colRules, Of: privacy.Numbers, Label: "kept.rules"},
		{Collection: colPast, Of: privacy.Numbers, Label: "kept.numbers"},
	}
}

// subjects are the people of all courses.
func (s *Store) subjects() []privacy.Subject {
	out := make([]privacy.Subject, 0, s.people.Len())
	for id, p := range s.people.All() {
		out = append(out, subject(id, p))
	}
	return out
}

func subject(id string, p people.Person) privacy.Subject {
	return privacy.Subject{Kind: privacy.Person, ID: id, Name: p.Name}
}

// whereEnrolled names the course of a key "course+something".
func (s *Store) whereEnrolled(r vault.Record) privacy.Where {
	id, _, _ := strings.Cut(r.Key, "+")
	c, _ := s.courses.Get(id)
	return privacy.Where{Text: c.Name}
}

func (s *Store) whereCourse(r vault.Record) privacy.Where {
	c, _ := s.courses.Get(r.Key)
	return privacy.Where{Text: c.Name}
}

// whereSession says which session a key begins with.
func (s *Store) whereSession(r vault.Record) privacy.Where {
	id, _, _ := strings.Cut(r.Key, "+")
	x, ok := s.sessionByID(id)
	if !ok {
		return privacy.Where{}
	}
	c, _ := s.courses.Get(x.CourseID)
	return privacy.Where{Text: c.Name, Date: x.Date}
}

// sessionByID finds a session whose course is not known.
func (s *Store) sessionByID(id string) (Session, bool) {
	for _, x := range s.sessions.All() {
		if x.ID == id {
			return x, true
		}
	}
	return Session{}, false
}

// waiting are the people whose last course is over, those who came to none, and the courses
// of which there are private notes.
func (s *Store) waiting(today calendar.Date) []privacy.Candidate {
	last := s.lastDays()
	until := map[string]calendar.Date{}
	of := map[string]string{}
	for _, e := range s.enrolments.All() {
		d := last[e.CourseID]
		if d.IsZero() {
			d = today // a course without dates is still to come
		}
		if d.Compare(until[e.PersonID]) > 0 {
			until[e.PersonID], of[e.PersonID] = d, e.CourseID
		}
	}
	var out []privacy.Candidate
	for id, p := range s.people.All() {
		c := privacy.Candidate{Subject: subject(id, p), Data: privacy.Participants, Since: until[id]}
		if x, ok := s.courses.Get(of[id]); ok {
			c.About = x.Name
		}
		if c.Since.IsZero() {
			c.Data = privacy.SignUps
			c.Since, _ = privacy.Made(id)
		}
		out = append(out, c)
	}
	return append(out, s.noted(last)...)
}

// lastDays are those of all courses.
func (s *Store) lastDays() map[string]calendar.Date {
	out := map[string]calendar.Date{}
	for _, x := range s.sessions.All() {
		if x.Date.Compare(out[x.CourseID]) > 0 {
			out[x.CourseID] = x.Date
		}
	}
	return out
}

// noted are the courses with private notes or notes at a mark.
func (s *Store) noted(last map[string]calendar.Date) []privacy.Candidate {
	of := map[string]string{}
	for _, x := range s.sessions.All() {
		of[x.ID] = x.CourseID
	}
	many := map[string]int{}
	for id, l := range s.logs.All() {
		if l.Notes != "" {
			many[of[id]]++
		}
	}
	for k, m := range s.marks.All() {
		if m.Note != "" {
			id, _, _ := strings.Cut(k, "+")
			many[of[id]]++
		}
	}
	var out []privacy.Candidate
	for id, n := range many {
		if c, ok := s.courses.Get(id); ok {
			out = append(out, privacy.Candidate{Subject: privacy.Subject{Kind: privacy.Notes, ID: id, Name: c.Name}, Data: privacy.DuoNotes, Since: last[id], N: n})
		}
	}
	return out
}
