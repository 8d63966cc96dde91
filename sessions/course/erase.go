package course

import (
	"fmt"
	"strings"

	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/people"
	"kring/sessions/privacy"
	"kring/sessions/report"
)

// colPast are the numbers of people who were erased, by "course+what": each by itself, so that
// they do not come together to one person again.
const colPast = "pastcounts"

// Past is how many of the people who were erased from a course there were of a kind.
type Past struct {
	CourseID string `json:"c"`
	What     string `json:"w"` // see the constants below
	N        int    `json:"n"`
}

// What is counted of people who were erased.
const (
	pastPeople  = "people"
	pastStopped = "stopped"
	pastKind    = "kind."
	pastThrough = "via."
	pastReads   = "reads."
	pastMark    = "mark."
)

// erase is this room's part of erasing somebody, or the private notes of a course.
func (s *Store) erase(tx *vault.Tx, sub privacy.Subject, _ calendar.Date) error {
	switch sub.Kind {
	case privacy.Person:
		return s.erasePerson(tx, sub.ID)
	case privacy.Notes:
		return s.eraseNotes(tx, sub.ID)
	}
	return nil
}

// erasePerson removes somebody; in the numbers of their courses they stay.
func (s *Store) erasePerson(tx *vault.Tx, id string) error {
	p, ok := s.people.Get(id)
	if !ok {
		return fmt.Errorf("person %s: %w", id, ErrNotFound)
	}
	for _, c := range s.CoursesOf(id) {
		for what, n := range s.counted(c.ID, p) {
			if err := s.addPast(tx, c.ID, what, n); err != nil {
				return err
			}
		}
		if err := s.unenrol(tx, c.ID, id); err != nil {
			return err
		}
	}
	for k := range s.marks.All() { // of a session that is no longer there
		if strings.HasSuffix(k, "+"+id) {
			if err := s.marks.Delete(tx, k); err != nil {
				return err
			}
		}
	}
	return s.people.Delete(tx, id)
}

// counted is what somebody counts for in a course.
func (s *Store) counted(courseID string, p people.Person) map[string]int {
	out := map[string]int{pastPeople: 1, pastKind + string(p.Kind): 1, pastThrough + string(p.Through): 1}
	if e, _ := s.enrolments.Get(key(courseID, p.ID)); e.Stopped {
		out[pastStopped] = 1
	}
	for _, l := range p.Reads {
		out[pastReads+l] = 1
	}
	for _, x := range s.Sessions(courseID) {
		if st := s.MarkOf(x.ID, p.ID).State; st != Unknown {
			out[markOf(x.ID, st)] = 1
		}
	}
	return out
}

func markOf(sessionID string, st State) string { return pastMark + sessionID + "." + string(st) }

func (s *Store) addPast(tx *vault.Tx, courseID, what string, n int) error {
	was, _, err := s.past.Now(tx, key(courseID, what))
	if err != nil {
		return err
	}
	return s.past.Put(tx, key(courseID, what), Past{courseID, what, was.N + n})
}

func (s *Store) pastOf(courseID, what string) int {
	x, _ := s.past.Get(key(courseID, what))
	return x.N
}

// PastPeople is how many people took part in a course whose names were erased.
func (s *Store) PastPeople(courseID string) int { return s.pastOf(courseID, pastPeople) }

// addPastGroup counts them for a report, as addGroup does those with a name.
func (s *Store) addPastGroup(f *report.Courses, courseID string, held []Session, quarter int, over bool) {
	n := s.PastPeople(courseID)
	if n == 0 {
		return
	}
	f.Participants[quarter] += n
	left := s.pastOf(courseID, pastStopped)
	f.Went[stopped] += left
	if over {
		f.Went[toTheEnd] += n - left
	} else {
		f.Went[goingOn] += n - left
	}
	for k, x := range s.past.Prefix(key(courseID, pastKind)) {
		tickN(f.Who, people.Kinds(), people.Kind(strings.TrimPrefix(k, key(courseID, pastKind))), people.OtherKind, x.N)
	}
	for k, x := range s.past.Prefix(key(courseID, pastThrough)) {
		tickN(f.Came, people.Throughs(), people.Through(strings.TrimPrefix(k, key(courseID, pastThrough))), people.OtherThrough, x.N)
	}
	for i, l := range people.Languages() {
		f.Speaks[i] += s.pastOf(courseID, pastReads+l)
	}
	for _, x := range held {
		for _, st := range States() {
			many := s.pastOf(courseID, markOf(x.ID, st))
			f.Held += many
			if st.Attended() {
				f.Attended += many
			}
		}
	}
}

// eraseNotes takes the private notes and signals of a course, and the notes at its marks. How
// it went, and what was left over, stays.
func (s *Store) eraseNotes(tx *vault.Tx, courseID string) error {
	for _, x := range s.Sessions(courseID) {
		if l, ok := s.logs.Get(x.ID); ok && l.Notes != "" {
			l.Notes = ""
			if err := s.logs.Put(tx, x.ID, l); err != nil {
				return err
			}
		}
		for k, m := range s.marks.Prefix(x.ID + "+") {
			if m.Note == "" {
				continue
			}
			if m.Note = ""; m == (Mark{}) {
				if err := s.marks.Delete(tx, k); err != nil {
					return err
				}
				continue
			}
			if err := s.marks.Put(tx, k, m); err != nil {
				return err
			}
		}
	}
	return nil
}
