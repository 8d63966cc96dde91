package cafe

import (
	"errors"
	"fmt"
	"slices"

	"kring/internal/vault"
	"kring/sessions/calendar"
)

// ErrSwap says that a turn to swap is not as it was.
var ErrSwap = errors.New("the turn was changed meanwhile")

// Suggested tells of those who are on, on an evening, whether Kring suggested it and nobody
// confirmed it yet.
func (s *Store) Suggested(e Evening) map[string]bool {
	out := map[string]bool{}
	for _, t := range s.turns.Prefix(e.key() + "+") {
		out[t.HolderID] = t.Suggested
	}
	return out
}

// Swap is somebody who can come in somebody's place: for nothing, or for an evening of theirs
// on which the other can come.
type Swap struct {
	Holder Holder
	For    Evening // zero: for nothing
}

// Swaps lists who could come in somebody's place on an evening, first those who need nothing
// for it, then those who would swap an evening between two dates. refused are those who
// cannot come, with the reason.
func (s *Store) Swaps(e Evening, h Holder, from, to calendar.Date, compare func(a, b string) int) (can []Swap, refused []Refusal) {
	on := s.OnDuty(e, compare)
	season := s.Season(from, to, compare)
	var later []Swap
	for _, o := range s.Holders(compare) {
		if slices.ContainsFunc(on, func(x Holder) bool { return x.ID == o.ID }) {
			continue
		}
		if err := s.MayTake(o, e); err == nil {
			can = append(can, Swap{Holder: o})
		} else {
			refused = append(refused, Refusal{o, err})
		}
		for _, x := range season {
			if x.On() && s.isOn(o, x) && s.maySwap(e, h, x, o) == nil {
				later = append(later, Swap{o, x})
			}
		}
	}
	slices.SortStableFunc(later, func(a, b Swap) int { return a.For.Date.Compare(b.For.Date) })
	return append(can, later...), refused
}

func (s *Store) isOn(h Holder, e Evening) bool {
	_, ok := s.turns.Get(key(e.key(), h.ID))
	return ok
}

// maySwap tells why two people cannot have each other's turns.
func (s *Store) maySwap(e Evening, h Holder, o Evening, other Holder) error {
	switch {
	case s.isOn(h, o) || s.isOn(other, e):
		return ErrThere
	case !s.isOn(h, e) || !s.isOn(other, o):
		return ErrSwap
	}
	if err := s.mayTake(other, e, o); err != nil {
		return err
	}
	return s.mayTake(h, o, e)
}

// TakeSwap gives a turn to somebody else as one action, for a turn of theirs where the swap
// has one. Both are then as a person made them: a new suggestion leaves them. It is refused
// with the reason where somebody cannot come.
func (s *Store) TakeSwap(e Evening, h Holder, x Swap) error {
	if err := s.judge(e, h, x); err != nil {
		return fmt.Errorf("%s for %s on %s: %w", x.Holder.Name, h.Name, e.Date, err)
	}
	err := s.vault.Do(vault.NewAction("action.swap", "Name", e.Place.Name), func(tx *vault.Tx) error {
		if err := s.give(tx, e, h, x.Holder); err != nil || x.For.Date.IsZero() {
			return err
		}
		return s.give(tx, x.For, x.Holder, h)
	})
	return vault.While(err, "swapping a turn")
}

func (s *Store) judge(e Evening, h Holder, x Swap) error {
	switch {
	case !x.For.Date.IsZero():
		return s.maySwap(e, h, x.For, x.Holder)
	case !s.isOn(h, e):
		return ErrSwap
	case s.isOn(x.Holder, e):
		return ErrThere
	}
	return s.MayTake(x.Holder, e)
}

func (s *Store) give(tx *vault.Tx, e Evening, from, to Holder) error {
	if err := s.turns.Delete(tx, key(e.key(), from.ID)); err != nil {
		return err
	}
	return s.turns.Put(tx, key(e.key(), to.ID), Turn{PlaceID: e.Place.ID, Date: e.Planned, HolderID: to.ID})
}
