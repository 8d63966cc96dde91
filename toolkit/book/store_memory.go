package book

import (
	"fmt"

	"kring/internal/vault"
	"kring/toolkit/memory"
)

// Remember keeps translations in the memory without a text of their own, as one action: those
// of another project, say. It gives how many had words on both sides.
func (s *Store) Remember(title string, units []memory.Unit) (int, error) {
	var whole []memory.Unit
	for _, u := range units {
		if u.Whole() {
			whole = append(whole, u)
		}
	}
	if len(whole) == 0 {
		return 0, fmt.Errorf("remembering %s: %w", title, ErrEmpty)
	}
	err := s.vault.Do(vault.NewAction("action.memory.keep", "Name", title), func(tx *vault.Tx) error {
		return s.memory.Keep(tx, whole)
	})
	return len(whole), vault.While(err, "remembering translations")
}
