package kit

import (
	"errors"
	"fmt"
	"strings"

	"kring/internal/vault"
	"kring/sessions/people"
)

// What can be wrong with who is in a group.
var (
	ErrTwice = errors.New("somebody of that name is in the group already")
	ErrJoin  = errors.New("a group cannot go on with itself")
)

// Join lets a group go on within another, as one action: its members, its signs of life and
// its steps go along, and it is no group of its own any more. Who was in both is there once,
// with what they said last.
func (s *Store) Join(fromID, intoID string) error {
	from, ok := s.groups.Get(fromID)
	into, also := s.groups.Get(intoID)
	switch {
	case !ok || !also:
		return fmt.Errorf("groups %s and %s: %w", fromID, intoID, ErrNotFound)
	case fromID == intoID:
		return ErrJoin
	}
	err := s.vault.Do(vault.NewAction("action.group.join", "Name", from.Name, "Into", into.Name), func(tx *vault.Tx) error {
		return errors.Join(
			s.moveMembers(tx, fromID, intoID),
			move(tx, s.signs, fromID, func(x Sign) (string, Sign) { x.GroupID = intoID; return key(intoID, x.ID), x }),
			move(tx, s.steps, fromID, func(x Step) (string, Step) { x.GroupID = intoID; return key(intoID, x.ID), x }),
			s.moveDeliveries(tx, fromID, intoID),
			s.groups.Delete(tx, fromID),
		)
	})
	return vault.While(err, "joining two support groups")
}

// move puts the records of a group under another.
func move[T any](tx *vault.Tx, c *vault.Collection[T], fromID string, to func(T) (string, T)) error {
	for k, x := range c.Prefix(fromID + "+") {
		at, x := to(x)
		if err := c.Put(tx, at, x); err != nil {
			return err
		}
		if err := c.Delete(tx, k); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) moveMembers(tx *vault.Tx, fromID, intoID string) error {
	return move(tx, s.members, fromID, func(m Member) (string, Member) {
		m.GroupID = intoID
		if there, ok := s.members.Get(key(intoID, m.ID)); ok && !m.saidAfter(there) {
			m = there
		}
		return key(intoID, m.ID), m
	})
}

// saidAfter tells whether somebody asked for the toolkit, or took that back, after they did so
// in another group.
func (m Member) saidAfter(other Member) bool {
	last := func(m Member) Member {
		if m.Since.Compare(m.Withdrawn) < 0 {
			m.Since = m.Withdrawn
		}
		return m
	}
	return last(m).Since.Compare(last(other).Since) > 0
}

// moveDeliveries keeps how far the toolkits were with a group, where the other had not come.
func (s *Store) moveDeliveries(tx *vault.Tx, fromID, intoID string) error {
	for k, d := range s.deliveries.All() {
		if d.GroupID != fromID {
			continue
		}
		d.GroupID = intoID
		if _, ok := s.deliveries.Get(d.key()); !ok {
			if err := s.deliveries.Put(tx, d.key(), d); err != nil {
				return err
			}
		}
		if err := s.deliveries.Delete(tx, k); err != nil {
			return err
		}
	}
	return nil
}

// alone refuses somebody new who is in the group already, by who they are or, of those
// without a card, by what they are called.
func (s *Store) alone(m Member) error {
	for _, x := range s.members.Prefix(m.GroupID + "+") {
		if m.PersonID != "" && x.PersonID == m.PersonID || m.PersonID == "" && people.Fold(x.Name) == people.Fold(m.Name) {
			return fmt.Errorf("%q: %w", m.Name, ErrTwice)
		}
	}
	return nil
}

// Search finds groups by any part of their name, their contact's or a member's, without regard
// to accents or case, at most limit. person gives the name that somebody has now.
func (s *Store) Search(query string, limit int, compare func(a, b string) int, person func(id string) string) []Group {
	q := people.Fold(strings.TrimSpace(query))
	if q == "" {
		return nil
	}
	found := map[string]bool{}
	for _, m := range s.members.All() {
		if has(q, m.Name) || m.PersonID != "" && has(q, person(m.PersonID)) {
			found[m.GroupID] = true
		}
	}
	var out []Group
	for _, g := range s.AllGroups(compare) {
		if len(out) < limit && (found[g.ID] || has(q, g.Name) || has(q, g.Contact)) {
			out = append(out, g)
		}
	}
	return out
}

func has(folded, text string) bool { return strings.Contains(people.Fold(text), folded) }
