package cafe

import (
	"errors"
	"slices"

	"kring/sessions/calendar"
)

// ErrNoSeat says that somebody could come, but that no place was left for them that fills no
// fewer places elsewhere.
var ErrNoSeat = errors.New("no place is left that day, or is needed elsewhere")

// ErrLapsed says that somebody has a skill of which the paper will have run out.
var ErrLapsed = errors.New("the paper of it will have run out")

// Covering counts the skills that evenings ask for, each once for an evening.
type Covering struct {
	Needed  int
	Covered int // somebody on duty has it on their own
	Bound   int // no roster covers more
}

// SkillGap is a skill that an evening asks for and nobody on duty has, and why those who have
// it are not there.
type SkillGap struct {
	Evening Evening
	Skill   Skill
	Why     []Refusal
}

// asking is a seat of an evening that should have somebody with some skills.
type asking struct {
	role   Role
	skills []Skill
}

// seat is a node of the network to which those go who take one kind of place of an evening.
type seat struct {
	asking
	node int
}

// lacks counts the skills of a seat that somebody does not have.
func (x asking) lacks(h Holder, d calendar.Date) (n int) {
	for _, k := range x.skills {
		if !h.Able(k.ID, d) {
			n++
		}
	}
	return n
}

// seats joins the open places of an evening to the sink: those that should have skills one by
// one, the others of each role together.
func (s *solver) seats(n *network, evening int) []seat {
	var out []seat
	for _, r := range roles() {
		open, cost := s.needs[evening][r], 0
		if r == AnyRole {
			cost = costExtra
		}
		var asked []asking
		if s.seated != nil {
			asked = s.seated[evening]
		}
		for _, a := range asked {
			if a.role == r && open > 0 {
				out = append(out, seat{a, n.node()})
				n.join(out[len(out)-1].node, sink, 1, cost)
				open--
			}
		}
		if open > 0 {
			out = append(out, seat{asking{role: r}, n.node()})
			n.join(out[len(out)-1].node, sink, open, cost)
		}
	}
	return out
}

// rounds is how often seats are chosen anew for skills that are still missing.
const rounds = 4

// skilled betters a roster for the skills that its evenings ask for. What counts is told by
// worth: it never fills fewer places. A skill that somebody of the evening must have is no
// flow, for it is nobody's in particular; so one seat is chosen that should have it, the best
// flow is found, and exchanges of people mend what that choice gets wrong. Where few evenings
// and people leave so few ways that all can be tried, they are, and the roster is the best.
func (s *solver) skilled(best solution, bars map[who]bool, bound int) solution {
	if s.wanted() == 0 {
		return best
	}
	best = s.exchange(best)
	for round := range rounds {
		if s.covered(best) >= bound {
			return best
		}
		s.seated = s.choose(best, round)
		x, _ := s.settle(s.solve(bars), bars, 0) // gives no weeks back: that takes long
		if x = s.exchange(x); s.worth(x).above(s.worth(best)) {
			best = x
		}
	}
	s.seated = nil
	return s.tryAll(best, bound)
}

// choose says which seat of each evening should have which skill: that for which most people
// have it who can come. In later rounds the skills that are still missing move on a seat.
func (s *solver) choose(best solution, round int) [][]asking {
	missing := s.missing(best)
	out := make([][]asking, len(s.Evenings))
	for i, e := range s.Evenings {
		var seats []asking
		for _, r := range roles() {
			for range s.needs[i][r] {
				seats = append(seats, asking{role: r})
			}
		}
		if len(seats) == 0 {
			continue
		}
		for _, k := range s.wants[i] {
			at := s.seatFor(seats, k, e.Date)
			if missing[lack{i, k.ID}] {
				at = (at + round) % len(seats)
			}
			seats[at].skills = append(seats[at].skills, k)
		}
		out[i] = seats
	}
	return out
}

// seatFor finds the seat for which most have a skill; one that is asked for others already
// counts for less.
func (s *solver) seatFor(seats []asking, k Skill, d calendar.Date) (at int) {
	most := -1 << 30
	for i, x := range seats {
		n := -2 * len(x.skills)
		for _, h := range s.Holders {
			if x.role.fits(h) && h.Able(k.ID, d) && s.may(h, d) == nil {
				n++
			}
		}
		if n > most {
			most, at = n, i
		}
	}
	return at
}

// lack is a skill that an evening misses.
type lack struct {
	evening int
	skill   string
}

// missing are the skills that nobody has who is on.
func (s *solver) missing(x solution) map[lack]bool {
	on := s.on(x)
	out := map[lack]bool{}
	for i, wants := range s.wants {
		for _, k := range wants {
			if !s.has(on[i], i, k) {
				out[lack{i, k.ID}] = true
			}
		}
	}
	return out
}

// on are those who are suggested, by evening.
func (s *solver) on(x solution) [][]int {
	out := make([][]int, len(s.Evenings))
	for _, t := range x {
		out[t.evening] = append(out[t.evening], t.holder)
	}
	return out
}

// has tells whether one of some has a skill on an evening.
func (s *solver) has(on []int, evening int, k Skill) bool {
	return slices.ContainsFunc(on, func(h int) bool { return s.Holders[h].Able(k.ID, s.Evenings[evening].Date) })
}

// coveredBy counts the skills of an evening that some have.
func (s *solver) coveredBy(on []int, evening int) (n int) {
	for _, k := range s.wants[evening] {
		if s.has(on, evening, k) {
			n++
		}
	}
	return n
}

// covered counts the skills that a roster has beside those of who stays.
func (s *solver) covered(x solution) (n int) {
	for i, on := range s.on(x) {
		n += s.coveredBy(on, i)
	}
	return n
}

// worth is what counts of a roster, the first first: places filled, of those the ones that
// every evening needs, skills, few changes, fair shares.
type worth [5]int

func (w worth) above(o worth) bool { return slices.Compare(w[:], o[:]) > 0 }

func (s *solver) worth(x solution) worth {
	w := worth{len(x)}
	turns := map[int]int{}
	for _, t := range x {
		turns[t.holder]++
		if !s.before[t] {
			w[3]--
		}
	}
	for i, on := range s.on(x) {
		w[1] += s.basic(on, i)
		w[2] += s.coveredBy(on, i)
	}
	for h, n := range turns {
		n += s.kept[s.Holders[h].ID]
		w[4] -= n * n
	}
	return w
}

// basic counts the places that every evening needs, and that some fill.
func (s *solver) basic(on []int, evening int) int {
	paid := 0
	for _, h := range on {
		if s.Holders[h].Paid {
			paid++
		}
	}
	return min(paid, s.needs[evening][PaidRole]) + min(len(on)-paid, s.needs[evening][VolunteerRole])
}
