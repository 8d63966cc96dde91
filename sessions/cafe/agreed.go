package cafe

import (
	"errors"
	"fmt"
	"strconv"

	"kring/internal/vault"
)

// Agreed is what was agreed with a funder for a place and a year: a record of its own for
// each. 0 is nothing.
type Agreed struct {
	PlaceID  string `json:"place"`
	Year     int    `json:"year"`
	Visits   int    `json:"visits,omitempty"`
	People   int    `json:"people,omitempty"` // different people
	Evenings int    `json:"evenings,omitempty"`
}

// MostAgreed is more than any place can promise in a year.
const MostAgreed = 100_000

// ErrAgreed says that a number that was agreed cannot be right.
var ErrAgreed = errors.New("a number that was agreed is from 0 to 100,000")

func (a Agreed) key() string { return key(a.PlaceID, strconv.Itoa(a.Year)) }

// Empty tells whether nothing was agreed.
func (a Agreed) Empty() bool { return a.Visits == 0 && a.People == 0 && a.Evenings == 0 }

// Agreed is what was agreed for a place and a year.
func (s *Store) Agreed(placeID string, year int) Agreed {
	a := Agreed{PlaceID: placeID, Year: year}
	if kept, ok := s.agreed.Get(a.key()); ok {
		return kept
	}
	return a
}

// Agree keeps what was agreed for a place and a year; nothing agreed leaves no record.
func (s *Store) Agree(a Agreed) error {
	p, ok := s.places.Get(a.PlaceID)
	if !ok {
		return fmt.Errorf("place %s: %w", a.PlaceID, ErrNotFound)
	}
	for _, n := range []int{a.Visits, a.People, a.Evenings} {
		if n < 0 || n > MostAgreed {
			return fmt.Errorf("%d: %w", n, ErrAgreed)
		}
	}
	err := s.vault.Do(vault.NewAction("action.agreed", "Name", p.Name, "Year", strconv.Itoa(a.Year)), func(tx *vault.Tx) error {
		if a.Empty() {
			return s.agreed.Delete(tx, a.key())
		}
		return s.agreed.Put(tx, a.key(), a)
	})
	return vault.While(err, "keeping what was agreed")
}
