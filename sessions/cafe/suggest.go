package cafe

import (
	"cmp"
	"errors"
	"maps"
	"slices"

	"kring/sessions/calendar"
)

// ErrInRow says that somebody would be on in too many weeks after each other.
var ErrInRow = errors.New("would be on in too many weeks in a row")

// Role is whom a place on the roster is for.
type Role string

// The roles: one of each on every evening, and as many more as its activities ask for.
const (
	PaidRole      Role = "paid"
	VolunteerRole Role = "volunteer"
	AnyRole       Role = "any"
)

// fits tells whether somebody can have a role.
func (r Role) fits(h Holder) bool { return r == AnyRole || (r == PaidRole) == h.Paid }

// Ask is what a roster is made of. Turns that a person made stay; what was suggested before
// stays where it can.
type Ask struct {
	Evenings []Evening
	Holders  []Holder
	Booked   []Booked // on these evenings and on others
	InRow    int      // the most weeks after each other for one person; 0: no bound
}

// Booked is a turn and the date on which it is.
type Booked struct {
	Turn
	On calendar.Date
}

// Proposal is a roster for some evenings.
type Proposal struct {
	Evenings []Evening
	Turns    []Turn // that are suggested
	Asked    int    // places that were open
	Bound    int    // how many could be filled, were nobody on too often in a row
	Gaps     []Gap  // that stayed open
	New      int    // turns that were not suggested before

	Skills  Covering   // how many of the skills that evenings ask for somebody on duty has
	Missing []SkillGap // those that nobody on duty has
}

// Gap is a place on the roster that stayed open, and why each who could have had it is not
// there.
type Gap struct {
	Evening Evening
	Role    Role
	Open    int // how many
	Why     []Refusal
}

// Refusal says why somebody cannot be on.
type Refusal struct {
	Holder Holder
	Err    error
}

// What a roster costs, each far more than all that is below it: a place that not every
// evening needs, a skill that is missing at the seat that should have it (suggest_skills.go),
// a turn that was not suggested before, and an unfair share. The nth turn of
// somebody costs 2n-1: so the sum is n², and least when turns are spread evenly.
const (
	costExtra  = 1_000_000_000_000
	costSkill  = 100_000_000
	costChange = 10_000
)

// Suggest proposes who is on. It fills as many places as can be filled: first those that
// every evening needs, then changing as little as possible, then sharing fairly. That is a
// flow from people through their months and days to places, of which the best is found. Only
// "not too often in a row" is no flow: where the best breaks it, a week is taken from
// somebody and the best is found again; Bound says what that could have cost. Then the roster
// is bettered for the skills that its evenings ask for, with as many places filled.
func Suggest(a Ask) Proposal {
	s := newSolver(a)
	best, bars, bound := s.plain()
	coverable := s.coverable()
	best = s.skilled(best, bars, coverable)
	p := s.proposal(best)
	p.Bound, p.Skills.Bound = bound, p.Skills.Needed-s.wanted()+coverable
	return p
}

// plain finds the roster without a thought of skills, with the weeks that it takes from
// people, and how many places could be filled at most.
func (s *solver) plain() (best solution, bars map[who]bool, bound int) {
	most := s.solve(nil)
	best, bars = s.settle(most, nil, len(most))
	if near := s.nearby(); len(near) > 0 {
		if kept, b := s.settle(s.solve(near), near, len(most)); len(kept) >= len(best) {
			best, bars = kept, b
		}
	}
	return best, bars, len(most)
}

// who and when names a day or a week of somebody.
type who struct {
	holder int // index in Ask.Holders
	when   int // a week, or a day
}

// turn is one of a solution.
type turn struct{ holder, evening int }

type solution []turn

// solver holds an Ask in the shape that is asked most.
type solver struct {
	Ask
	needs  []map[Role]int
	kept   map[string]int // turns of a holder on these evenings that stay
	day    map[string]map[calendar.Date]bool
	month  map[string]map[calendar.Date]int // by the first of the month
	weeks  map[string]map[int]bool
	before map[turn]bool // suggested before, and still possible
	wants  [][]Skill     // that nobody has who stays
	seated [][]asking    // the seats that should have them; nil: none
}

