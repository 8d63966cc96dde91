package cafe

import (
	"maps"
	"math/bits"
	"slices"

	"kring/sessions/calendar"
)

// wanted counts the skills of all evenings that nobody has who stays.
func (s *solver) wanted() (n int) {
	for _, wants := range s.wants {
		n += len(wants)
	}
	return n
}

// coverable bounds how many of those any roster has: each skill by itself on as many evenings
// as those who have it can be within their days and months, and no evening more than the
// people for whom it has places can bring together. It is a flow in which somebody with two
// skills counts as two people.
func (s *solver) coverable() int {
	n := newNetwork()
	needs := map[lack]int{}
	skills := map[string]Skill{}
	for j := range s.Evenings {
		if len(s.wants[j]) == 0 {
			continue
		}
		evening := n.node()
		n.join(evening, sink, s.mostAt(j), 0)
		for _, k := range s.wants[j] {
			at := n.node()
			needs[lack{j, k.ID}], skills[k.ID] = at, k
			n.join(at, evening, 1, 0)
		}
	}
	for id := range skills {
		for _, h := range s.Holders {
			s.bring(n, h, id, needs)
		}
	}
	flow := n.run()
	return flow
}

// bring adds to a flow what somebody can bring of one skill.
func (s *solver) bring(n *network, h Holder, skillID string, needs map[lack]int) {
	months, days := map[calendar.Date]int{}, map[calendar.Date]int{}
	for j, e := range s.Evenings {
		at, asked := needs[lack{j, skillID}]
		if !asked || !h.Able(skillID, e.Date) || s.may(h, e.Date) != nil {
			continue
		}
		m, had := months[monthOf(e.Date)]
		if !had {
			m = n.node()
			months[monthOf(e.Date)] = m
			n.join(source, m, s.room(h, e.Date), 0)
		}
		d, had := days[e.Date]
		if !had {
			d = n.node()
			days[e.Date] = d
			n.join(m, d, 1, 0)
		}
		n.join(d, at, 1, 0)
	}
}

// party is how many paid people and volunteers take places, and which skills they bring.
type party struct {
	paid, others int
	skills       uint64
}

// mostAt is how many of the skills of an evening those can bring at most who fit its places.
func (s *solver) mostAt(evening int) (most int) {
	e, open := s.Evenings[evening], s.needs[evening]
	parties := map[party]bool{{}: true}
	for _, h := range s.Holders {
		var brings uint64
		for k, skill := range s.wants[evening] {
			if h.Able(skill.ID, e.Date) {
				brings |= 1 << k
			}
		}
		if brings == 0 || s.may(h, e.Date) != nil {
			continue
		}
		for _, p := range slices.Collect(maps.Keys(parties)) {
			if h.Paid {
				p.paid++
			} else {
				p.others++
			}
			p.skills |= brings
			if max(p.paid-open[PaidRole], 0)+max(p.others-open[VolunteerRole], 0) <= open[AnyRole] {
				parties[p] = true
				most = max(most, bits.OnesCount64(p.skills))
			}
		}
	}
	return most
}

// room is how many turns more somebody can have in the month of a date.
func (s *solver) room(h Holder, d calendar.Date) int {
	if h.Max == 0 {
		return far
	}
	return max(h.Max-s.month[h.ID][monthOf(d)], 0)
}
