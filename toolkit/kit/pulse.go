package kit

import (
	"cmp"
	"slices"

	"kring/sessions/calendar"
)

// Beat is how a group is heard of.
type Beat string

// The beats, the quietest first.
const (
	Silent  Beat = "silent"
	Quieter Beat = "quieter"
	Lively  Beat = "lively"
)

// Beats lists them, the quietest first.
func Beats() []Beat { return []Beat{Silent, Quieter, Lively} }

// A group is lively within so many days of its last sign of life, and quieter within so many.
const (
	livelyDays  = 8 * 7
	quieterDays = 16 * 7
)

// Pulse says when a group was last heard of. It says nothing of its people.
type Pulse struct {
	Beat Beat
	Last calendar.Date // the last sign of life, or the start
	None bool          // there was no sign yet
}

// PulseOf reads the pulse of a group on a day from the dates of its signs of life. What is
// planned does not count yet, what was before the start no more; a group without a sign counts from its start.
func PulseOf(start calendar.Date, signs []calendar.Date, today calendar.Date) Pulse {
	p := Pulse{Last: start, None: true}
	for _, d := range signs {
		if d.Compare(today) <= 0 && d.Compare(start) >= 0 && (p.None || d.Compare(p.Last) > 0) {
			p.Last, p.None = d, false
		}
	}
	switch days := today.DaysSince(p.Last); {
	case days <= livelyDays:
		p.Beat = Lively
	case days <= quieterDays:
		p.Beat = Quieter
	default:
		p.Beat = Silent
	}
	return p
}

// Heard is a group with what a list of groups says of it.
type Heard struct {
	Group
	Pulse   Pulse
	Members int
	Wanting int  // of them, who want the toolkit
	Next    Sign // the first that is planned; without an ID there is none
}

// needs tells whether a group asks for a small step: it is quiet and nothing is planned.
func (h Heard) needs() bool { return h.Pulse.Beat != Lively && h.Next.ID == "" }

// Groups lists all groups, the quietest first and of those the one that is longest silent.
func (s *Store) Groups(today calendar.Date, compare func(a, b string) int) []Heard {
	var out []Heard
	for _, g := range s.groups.All() {
		h := Heard{Group: g, Pulse: s.Pulse(g, today)}
		for _, m := range s.members.Prefix(g.ID + "+") {
			h.Members++
			if m.Wants() {
				h.Wanting++
			}
		}
		if next := s.Planned(g.ID, today); len(next) > 0 {
			h.Next = next[0]
		}
		out = append(out, h)
	}
	slices.SortStableFunc(out, func(a, b Heard) int {
		return cmp.Or(slices.Index(Beats(), a.Pulse.Beat)-slices.Index(Beats(), b.Pulse.Beat), a.Pulse.Last.Compare(b.Pulse.Last), compare(a.Name, b.Name))
	})
	return out
}

// Quiet are the groups that ask for a small step, the longest silent first.
func (s *Store) Quiet(today calendar.Date, compare func(a, b string) int) []Heard {
	return slices.DeleteFunc(s.Groups(today, compare), func(h Heard) bool { return !h.needs() })
}

// Pulse reads the pulse of a group: a meeting, a message, a visit, a toolkit that was talked
// about.
func (s *Store) Pulse(g Group, today calendar.Date) Pulse {
	var dates []calendar.Date
	for _, x := range s.signs.Prefix(g.ID + "+") {
		dates = append(dates, x.Date)
	}
	for _, d := range s.Talks(g.ID) {
		dates = append(dates, d.TalkedOn)
	}
	return PulseOf(g.Start, dates, today)
}
