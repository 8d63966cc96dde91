package cafe

import (
	"slices"

	"kring/sessions/plan"
)

// Slot is a piece of an evening with the times that follow from its place, and what does not
// fit. Times run on after midnight: 24:30 is half past twelve at night.
type Slot struct {
	Item
	From, To plan.Clock
	Clashes  []Clash
}

// ClashKind says what does not fit.
type ClashKind string

// The clashes.
const (
	ClashLead  ClashKind = "lead"  // somebody leads two pieces at once
	ClashAway  ClashKind = "away"  // who leads is not on, on this evening
	ClashFew   ClashKind = "few"   // fewer lead it than it asks for
	ClashNoise ClashKind = "noise" // loud beside quiet
	ClashRoom  ClashKind = "room"  // two pieces in one room at once
	ClashEarly ClashKind = "early" // it has to begin before the one before it is over
	ClashEnd   ClashKind = "end"   // it goes on after the evening is over
)

// Clash is one thing that does not fit, with the other piece and who it is about.
type Clash struct {
	Kind     ClashKind
	Other    string // the id of the other piece
	HolderID string
	Number   int // of minutes too long or too early, or of people who are missing
}

// demand is what an activity asks for: how loud it is (1 to 3, 0: not known) and how many lead
// it.
type demand struct{ noise, leads int }

// The noise of what is loud, and of what is quiet.
const (
	loud = 3
	soft = 1
)

// timeline lays the pieces of an evening out, one after the other but for those that are
// beside the one before. on are the ids of who is there.
func timeline(e Evening, items []Item, on []string, asked map[string]demand) []Slot {
	out := make([]Slot, len(items))
	begin, end := e.Place.Start, e.Place.Start // of the pieces that are beside each other
	for i, x := range items {
		s := Slot{Item: x, From: end}
		if x.Beside && i > 0 {
			s.From = begin
		}
		if x.Fixed {
			s.From = s.fix(e.Place.Start, end)
		}
		if !x.Beside || i == 0 {
			begin = s.From
		}
		s.To = s.From + plan.Clock(x.Minutes)
		end = max(end, s.To)
		if over := int(s.To-e.Place.Start) - e.Place.Minutes(); over > 0 {
			s.Clashes = append(s.Clashes, Clash{Kind: ClashEnd, Number: over})
		}
		out[i] = s
	}
	for i := range out {
		out[i].leadership(on, asked[out[i].ID].leads)
		for j := range out {
			if i != j && out[i].From < out[j].To && out[j].From < out[i].To {
				out[i].beside(out[j], asked)
			}
		}
	}
	return out
}

// fix gives the time at which a piece has to begin, and notes where the one before it is not
// over by then. An evening may run over midnight: what lies before its beginning is after it.
func (s *Slot) fix(start, free plan.Clock) plan.Clock {
	at := s.At
	if at < start {
		at += 24 * 60
	}
	if at < free && !s.Beside {
		s.Clashes = append(s.Clashes, Clash{Kind: ClashEarly, Number: int(free - at)})
	}
	return at
}

// leadership judges who leads a piece. Where nobody was chosen yet only one that asks for
// more than one is said.
func (s *Slot) leadership(on []string, needs int) {
	for _, id := range s.Leads {
		if !slices.Contains(on, id) {
			s.Clashes = append(s.Clashes, Clash{Kind: ClashAway, HolderID: id})
		}
	}
	if n := len(s.Leads); n < needs && (n > 0 || needs > 1) {
		s.Clashes = append(s.Clashes, Clash{Kind: ClashFew, Number: needs - n})
	}
}

// beside judges a piece that is there at the same time.
func (s *Slot) beside(o Slot, asked map[string]demand) {
	for _, id := range s.Leads {
		if slices.Contains(o.Leads, id) {
			s.Clashes = append(s.Clashes, Clash{Kind: ClashLead, Other: o.ID, HolderID: id})
		}
	}
	if s.Room != "" && s.Room == o.Room {
		s.Clashes = append(s.Clashes, Clash{Kind: ClashRoom, Other: o.ID})
	}
	if a, b := asked[s.ID].noise, asked[o.ID].noise; a == soft && b >= loud || b == soft && a >= loud {
		s.Clashes = append(s.Clashes, Clash{Kind: ClashNoise, Other: o.ID})
	}
}
