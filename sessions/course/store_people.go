package course

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/people"
)

// People lists everybody, sorted as people.SortKey says under compare (the
// locale's collation).
func (s *Store) People(compare func(a, b string) int) []people.Person {
	out := make([]people.Person, 0, s.people.Len())
	for _, p := range s.people.All() {
		out = append(out, p)
	}
	return sortPeople(out, compare)
}

// Person finds one person.
func (s *Store) Person(id string) (people.Person, bool) { return s.people.Get(id) }

// Roster lists who takes part in a course, in name order; who stopped comes last.
func (s *Store) Roster(courseID string, compare func(a, b string) int) []Participant {
	var out []Participant
	for _, e := range s.enrolments.Prefix(courseID + "+") {
		if p, ok := s.people.Get(e.PersonID); ok {
			out = append(out, Participant{Person: p, Enrolment: e, sort: people.SortKey(p.Name)})
		}
	}
	slices.SortStableFunc(out, func(a, b Participant) int {
		return cmp.Or(rank(!a.Stopped)-rank(!b.Stopped), compare(a.sort, b.sort))
	})
	return out
}

// Participant is a person within a course.
type Participant struct {
	people.Person
	Enrolment
	sort string
}

// CoursesOf lists the courses that a person is or was in, newest first.
func (s *Store) CoursesOf(personID string) []Course {
	var out []Course
	for _, c := range s.Courses() {
		if _, ok := s.enrolments.Get(key(c.ID, personID)); ok {
			out = append(out, c)
		}
	}
	return out
}

// SavePerson adds a person (empty ID) or changes one, and gives the stored record.
func (s *Store) SavePerson(p people.Person) (people.Person, error) {
	p.Name = strings.TrimSpace(p.Name)
	if p.Name == "" {
		return p, ErrPerson
	}
	kind := "action.person.update"
	if p.ID == "" {
		p.ID, kind = vault.NewID(), "action.person.add"
	}
	err := s.vault.Do(vault.NewAction(kind, "Name", p.Name), func(tx *vault.Tx) error {
		return s.people.Put(tx, p.ID, p)
	})
	return p, vault.While(err, "saving a person")
}

// AddParticipant makes a new person and enrols them in one step.
func (s *Store) AddParticipant(courseID string, p people.Person, on calendar.Date) (people.Person, error) {
	p.Name = strings.TrimSpace(p.Name)
	if p.Name == "" {
		return p, ErrPerson
	}
	if _, ok := s.courses.Get(courseID); !ok {
		return p, fmt.Errorf("course %s: %w", courseID, ErrNotFound)
	}
	p.ID = vault.NewID()
	err := s.vault.Do(vault.NewAction("action.participant.add", "Name", p.Name), func(tx *vault.Tx) error {
		if err := s.people.Put(tx, p.ID, p); err != nil {
			return err
		}
		return s.enrol(tx, courseID, p.ID, on)
	})
	return p, vault.While(err, "adding a participant")
}

// Enrol takes people who are already known into a course.
func (s *Store) Enrol(courseID string, on calendar.Date, personIDs ...string) error {
	err := s.vault.Do(vault.NewAction("action.participant.enrol"), func(tx *vault.Tx) error {
		for _, id := range personIDs {
			if err := s.enrol(tx, courseID, id, on); err != nil {
				return err
			}
		}
		return nil
	})
	return vault.While(err, "enrolling")
}

func (s *Store) enrol(tx *vault.Tx, courseID, personID string, on calendar.Date) error {
	if e, ok := s.enrolments.Get(key(courseID, personID)); ok && !e.Stopped {
		return nil
	}
	return s.enrolments.Put(tx, key(courseID, personID), Enrolment{CourseID: courseID, PersonID: personID, Since: on})
}

// Stop says that somebody left the course, or came back; the marks stay.
func (s *Store) Stop(courseID, personID string, stopped bool) error {
	e, ok := s.enrolments.Get(key(courseID, personID))
	if !ok {
		return fmt.Errorf("enrolment: %w", ErrNotFound)
	}
	e.Stopped = stopped
	kind := "action.participant.stop"
	if !stopped {
		kind = "action.participant.back"
	}
	err := s.vault.Do(vault.NewAction(kind), func(tx *vault.Tx) error {
		return s.enrolments.Put(tx, key(courseID, personID), e)
	})
	return vault.While(err, "changing an enrolment")
}

// Unenrol takes somebody out of a course as if never enrolled: the marks go too.
func (s *Store) Unenrol(courseID, personID string) error {
	err := s.vault.Do(vault.NewAction("action.participant.remove"), func(tx *vault.Tx) error {
		return s.unenrol(tx, courseID, personID)
	})
	return vault.While(err, "taking somebody out of the course")
}

func (s *Store) unenrol(tx *vault.Tx, courseID, personID string) error {
	for _, x := range s.Sessions(courseID) {
		if _, ok := s.marks.Get(key(x.ID, personID)); !ok {
			continue
		}
		if err := s.marks.Delete(tx, key(x.ID, personID)); err != nil {
			return err
		}
	}
	return s.enrolments.Delete(tx, key(courseID, personID))
}

// DeletePerson removes a person with their enrolments and marks.
func (s *Store) DeletePerson(id string) error {
	p, ok := s.people.Get(id)
	if !ok {
		return fmt.Errorf("person %s: %w", id, ErrNotFound)
	}
	courses := s.CoursesOf(id)
	err := s.vault.Do(vault.NewAction("action.person.delete", "Name", p.Name), func(tx *vault.Tx) error {
		for _, c := range courses {
			if err := s.unenrol(tx, c.ID, id); err != nil {
				return err
			}
		}
		if err := s.gone.person.tell(tx, id); err != nil {
			return err
		}
		return s.people.Delete(tx, id)
	})
	return vault.While(err, "deleting a person")
}

func sortPeople(ps []people.Person, compare func(a, b string) int) []people.Person {
	keys := make(map[string]string, len(ps))
	for _, p := range ps {
		keys[p.ID] = people.SortKey(p.Name)
	}
	slices.SortStableFunc(ps, func(a, b people.Person) int { return compare(keys[a.ID], keys[b.ID]) })
	return ps
}
