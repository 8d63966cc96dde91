package cafe

import (
	"fmt"
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/sessions/calendar"
)

// Who is counted at the door. Nobody is asked for a name, an address or a reason.
type Who string

// The kinds of people at the door. Newcomers are among the visitors.
const (
	Visitors   Who = "visitors"
	Newcomers  Who = "newcomers"
	Supporters Who = "supporters" // somebody came with them
)

// Whos lists them in the order of the door.
func Whos() []Who { return []Who{Visitors, Newcomers, Supporters} }

// Tally counts one kind of people on one evening: a record of its own for each, so that two
// people at the door do not undo each other's.
type Tally struct {
	PlaceID string        `json:"place"`
	Date    calendar.Date `json:"date"`
	Who     Who           `json:"who"`
	N       int           `json:"n"`
}

// Debrief is how an evening went, for the space-holders: what went well comes first.
type Debrief struct {
	PlaceID string        `json:"place"`
	Date    calendar.Date `json:"date"`
	Well    string        `json:"well,omitempty"`
	Keep    string        `json:"keep,omitempty"`
	Hard    string        `json:"hard,omitempty"`
	Word    string        `json:"word,omitempty"` // who needs a word
	Done    bool          `json:"done,omitempty"` // they had it
	DoneOn  calendar.Date `json:"doneon,omitzero"`
}

// Empty tells whether nothing was written.
func (d Debrief) Empty() bool { return d.Well+d.Keep+d.Hard+d.Word == "" }

// Open tells whether somebody needs a word, and did not have it yet.
func (d Debrief) Open() bool { return d.Word != "" && !d.Done }

// Tally gives how many of a kind were counted on an evening.
func (s *Store) Tally(e Evening, who Who) int {
	t, _ := s.tallies.Get(tallyKey(e, who))
	return t.N
}

func tallyKey(e Evening, who Who) string {
	return key(e.key(), string(who))
}

// Count adds to a tally, or takes away from it, never below nothing. A newcomer is a visitor
// as well.
func (s *Store) Count(e Evening, who Who, by int) error {
	kinds := []Who{who}
	if who == Newcomers {
		kinds = append(kinds, Visitors)
	}
	err := s.vault.Do(vault.NewAction("action.tally", "Name", e.Place.Name), func(tx *vault.Tx) error {
		for _, k := range kinds {
			t := Tally{e.Place.ID, e.Planned, k, max(s.Tally(e, k)+by, 0)}
			if err := s.tallies.Put(tx, tallyKey(e, k), t); err != nil {
				return err
			}
		}
		return nil
	})
	return vault.While(err, "counting at the door")
}

// Debrief is what was written of an evening.
func (s *Store) Debrief(e Evening) Debrief {
	d, ok := s.debriefs.Get(e.key())
	if !ok {
		return Debrief{PlaceID: e.Place.ID, Date: e.Planned}
	}
	return d
}

// OpenWords are the evenings of all places after which somebody still needs a word, the
// latest first.
func (s *Store) OpenWords() []Evening {
	var out []Evening
	for _, d := range s.debriefs.All() {
		if e, ok := s.Evening(d.PlaceID, d.Date); ok && d.Open() {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b Evening) int { return b.Date.Compare(a.Date) })
	return out
}

// SaveDebrief keeps what was written of an evening. today is when a word that was needed was
// had, where that is new.
func (s *Store) SaveDebrief(d Debrief, today calendar.Date) error {
	p, ok := s.places.Get(d.PlaceID)
	if !ok {
		return fmt.Errorf("place %s: %w", d.PlaceID, ErrNotFound)
	}
	d.Well, d.Keep, d.Hard, d.Word = strings.TrimSpace(d.Well), strings.TrimSpace(d.Keep), strings.TrimSpace(d.Hard), strings.TrimSpace(d.Word)
	switch {
	case !d.Done:
		d.DoneOn = calendar.Date{}
	case d.DoneOn.IsZero():
		d.DoneOn = today
	}
	err := s.vault.Do(vault.NewAction("action.debrief", "Name", p.Name), func(tx *vault.Tx) error {
		return s.debriefs.Put(tx, eveningKey(d.PlaceID, d.Date), d)
	})
	return vault.While(err, "saving a debrief")
}

// Past are the last n evenings of a place before a date that took place, the latest first.
func (s *Store) Past(placeID string, before calendar.Date, n int) []Evening {
	all := s.Evenings(placeID, before.AddDays(-ahead), before.AddDays(-1))
	var out []Evening
	for i := len(all) - 1; i >= 0 && len(out) < n; i-- {
		if all[i].On() {
			out = append(out, all[i])
		}
	}
	return out
}

// Evening finds the one of a place that the rule, or an extra one, gives on a date.
func (s *Store) Evening(placeID string, planned calendar.Date) (Evening, bool) {
	on, _ := s.dateOf(placeID, planned)
	for _, e := range s.Evenings(placeID, on, on) {
		if e.Planned == planned {
			return e, true
		}
	}
	return Evening{}, false
}
