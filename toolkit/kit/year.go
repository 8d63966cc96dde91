// Package kit knows the toolkits that support groups get six times a year: which is planned
// for when, how far it is, who works on it, and what is late. It knows the groups too:
// when each was last heard of, and which small step may wake it. It knows nothing of files.
package kit

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"kring/sessions/calendar"
)

// Periods is how many toolkits a year has: one for each two months.
const Periods = 6

// State is how far a toolkit is.
type State string

// The states, in their order.
const (
	Idea        State = "idea"
	Writing     State = "writing"
	Translating State = "translating"
	Checking    State = "checking"
	Ready       State = "ready"
	Sent        State = "sent"
)

// States lists them in the order in which a toolkit goes through them.
func States() []State { return []State{Idea, Writing, Translating, Checking, Ready, Sent} }

// Next is the state after one; the last stays.
func (s State) Next() State {
	at := slices.Index(States(), s)
	return States()[min(at+1, len(States())-1)]
}

// Slot is the toolkit of two months of a year. It is kept by year and period.
type Slot struct {
	Year     int           `json:"year"`
	Period   int           `json:"period"` // 1: January and February
	Theme    string        `json:"theme,omitempty"`
	File     string        `json:"file,omitempty"` // of the toolkit, where it is one that ships
	State    State         `json:"state,omitempty"`
	Who      string        `json:"who,omitempty"`
	Deadline calendar.Date `json:"by,omitzero"` // by which it is to be sent
	SentOn   calendar.Date `json:"sent,omitzero"`
}

// What can be wrong with a slot.
var (
	ErrSlot     = errors.New("there is no such time of a year")
	ErrState    = errors.New("no such state of a toolkit")
	ErrDeadline = errors.New("the deadline is far from its months")
)

// First is the first day of the slot's months.
func (s Slot) First() calendar.Date {
	return calendar.Date{Year: s.Year, Month: time.Month(2*s.Period - 1), Day: 1}
}

// Last is the last day of the slot's months.
func (s Slot) Last() calendar.Date {
	return calendar.DateOf(time.Date(s.Year, time.Month(2*s.Period+1), 0, 0, 0, 0, 0, time.UTC))
}

// usualDeadline is on which day of its first month a toolkit is to be sent, where nobody said
// otherwise.
const usualDeadline = 8

// Due is by when it is to be sent: as somebody said, or early in its first month.
func (s Slot) Due() calendar.Date {
	if !s.Deadline.IsZero() {
		return s.Deadline
	}
	return s.First().AddDays(usualDeadline - 1)
}

// Empty tells whether nothing was planned.
func (s Slot) Empty() bool { return s.State == "" }

// Late tells whether it should have been sent by now.
func (s Slot) Late(today calendar.Date) bool {
	return !s.Empty() && s.State != Sent && s.Due().Compare(today) < 0
}

// soon is how many days before its deadline a toolkit asks for attention: a translation takes
// that long.
const soon = 21

// Soon tells whether it is to be sent within three weeks and is not ready.
func (s Slot) Soon(today calendar.Date) bool {
	return !s.Empty() && s.State != Sent && s.State != Ready && !s.Late(today) && s.Due().DaysSince(today) <= soon
}

// called is what the log calls it: by its theme, or else by its months.
func (s Slot) called() string {
	if s.Theme != "" {
		return s.Theme
	}
	return fmt.Sprintf("%d/%d", s.Period, s.Year)
}

// Validate checks what a form can get wrong; errors.Is tells which.
func (s Slot) Validate() error {
	if s.Year < 2000 || s.Year > 2100 || s.Period < 1 || s.Period > Periods {
		return fmt.Errorf("period %d of %d: %w", s.Period, s.Year, ErrSlot)
	}
	if !slices.Contains(States(), s.State) {
		return fmt.Errorf("%q: %w", s.State, ErrState)
	}
	if d := s.Deadline; !d.IsZero() && (d.DaysSince(s.First()) < -366 || d.DaysSince(s.Last()) > 366) {
		return fmt.Errorf("%s for period %d of %d: %w", d, s.Period, s.Year, ErrDeadline)
	}
	return nil
}

// trimmed is a slot without space around what was typed.
func (s Slot) trimmed() Slot {
	s.Theme, s.Who = strings.TrimSpace(s.Theme), strings.TrimSpace(s.Who)
	return s
}

// Balance counts how many toolkits serve each of the elements of normalising, of which
// served are those of each toolkit; index 0 is the first.
func Balance(elements int, served [][]int) []int {
	out := make([]int, elements)
	for _, of := range served {
		seen := map[int]bool{}
		for _, n := range of {
			if n >= 1 && n <= elements && !seen[n] {
				out[n-1]++
				seen[n] = true
			}
		}
	}
	return out
}
