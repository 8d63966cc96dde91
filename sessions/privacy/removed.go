package privacy

import (
	"maps"
	"slices"
	"sync"
	"time"

	"kring/internal/vault"
	"kring/sessions/calendar"
)

// deletions are who was deleted and is in the journal still. The journal is read once, and
// from then on only what is new in it.
type deletions struct {
	mu    sync.Mutex
	upTo  uint64
	found map[string]Candidate // by id
	err   error                // why the journal could not be read
}

// deleting are the actions that delete somebody, with the collection that had them.
var deleting = map[string]Kind{
	"action.person.delete": Person, "action.visitor.delete": Visitor, "action.holder.delete": Holder, "action.member.delete": Member,
}

// again lets the whole journal be read anew.
func (d *deletions) again() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.upTo, d.found = 0, nil
}

// removed lists them, but who was brought back.
func (s *Store) removed(calendar.Date) []Candidate {
	d := &s.deleted
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.found == nil {
		d.found = map[string]Candidate{}
	}
	cores := s.cores()
	last, err := s.vault.Entries(d.upTo, slices.Collect(maps.Keys(deleting)), func(e vault.Entry) {
		kind, ok := deleting[e.Action.Kind]
		if !ok || e.Undo {
			return
		}
		for _, c := range e.Changes {
			if c.Deleted && c.Collection == cores[kind] {
				id := lastPart(c.Key)
				sub := Subject{Kind: Deleted, ID: c.Key, Name: e.Action.Args["Name"]}
				d.found[id] = Candidate{Subject: sub, Data: Removed, Since: calendar.DateOf(e.At.In(calendar.Amsterdam))}
			}
		}
	})
	if d.err = err; err != nil {
		return nil // see JournalDamage
	}
	d.upTo = last
	here := map[string]bool{}
	for _, r := range s.rooms {
		if r.People != nil {
			for _, x := range r.People() {
				here[lastPart(x.ID)] = true
			}
		}
	}
	var out []Candidate
	for id, c := range d.found {
		if !here[id] {
			out = append(out, c)
		}
	}
	return out
}

// JournalDamage tells why the journal could not be read to its end when it was last asked who
// is due: that reads all of it once after the vault was opened. It is nil for a sound one.
func (s *Store) JournalDamage() error {
	s.deleted.mu.Lock()
	defer s.deleted.mu.Unlock()
	return s.deleted.err
}

// Made is the day on which a record with an id was made; ok is false of an id that does not
// tell.
func Made(id string) (calendar.Date, bool) {
	at, ok := vault.Made(lastPart(id))
	if !ok || at.Year() < 2000 || at.After(time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC)) {
		return calendar.Date{}, false
	}
	return calendar.DateOf(at.In(calendar.Amsterdam)), true
}