func newSolver(a Ask) *solver {
	s := &solver{
		Ask: a, kept: map[string]int{}, day: map[string]map[calendar.Date]bool{},
		month: map[string]map[calendar.Date]int{}, weeks: map[string]map[int]bool{}, before: map[turn]bool{},
	}
	s.Evenings = slices.DeleteFunc(slices.Clone(a.Evenings), func(e Evening) bool { return !e.On() })
	place := map[string]int{}
	for i, e := range s.Evenings {
		place[e.key()] = i
	}
	index := map[string]int{}
	for i, h := range a.Holders {
		index[h.ID] = i
		s.day[h.ID], s.month[h.ID], s.weeks[h.ID] = map[calendar.Date]bool{}, map[calendar.Date]int{}, map[int]bool{}
	}
	on := make([][]Holder, len(s.Evenings))
	for _, b := range a.Booked {
		h, known := index[b.HolderID]
		e, asked := place[key(b.PlaceID, b.Date.String())]
		switch {
		case !known:
		case b.Suggested && asked:
			s.before[turn{h, e}] = true
		default:
			s.keep(b, asked)
			if asked {
				on[e] = append(on[e], a.Holders[h])
			}
		}
	}
	for i, e := range s.Evenings {
		s.needs = append(s.needs, e.needs(on[i]))
		s.wants = append(s.wants, e.lacking(on[i]))
	}
	for t := range s.before {
		if s.may(a.Holders[t.holder], s.Evenings[t.evening].Date) != nil {
			delete(s.before, t)
		}
	}
	return s
}

func (s *solver) keep(b Booked, asked bool) {
	if asked {
		s.kept[b.HolderID]++
	}
	s.day[b.HolderID][b.On] = true
	s.month[b.HolderID][monthOf(b.On)]++
	s.weeks[b.HolderID][weekOf(b.On)] = true
}

// needs counts the places that are open beside those who are on already.
func (e Evening) needs(on []Holder) map[Role]int {
	out := map[Role]int{PaidRole: 1, VolunteerRole: 1}
	all := 2
	for _, a := range e.Activities {
		all = max(all, a.Leads)
	}
	for _, h := range on {
		if h.Paid {
			out[PaidRole] = 0
		} else {
			out[VolunteerRole] = 0
		}
	}
	out[AnyRole] = max(all-len(on)-out[PaidRole]-out[VolunteerRole], 0)
	return out
}

func roles() []Role { return []Role{PaidRole, VolunteerRole, AnyRole} }

func monthOf(d calendar.Date) calendar.Date { return d.AddDays(1 - d.Day) }

// weekOf numbers weeks from Monday to Sunday.
func weekOf(d calendar.Date) int {
	monday := calendar.Date{Year: 2001, Month: 1, Day: 1}
	return d.DaysSince(monday.AddDays(-7*5000)) / 7 // never below 0
}

// may judges a date for somebody, but for the month and the row, which depend on the rest.
func (s *solver) may(h Holder, d calendar.Date) error {
	if err := h.can(d); err != nil {
		return err
	}
	if s.day[h.ID][d] {
		return ErrElsewhere
	}
	return nil
}

// solve finds the best roster in which nobody is on in a week that is barred for them.
func (s *solver) solve(barred map[who]bool) solution {
	n := newNetwork()
	seats := make([][]seat, len(s.Evenings))
	for i := range s.Evenings {
		seats[i] = s.seats(n, i)
	}
	type choice struct {
		turn
		arc int
	}
	var choices []choice
	for i, h := range s.Holders {
		person := n.node()
		months, days, turns := map[calendar.Date]int{}, map[calendar.Date]int{}, 0
		for j, e := range s.Evenings {
			if barred[who{i, weekOf(e.Date)}] || len(seats[j]) == 0 || s.may(h, e.Date) != nil {
				continue
			}
			m, had := months[monthOf(e.Date)]
			if !had {
				room := far
				if h.Max > 0 {
					room = max(h.Max-s.month[h.ID][monthOf(e.Date)], 0)
				}
				m = n.node()
				months[monthOf(e.Date)] = m
				n.join(person, m, room, 0)
			}
			d, had := days[e.Date]
			if !had {
				d = n.node()
				days[e.Date] = d
				n.join(m, d, 1, 0)
				turns++
			}
			cost := costChange
			if s.before[turn{i, j}] {
				cost = 0
			}
			for _, x := range seats[j] {
				if x.role.fits(h) {
					choices = append(choices, choice{turn{i, j}, n.join(d, x.node, 1, cost+costSkill*x.lacks(h, e.Date))})
				}
			}
		}
		for k := range turns {
			n.join(source, person, 1, 2*(s.kept[h.ID]+k+1)-1)
		}
	}
	n.run()
	var out solution
	for _, c := range choices {
		if n.used(c.arc) > 0 {
			out = append(out, c.turn)
		}
	}
	return out
}

// settle takes weeks from people until nobody is on too often in a row, and gives back those
// that fill a place after all.
func (s *solver) settle(x solution, barred map[who]bool, bound int) (solution, map[who]bool) {
	bars := map[who]bool{}
	maps.Copy(bars, barred)
	for {
		more := s.tooMany(x)
		if len(more) == 0 {
			return s.giveBack(x, bars, bound), bars
		}
		for _, b := range more {
			bars[b] = true
		}
		x = s.solve(bars)
	}
}

