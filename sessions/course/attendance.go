package course

import "slices"

// State is what is known of one person at one session.
type State string

// The states, in the order of their keys 1 to 6 in the grid.
const (
	Unknown   State = ""
	Present   State = "present"
	Late      State = "late"
	Noticed   State = "noticed" // absent with notice; can be entered beforehand
	Absent    State = "absent"
	Elsewhere State = "elsewhere" // made up with another group
	AtHome    State = "online"
)

// States lists what can be marked, in the order of the keys.
func States() []State { return []State{Present, Late, Noticed, Absent, Elsewhere, AtHome} }

// Valid tells whether a state can be stored; Unknown clears a mark.
func (s State) Valid() bool { return s == Unknown || slices.Contains(States(), s) }

// Attended tells whether somebody took part, in whichever way.
func (s State) Attended() bool {
	return s == Present || s == Late || s == Elsewhere || s == AtHome
}

// Committed tells whether somebody attended, or let the duo know beforehand.
func (s State) Committed() bool { return s.Attended() || s == Noticed }

// Missed tells whether somebody was not there, with or without notice.
func (s State) Missed() bool { return s == Noticed || s == Absent }

// Mark is the attendance of one person at one session.
type Mark struct {
	State State  `json:"s"`
	Note  string `json:"n,omitempty"`
}

// Count sums up one person's marks.
type Count struct {
	Attended, Committed int
	Past, All           int // sessions held so far, and of the whole course
	MissedInRow         int // at the end of the past sessions
}

// NeedsWord tells whether somebody missed two sessions in a row and a personal
// word would help.
func (c Count) NeedsWord() bool { return c.MissedInRow >= 2 }

// CountStates sums up the states of all sessions of a course in order, of which
// the first past have been held. A notice for a session to come counts only when
// that session is past.
func CountStates(states []State, past int) Count {
	c := Count{Past: past, All: len(states)}
	for _, s := range states[:past] {
		c.add(s)
	}
	return c
}

func (c *Count) add(s State) {
	if s.Attended() {
		c.Attended++
	}
	if s.Committed() {
		c.Committed++
	}
	switch {
	case s.Missed():
		c.MissedInRow++
	case s.Attended():
		c.MissedInRow = 0
	}
}

// Share is n of total as a fraction; 0 where there is nothing to share.
func Share(n, total int) float64 {
	if total == 0 {
		return 0
	}
	return float64(n) / float64(total)
}
