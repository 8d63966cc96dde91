package cafe

import (
	"slices"

	"kring/internal/vault"
	"kring/sessions/calendar"
)

// Absence is a regular visitor who likes to be told that they were missed and stayed away.
type Absence struct {
	Visitor Visitor
	Place   Place
	Last    calendar.Date // that they came
	Since   calendar.Date // the first evening without them, by the date that the rule gives
	Away    int           // how many evenings
}

// Told says that somebody heard that they were missed: of each time that they stay away, a
// record of its own.
type Told struct {
	PlaceID   string        `json:"place"`
	Date      calendar.Date `json:"date"` // of the first evening without them
	VisitorID string        `json:"visitor"`
	On        calendar.Date `json:"on"` // they heard
}

// The rule of being missed: who came so often, and then was away so often in a row.
const (
	cameAtLeast = 2
	awayAtLeast = 2
)

// missed tells since which of the evenings somebody is away, and for how many; at[i] says
// that they were at the i-th. ok is false of who is not a regular or not away for long.
func missed(at []bool) (since, away int, ok bool) {
	came := 0
	for i, there := range at {
		if there {
			came++
			since = i + 1
		}
	}
	away = len(at) - since
	return since, away, came >= cameAtLeast && away >= awayAtLeast
}

// Missed are those who stayed away from the evenings of a place up to a date, and did not
// hear yet that they were missed; who is away for longest comes last. Only evenings that took
// place count, and on which somebody was by name: of another nobody knows who was away. It
// looks back two years.
func (s *Store) Missed(placeID string, until calendar.Date) []Absence {
	evenings, here := s.kept(placeID, until)
	var out []Absence
	for _, id := range s.toTell(here) {
		at := make([]bool, len(here))
		for i := range here {
			at[i] = here[i][id]
		}
		since, away, ok := missed(at)
		if !ok || s.cameAfter(id, placeID, until) {
			continue
		}
		who, _ := s.visitors.Get(id)
		a := Absence{who, evenings[since].Place, evenings[since-1].Date, evenings[since].Planned, away}
		if _, told := s.told.Get(a.key()); !told {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b Absence) int { return a.Away - b.Away })
	return out
}

// kept are the evenings of a place up to a date on which somebody was by name, with who.
func (s *Store) kept(placeID string, until calendar.Date) (out []Evening, here []map[string]bool) {
	for _, e := range s.Evenings(placeID, until.AddDays(-ahead), until) {
		if who := s.Here(e); e.On() && len(who) > 0 {
			out, here = append(out, e), append(here, who)
		}
	}
	return out, here
}

// toTell are those of some evenings who like to be told, in the order of their ids.
func (s *Store) toTell(here []map[string]bool) []string {
	var out []string
	seen := map[string]bool{}
	for _, who := range here {
		for id := range who {
			if v, ok := s.visitors.Get(id); ok && v.Channel != NoChannel && !seen[id] {
				out = append(out, id)
			}
			seen[id] = true
		}
	}
	slices.Sort(out)
	return out
}

// cameAfter tells whether somebody was at a place after a date: tonight, say.
func (s *Store) cameAfter(visitorID, placeID string, date calendar.Date) bool {
	return slices.ContainsFunc(s.visitsOf(visitorID, placeID+"+"), func(v Visit) bool {
		d, on := s.dateOf(v.PlaceID, v.Date)
		return on && d.Compare(date) > 0
	})
}

func (a Absence) key() string {
	return key(eveningKey(a.Place.ID, a.Since), a.Visitor.ID)
}

// SetTold says that somebody heard that they were missed.
func (s *Store) SetTold(a Absence, on calendar.Date) error {
	err := s.vault.Do(vault.NewAction("action.told", "Name", a.Visitor.Name), func(tx *vault.Tx) error {
		return s.told.Put(tx, a.key(), Told{a.Place.ID, a.Since, a.Visitor.ID, on})
	})
	return vault.While(err, "saying that somebody heard they were missed")
}
