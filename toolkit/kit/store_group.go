package kit

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kring/internal/vault"
)

// The collections of support groups. What two laptops may change at the same time is a record
// of its own.
const (
	colGroups     = "kitgroups"     // group
	colMembers    = "kitmembers"    // group+member
	colSigns      = "kitsigns"      // group+sign
	colSteps      = "kitsteps"      // group+step
	colDeliveries = "kitdeliveries" // year-period+group
	colOwnSteps   = "kitownsteps"   // step
)

// groupRecords are what is kept of support groups.
type groupRecords struct {
	groups     *vault.Collection[Group]
	members    *vault.Collection[Member]
	signs      *vault.Collection[Sign]
	steps      *vault.Collection[Step]
	deliveries *vault.Collection[Delivery]
	ownSteps   *vault.Collection[OwnStep]
}

func (r *groupRecords) load(v *vault.Vault) func() error {
	return func() error {
		return vault.LoadAll(
			vault.Load(v, colGroups, &r.groups),
			vault.Load(v, colMembers, &r.members),
			vault.Load(v, colSigns, &r.signs),
			vault.Load(v, colSteps, &r.steps),
			vault.Load(v, colDeliveries, &r.deliveries),
			vault.Load(v, colOwnSteps, &r.ownSteps),
		)
	}
}

func key(a, b string) string { return a + "+" + b }

// Group finds a group.
func (s *Store) Group(id string) (Group, bool) { return s.groups.Get(id) }

// AllGroups lists the groups by name.
func (s *Store) AllGroups(compare func(a, b string) int) []Group {
	var out []Group
	for _, g := range s.groups.All() {
		out = append(out, g)
	}
	slices.SortStableFunc(out, func(a, b Group) int { return cmp.Or(compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
	return out
}

// GroupsOf are the groups that come from a course, by name.
func (s *Store) GroupsOf(courseID string, compare func(a, b string) int) []Group {
	var out []Group
	for _, g := range s.groups.All() {
		if g.CourseID == courseID && courseID != "" {
			out = append(out, g)
		}
	}
	slices.SortStableFunc(out, func(a, b Group) int { return compare(a.Name, b.Name) })
	return out
}

// Members lists who is in a group, by name.
func (s *Store) Members(groupID string, compare func(a, b string) int) []Member {
	var out []Member
	for _, m := range s.members.Prefix(groupID + "+") {
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b Member) int { return compare(a.Name, b.Name) })
	return out
}

// MakeGroup makes a group with its members, as one action.
func (s *Store) MakeGroup(g Group, members []Member) (Group, error) {
	g.ID = vault.NewID()
	g = g.trimmed()
	if err := g.Validate(); err != nil {
		return g, err
	}
	for i := range members {
		members[i].GroupID = g.ID
		if err := members[i].settle(); err != nil {
			return g, err
		}
	}
	err := s.vault.Do(vault.NewAction("action.group.add", "Name", g.Name), func(tx *vault.Tx) error {
		for _, m := range members {
			if err := s.members.Put(tx, key(g.ID, m.ID), m); err != nil {
				return err
			}
		}
		return s.groups.Put(tx, g.ID, g)
	})
	return g, vault.While(err, "making a support group")
}

// SaveGroup changes a group's own fields.
func (s *Store) SaveGroup(g Group) error {
	g = g.trimmed()
	if err := g.Validate(); err != nil {
		return err
	}
	if _, ok := s.groups.Get(g.ID); !ok {
		return fmt.Errorf("group %s: %w", g.ID, ErrNotFound)
	}
	err := s.vault.Do(vault.NewAction("action.group.update", "Name", g.Name), func(tx *vault.Tx) error {
		return s.groups.Put(tx, g.ID, g)
	})
	return vault.While(err, "changing a support group")
}

// DeleteGroup removes a group with all that was kept of it; the people stay.
func (s *Store) DeleteGroup(id string) error {
	g, ok := s.groups.Get(id)
	if !ok {
		return fmt.Errorf("group %s: %w", id, ErrNotFound)
	}
	err := s.vault.Do(vault.NewAction("action.group.delete", "Name", g.Name), func(tx *vault.Tx) error {
		for k, d := range s.deliveries.All() {
			if d.GroupID == id {
				if err := s.deliveries.Delete(tx, k); err != nil {
					return err
				}
			}
		}
		if err := deletePrefix(tx, s.members, id+"+"); err != nil {
			return err
		}
		if err := deletePrefix(tx, s.signs, id+"+"); err != nil {
			return err
		}
		if err := deletePrefix(tx, s.steps, id+"+"); err != nil {
			return err
		}
		return s.groups.Delete(tx, id)
	})
	return vault.While(err, "deleting a support group")
}

func deletePrefix[T any](tx *vault.Tx, c *vault.Collection[T], prefix string) error {
	for k := range c.Prefix(prefix) {
		if err := c.Delete(tx, k); err != nil {
			return err
		}
	}
	return nil
}

func (g Group) trimmed() Group {
	g.Name, g.Contact, g.Trainer = strings.TrimSpace(g.Name), strings.TrimSpace(g.Contact), strings.TrimSpace(g.Trainer)
	return g
}

// CourseGone lets the groups of a course that is being deleted go on without it, within the
// transaction that deletes it.
func (s *Store) CourseGone(tx *vault.Tx, id string) error {
	for k, g := range s.groups.All() {
		if g.CourseID != id {
			continue
		}
		g.CourseID = ""
		if err := s.groups.Put(tx, k, g); err != nil {
			return err
		}
	}
	return nil
}

// PersonGone takes somebody who is being deleted out of all groups, within the transaction
// that deletes them: nothing is sent to who was forgotten.
func (s *Store) PersonGone(tx *vault.Tx, id string) error {
	for k, m := range s.members.All() {
		if m.PersonID != id {
			continue
		}
		if g, ok := s.groups.Get(m.GroupID); ok && g.Contact == m.Name {
			g.Contact, g.Phone = "", ""
			if err := s.groups.Put(tx, g.ID, g); err != nil {
				return err
			}
		}
		if err := s.members.Delete(tx, k); err != nil {
			return err
		}
	}
	return nil
}
