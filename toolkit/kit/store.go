package kit

import (
	"fmt"
	"slices"

	"kring/internal/vault"
	"kring/sessions/calendar"
)

// colSlots are kept by "year-period".
const colSlots = "kitslots"

// Store answers every question about the year's toolkits from memory and writes each user
// action as one transaction. It is safe for use from several goroutines.
type Store struct {
	vault *vault.Vault
	slots *vault.Collection[Slot]
	groupRecords
}

// Open loads the collections of this room from a vault.
func Open(v *vault.Vault) (*Store, error) {
	s := &Store{vault: v}
	if err := vault.LoadAll(vault.Load(v, colSlots, &s.slots), s.load(v)); err != nil {
		return nil, err
	}
	return s, nil
}

func (s Slot) key() string { return fmt.Sprintf("%04d-%d", s.Year, s.Period) }

// Year gives the six slots of a year; those for which nothing was planned are empty.
func (s *Store) Year(year int) []Slot {
	out := make([]Slot, Periods)
	for i := range out {
		out[i] = s.Slot(year, i+1)
	}
	return out
}

// Slot gives one; where nothing was planned it is empty.
func (s *Store) Slot(year, period int) Slot {
	empty := Slot{Year: year, Period: period}
	if x, ok := s.slots.Get(empty.key()); ok {
		return x
	}
	return empty
}

// Save keeps a slot. today is when it was sent, where that is new.
func (s *Store) Save(x Slot, today calendar.Date) error {
	err := s.vault.Do(vault.NewAction("action.kitslot", "Name", x.trimmed().called()), func(tx *vault.Tx) error {
		return s.SaveIn(tx, x, today)
	})
	if err != nil {
		return fmt.Errorf("planning a toolkit: %w", err)
	}
	return nil
}

// SaveIn is Save as a part of an action that does more.
func (s *Store) SaveIn(tx *vault.Tx, x Slot, today calendar.Date) error {
	x = x.trimmed()
	if err := x.Validate(); err != nil {
		return err
	}
	switch {
	case x.State != Sent:
		x.SentOn = calendar.Date{}
	case x.SentOn.IsZero():
		x.SentOn = today
	}
	return s.slots.Put(tx, x.key(), x)
}

// Clear forgets what was planned for a slot.
func (s *Store) Clear(x Slot) error {
	err := s.vault.Do(vault.NewAction("action.kitslot.clear", "Name", x.Theme), func(tx *vault.Tx) error {
		return s.slots.Delete(tx, x.key())
	})
	if err != nil {
		return fmt.Errorf("forgetting a planned toolkit: %w", err)
	}
	return nil
}

// Pressing are the planned toolkits that are late or to be sent soon, the first due first.
func (s *Store) Pressing(today calendar.Date) []Slot {
	var out []Slot
	for _, x := range s.slots.All() {
		if x.Late(today) || x.Soon(today) {
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(a, b Slot) int { return a.Due().Compare(b.Due()) })
	return out
}
