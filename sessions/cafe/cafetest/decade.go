package cafetest

import (
	"errors"
	"fmt"
	"strings"

	"kring/internal/vault"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
)

// What came of ten years.
const (
	Visits   = 100_000
	Visitors = 1000
	years    = 10
)

// Decade is Season with ten years before a date: everybody filled in a skills form, 1,000
// visitors who like to be told that they were missed came 100,000 times, and there is a roster
// for the year to come. ideas and skills are those that ship with Kring.
func Decade(path, passphrase string, today calendar.Date, ideas []cafe.Idea, skills []cafe.Skill) (err error) {
	from := today.AddDays(-364 * years)
	if err := Season(path, passphrase, from); err != nil {
		return err
	}
	v, err := vault.Open(path, passphrase)
	if err != nil {
		return fmt.Errorf("opening the season's vault: %w", err)
	}
	defer func() { err = errors.Join(err, v.Close()) }()
	s, err := cafe.Open(v, nil, ideas, skills...)
	if err != nil {
		return err
	}
	if err := known(s, today, ideas, skills); err != nil {
		return err
	}
	if err := s.TakeRoster(cafe.Suggest(s.Ask(today, today.AddDays(7*weeks-1), 3, strings.Compare))); err != nil {
		return err
	}
	return visits(v, s.Season(from, today.AddDays(-1), strings.Compare))
}

// known says what everybody can, whose certificate holds on, and of which idea activities are.
func known(s *cafe.Store, today calendar.Date, ideas []cafe.Idea, skills []cafe.Skill) error {
	for i, h := range s.Holders(strings.Compare) {
		h.Until = today.AddDays(800)
		if _, err := s.SaveHolder(h); err != nil {
			return err
		}
		f := cafe.SkillForm{HolderID: h.ID}
		for j, k := range skills {
			if (i+j)%3 == 0 {
				f.Ratings = append(f.Ratings, cafe.Rating{SkillID: k.ID, Level: cafe.OnOwn})
			}
		}
		if err := s.SaveSkillForm(f); err != nil {
			return err
		}
	}
	for _, p := range s.Places(strings.Compare) {
		for i, a := range s.Activities(p.ID, strings.Compare) {
			x := ideas[len(ideas)-1-i]
			a.IdeaID, a.Title = x.ID, x.Title.In("nl")
			if _, err := s.SaveActivity(a); err != nil {
				return err
			}
		}
	}
	return nil
}

// visits writes them as one action, into collections of its own.
func visits(v *vault.Vault, evenings []cafe.Evening) error {
	var people *vault.Collection[cafe.Visitor]
	var came *vault.Collection[cafe.Visit]
	if err := vault.LoadAll(vault.Load(v, "visitors", &people), vault.Load(v, "visits", &came)); err != nil {
		return err
	}
	err := v.Do(vault.NewAction("action.import"), func(tx *vault.Tx) error {
		id := func(i int) string { return fmt.Sprintf("v%04d", i%Visitors) }
		for i := range Visitors {
			x := cafe.Visitor{ID: id(i), Name: "Bezoeker " + id(i), Channel: cafe.Somebody, Reach: "Yara"}
			if err := people.Put(tx, x.ID, x); err != nil {
				return err
			}
		}
		each := Visits / len(evenings)
		for i, e := range evenings {
			for j := range each {
				x := cafe.Visit{PlaceID: e.Place.ID, Date: e.Planned, VisitorID: id(i/Places*2 + i%Places*200 + j)}
				if err := came.Put(tx, x.PlaceID+"+"+x.Date.String()+"+"+x.VisitorID, x); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("writing the visits: %w", err)
	}
	return nil
}
