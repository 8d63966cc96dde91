package course

import (
	"fmt"
	"strconv"

	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/people"
)

// Imported says what an import did.
type Imported struct {
	Added, Known int // new people, and people who were already in the vault
}

// Import enrols the rows that were chosen in the preview, as one undoable step.
// A row whose first match is already in the vault enrols that person and fills
// only fields that were empty; it never overwrites what is known.
func (s *Store) Import(courseID string, rows []people.Row, on calendar.Date) (Imported, error) {
	var done Imported
	c, ok := s.courses.Get(courseID)
	if !ok {
		return done, fmt.Errorf("course %s: %w", courseID, ErrNotFound)
	}
	chosen := taken(rows)
	a := vault.NewAction("action.import", "Name", c.Name, "Number", strconv.Itoa(len(chosen)))
	err := s.vault.Do(a, func(tx *vault.Tx) error {
		for _, r := range chosen {
			if err := s.importRow(tx, courseID, r, on, &done); err != nil {
				return fmt.Errorf("row %d: %w", r.Line, err)
			}
		}
		return nil
	})
	if err != nil {
		return Imported{}, vault.While(err, "importing participants")
	}
	return done, nil
}

func taken(rows []people.Row) []people.Row {
	var out []people.Row
	for _, r := range rows {
		if r.Take {
			out = append(out, r)
		}
	}
	return out
}

func (s *Store) importRow(tx *vault.Tx, courseID string, r people.Row, on calendar.Date, done *Imported) error {
	p := r.Person
	if old, ok := s.known(r); ok {
		done.Known++
		p = fill(old, p)
	} else {
		done.Added++
		p.ID = vault.NewID()
	}
	if p.Name == "" {
		return ErrPerson
	}
	if err := s.people.Put(tx, p.ID, p); err != nil {
		return err
	}
	return s.enrol(tx, courseID, p.ID, on)
}

func (s *Store) known(r people.Row) (people.Person, bool) {
	if r.Person.ID == "" {
		return people.Person{}, false
	}
	return s.people.Get(r.Person.ID)
}

func fill(old, row people.Person) people.Person {
	set := func(to *string, from string) {
		if *to == "" {
			*to = from
		}
	}
	set(&old.Phone, row.Phone)
	set(&old.Email, row.Email)
	set(&old.Note, row.Note)
	if old.Kind == "" {
		old.Kind = row.Kind
	}
	if old.Through == "" {
		old.Through = row.Through
	}
	if len(old.Reads) == 0 {
		old.Reads = row.Reads
	}
	if !old.ChildCare {
		old.ChildCare, old.Children = row.ChildCare, row.Children
	}
	return old
}
