package cafe

import (
	"slices"

	"kring/sessions/calendar"
)

// tries bounds how many rosters are found while all ways are tried, by evenings times people.
// Where that is fewer than fewTries, as for a season, trying is no use: it would take minutes.
const (
	tries    = 50_000
	fewTries = 200
)

// tryAll goes through the ways in which somebody could bring each skill to its evening, and
// gives the best roster of them. A way that leaves more skills missing than the best so far,
// or fills fewer places, is left at once.
func (s *solver) tryAll(best solution, bound int) solution {
	left := tries / max(len(s.Evenings)*len(s.Holders), 1)
	if left < fewTries {
		return best
	}
	a := &allWays{solver: s, best: best, bound: bound, left: left}
	for i, wants := range s.wants {
		for _, k := range wants {
			a.asked = append(a.asked, brought{i, k})
		}
	}
	a.from(0, 0, nil)
	return a.best
}

type allWays struct {
	*solver
	best  solution
	bound int
	left  int
	asked []brought
}

type brought struct {
	evening int
	skill   Skill
}

// from tries the rest of what is asked, with some who bring what came before it, of which
// some was left missing.
func (a *allWays) from(at, missing int, set []turn) {
	covered := a.covered(a.best)
	if a.left <= 0 || at == len(a.asked) || missing >= len(a.asked)-covered || covered >= a.bound {
		return
	}
	x := a.asked[at]
	var on []int
	for _, t := range set {
		if t.evening == x.evening {
			on = append(on, t.holder)
		}
	}
	if a.has(on, x.evening, x.skill) {
		a.from(at+1, missing, set)
		return
	}
	for h := range a.Holders {
		if with := append(slices.Clone(set), turn{h, x.evening}); a.brings(h, x, on) && a.find(with) {
			a.from(at+1, missing, with)
		}
	}
	a.from(at+1, missing+1, set)
}

// brings tells whether somebody can bring a skill beside those who are set already.
func (a *allWays) brings(h int, x brought, on []int) bool {
	e := a.Evenings[x.evening]
	if !a.Holders[h].Able(x.skill.ID, e.Date) || a.may(a.Holders[h], e.Date) != nil || slices.Contains(on, h) {
		return false
	}
	with := append(slices.Clone(on), h)
	return len(with)-a.basic(with, x.evening) <= a.needs[x.evening][AnyRole]
}

// find makes the best roster in which some turns are set, keeps it where it is better than
// the best so far, and tells whether it fills as many places.
func (a *allWays) find(set []turn) bool {
	if a.left--; a.left < 0 {
		return false
	}
	ask := a.Ask
	ask.Booked = slices.Clone(a.Booked)
	days := map[who]bool{}
	months := map[Booked]int{}
	for _, t := range set {
		e, h := a.Evenings[t.evening], a.Holders[t.holder]
		day := who{t.holder, e.Date.DaysSince(calendar.Date{Year: 2001, Month: 1, Day: 1})}
		month := Booked{Turn: Turn{HolderID: h.ID}, On: monthOf(e.Date)}
		if months[month]++; days[day] || months[month] > a.room(h, e.Date) {
			return false
		}
		days[day] = true
		ask.Booked = append(ask.Booked, Booked{Turn{PlaceID: e.Place.ID, Date: e.Planned, HolderID: h.ID}, e.Date})
	}
	s := newSolver(ask)
	x, _, _ := s.plain()
	x = append(slices.Clone(set), x...)
	if a.InRow > 0 && len(a.tooMany(x)) > 0 {
		return false
	}
	if a.worth(x).above(a.worth(a.best)) {
		a.best = x
	}
	return len(x) >= len(a.best)
}
