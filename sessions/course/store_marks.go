package course

import (
	"errors"
	"fmt"

	"kring/internal/vault"
)

// ErrState says that a mark has a state that does not exist.
var ErrState = errors.New("no such state of attendance")

// MarkOf gives what is known of one person at one session.
func (s *Store) MarkOf(sessionID, personID string) Mark {
	m, _ := s.marks.Get(key(sessionID, personID))
	return m
}

// Mark stores the attendance of one person at one session. When it returns nil
// the mark is on disk. Unknown without a note clears the mark.
func (s *Store) Mark(sessionID, personID string, st State) error {
	m := s.MarkOf(sessionID, personID)
	m.State = st
	return s.setMark("action.mark", sessionID, personID, m)
}

// MarkNote stores a note to one mark.
func (s *Store) MarkNote(sessionID, personID, note string) error {
	m := s.MarkOf(sessionID, personID)
	m.Note = note
	return s.setMark("action.mark.note", sessionID, personID, m)
}

func (s *Store) setMark(kind, sessionID, personID string, m Mark) error {
	if !m.State.Valid() {
		return fmt.Errorf("%q: %w", m.State, ErrState)
	}
	if m == s.MarkOf(sessionID, personID) {
		return nil
	}
	p, ok := s.people.Get(personID)
	if !ok {
		return fmt.Errorf("marking %s: %w", personID, ErrNotFound)
	}
	err := s.vault.Do(vault.NewAction(kind, "Name", p.Name, "State", string(m.State)), func(tx *vault.Tx) error {
		return s.putMark(tx, sessionID, personID, m)
	})
	return vault.While(err, "marking attendance")
}

func (s *Store) putMark(tx *vault.Tx, sessionID, personID string, m Mark) error {
	k := key(sessionID, personID)
	if m == (Mark{}) {
		return s.marks.Delete(tx, k)
	}
	return s.marks.Put(tx, k, m)
}

// MarkAll marks everybody of the course who has no mark at a session yet, and
// who has not stopped, in one undoable step.
func (s *Store) MarkAll(courseID, sessionID string, st State) error {
	if !st.Valid() || st == Unknown {
		return fmt.Errorf("%q: %w", st, ErrState)
	}
	err := s.vault.Do(vault.NewAction("action.mark.all", "State", string(st)), func(tx *vault.Tx) error {
		for _, e := range s.enrolments.Prefix(courseID + "+") {
			m := s.MarkOf(sessionID, e.PersonID)
			if e.Stopped || m.State != Unknown {
				continue
			}
			m.State = st
			if err := s.putMark(tx, sessionID, e.PersonID, m); err != nil {
				return err
			}
		}
		return nil
	})
	return vault.While(err, "marking everybody")
}
