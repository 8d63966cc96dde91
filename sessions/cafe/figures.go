package cafe

import (
	"slices"
	"strings"
	"time"

	"kring/sessions/calendar"
	"kring/sessions/report"
)

// Figures counts a year of some places up to a day, for a report. No name goes into it: the
// places are known by their order, and of visitors only how many came where.
func (s *Store) Figures(places []Place, year int, until calendar.Date) report.Year {
	last := calendar.Date{Year: year, Month: time.December, Day: 31}
	if until.Compare(last) < 0 {
		last = until
	}
	f := figures{Year: report.Year{Year: year, Until: last}, at: map[string][]int{}}
	for i, p := range places {
		f.place()
		a := s.Agreed(p.ID, year)
		f.Agreed = append(f.Agreed, report.Agreed{Visits: a.Visits, People: a.People, Evenings: a.Evenings})
		for _, e := range s.Evenings(p.ID, calendar.Date{Year: year, Month: time.January, Day: 1}, last) {
			if e.On() {
				s.add(&f, e, i, int(e.Date.Month-1)/3)
			}
		}
	}
	s.addPresences(&f, places)
	f.Present = f.presence()
	return f.Year
}

// figures are a year while it is counted; at are the cells in which each visitor was there.
type figures struct {
	report.Year
	at map[string][]int
}

// place begins the next one.
func (f *figures) place() {
	for _, rows := range []*[][]int{&f.Evenings, &f.Activities, &f.Minutes, &f.Visits, &f.Newcomers, &f.Supporters} {
		*rows = append(*rows, make([]int, report.Quarters))
	}
}

// add counts one evening.
func (s *Store) add(f *figures, e Evening, place, quarter int) {
	f.Evenings[place][quarter]++
	f.Activities[place][quarter] += len(e.Activities)
	f.Visits[place][quarter] += s.Counted(e, Visitors)
	f.Newcomers[place][quarter] += s.Counted(e, Newcomers)
	f.Supporters[place][quarter] += s.Counted(e, Supporters)
	f.Minutes[place][quarter] += s.volunteers(e) * e.Place.Minutes()
	cell := place*report.Quarters + quarter
	for _, v := range s.VisitsOn(e) {
		at := f.at[v.VisitorID]
		if len(at) == 0 || at[len(at)-1] != cell {
			f.at[v.VisitorID] = append(at, cell)
		}
	}
}

// volunteers are how many were on; who was erased is among them.
func (s *Store) volunteers(e Evening) (n int) {
	for _, t := range s.turns.Prefix(e.key() + "+") {
		if h, ok := s.holders.Get(t.HolderID); ok && !h.Paid {
			n++
		}
	}
	return n + s.Tally(e, helped)
}

// presence forgets who it was.
func (f *figures) presence() (out []report.Presence) {
	many := map[string]int{}
	cells := map[string][]int{}
	for _, at := range f.at {
		var k strings.Builder
		for _, c := range at {
			k.WriteRune(rune(c))
		}
		many[k.String()]++
		cells[k.String()] = at
	}
	for k, n := range many {
		out = append(out, report.Presence{At: cells[k], People: n})
	}
	slices.SortFunc(out, func(a, b report.Presence) int { return slices.Compare(a.At, b.At) })
	return out
}
