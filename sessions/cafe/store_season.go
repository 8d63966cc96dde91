package cafe

import (
	"slices"

	"kring/internal/vault"
	"kring/sessions/calendar"
)

// Season are the evenings of all places from one date to another, by date and then by place.
func (s *Store) Season(from, to calendar.Date, compare func(a, b string) int) []Evening {
	var out []Evening
	for _, p := range s.Places(compare) {
		out = append(out, s.Evenings(p.ID, from, to)...)
	}
	slices.SortStableFunc(out, func(a, b Evening) int { return a.Date.Compare(b.Date) })
	return out
}

// Ask gathers what a roster of a season is made of.
func (s *Store) Ask(from, to calendar.Date, inRow int, compare func(a, b string) int) Ask {
	a := Ask{Evenings: s.Season(from, to, compare), Holders: s.Holders(compare), InRow: inRow}
	for _, t := range s.turns.All() {
		if d, on := s.dateOf(t.PlaceID, t.Date); on {
			a.Booked = append(a.Booked, Booked{t, d})
		}
	}
	return a
}

// TakeRoster keeps a proposal as one action: what was suggested before on its evenings goes,
// what a person made stays.
func (s *Store) TakeRoster(p Proposal) error {
	want := map[string]Turn{}
	for _, t := range p.Turns {
		want[t.key()] = t
	}
	err := s.vault.Do(vault.NewAction("action.roster"), func(tx *vault.Tx) error {
		for _, e := range p.Evenings {
			for k, t := range s.turns.Prefix(e.key() + "+") {
				if _, stays := want[k]; stays || !t.Suggested {
					delete(want, k)
					continue
				}
				if err := s.turns.Delete(tx, k); err != nil {
					return err
				}
			}
		}
		for k, t := range want {
			if err := s.turns.Put(tx, k, t); err != nil {
				return err
			}
		}
		return nil
	})
	return vault.While(err, "keeping a roster")
}
