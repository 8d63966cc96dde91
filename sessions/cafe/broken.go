package cafe

import (
	"fmt"
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/people"
)

// Broken says who is on, on an evening, and could not be put there now: somebody went away
// since, a certificate ran out, the evening was moved. They stay until a person changes it.
func (s *Store) Broken(e Evening, on []Holder) []Refusal {
	if !e.On() {
		return nil
	}
	var out []Refusal
	for _, h := range on {
		err := h.can(e.Date)
		if err == nil && s.elsewhere(h, e) {
			err = ErrElsewhere
		}
		if err != nil {
			out = append(out, Refusal{h, err})
		}
	}
	return out
}

// elsewhere tells whether somebody is on at another place on the day of an evening. It looks
// up the turns that can be on that day, not all there are.
func (s *Store) elsewhere(h Holder, e Evening) bool {
	has := func(placeID string, planned calendar.Date) bool {
		_, ok := s.turns.Get(key(eveningKey(placeID, planned), h.ID))
		return ok && !(placeID == e.Place.ID && planned == e.Planned)
	}
	for id := range s.places.All() {
		if d, on := s.dateOf(id, e.Date); on && d == e.Date && has(id, e.Date) {
			return true
		}
		for _, x := range s.exceptions.Prefix(id + "+") {
			if x.Change == Moved && x.To == e.Date && has(id, x.Date) {
				return true
			}
		}
	}
	return false
}

// Stray are the turns at a place, from a date on, of which the evening is no more: its rule
// was changed since.
func (s *Store) Stray(placeID string, from calendar.Date) []Turn {
	var out []Turn
	last := from
	for _, t := range s.turns.Prefix(placeID + "+") {
		if t.Date.Compare(last) > 0 {
			last = t.Date
		}
	}
	planned := map[calendar.Date]bool{}
	for _, e := range s.Evenings(placeID, from.AddDays(-ahead), last.AddDays(ahead)) {
		planned[e.Planned] = true
	}
	for _, t := range s.turns.Prefix(placeID + "+") {
		if t.Date.Compare(from) >= 0 && !planned[t.Date] {
			out = append(out, t)
		}
	}
	return out
}

// ClearStray removes those turns, as one action.
func (s *Store) ClearStray(placeID string, from calendar.Date) error {
	p, ok := s.places.Get(placeID)
	if !ok {
		return fmt.Errorf("place %s: %w", placeID, ErrNotFound)
	}
	stray := s.Stray(placeID, from)
	err := s.vault.Do(vault.NewAction("action.stray", "Name", p.Name), func(tx *vault.Tx) error {
		for _, t := range stray {
			if err := s.turns.Delete(tx, t.key()); err != nil {
				return err
			}
		}
		return nil
	})
	return vault.While(err, "removing turns without an evening")
}

// Overlap is another place that is in the way of one.
type Overlap struct {
	Place    Place
	SameName bool
	First    calendar.Date // on which both are open at the same address and time; zero: never
}

// Overlaps finds places with the name of one, or at its address at the same time within a
// year from a date. That may be meant: it is said, not refused.
func (s *Store) Overlaps(p Place, from calendar.Date) []Overlap {
	var out []Overlap
	for id, o := range s.places.All() {
		if id == p.ID {
			continue
		}
		x := Overlap{Place: o, SameName: same(o.Name, p.Name) && sameTown(o, p)}
		if same(o.Address, p.Address) && sameTown(o, p) && p.Address != "" && together(o, p) {
			x.First = s.firstBoth(p.ID, id, from)
		}
		if x.SameName || !x.First.IsZero() {
			out = append(out, x)
		}
	}
	return out
}

// firstBoth is the first day within a year on which both of two places are open.
func (s *Store) firstBoth(one, id string, from calendar.Date) calendar.Date {
	mine := s.Evenings(one, from, from.AddDays(365))
	for _, e := range s.Evenings(id, from, from.AddDays(365)) {
		if e.On() && slices.ContainsFunc(mine, func(m Evening) bool { return m.On() && m.Date == e.Date }) {
			return e.Date
		}
	}
	return calendar.Date{}
}

// together tells whether two places are open at the same time of the day.
func together(a, b Place) bool {
	const day = 24 * 60
	first, second := int(a.Start), int(b.Start)
	return (second-first+day)%day < a.Minutes() || (first-second+day)%day < b.Minutes()
}

// sameTown tells whether two places can be in one town: of one that may not have been said.
func sameTown(a, b Place) bool {
	return a.Municipality == "" || b.Municipality == "" || same(a.Municipality, b.Municipality)
}

// same tells whether two texts read the same, without regard to case, accents or spaces.
func same(a, b string) bool {
	return people.Fold(strings.Join(strings.Fields(a), " ")) == people.Fold(strings.Join(strings.Fields(b), " "))
}
