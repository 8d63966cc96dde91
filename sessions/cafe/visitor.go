package cafe

import (
	"kring/sessions/calendar"
)

// Visitor is somebody who likes to be known by a name at the door. There is no field for
// what they have, where they live or why they come.
type Visitor struct {
	ID   string `json:"id"`
	Name string `json:"name"` // a first name or a nickname
}

// Visit says that a visitor was there on an evening. It is kept by the date that the rule
// gives, so that it goes with an evening that is moved.
type Visit struct {
	PlaceID   string        `json:"place"`
	Date      calendar.Date `json:"date"`
	VisitorID string        `json:"visitor"`
	First     bool          `json:"first,omitempty"` // for the first time at any place
}

// VisitsOn are those of an evening by name; who was only counted is not among them.
func (s *Store) VisitsOn(e Evening) []Visit {
	var out []Visit
	for _, v := range s.visits.Prefix(e.key() + "+") {
		out = append(out, v)
	}
	return out
}

// Counted is how many of a kind came: those who are known by name, and those who were
// counted without one.
func (s *Store) Counted(e Evening, who Who) int {
	n := s.Tally(e, who)
	if who == Supporters {
		return n
	}
	for _, v := range s.VisitsOn(e) {
		if who == Visitors || v.First {
			n++
		}
	}
	return n
}
