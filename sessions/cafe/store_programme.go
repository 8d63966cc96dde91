package cafe

import (
	"fmt"
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/sessions/calendar"
)

// Skip says that an activity is not done on one evening on which its rule has it.
type Skip struct {
	PlaceID    string        `json:"place"`
	Date       calendar.Date `json:"date"`
	ActivityID string        `json:"act"`
}

// Setting is how the rooms are set for one evening, where that is not as always.
type Setting struct {
	PlaceID string        `json:"place"`
	Date    calendar.Date `json:"date"`
	Rooms   string        `json:"rooms,omitempty"`
	Quiet   string        `json:"quiet,omitempty"` // where the quiet corner is
}

// Items are the pieces that are planned for an evening, in their order.
func (s *Store) Items(e Evening) []Item {
	kept := map[string]Item{}
	for _, x := range s.items.Prefix(e.key() + "+") {
		kept[x.ID] = x
	}
	return planned(e.asAlways(s.minutes), kept)
}

// minutes is how long an activity takes as always: halfway between what its idea says, in
// whole five minutes.
func (s *Store) minutes(a Activity) int {
	x, ok := s.Idea(a.IdeaID)
	if !ok {
		return usualMinutes
	}
	return (x.Minutes[0] + x.Minutes[1]) / 10 * 5
}

// Timeline is what is planned for an evening, with its times and what does not fit.
func (s *Store) Timeline(e Evening) []Slot {
	var on []string
	for _, h := range s.OnDuty(e, strings.Compare) {
		on = append(on, h.ID)
	}
	asked := map[string]demand{}
	for _, a := range e.Activities {
		x, _ := s.Idea(a.IdeaID)
		asked[a.ID] = demand{x.Noise, a.Leads}
	}
	return timeline(e, s.Items(e), on, asked)
}

// SaveItem keeps a piece of an evening; an own one without an id is added before the closing.
func (s *Store) SaveItem(e Evening, x Item) (Item, error) {
	x.Title, x.Room, x.Note = strings.TrimSpace(x.Title), strings.TrimSpace(x.Room), strings.TrimSpace(x.Note)
	if err := x.Validate(); err != nil {
		return x, err
	}
	kind := "action.item.update"
	x.PlaceID, x.Date = e.Place.ID, e.Planned
	changed := []Item{x}
	if x.ID == "" {
		kind, x.ID, x.Kind = "action.item.add", vault.NewID(), OwnItem
		x.Rank = 1<<30 + rankStep
		items := s.Items(e)
		at := max(slices.IndexFunc(items, func(y Item) bool { return y.Kind == Closing }), 0)
		changed = moved(append(items, x), x.ID, at-len(items))
		x = changed[slices.IndexFunc(changed, func(y Item) bool { return y.ID == x.ID })]
	}
	return x, s.putItems(e, kind, changed)
}

// MoveItem puts a piece some places on, or back. The times of all follow.
func (s *Store) MoveItem(e Evening, id string, by int) error {
	return s.putItems(e, "action.item.move", moved(s.Items(e), id, by))
}

func (s *Store) putItems(e Evening, kind string, items []Item) error {
	err := s.vault.Do(vault.NewAction(kind, "Name", e.Place.Name), func(tx *vault.Tx) error {
		for _, x := range items {
			if err := s.items.Put(tx, key(e.key(), x.ID), x); err != nil {
				return err
			}
		}
		return nil
	})
	return vault.While(err, "planning an evening")
}

// RemoveItem takes an own piece away, or leaves an activity out on this one evening.
func (s *Store) RemoveItem(e Evening, x Item) error {
	err := s.vault.Do(vault.NewAction("action.item.remove", "Name", e.Place.Name), func(tx *vault.Tx) error {
		if x.Kind == Doing {
			return s.skips.Put(tx, key(e.key(), x.ID), Skip{e.Place.ID, e.Planned, x.ID})
		}
		return s.items.Delete(tx, key(e.key(), x.ID))
	})
	return vault.While(err, "taking a piece out of an evening")
}

// Unskip does an activity after all that was left out on an evening.
func (s *Store) Unskip(e Evening, activityID string) error {
	err := s.vault.Do(vault.NewAction("action.item.back", "Name", e.Place.Name), func(tx *vault.Tx) error {
		return s.skips.Delete(tx, key(e.key(), activityID))
	})
	return vault.While(err, "doing an activity after all")
}

// ResetItems forgets what was planned for an evening: it is as always again.
func (s *Store) ResetItems(e Evening) error {
	err := s.vault.Do(vault.NewAction("action.item.reset", "Name", e.Place.Name), func(tx *vault.Tx) error {
		for _, drop := range []func(*vault.Tx, string) error{drop(s.items), drop(s.skips)} {
			if err := drop(tx, e.key()+"+"); err != nil {
				return err
			}
		}
		return nil
	})
	return vault.While(err, "planning an evening as always")
}

// Planned tells whether anything of an evening is otherwise than always.
func (s *Store) Planned(e Evening) bool {
	for range s.items.Prefix(e.key() + "+") {
		return true
	}
	return len(e.Skipped) > 0
}

// leaveOut takes what is not done on an evening out of its activities.
func (s *Store) leaveOut(evenings []Evening) {
	for i, e := range evenings {
		var done []Activity
		for _, a := range e.Activities {
			if _, skip := s.skips.Get(key(e.key(), a.ID)); skip {
				evenings[i].Skipped = append(evenings[i].Skipped, a)
				continue
			}
			done = append(done, a)
		}
		evenings[i].Activities = done
	}
}

// Setting is how the rooms are set for an evening: as the place has it, or as was written for
// that one.
func (s *Store) Setting(e Evening) Setting {
	out := Setting{e.Place.ID, e.Planned, e.Place.SetUp, e.Place.Quiet}
	if x, ok := s.settings.Get(e.key()); ok {
		out.Rooms, out.Quiet = x.Rooms, x.Quiet
	}
	return out
}

// SaveSetting keeps how the rooms are set for one evening.
func (s *Store) SaveSetting(x Setting) error {
	p, ok := s.places.Get(x.PlaceID)
	if !ok {
		return fmt.Errorf("place %s: %w", x.PlaceID, ErrNotFound)
	}
	x.Rooms, x.Quiet = strings.TrimSpace(x.Rooms), strings.TrimSpace(x.Quiet)
	err := s.vault.Do(vault.NewAction("action.setting", "Name", p.Name), func(tx *vault.Tx) error {
		return s.settings.Put(tx, eveningKey(x.PlaceID, x.Date), x)
	})
	return vault.While(err, "setting the rooms of an evening")
}
