package cafe

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/sessions/calendar"
)

// Wish is what visitors would like to do, in their words, with how many said so. It has no
// name of who wished it.
type Wish struct {
	ID         string        `json:"id"`
	PlaceID    string        `json:"place"`
	Text       string        `json:"text"`
	Votes      int           `json:"n"`
	ActivityID string        `json:"act,omitempty"` // that it became
	Date       calendar.Date `json:"date,omitzero"` // of the first evening with it
}

// ErrWish says that a wish has no words.
var ErrWish = errors.New("a wish needs words")

// Wishes lists those of a place: what is still open first, and of those the most wished.
func (s *Store) Wishes(placeID string) []Wish {
	var out []Wish
	for _, w := range s.wishes.Prefix(placeID + "+") {
		if _, stays := s.activities.Get(key(placeID, w.ActivityID)); !stays {
			w.ActivityID, w.Date = "", calendar.Date{} // its evening was taken back
		}
		out = append(out, w)
	}
	slices.SortStableFunc(out, func(a, b Wish) int {
		if open := a.ActivityID == ""; open != (b.ActivityID == "") {
			if open {
				return -1
			}
			return 1
		}
		if a.Votes != b.Votes {
			return b.Votes - a.Votes
		}
		return strings.Compare(a.Text, b.Text)
	})
	return out
}

// SaveWish adds a wish (empty ID) or changes one. The same words, said again, are one more
// vote for the wish that is there.
func (s *Store) SaveWish(w Wish) (Wish, error) {
	w.Text = strings.TrimSpace(w.Text)
	if w.Text == "" {
		return w, ErrWish
	}
	if _, ok := s.places.Get(w.PlaceID); !ok {
		return w, fmt.Errorf("place %s: %w", w.PlaceID, ErrNotFound)
	}
	if w.ID == "" {
		w.ID, w.Votes = vault.NewID(), 1
		for _, x := range s.Wishes(w.PlaceID) {
			if strings.EqualFold(x.Text, w.Text) && x.ActivityID == "" {
				return x, s.Vote(x, 1)
			}
		}
	}
	return w, s.putWish(w, "action.wish")
}

// Vote adds to how many wish something, never below one.
func (s *Store) Vote(w Wish, by int) error {
	now, ok := s.wishes.Get(key(w.PlaceID, w.ID))
	if !ok {
		return fmt.Errorf("wish %s: %w", w.ID, ErrNotFound)
	}
	now.Votes = max(now.Votes+by, 1)
	return s.putWish(now, "action.wish")
}

func (s *Store) putWish(w Wish, kind string) error {
	err := s.vault.Do(vault.NewAction(kind, "Name", w.Text), func(tx *vault.Tx) error {
		return s.wishes.Put(tx, key(w.PlaceID, w.ID), w)
	})
	return vault.While(err, "keeping a wish")
}

// DeleteWish takes a wish away. What it became stays.
func (s *Store) DeleteWish(w Wish) error {
	err := s.vault.Do(vault.NewAction("action.wish.delete", "Name", w.Text), func(tx *vault.Tx) error {
		return s.wishes.Delete(tx, key(w.PlaceID, w.ID))
	})
	return vault.While(err, "deleting a wish")
}

// GrantWish puts a wish on an evening of its place, as one action.
func (s *Store) GrantWish(w Wish, e Evening) error {
	now, ok := s.wishes.Get(key(w.PlaceID, w.ID))
	if !ok || e.Place.ID != w.PlaceID {
		return fmt.Errorf("wish %s: %w", w.ID, ErrNotFound)
	}
	rule, err := calendar.NewRule(calendar.Once, e.Planned.Weekday(), e.Planned)
	if err != nil {
		return err
	}
	a := Activity{ID: vault.NewID(), PlaceID: w.PlaceID, Title: now.Text, Rule: rule}
	now.ActivityID, now.Date = a.ID, e.Planned
	err = s.vault.Do(vault.NewAction("action.activity.add", "Name", a.Title), func(tx *vault.Tx) error {
		if err := s.activities.Put(tx, key(a.PlaceID, a.ID), a); err != nil {
			return err
		}
		return s.wishes.Put(tx, key(now.PlaceID, now.ID), now)
	})
	return vault.While(err, "putting a wish on an evening")
}
