package cafe

import (
	"fmt"

	"kring/internal/vault"
	"kring/sessions/cafe/kitchen"
)

// SetMeal says how many eat and what it may cost, in cents; 0 is no budget. Only what
// changes is written: somebody else may change the other.
func (s *Store) SetMeal(e Evening, n, cents int) error {
	switch {
	case n < 1 || n > kitchen.MostHeads:
		return fmt.Errorf("%d people: %w", n, kitchen.ErrHeads)
	case cents < 0 || cents > kitchen.MostCents:
		return fmt.Errorf("%d cents: %w", cents, kitchen.ErrMoney)
	}
	m, want := s.Menu(e), map[string]int{}
	if n != m.Heads || !m.Agreed {
		want[heads] = n
	}
	if cents != m.Budget {
		want[budget] = cents
	}
	return s.setFigures(e, "action.meal", want)
}

// MoreHeads is one person more, or less, at the table.
func (s *Store) MoreHeads(e Evening, by int) error {
	m := s.Menu(e)
	return s.SetMeal(e, min(max(m.Heads+by, 1), kitchen.MostHeads), m.Budget)
}

// SetShared says how many shared what about their food, for this evening alone; none of
// them has a name.
func (s *Store) SetShared(e Evening, shared map[kitchen.Need]int) error {
	m, want := s.Menu(e), map[string]int{}
	for _, n := range kitchen.Needs() {
		if shared[n] < 0 || shared[n] > kitchen.MostHeads {
			return fmt.Errorf("%d with %s: %w", shared[n], n, kitchen.ErrHeads)
		}
		if shared[n] != m.Shared[n] {
			want[string(n)] = shared[n]
		}
	}
	return s.setFigures(e, "action.needs", want)
}

// setFigures writes some numbers as one action; a 0 is taken away.
func (s *Store) setFigures(e Evening, kind string, want map[string]int) error {
	if len(want) == 0 {
		return nil
	}
	err := s.vault.Do(vault.NewAction(kind, "Name", e.Place.Name), func(tx *vault.Tx) error {
		for what, n := range want {
			k := key(e.key(), what)
			if n == 0 {
				if err := s.menus.figures.Delete(tx, k); err != nil {
					return err
				}
				continue
			}
			if err := s.menus.figures.Put(tx, k, Figure{e.Place.ID, e.Planned, what, n}); err != nil {
				return err
			}
		}
		return nil
	})
	return vault.While(err, "keeping what was agreed for a meal")
}

// SetGot ticks a line of the shopping list; "" takes the tick away.
func (s *Store) SetGot(e Evening, line string, got Got) error {
	err := s.vault.Do(vault.NewAction("action.got", "Name", e.Place.Name), func(tx *vault.Tx) error {
		k := key(e.key(), line)
		if got == "" {
			return s.menus.ticks.Delete(tx, k)
		}
		return s.menus.ticks.Put(tx, k, Tick{e.Place.ID, e.Planned, line, got})
	})
	return vault.While(err, "ticking the shopping list")
}
