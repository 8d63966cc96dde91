package cafe

import (
	"errors"
	"slices"
	"strings"

	"kring/sessions/calendar"
)

// Visitor is somebody who likes to be known by a name at the door. There is no field for
// what they have, where they live or why they come.
type Visitor struct {
	ID      string  `json:"id"`
	Name    string  `json:"name"`              // a first name or a nickname
	Color   Color   `json:"color,omitempty"`   // that they like to be found by
	Picture Picture `json:"pic,omitempty"`     // idem
	Before  bool    `json:"before,omitempty"`  // they came before anybody kept their name: no visit is their first
	Channel Channel `json:"channel,omitempty"` // by which they like to hear that they were missed
	Reach   string  `json:"reach,omitempty"`   // the number, the address or the person for that, and for nothing else
}

// Color is one of a few that a visitor can be found by.
type Color string

// Colors lists them in the order of a picker. Who chose none is grey.
func Colors() []Color {
	return []Color{"red", "orange", "green", "teal", "blue", "purple", "pink"}
}

// Picture is one of a few drawings that a visitor can be found by.
type Picture string

// Pictures lists them in the order of a picker.
func Pictures() []Picture {
	return []Picture{"sun", "moon", "star", "heart", "tree", "flower", "fish", "cat", "bird", "boat", "kite", "cup"}
}

// Channel is how somebody likes to hear that they were missed.
type Channel string

// The channels.
const (
	NoChannel Channel = "" // they do not like to be told
	Message   Channel = "message"
	Phone     Channel = "phone"
	Mail      Channel = "mail"
	Somebody  Channel = "somebody" // passes it on
)

// Channels lists them in the order of a picker.
func Channels() []Channel { return []Channel{NoChannel, Message, Phone, Mail, Somebody} }

// What can be wrong with a visitor.
var (
	ErrVisitor = errors.New("a visitor needs something to be called by")
	ErrReach   = errors.New("a channel needs a number, an address or a person")
)

// Validate checks what a form can get wrong; errors.Is tells which.
func (v Visitor) Validate() error {
	switch {
	case strings.TrimSpace(v.Name) == "":
		return ErrVisitor
	case v.Channel != NoChannel && strings.TrimSpace(v.Reach) == "":
		return ErrReach
	}
	return nil
}

// tidy is a visitor as they are kept: who does not like to be told has no number.
func (v Visitor) tidy() Visitor {
	v.Name, v.Reach = strings.Join(strings.Fields(v.Name), " "), strings.TrimSpace(v.Reach)
	if v.Channel == NoChannel {
		v.Reach = ""
	}
	return v
}

// apart gives a visitor a picture that none of their namesakes has, while there is one, so
// that the two can be told from each other at the door.
func apart(v Visitor, namesakes []Visitor) Visitor {
	for i, p := range Pictures() {
		if !slices.ContainsFunc(namesakes, func(x Visitor) bool { return x.Picture == p }) {
			v.Picture, v.Color = p, Colors()[i%len(Colors())]
			return v
		}
	}
	return v
}

// Visit says that a visitor was there on an evening. It is kept by the date that the rule
// gives, so that it goes with an evening that is moved.
type Visit struct {
	PlaceID   string        `json:"place"`
	Date      calendar.Date `json:"date"`
	VisitorID string        `json:"visitor"`
}

func (v Visit) key() string { return key(eveningKey(v.PlaceID, v.Date), v.VisitorID) }

// VisitsOn are those of an evening by name; who was only counted is not among them.
func (s *Store) VisitsOn(e Evening) []Visit {
	var out []Visit
	for _, v := range s.visits.Prefix(e.key() + "+") {
		out = append(out, v)
	}
	return out
}

// Here are the visitors who are on an evening by name.
func (s *Store) Here(e Evening) map[string]bool {
	out := map[string]bool{}
	for _, v := range s.VisitsOn(e) {
		out[v.VisitorID] = true
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
		if who == Visitors || s.First(v) {
			n++
		}
	}
	return n
}
