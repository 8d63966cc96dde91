package privacy

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"kring/internal/vault"
	"kring/sessions/calendar"
)

// ErrNotRewritten says that somebody was erased, and that the file could not be rewritten: their
// sealed bytes may still be in its free pages.
var ErrNotRewritten = errors.New("erased, but the file could not be rewritten")

// What the journal says of erasing: never who.
const (
	actionErase   = "action.erase"
	actionOldName = "action.oldname"
)

// Plan is what would go when somebody is erased.
type Plan struct {
	Subject  Subject
	Records  map[string]int // how many, by the message of their kind
	Mentions []Mention
	Journal  int // entries that would lose something
	traces   vault.Traces
}

// Plan works out what erasing somebody takes.
func (s *Store) Plan(sub Subject) (Plan, error) {
	p := Plan{Subject: sub, Records: map[string]int{}}
	var err error
	if p.traces, err = s.traces(sub); err != nil {
		return p, err
	}
	m := p.traces.Matcher()
	err = s.vault.Records(func(r vault.Record) error {
		h := s.holdings[r.Collection]
		if sub.Kind != Translator && m.Points(r.Key, r.Payload) {
			p.Records[h.Label]++
			return nil
		}
		if !m.Named(r.Payload) {
			return nil
		}
		found, err := s.mentions(h, r, p.traces, sub)
		if err != nil {
			return err
		}
		if sub.Kind == Translator && len(found) == 0 {
			p.Records[h.Label]++
		}
		p.Mentions = append(p.Mentions, found...)
		return nil
	})
	if err != nil {
		return p, vault.While(err, "looking for what is kept of somebody")
	}
	p.Journal, err = s.vault.Traced(p.traces)
	return p, err
}

// traces are by what somebody is found: the id, and every name that the vault or its journal
// has had for them. What is reviewed without being somebody has none: its own records are
// cleaned, and their past.
func (s *Store) traces(sub Subject) (vault.Traces, error) {
	switch sub.Kind {
	case Notes, Evenings:
		return vault.Traces{}, nil
	case Translator:
		return vault.Traces{Names: []string{sub.Name}}, nil
	case Member:
		if sub.Person != "" { // they leave the group; as a person they stay
			return vault.Traces{}, nil
		}
	}
	names, err := s.names(sub)
	return vault.Traces{IDs: []string{lastPart(sub.ID)}, Names: names}, err
}

// names are what somebody is called, and what they were called before as far as the journal
// still knows.
func (s *Store) names(sub Subject) ([]string, error) {
	var out []string
	add := func(name string) {
		if name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	add(sub.Name)
	for kind, col := range s.cores() {
		if kind != sub.Kind && sub.Kind != Deleted {
			continue
		}
		past, err := s.vault.Versions(col, sub.ID)
		if err != nil {
			return nil, vault.While(err, "looking for earlier names")
		}
		for _, x := range past {
			add(nameIn(x.Payload))
		}
	}
	return out, nil
}

// cores are the collections with the records of people themselves.
func (s *Store) cores() map[Kind]string {
	out := map[Kind]string{}
	for _, r := range s.rooms {
		for k, c := range r.Core {
			out[k] = c
		}
	}
	return out
}

func nameIn(payload json.RawMessage) string {
	var x struct {
		Name string `json:"name"`
	}
	if json.Unmarshal(payload, &x) != nil {
		return ""
	}
	return x.Name
}

// Erase takes somebody out of the vault and its journal for good, as one action, and rewrites
// the file. Where a report counted them a number stays. Of the mentions of the plan those that
// are chosen lose the name. d is empty when somebody asked for it.
func (s *Store) Erase(p Plan, chosen []Mention, d Data, today calendar.Date) error {
	if err := s.forget(p, chosen, d, today); err != nil {
		return err
	}
	return s.rewrite()
}

// EraseAll erases all that is due of some reviews, each as one action, and rewrites the file
// once. Names in notes go with who is called so in full.
func (s *Store) EraseAll(all []Review, today calendar.Date) error {
	gone := map[string]bool{}
	for _, r := range all {
		if gone[r.Person] && r.Person != "" {
			continue // a member who went as the person they were
		}
		gone[r.ID] = true
		p, err := s.Plan(r.Subject)
		if err != nil {
			return err
		}
		if err := s.forget(p, p.Likely(), r.Data, today); err != nil {
			return err
		}
	}
	return s.rewrite()
}

func (s *Store) rewrite() error {
	if err := s.vault.Compact(); err != nil {
		return fmt.Errorf("%w: %w", ErrNotRewritten, err)
	}
	return nil
}

func (s *Store) forget(p Plan, chosen []Mention, d Data, today calendar.Date) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	err := s.vault.Forget(vault.NewAction(actionErase), p.traces, func(tx *vault.Tx) error {
		for _, r := range s.rooms {
			if r.Erase == nil {
				continue
			}
			if err := r.Erase(tx, p.Subject, today); err != nil {
				return err
			}
		}
		for _, m := range chosen {
			if err := s.unmention(tx, m, p.traces); err != nil {
				return err
			}
		}
		return s.decide(tx, Decision{On: today, Data: d, Did: Erased})
	})
	s.deleted.again()
	return vault.While(err, "erasing somebody")
}

// OldNames are those that somebody had before and that the journal still knows.
func (s *Store) OldNames(sub Subject) ([]string, error) {
	names, err := s.names(sub)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(names, func(n string) bool { return n == sub.Name }), nil
}

// ForgetNames takes names out of the journal that somebody had before. Their record stays as
// it is now.
func (s *Store) ForgetNames(names []string) error {
	err := s.vault.Forget(vault.NewAction(actionOldName), vault.Traces{Names: names}, func(*vault.Tx) error { return nil })
	if err != nil {
		return vault.While(err, "taking an old name out of the journal")
	}
	return s.rewrite()
}

// ForGood tells of an action that it erased something: no undo brings that back.
func ForGood(a vault.Action) bool { return a.Kind == actionErase || a.Kind == actionOldName }
