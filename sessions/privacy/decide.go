package privacy

import (
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/sessions/calendar"
)

// Did is what was decided at a review.
type Did string

// The decisions.
const (
	Erased Did = "erased"
	Kept   Did = "kept"
)

// Decision is the record of one: what for a kind of data, never about whom.
type Decision struct {
	ID    string        `json:"id"`
	On    calendar.Date `json:"on"`
	Data  Data          `json:"data,omitempty"` // empty: somebody asked for it
	Did   Did           `json:"did"`
	Until calendar.Date `json:"until,omitzero"`
	Why   string        `json:"why,omitempty"`
}

// Decisions are the last n, the latest first.
func (s *Store) Decisions(n int) []Decision {
	var out []Decision
	for _, d := range s.decisions.All() {
		out = append(out, d)
	}
	slices.Reverse(out) // the ids rise with time
	return out[:min(n, len(out))]
}

// KeepLonger decides that something is kept until a day, for a reason.
func (s *Store) KeepLonger(sub Subject, d Data, until calendar.Date, why string, today calendar.Date) error {
	k := Keep{Kind: sub.Kind, ID: sub.ID, Data: d, Until: until, Why: strings.TrimSpace(why), On: today}
	if err := k.Validate(); err != nil {
		return err
	}
	err := s.vault.Do(vault.NewAction("action.keep", "Name", sub.Name), func(tx *vault.Tx) error {
		if err := s.keeps.Put(tx, s.keepKey(sub, d), k); err != nil {
			return err
		}
		return s.decide(tx, Decision{On: today, Data: d, Did: Kept, Until: until, Why: k.Why})
	})
	return vault.While(err, "keeping something for longer")
}

func (s *Store) decide(tx *vault.Tx, d Decision) error {
	d.ID = vault.NewID()
	return s.decisions.Put(tx, d.ID, d)
}

// eraseOwn takes what this room has of somebody.
func (s *Store) eraseOwn(tx *vault.Tx, sub Subject, _ calendar.Date) error {
	prefix := sub.Key() + "+"
	for k := range s.keeps.Prefix(prefix) {
		if err := s.keeps.Delete(tx, k); err != nil {
			return err
		}
	}
	for k := range s.consents.Prefix(prefix) {
		if err := s.consents.Delete(tx, k); err != nil {
			return err
		}
	}
	return nil
}
