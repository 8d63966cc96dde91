package course

import "kring/internal/vault"

// leaving is what other rooms do when something of this room is deleted.
type leaving struct{ course, person told }

// told do their work within a transaction that deletes a record.
type told []func(tx *vault.Tx, id string) error

func (t told) tell(tx *vault.Tx, id string) error {
	for _, fn := range t {
		if err := fn(tx, id); err != nil {
			return err
		}
	}
	return nil
}

// OnDelete lets another room clean up what points at a course or a person, within the
// transaction that deletes it: one undo brings all back. Call it before the store is used.
func (s *Store) OnDelete(course, person func(tx *vault.Tx, id string) error) {
	s.gone.course, s.gone.person = append(s.gone.course, course), append(s.gone.person, person)
}
