package cafe

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"kring/sessions/calendar"
)

// Holder is a space-holder: one of those who hold the atmosphere of an evening.
type Holder struct {
	ID    string         `json:"id"`
	Name  string         `json:"name"`
	Phone string         `json:"phone,omitempty"`
	Paid  bool           `json:"paid,omitempty"`
	Days  []time.Weekday `json:"days,omitempty"` // on which somebody can come; none: on all
	Away  []Span         `json:"away,omitempty"`
	Max   int            `json:"max,omitempty"` // turns a month, as agreed; 0: not agreed
	Seen  calendar.Date  `json:"vog,omitempty"` // when the certificate of conduct was seen
	Until calendar.Date  `json:"vogend,omitempty"`

	Training []Training `json:"train,omitempty"`
	Wishes   string     `json:"wish,omitempty"` // of the space-holder, in their own words

	// What they said of themselves, as the store adds it; it is kept in records of its own.
	Skills []Rating `json:"-"`
}

// Span is from one date to another, both included.
type Span struct {
	From calendar.Date `json:"from"`
	To   calendar.Date `json:"to"`
}

// Holds tells whether a date lies within.
func (s Span) Holds(d calendar.Date) bool { return d.Compare(s.From) >= 0 && d.Compare(s.To) <= 0 }

// Training is one that somebody followed.
type Training struct {
	Name string        `json:"name"`
	On   calendar.Date `json:"on,omitzero"`
}

// Turn says that somebody is on, on one evening. It is kept by the date that the rule gives,
// so that it goes with an evening that is moved.
type Turn struct {
	PlaceID  string        `json:"place"`
	Date     calendar.Date `json:"date"`
	HolderID string        `json:"holder"`

	// Suggested by Kring, and not yet confirmed by a person: asking again may change it.
	Suggested bool `json:"sug,omitempty"`
}

func (t Turn) key() string { return key(eveningKey(t.PlaceID, t.Date), t.HolderID) }

// Why a turn cannot be, and what can be wrong with a space-holder.
var (
	ErrHolder    = errors.New("a space-holder needs a name")
	ErrMax       = errors.New("not a number of turns")
	ErrSpan      = errors.New("the last day away is before the first")
	ErrAway      = errors.New("away on that day")
	ErrNoDay     = errors.New("cannot come on that day of the week")
	ErrNoVOG     = errors.New("no certificate of conduct was seen")
	ErrOldVOG    = errors.New("the certificate of conduct will have run out")
	ErrFull      = errors.New("has the agreed number of turns in that month")
	ErrElsewhere = errors.New("is on elsewhere on that day")
	ErrTraining  = errors.New("a training needs a name")
	ErrVOG       = errors.New("the certificate of conduct runs out before it was seen")
)

// Validate checks what a form can get wrong; errors.Is tells which.
func (h Holder) Validate() error {
	if strings.TrimSpace(h.Name) == "" {
		return ErrHolder
	}
	for _, s := range h.Away {
		if s.From.IsZero() || s.To.Compare(s.From) < 0 {
			return fmt.Errorf("away from %s to %s: %w", s.From, s.To, ErrSpan)
		}
	}
	if !h.Seen.IsZero() && !h.Until.IsZero() && h.Until.Compare(h.Seen) < 0 {
		return fmt.Errorf("seen on %s, valid until %s: %w", h.Seen, h.Until, ErrVOG)
	}
	for _, t := range h.Training {
		if strings.TrimSpace(t.Name) == "" {
			return ErrTraining
		}
	}
	return nil
}

// can judges a date for somebody by what is known of them alone.
func (h Holder) can(d calendar.Date) error {
	switch {
	case slices.ContainsFunc(h.Away, func(s Span) bool { return s.Holds(d) }):
		return ErrAway
	case len(h.Days) > 0 && !slices.Contains(h.Days, d.Weekday()):
		return ErrNoDay
	case h.Seen.IsZero() || h.Seen.Compare(d) > 0:
		return ErrNoVOG
	case !h.Until.IsZero() && h.Until.Compare(d) < 0:
		return ErrOldVOG
	}
	return nil
}

// Lack is what an evening still needs.
type Lack string

// The lacks.
const (
	LackAnybody Lack = "anybody"
	LackPaid    Lack = "paid"   // nobody who is paid
	LackSecond  Lack = "second" // fewer than an activity needs
	LackVolunt  Lack = "volunteer"
	LackKey     Lack = "key" // nobody who has one, and nobody else opens
)

// lackSkill begins the lack of a skill, before its id.
const lackSkill = "skill+"

// Skill is which one nobody has on their own, where that is what is missing.
func (l Lack) Skill() (id string, is bool) { return strings.CutPrefix(string(l), lackSkill) }

// Lacks says what is missing on an evening with these space-holders: at least one who is
// paid and one volunteer, as many as its activities ask for, somebody with a key where it is
// known who has one, and for every skill that is asked for somebody who has it on their own.
func (e Evening) Lacks(on []Holder) []Lack {
	if !e.On() {
		return nil
	}
	if len(on) == 0 {
		return []Lack{LackAnybody}
	}
	var out []Lack
	if !slices.ContainsFunc(on, func(h Holder) bool { return h.Paid }) {
		out = append(out, LackPaid)
	}
	if !slices.ContainsFunc(on, func(h Holder) bool { return !h.Paid }) {
		out = append(out, LackVolunt)
	}
	need := 0
	for _, a := range e.Activities {
		need = max(need, a.Leads)
	}
	if len(on) < need {
		out = append(out, LackSecond)
	}
	if p := e.Place; len(p.Keys) > 0 && p.KeyHolder == "" && !slices.ContainsFunc(on, func(h Holder) bool { return slices.Contains(p.Keys, h.ID) }) {
		out = append(out, LackKey)
	}
	for _, k := range e.lacking(on) {
		out = append(out, lackSkill+Lack(k.ID))
	}
	return out
}

// lacking are the skills of an evening that nobody of some has on their own.
func (e Evening) lacking(on []Holder) []Skill {
	var out []Skill
	for _, k := range e.Needs {
		if !slices.ContainsFunc(on, func(h Holder) bool { return h.Able(k.ID, e.Date) }) {
			out = append(out, k)
		}
	}
	return out
}
