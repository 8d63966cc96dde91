package cafe

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/sessions/calendar"
)

// Holders lists the space-holders by name.
func (s *Store) Holders(compare func(a, b string) int) []Holder {
	out := byName(s.holders.All(), compare, func(h Holder) string { return h.Name })
	for i, h := range out {
		out[i] = s.withSkills(h)
	}
	return out
}

// SaveHolder adds a space-holder (empty ID) or changes one.
func (s *Store) SaveHolder(h Holder) (Holder, error) {
	h.Name, h.Wishes, h.Skills = strings.TrimSpace(h.Name), strings.TrimSpace(h.Wishes), nil
	if err := h.Validate(); err != nil {
		return h, err
	}
	kind := "action.holder.update"
	if h.ID == "" {
		kind, h.ID = "action.holder.add", vault.NewID()
	}
	err := s.vault.Do(vault.NewAction(kind, "Name", h.Name), func(tx *vault.Tx) error { return s.holders.Put(tx, h.ID, h) })
	return h, vault.While(err, "saving a space-holder")
}

// DeleteHolder removes somebody with all their turns and their skills form; what they were to
// lead stays.
func (s *Store) DeleteHolder(id string) error {
	h, ok := s.holders.Get(id)
	if !ok {
		return fmt.Errorf("space-holder %s: %w", id, ErrNotFound)
	}
	err := s.vault.Do(vault.NewAction("action.holder.delete", "Name", h.Name), func(tx *vault.Tx) error {
		if err := dropThose(tx, s.turns, "", func(t Turn) bool { return t.HolderID == id }); err != nil {
			return err
		}
		if err := errors.Join(s.leadsWithout(tx, id), s.keysWithout(tx, id)); err != nil {
			return err
		}
		if err := s.dropForm(tx, id); err != nil {
			return err
		}
		return s.holders.Delete(tx, id)
	})
	return vault.While(err, "deleting a space-holder")
}

// keysWithout takes somebody out of those who have a key.
func (s *Store) keysWithout(tx *vault.Tx, id string) error {
	for k, p := range s.places.All() {
		if !slices.Contains(p.Keys, id) {
			continue
		}
		p.Keys = without(p.Keys, id)
		if err := s.places.Put(tx, k, p); err != nil {
			return err
		}
	}
	return nil
}

func without(ids []string, id string) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(x string) bool { return x == id })
}

// KeyHolders names who can open a place: the space-holders with a key, and who else does.
func (s *Store) KeyHolders(p Place, compare func(a, b string) int) []string {
	var out []string
	for _, h := range s.Holders(compare) {
		if slices.Contains(p.Keys, h.ID) {
			out = append(out, h.Name)
		}
	}
	if p.KeyHolder != "" {
		out = append(out, p.KeyHolder)
	}
	return out
}

// leadsWithout takes somebody out of all pieces that they were to lead.
func (s *Store) leadsWithout(tx *vault.Tx, id string) error {
	for k, x := range s.items.All() {
		if !slices.Contains(x.Leads, id) {
			continue
		}
		x.Leads = without(x.Leads, id)
		if err := s.items.Put(tx, k, x); err != nil {
			return err
		}
	}
	return nil
}

// OnDuty are those who are on, on an evening, by name.
func (s *Store) OnDuty(e Evening, compare func(a, b string) int) []Holder {
	var out []Holder
	for _, t := range s.turns.Prefix(e.key() + "+") {
		if h, ok := s.holders.Get(t.HolderID); ok {
			out = append(out, s.withSkills(h))
		}
	}
	slices.SortStableFunc(out, func(a, b Holder) int { return compare(a.Name, b.Name) })
	return out
}

// MayTake tells why somebody cannot be on, on an evening; nil: they can. Who is on already
// is judged as if they were not.
func (s *Store) MayTake(h Holder, e Evening) error { return s.mayTake(h, e, Evening{}) }

// mayTake is MayTake for somebody who leaves another evening for it.
func (s *Store) mayTake(h Holder, e, leaves Evening) error {
	if err := h.can(e.Date); err != nil {
		return err
	}
	month := 0
	for _, t := range s.turns.All() {
		if t.HolderID != h.ID || t.PlaceID == e.Place.ID && t.Date == e.Planned || t.PlaceID == leaves.Place.ID && t.Date == leaves.Planned {
			continue
		}
		d, on := s.dateOf(t.PlaceID, t.Date)
		switch {
		case !on:
		case d == e.Date:
			return ErrElsewhere
		case d.Year == e.Date.Year && d.Month == e.Date.Month:
			month++
		}
	}
	if h.Max > 0 && month >= h.Max {
		return ErrFull
	}
	return nil
}

// dateOf is the date on which an evening is that was planned for one, and whether it was not
// cancelled.
func (s *Store) dateOf(placeID string, planned calendar.Date) (calendar.Date, bool) {
	x, ok := s.exceptions.Get(eveningKey(placeID, planned))
	switch {
	case ok && x.Change == Cancelled:
		return planned, false
	case ok && x.Change == Moved:
		return x.To, true
	}
	return planned, true
}

// SetTurns says who is on, on an evening, as one action. Somebody new who cannot is refused
// with the reason, and nothing is changed; who was on stays, though they could not be put
// there now. What was suggested is confirmed by it.
func (s *Store) SetTurns(e Evening, holderIDs []string) error {
	prefix := e.key() + "+"
	before := map[string]Turn{}
	for k, t := range s.turns.Prefix(prefix) {
		before[strings.TrimPrefix(k, prefix)] = t
	}
	for _, id := range holderIDs {
		h, ok := s.holders.Get(id)
		if !ok {
			return fmt.Errorf("space-holder %s: %w", id, ErrNotFound)
		}
		if _, was := before[id]; was {
			continue
		}
		if err := s.MayTake(h, e); err != nil {
			return fmt.Errorf("%s on %s: %w", h.Name, e.Date, err)
		}
	}
	err := s.vault.Do(vault.NewAction("action.turns", "Name", e.Place.Name), func(tx *vault.Tx) error {
		for id := range before {
			if !slices.Contains(holderIDs, id) {
				if err := s.turns.Delete(tx, prefix+id); err != nil {
					return err
				}
			}
		}
		for _, id := range holderIDs {
			if t, was := before[id]; was && !t.Suggested {
				continue
			}
			if err := s.turns.Put(tx, prefix+id, Turn{PlaceID: e.Place.ID, Date: e.Planned, HolderID: id}); err != nil {
				return err
			}
		}
		return nil
	})
	return vault.While(err, "saying who is on")
}
