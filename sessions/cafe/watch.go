package cafe

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/sessions/calendar"
)

// Watch is what the space-holders of one evening keep an eye on: what may trigger somebody,
// who could use attention. It is for them alone, stands on no paper, and is gone from the
// vault and its journal when its last day is over.
type Watch struct {
	PlaceID string        `json:"place"`
	Date    calendar.Date `json:"date"`
	ID      string        `json:"id"`
	Text    string        `json:"text"`
	Until   calendar.Date `json:"until"` // its last day
}

// ErrWatch says that a watch point has no words, and ErrKeep that its last day cannot be.
var (
	ErrWatch = errors.New("a watch point needs words")
	ErrKeep  = errors.New("a watch point is kept for too long")
)

// KeepDays are the choices of how many days after its evening a watch point stays.
func KeepDays() []int { return []int{1, 3, 7, 14} }

// Watches are the points of an evening that are still there on a day, in the order in which
// they were written.
func (s *Store) Watches(e Evening, today calendar.Date) []Watch {
	var out []Watch
	for _, w := range s.watches.Prefix(e.key() + "+") {
		if w.Until.Compare(today) >= 0 {
			out = append(out, w)
		}
	}
	return out
}

// AddWatch writes a point down for an evening, to be kept for some days after it. It cannot be
// undone, for the journal has nothing of it; RemoveWatch takes it away.
func (s *Store) AddWatch(e Evening, text string, days int) error {
	text = strings.TrimSpace(text)
	if text == "" {
		return ErrWatch
	}
	if !slices.Contains(KeepDays(), days) {
		return fmt.Errorf("%d days: %w", days, ErrKeep)
	}
	w := Watch{e.Place.ID, e.Planned, vault.NewID(), text, e.Date.AddDays(days)}
	err := s.vault.Do(vault.NewAction("action.watch", "Name", e.Place.Name), func(tx *vault.Tx) error {
		return s.watches.PutUnjournalled(tx, key(e.key(), w.ID), w)
	})
	return vault.While(err, "writing a watch point")
}

// RemoveWatch takes a point away for good.
func (s *Store) RemoveWatch(w Watch) error {
	p, _ := s.places.Get(w.PlaceID)
	return s.expire(vault.NewAction("action.watch.remove", "Name", p.Name), []string{key(eveningKey(w.PlaceID, w.Date), w.ID)})
}

// ExpireWatches takes away for good what was to be kept until before a day, and what was written
// for a place that is gone: the making of it was taken back, which the journal does for all but
// these.
func (s *Store) ExpireWatches(today calendar.Date) error {
	var over []string
	for k, w := range s.watches.All() {
		if _, ok := s.places.Get(w.PlaceID); !ok || w.Until.Compare(today) < 0 {
			over = append(over, k)
		}
	}
	return s.expire(vault.NewAction("action.watch.expired"), over)
}

func (s *Store) expire(a vault.Action, keys []string) error {
	if len(keys) == 0 {
		return nil
	}
	var gone []vault.Change
	for _, k := range keys {
		gone = append(gone, vault.Change{Collection: colWatches, Key: k})
	}
	return vault.While(s.vault.Expire(a, gone), "taking watch points away")
}
