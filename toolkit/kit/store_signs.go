package kit

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/sessions/calendar"
)

// SaveSign adds a sign of life (empty ID) or changes one. One whose date is to come is
// planned.
func (s *Store) SaveSign(x Sign) error {
	g, ok := s.groups.Get(x.GroupID)
	if !ok {
		return fmt.Errorf("group %s: %w", x.GroupID, ErrNotFound)
	}
	x.Note = strings.TrimSpace(x.Note)
	if err := x.Validate(); err != nil {
		return err
	}
	if x.ID == "" {
		x.ID = vault.NewID()
	}
	err := s.vault.Do(vault.NewAction("action.sign", "Name", g.Name), func(tx *vault.Tx) error {
		return s.signs.Put(tx, key(x.GroupID, x.ID), x)
	})
	return vault.While(err, "saving a sign of life")
}

// RemoveSign takes a sign of life away.
func (s *Store) RemoveSign(x Sign) error {
	g, _ := s.groups.Get(x.GroupID)
	err := s.vault.Do(vault.NewAction("action.sign.delete", "Name", g.Name), func(tx *vault.Tx) error {
		return s.signs.Delete(tx, key(x.GroupID, x.ID))
	})
	return vault.While(err, "removing a sign of life")
}

// Try remembers that a small step was tried with a group.
func (s *Store) Try(groupID, stepID string, on calendar.Date) error {
	g, ok := s.groups.Get(groupID)
	if !ok {
		return fmt.Errorf("group %s: %w", groupID, ErrNotFound)
	}
	x := Step{GroupID: groupID, ID: vault.NewID(), StepID: stepID, On: on}
	err := s.vault.Do(vault.NewAction("action.step", "Name", g.Name), func(tx *vault.Tx) error {
		return s.steps.Put(tx, key(groupID, x.ID), x)
	})
	return vault.While(err, "remembering a small step")
}

// Answer says whether a step helped.
func (s *Store) Answer(x Step, helped Helped) error {
	g, ok := s.groups.Get(x.GroupID)
	if !ok {
		return fmt.Errorf("group %s: %w", x.GroupID, ErrNotFound)
	}
	x.Helped = helped
	err := s.vault.Do(vault.NewAction("action.step.helped", "Name", g.Name), func(tx *vault.Tx) error {
		return s.steps.Put(tx, key(x.GroupID, x.ID), x)
	})
	return vault.While(err, "saying whether a step helped")
}

// RemoveStep forgets that a step was tried.
func (s *Store) RemoveStep(x Step) error {
	g, _ := s.groups.Get(x.GroupID)
	err := s.vault.Do(vault.NewAction("action.step.delete", "Name", g.Name), func(tx *vault.Tx) error {
		return s.steps.Delete(tx, key(x.GroupID, x.ID))
	})
	return vault.While(err, "forgetting a small step")
}

// Tried lists the steps of a group, the last first.
func (s *Store) Tried(groupID string) []Step {
	var out []Step
	for _, x := range s.steps.Prefix(groupID + "+") {
		out = append(out, x)
	}
	slices.SortStableFunc(out, func(a, b Step) int { return cmp.Or(b.On.Compare(a.On), strings.Compare(b.ID, a.ID)) })
	return out
}

// Next gives the small step to try with a group.
func (s *Store) Next(all []SmallStep, groupID string) (SmallStep, bool) {
	var tried []Step
	for _, x := range s.steps.All() {
		tried = append(tried, x)
	}
	return Suggest(all, groupID, tried)
}

// Signs lists the signs of life of a group up to a day, the last first.
func (s *Store) Signs(groupID string, today calendar.Date) []Sign {
	var out []Sign
	for _, x := range s.signs.Prefix(groupID + "+") {
		if !x.Planned(today) {
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(a, b Sign) int { return cmp.Or(b.Date.Compare(a.Date), strings.Compare(b.ID, a.ID)) })
	return out
}

// Planned lists what a group has planned after a day, the first first.
func (s *Store) Planned(groupID string, today calendar.Date) []Sign {
	var out []Sign
	for _, x := range s.signs.Prefix(groupID + "+") {
		if x.Planned(today) {
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(a, b Sign) int {
		return cmp.Or(a.Date.Compare(b.Date), int(a.At-b.At), strings.Compare(a.ID, b.ID))
	})
	return out
}
