package privacy

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"kring/internal/vault"
	"kring/sessions/calendar"
)

// The collections of this room.
const (
	colTerms     = "retention" // kind of data
	colKeeps     = "keeps"     // subject+kind of data
	colDecisions = "decisions" // decision
	colConsents  = "consents"  // subject+purpose
)

// Store answers what a vault keeps of people. It is safe for use from several goroutines.
type Store struct {
	vault     *vault.Vault
	rooms     []Room
	holdings  map[string]Holding
	terms     *vault.Collection[Term]
	keeps     *vault.Collection[Keep]
	decisions *vault.Collection[Decision]
	consents  *vault.Collection[Consent]
	deleted   deletions
	writing   sync.Mutex // one erasure at a time, from its plan to its end
}

// Open loads the collections of this room, and takes what the other rooms say of theirs.
func Open(v *vault.Vault, rooms ...Room) (*Store, error) {
	s := &Store{vault: v, holdings: map[string]Holding{}}
	err := vault.LoadAll(
		vault.Load(v, colTerms, &s.terms), vault.Load(v, colKeeps, &s.keeps),
		vault.Load(v, colDecisions, &s.decisions), vault.Load(v, colConsents, &s.consents),
	)
	if err != nil {
		return nil, err
	}
	s.rooms = append(slices.Clone(rooms), s.room())
	for _, r := range s.rooms {
		for _, h := range r.Holdings {
			s.holdings[h.Collection] = h
		}
	}
	return s, nil
}

// room is what this room says of its own collections.
func (s *Store) room() Room {
	return Room{
		Holdings: []Holding{
			{Collection: colTerms, Of: Things, Label: "kept.terms"},
			{Collection: colKeeps, Of: Theirs, Label: "kept.keeps", Notes: true, Fields: []Field{
				{"data", "privacy.kind", Word, "data."}, {"until", "privacy.until", Date, ""}, {"why", "privacy.why", Text, ""}, {"on", "privacy.decidedon", Date, ""},
			}},
			{Collection: colDecisions, Of: Things, Label: "kept.decisions", Notes: true},
			{Collection: colConsents, Of: Theirs, Label: "kept.consents", Fields: []Field{
				{"purpose", "consent.for", Word, "purpose."},
				{"answer", "consent.answer", Word, "said."},
				{"on", "consent.on", Date, ""},
				{"how", "consent.how", Word, "how."},
				{"withdrawn", "consent.withdrawn", Date, ""},
			}},
		},
		Waiting: s.removed,
		Erase:   s.eraseOwn,
	}
}

// Holding is what is known of a collection.
func (s *Store) Holding(collection string) (Holding, bool) {
	h, ok := s.holdings[collection]
	return h, ok
}

// Unknown are the collections of the vault of which no room says what they have of people.
func (s *Store) Unknown() ([]string, error) {
	all, err := s.vault.Collections()
	return slices.DeleteFunc(all, func(c string) bool { _, ok := s.holdings[c]; return ok }), err
}

// People are all those of whom something is kept, by name.
func (s *Store) People(compare func(a, b string) int) []Subject {
	var out []Subject
	for _, r := range s.rooms {
		if r.People != nil {
			out = append(out, r.People()...)
		}
	}
	slices.SortStableFunc(out, func(a, b Subject) int { return cmp.Or(compare(a.Name, b.Name), cmp.Compare(a.Key(), b.Key())) })
	return out
}

// Term is how long a kind of data is kept.
func (s *Store) Term(d Data) Term {
	if t, ok := s.terms.Get(string(d)); ok {
		return t
	}
	return Default(d)
}

// SetTerm keeps what an organisation chose.
func (s *Store) SetTerm(t Term) error {
	t.Why = strings.TrimSpace(t.Why)
	if err := t.Validate(); err != nil {
		return err
	}
	err := s.vault.Do(vault.NewAction("action.term.keep"), func(tx *vault.Tx) error { return s.terms.Put(tx, string(t.Data), t) })
	return vault.While(err, "choosing how long data are kept")
}

func (s *Store) keepKey(sub Subject, d Data) string { return sub.Key() + "+" + string(d) }

// Review is what is due on a day: the longest overdue first, by kind of data.
type Review struct {
	Candidate
	Due  calendar.Date
	Kept Keep // an earlier decision, that is over
}

// Due lists what is to be reviewed on a day, in the order of AllData.
func (s *Store) Due(today calendar.Date) []Review {
	var out []Review
	for _, c := range s.waiting(today) {
		t := s.Term(c.Data)
		if c.Data == Debriefs && t.Months > 0 {
			c.Before = After(today, -t.Months).AddDays(1)
		}
		if !t.IsDue(c.Since, today) {
			continue
		}
		k, _ := s.keeps.Get(s.keepKey(c.Subject, c.Data))
		if !k.Holds(today) {
			out = append(out, Review{c, t.Due(c.Since), k})
		}
	}
	slices.SortStableFunc(out, func(a, b Review) int {
		return cmp.Or(slices.Index(AllData(), a.Data)-slices.Index(AllData(), b.Data), a.Due.Compare(b.Due), strings.Compare(a.Name, b.Name))
	})
	return out
}

// waiting asks all rooms. A room that still needs somebody of another puts the beginning of
// their term off.
func (s *Store) waiting(today calendar.Date) []Candidate {
	var out []Candidate
	for _, r := range s.rooms {
		if r.Waiting == nil {
			continue
		}
		for _, c := range r.Waiting(today) {
			for _, other := range s.rooms {
				if other.Needs == nil || c.Kind == Deleted {
					continue
				}
				if d := other.Needs(c.Subject); d.Compare(c.Since) > 0 {
					c.Since = d
				}
			}
			out = append(out, c)
		}
	}
	return out
}
