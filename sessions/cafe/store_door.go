package cafe

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/people"
)

// Visitor finds one.
func (s *Store) Visitor(id string) (Visitor, bool) { return s.visitors.Get(id) }

// SetHere says that somebody is there on an evening, or takes that back. Said twice, it
// stays as it is.
func (s *Store) SetHere(e Evening, visitorID string, here bool) error {
	who, ok := s.visitors.Get(visitorID)
	if !ok {
		return fmt.Errorf("visitor %s: %w", visitorID, ErrNotFound)
	}
	v := Visit{e.Place.ID, e.Planned, visitorID}
	if _, is := s.visits.Get(v.key()); is == here {
		return nil
	}
	kind, write := "action.here", func(tx *vault.Tx) error { return s.visits.Put(tx, v.key(), v) }
	if !here {
		kind, write = "action.nothere", func(tx *vault.Tx) error { return s.visits.Delete(tx, v.key()) }
	}
	return vault.While(s.vault.Do(vault.NewAction(kind, "Name", who.Name), write), "saying who is here")
}

// Newcomer makes a visitor of a name, who is there on an evening, as one action. A name that
// is there already gets a picture, to tell the two apart.
func (s *Store) Newcomer(e Evening, name string) (Visitor, error) {
	return s.arrive(e, Visitor{Name: name})
}

// Known is Newcomer for somebody who came before their name was kept.
func (s *Store) Known(e Evening, name string) (Visitor, error) {
	return s.arrive(e, Visitor{Name: name, Before: true})
}

func (s *Store) arrive(e Evening, who Visitor) (Visitor, error) {
	who = who.tidy()
	if err := who.Validate(); err != nil {
		return who, err
	}
	if same := s.Namesakes(who.Name); len(same) > 0 {
		who = apart(who, same)
	}
	who.ID = vault.NewID()
	v := Visit{e.Place.ID, e.Planned, who.ID}
	err := s.vault.Do(vault.NewAction("action.visitor.add", "Name", who.Name), func(tx *vault.Tx) error {
		if err := s.visitors.Put(tx, who.ID, who); err != nil {
			return err
		}
		return s.visits.Put(tx, v.key(), v)
	})
	return who, vault.While(err, "adding a newcomer")
}

// SaveVisitor changes how somebody is known.
func (s *Store) SaveVisitor(v Visitor) (Visitor, error) {
	v = v.tidy()
	if err := v.Validate(); err != nil {
		return v, err
	}
	if _, ok := s.visitors.Get(v.ID); !ok {
		return v, fmt.Errorf("visitor %s: %w", v.ID, ErrNotFound)
	}
	err := s.vault.Do(vault.NewAction("action.visitor.update", "Name", v.Name), func(tx *vault.Tx) error { return s.visitors.Put(tx, v.ID, v) })
	return v, vault.While(err, "saving a visitor")
}

// DeleteVisitor removes somebody by name. Their visits stay as numbers, in the tally of who
// has no name, so that what was reported stays true.
func (s *Store) DeleteVisitor(id string) error {
	who, ok := s.visitors.Get(id)
	if !ok {
		return fmt.Errorf("visitor %s: %w", id, ErrNotFound)
	}
	err := s.vault.Do(vault.NewAction("action.visitor.delete", "Name", who.Name), func(tx *vault.Tx) error {
		for _, v := range s.visitsOf(id, "") {
			if err := s.unname(tx, v); err != nil {
				return err
			}
		}
		if err := dropThose(tx, s.told, "", func(t Told) bool { return t.VisitorID == id }); err != nil {
			return err
		}
		return s.visitors.Delete(tx, id)
	})
	return vault.While(err, "deleting a visitor")
}

