package cafe

import (
	"slices"

	"kring/sessions/calendar"
)

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
		e, asked := place[eveningKey(b.PlaceID, b.Date)]
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