// giveBack lifts the bars that are not needed any more, one by one, where that fills a place.
func (s *solver) giveBack(x solution, bars map[who]bool, bound int) solution {
	order := slices.SortedFunc(maps.Keys(bars), func(a, b who) int {
		return cmp.Or(cmp.Compare(a.when, b.when), cmp.Compare(a.holder, b.holder))
	})
	for _, b := range order {
		if len(x) >= bound {
			break
		}
		if rowWith(s.weeksIn(x, b.holder), b.when) > s.InRow {
			continue
		}
		delete(bars, b)
		if better := s.solve(bars); len(better) > len(x) && len(s.tooMany(better)) == 0 {
			x = better
			continue
		}
		bars[b] = true
	}
	return x
}

// weeksIn are the weeks in which somebody is on.
func (s *solver) weeksIn(x solution, holder int) map[int]bool {
	out := maps.Clone(s.weeks[s.Holders[holder].ID])
	for _, t := range x {
		if t.holder == holder {
			out[weekOf(s.Evenings[t.evening].Date)] = true
		}
	}
	return out
}

// tooMany are the weeks to take from people: of each row that is too long one that was
// suggested, the latest of those that are new where there are any.
func (s *solver) tooMany(x solution) []who {
	if s.InRow == 0 {
		return nil
	}
	suggested := map[who]bool{} // and whether it was before
	for _, t := range x {
		suggested[who{t.holder, weekOf(s.Evenings[t.evening].Date)}] = s.before[t]
	}
	var out []who
	for i := range s.Holders {
		sorted := slices.Sorted(maps.Keys(s.weeksIn(x, i)))
		row := 0
		for k, w := range sorted {
			if k > 0 && sorted[k-1] == w-1 {
				row++
			} else {
				row = 1
			}
			if row <= s.InRow {
				continue
			}
			if b, ok := takes(suggested, i, w-s.InRow, w); ok {
				out = append(out, b)
			}
			row = 0 // the rest is judged when this week is gone
		}
	}
	return out
}

// takes chooses which week of a row goes.
func takes(suggested map[who]bool, holder, from, to int) (out who, ok bool) {
	for w := to; w >= from; w-- {
		before, is := suggested[who{holder, w}]
		if is && !before {
			return who{holder, w}, true
		}
		if is && !ok {
			out, ok = who{holder, w}, true
		}
	}
	return out, ok
}

// nearby bars the weeks that would make a row too long beside what was suggested before: so
// that asking again changes nothing that need not change.
func (s *solver) nearby() map[who]bool {
	out := map[who]bool{}
	if len(s.before) == 0 || s.InRow == 0 {
		return out
	}
	for i, h := range s.Holders {
		has := maps.Clone(s.weeks[h.ID])
		for t := range s.before {
			if t.holder == i {
				has[weekOf(s.Evenings[t.evening].Date)] = true
			}
		}
		for _, e := range s.Evenings {
			w := weekOf(e.Date)
			if !has[w] && rowWith(has, w) > s.InRow {
				out[who{i, w}] = true
			}
		}
	}
	return out
}

// rowWith is how long the row of weeks around one is, that one among them.
func rowWith(weeks map[int]bool, w int) int {
	n := 1
	for x := w - 1; weeks[x]; x-- {
		n++
	}
	for x := w + 1; weeks[x]; x++ {
		n++
	}
	return n
}

// proposal says what a solution means, and why places stayed open.
func (s *solver) proposal(x solution) Proposal {
	p := Proposal{Evenings: s.Evenings}
	on := make([][]Holder, len(s.Evenings))
	for _, t := range x {
		e, h := s.Evenings[t.evening], s.Holders[t.holder]
		p.Turns = append(p.Turns, Turn{PlaceID: e.Place.ID, Date: e.Planned, HolderID: h.ID, Suggested: true})
		on[t.evening] = append(on[t.evening], h)
		s.day[h.ID][e.Date] = true
		s.month[h.ID][monthOf(e.Date)]++
		s.weeks[h.ID][weekOf(e.Date)] = true
		if !s.before[t] {
			p.New++
		}
	}
	for i, e := range s.Evenings {
		left := s.needs[i]
		for _, r := range roles() {
			p.Asked += left[r]
		}
		for _, h := range on[i] {
			own := VolunteerRole
			if h.Paid {
				own = PaidRole
			}
			if left[own] == 0 {
				own = AnyRole
			}
			left[own]--
		}
		for _, r := range roles() {
			if left[r] > 0 {
				p.Gaps = append(p.Gaps, Gap{e, r, left[r], s.why(e, r)})
			}
		}
		s.sayMissing(&p, i, on[i])
	}
	return p
}

// why says of everybody who could have had a place why they are not there.
func (s *solver) why(e Evening, r Role) []Refusal {
	var out []Refusal
	for _, h := range s.Holders {
		if !r.fits(h) {
			continue
		}
		err := s.may(h, e.Date)
		switch {
		case err != nil:
		case h.Max > 0 && s.month[h.ID][monthOf(e.Date)] >= h.Max:
			err = ErrFull
		default:
			err = ErrInRow
		}
		out = append(out, Refusal{h, err})
	}
	return out
}
