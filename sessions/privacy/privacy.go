// Package privacy knows what a vault keeps of people, over all rooms: whose a record is, how
// long it is kept, how somebody is shown all of it, and how it goes for good. Each room says
// that of its own collections; a collection of which no room says it fails a test.
//
// It promises: who was erased is in no record and in no entry of the journal, except in words
// that a user chose to leave; and every report counts as before.
package privacy

import (
	"kring/internal/vault"
	"kring/sessions/calendar"
)

// Kind says what somebody is to Kring, or what else can be reviewed.
type Kind string

// The kinds. The last three are no person: what a duo wrote of a course, what was written
// after the evenings of a place, and somebody who was deleted and is in the journal still.
const (
	Person     Kind = "person"
	Visitor    Kind = "visitor"
	Holder     Kind = "holder"
	Member     Kind = "member" // of a support group; ID is "group+member"
	Translator Kind = "translator"
	Notes      Kind = "notes"
	Evenings   Kind = "evenings"
	Deleted    Kind = "deleted"
)

// Subject is somebody of whom something is kept. Of a translator only a name is known.
type Subject struct {
	Kind   Kind
	ID     string
	Name   string
	Person string        // the id of the person that a member is, where the vault knows one
	Before calendar.Date // of evenings: only those before it
}

// Key tells subjects apart.
func (s Subject) Key() string { return string(s.Kind) + "+" + s.ID }

// Of says whose the records of a collection are.
type Of int

// Things may have people in their free text; Theirs go with somebody; Refers point at
// somebody among other things; Numbers are counts and settings, without any text.
const (
	Things Of = iota
	Theirs
	Refers
	Numbers
)

// As says how a field is shown.
type As int

// The ways.
const (
	Text As = iota
	Date
	Yes    // shown only where it is true
	Word   // of a list of words; Prefix begins its message
	Phone  // E.164
	Number // shown only where it is not 0
)

// Field is one of a record that somebody is shown.
type Field struct {
	JSON   string // its name in the record
	Label  string // its message
	As     As
	Prefix string
}

// Where says what a record is about, where that is not in the record itself.
type Where struct {
	Text string
	Date calendar.Date
}

// Holding is what a collection has of people.
type Holding struct {
	Collection string
	Of         Of
	Label      string   // the message that names it; of Things too, which may have somebody in a text
	Fields     []Field  // to show; of what Refers, all that is shown
	Own        []string // fields with the name of whose record it is: never taken for a mention
	Notes      bool     // its texts are about people: a name in it is meant
	Bytes      bool     // it has no text
	Where      func(vault.Record) Where
}

// Candidate is something that may have to be reviewed, with the day from which its term
// counts.
type Candidate struct {
	Subject
	Data  Data
	Since calendar.Date
	About string // the course, the group or the place
	N     int    // how many there are of it, where that is not one
}

// Room is what one room says. Functions may be nil.
type Room struct {
	Holdings []Holding
	People   func() []Subject                                         // everybody it knows
	Waiting  func(today calendar.Date) []Candidate                    // what may become due
	Needs    func(s Subject) calendar.Date                            // the last day on which it needed somebody of another room; zero: it does not
	Erase    func(tx *vault.Tx, s Subject, today calendar.Date) error // its part of erasing; who it does not know is not its matter
	Core     map[Kind]string                                          // the collection with the record of somebody of a kind
}