// unname makes a visit a mark in the tally of its evening.
func (s *Store) unname(tx *vault.Tx, v Visit) error {
	kinds := []Who{Visitors}
	if s.First(v) {
		kinds = append(kinds, Newcomers)
	}
	for _, who := range kinds {
		if err := s.tallyOne(tx, v.PlaceID, v.Date, who); err != nil {
			return err
		}
	}
	return s.visits.Delete(tx, v.key())
}

// tallyOne counts one more on an evening.
func (s *Store) tallyOne(tx *vault.Tx, placeID string, on calendar.Date, who Who) error {
	k := key(eveningKey(placeID, on), string(who))
	t, _, err := s.tallies.Now(tx, k)
	if err != nil {
		return err
	}
	return s.tallies.Put(tx, k, Tally{placeID, on, who, t.N + 1})
}

// Namesakes are the visitors who are called so, whatever the accents and capitals.
func (s *Store) Namesakes(name string) []Visitor {
	want := people.Fold(name)
	var out []Visitor
	for _, v := range s.visitors.All() {
		if people.Fold(v.Name) == want {
			out = append(out, v)
		}
	}
	return out
}

// VisitorsLike are those whose name has a text in it: who begins with it first, then by name.
// Without a text they are all there are.
func (s *Store) VisitorsLike(text string, compare func(a, b string) int) []Visitor {
	type ranked struct {
		Visitor
		rank int
	}
	q := people.Fold(text)
	var found []ranked
	for _, v := range s.visitors.All() {
		if r := nearness(people.Fold(v.Name), q); r >= 0 {
			found = append(found, ranked{v, r})
		}
	}
	slices.SortStableFunc(found, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), compare(a.Name, b.Name))
	})
	out := make([]Visitor, len(found))
	for i, x := range found {
		out[i] = x.Visitor
	}
	return out
}

// Meant is who is meant by a name that was typed: the first whose own name begins with it. Where
// there is none, it is somebody new, though others may have it within their names.
func (s *Store) Meant(text string, compare func(a, b string) int) (Visitor, bool) {
	if people.Fold(text) == "" {
		return Visitor{}, false
	}
	all := s.VisitorsLike(text, compare)
	if len(all) == 0 || nearness(people.Fold(all[0].Name), people.Fold(text)) > begins {
		return Visitor{}, false
	}
	return all[0], true
}

// begins is how near a name is that begins with the text.
const begins = 1

// nearness is how well a folded name answers to a folded text: 0 is best, -1 is not at all.
func nearness(name, text string) int {
	switch {
	case text == "" || name == text:
		return 0
	case strings.HasPrefix(name, text):
		return begins
	case strings.Contains(name, " "+text):
		return 2
	case strings.Contains(name, text):
		return 3
	}
	return -1
}

// regularFor is for how many weeks somebody is offered at the door after they came.
const regularFor = 26

// Regulars are those who came to a place in the half year before an evening: who comes often
// and came lately first. Who comes in on the evening does not change their order.
func (s *Store) Regulars(e Evening, compare func(a, b string) int) []Visitor {
	weight := map[string]int{}
	from := e.Planned.AddDays(-7 * regularFor)
	for m := from; m.Year < e.Planned.Year || m.Year == e.Planned.Year && m.Month <= e.Planned.Month; m = nextMonth(m) {
		for _, v := range s.visits.Prefix(key(e.Place.ID, m.String()[:len("2006-01")])) {
			if ago := e.Planned.DaysSince(v.Date); ago > 0 && ago <= 7*regularFor {
				weight[v.VisitorID] += regularFor + 1 - (ago+6)/7
			}
		}
	}
	var out []Visitor
	for id := range weight {
		if v, ok := s.visitors.Get(id); ok {
			out = append(out, v)
		}
	}
	slices.SortFunc(out, func(a, b Visitor) int {
		return cmp.Or(weight[b.ID]-weight[a.ID], compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// nextMonth is the first day of the month after a date.
func nextMonth(d calendar.Date) calendar.Date {
	d.Day = 1
	d = d.AddDays(31)
	d.Day = 1
	return d
}
