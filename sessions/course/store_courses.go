package course

import (
	"fmt"
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/sessions/calendar"
)

// Courses lists all courses, the newest first date first.
func (s *Store) Courses() []Course {
	var out []Course
	for _, c := range s.courses.All() {
		out = append(out, c)
	}
	first := make(map[string]calendar.Date, len(out))
	for _, c := range out {
		if ss := s.Sessions(c.ID); len(ss) > 0 {
			first[c.ID] = ss[0].Date
		}
	}
	slices.SortStableFunc(out, func(a, b Course) int { return first[b.ID].Compare(first[a.ID]) })
	return out
}

// Course finds one course.
func (s *Store) Course(id string) (Course, bool) { return s.courses.Get(id) }

// CourseNamed finds a course by its exact name, or by a part that only one has.
func (s *Store) CourseNamed(name string) (Course, error) {
	var found []Course
	for _, c := range s.courses.All() {
		if strings.EqualFold(c.Name, name) {
			return c, nil
		}
		if strings.Contains(strings.ToLower(c.Name), strings.ToLower(name)) {
			found = append(found, c)
		}
	}
	if len(found) != 1 {
		return Course{}, fmt.Errorf("course %q (%d alike): %w", name, len(found), ErrNotFound)
	}
	return found[0], nil
}

// Sessions lists a course's sessions by number.
func (s *Store) Sessions(courseID string) []Session {
	var out []Session
	for _, x := range s.sessions.Prefix(courseID + "+") {
		out = append(out, x)
	}
	slices.SortFunc(out, func(a, b Session) int { return a.Number - b.Number })
	return out
}

// Create makes a course with one session for each date, in one undoable step.
func (s *Store) Create(c Course, dates []calendar.Date) (Course, error) {
	if err := c.Validate(); err != nil {
		return c, err
	}
	if err := checkDates(dates); err != nil {
		return c, err
	}
	c.ID = vault.NewID()
	c.Name = strings.TrimSpace(c.Name)
	err := s.vault.Do(vault.NewAction("action.course.create", "Name", c.Name), func(tx *vault.Tx) error {
		if err := s.courses.Put(tx, c.ID, c); err != nil {
			return err
		}
		for i, d := range dates {
			x := Session{ID: vault.NewID(), CourseID: c.ID, Number: i + 1, Date: d, Start: c.Start, End: c.End}
			if err := s.sessions.Put(tx, key(c.ID, x.ID), x); err != nil {
				return err
			}
		}
		return nil
	})
	return c, vault.While(err, "making the course")
}

// Update changes the course's own fields. Sessions that still had the course's
// times follow the new ones.
func (s *Store) Update(c Course) error {
	if err := c.Validate(); err != nil {
		return err
	}
	old, ok := s.courses.Get(c.ID)
	if !ok {
		return fmt.Errorf("course %s: %w", c.ID, ErrNotFound)
	}
	err := s.vault.Do(vault.NewAction("action.course.update", "Name", c.Name), func(tx *vault.Tx) error {
		for _, x := range s.Sessions(c.ID) {
			if x.Start != old.Start || x.End != old.End || (old.Start == c.Start && old.End == c.End) {
				continue
			}
			x.Start, x.End = c.Start, c.End
			if err := s.sessions.Put(tx, key(c.ID, x.ID), x); err != nil {
				return err
			}
		}
		return s.courses.Put(tx, c.ID, c)
	})
	return vault.While(err, "changing the course")
}

// Reschedule gives the sessions of a course new dates, by number.
func (s *Store) Reschedule(courseID string, dates []calendar.Date) error {
	if err := checkDates(dates); err != nil {
		return err
	}
	ss := s.Sessions(courseID)
	if len(ss) != len(dates) {
		return fmt.Errorf("%d dates for %d sessions: %w", len(dates), len(ss), ErrDates)
	}
	err := s.vault.Do(vault.NewAction("action.session.move"), func(tx *vault.Tx) error {
		for i, x := range ss {
			if x.Date == dates[i] {
				continue
			}
			x.Date = dates[i]
			if err := s.sessions.Put(tx, key(courseID, x.ID), x); err != nil {
				return err
			}
		}
		return nil
	})
	return vault.While(err, "moving sessions")
}

// DeleteCourse removes a course with its sessions, enrolments, marks, plans,
// notes and agreements; the people stay. One step, undone as one step.
func (s *Store) DeleteCourse(id string) error {
	c, ok := s.courses.Get(id)
	if !ok {
		return fmt.Errorf("course %s: %w", id, ErrNotFound)
	}
	err := s.vault.Do(vault.NewAction(actionDelete, "Name", c.Name), func(tx *vault.Tx) error {
		if err := s.gone.course.tell(tx, id); err != nil {
			return err
		}
		return s.deleteCourse(tx, id)
	})
	return vault.While(err, "deleting the course")
}

func (s *Store) deleteCourse(tx *vault.Tx, id string) error {
	for _, x := range s.Sessions(id) {
		if err := deletePrefix(tx, s.marks, x.ID+"+"); err != nil {
			return err
		}
		if err := deletePrefix(tx, s.plans, x.ID); err != nil {
			return err
		}
		if err := deletePrefix(tx, s.logs, x.ID); err != nil {
			return err
		}
	}
	if err := deletePrefix(tx, s.sessions, id+"+"); err != nil {
		return err
	}
	if err := deletePrefix(tx, s.enrolments, id+"+"); err != nil {
		return err
	}
	if err := deletePrefix(tx, s.agreements, id+"+"); err != nil {
		return err
	}
	if err := deletePrefix(tx, s.past, id+"+"); err != nil {
		return err
	}
	return s.courses.Delete(tx, id)
}

func deletePrefix[T any](tx *vault.Tx, c *vault.Collection[T], prefix string) error {
	for k := range c.Prefix(prefix) {
		if err := c.Delete(tx, k); err != nil {
			return err
		}
	}
	return nil
}

func checkDates(dates []calendar.Date) error {
	if len(dates) == 0 || len(dates) > MaxSessions {
		return ErrDates
	}
	for i := 1; i < len(dates); i++ {
		if dates[i].Compare(dates[i-1]) <= 0 {
			return ErrDates
		}
	}
	return nil
}
