package course

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"kring/internal/vault"
)

// ErrAgreement says that an agreement has no text.
var ErrAgreement = errors.New("an agreement needs a text")

// Agreements lists what a group agreed, in its own order.
func (s *Store) Agreements(courseID string) []Agreement {
	var out []Agreement
	for _, a := range s.agreements.Prefix(courseID + "+") {
		out = append(out, a)
	}
	slices.SortStableFunc(out, func(a, b Agreement) int { return a.Order - b.Order })
	return out
}

// SaveAgreement adds an agreement (empty ID, at the end) or changes one.
func (s *Store) SaveAgreement(a Agreement) (Agreement, error) {
	a.Text = strings.TrimSpace(a.Text)
	if a.Text == "" {
		return a, ErrAgreement
	}
	kind := "action.agreement.update"
	if a.ID == "" {
		kind, a.ID = "action.agreement.add", vault.NewID()
		if all := s.Agreements(a.CourseID); len(all) > 0 {
			a.Order = all[len(all)-1].Order + 1
		}
	}
	err := s.vault.Do(vault.NewAction(kind), func(tx *vault.Tx) error {
		return s.agreements.Put(tx, key(a.CourseID, a.ID), a)
	})
	return a, vault.While(err, "saving an agreement")
}

// MoveAgreement changes the place of one agreement to index to.
func (s *Store) MoveAgreement(courseID, id string, to int) error {
	all := s.Agreements(courseID)
	from := slices.IndexFunc(all, func(a Agreement) bool { return a.ID == id })
	if from < 0 || to < 0 || to >= len(all) {
		return fmt.Errorf("moving agreement to %d of %d: %w", to, len(all), ErrNotFound)
	}
	a := all[from]
	all = slices.Insert(slices.Delete(all, from, from+1), to, a)
	err := s.vault.Do(vault.NewAction("action.agreement.move"), func(tx *vault.Tx) error {
		for i, a := range all {
			a.Order = i
			if err := s.agreements.Put(tx, key(courseID, a.ID), a); err != nil {
				return err
			}
		}
		return nil
	})
	return vault.While(err, "moving an agreement")
}

// DeleteAgreement removes one agreement.
func (s *Store) DeleteAgreement(courseID, id string) error {
	err := s.vault.Do(vault.NewAction("action.agreement.delete"), func(tx *vault.Tx) error {
		return s.agreements.Delete(tx, key(courseID, id))
	})
	return vault.While(err, "deleting an agreement")
}
