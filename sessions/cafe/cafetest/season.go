// Package cafetest makes vaults of the drop-in for tests and measurements.
package cafetest

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"kring/internal/vault"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/sessions/plan"
)

// The shape of a coordinator's season.
const (
	Places  = 5
	Holders = 30
	weeks   = 52
)

// Season writes a vault with the places, their evenings from a date on, what is done there,
// and a roster for a year, with a cheap key derivation.
func Season(path, passphrase string, from calendar.Date) (err error) {
	v, _, err := vault.Create(path, passphrase, vault.WithKDF(vault.TestKDF))
	if err != nil {
		return fmt.Errorf("making the season's vault: %w", err)
	}
	defer func() { err = errors.Join(err, v.Close()) }()
	s, err := cafe.Open(v, nil, nil)
	if err != nil {
		return err
	}
	for i := range Places {
		if err := place(s, i, from); err != nil {
			return err
		}
	}
	for i := range Holders {
		h := cafe.Holder{Name: fmt.Sprintf("Spaceholder نور %d", i+1), Paid: i%3 == 0, Max: 4, Seen: from.AddDays(-100), Until: from.AddDays(800)}
		if _, err := s.SaveHolder(h); err != nil {
			return err
		}
	}
	return s.TakeRoster(cafe.Suggest(s.Ask(from, from.AddDays(7*weeks-1), 3, strings.Compare)))
}

// place is one with an evening a week and three things that are done there.
func place(s *cafe.Store, i int, from calendar.Date) error {
	day := time.Weekday(i + 1)
	weekly, err := calendar.NewRule(calendar.Week, day, from)
	if err != nil {
		return err
	}
	p, err := s.SavePlace(cafe.Place{Name: fmt.Sprintf("Ervaringscafé مقهى %d", i+1), Audience: cafe.Young, Rule: weekly, Start: plan.At(19, 0), End: plan.At(22, 0), Public: true})
	if err != nil {
		return err
	}
	for title, rhythm := range map[string]calendar.Rhythm{"Samen eten": calendar.Week, "Krachtgroep": calendar.Fortnight, "Samen koken": calendar.LastOf} {
		rule, err := calendar.NewRule(rhythm, day, from)
		if err != nil {
			return err
		}
		if _, err := s.SaveActivity(cafe.Activity{PlaceID: p.ID, Title: title, Rule: rule, Leads: 2}); err != nil {
			return err
		}
	}
	return nil
}
