package cafe

import "slices"

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

// sayMissing counts the skills of an evening, and says which nobody has and why.
func (s *solver) sayMissing(p *Proposal, evening int, on []Holder) {
	e := s.Evenings[evening]
	p.Skills.Needed += len(e.Needs)
	p.Skills.Covered += len(e.Needs) - len(s.wants[evening])
	for _, k := range s.wants[evening] {
		if slices.ContainsFunc(on, func(h Holder) bool { return h.Able(k.ID, e.Date) }) {
			p.Skills.Covered++
			continue
		}
		p.Missing = append(p.Missing, SkillGap{e, k, s.whyMissing(e, k)})
	}
}

// whyMissing says of everybody who has a skill why they are not there.
func (s *solver) whyMissing(e Evening, k Skill) []Refusal {
	var out []Refusal
	for _, h := range s.Holders {
		if !h.Rating(k.ID).Level.Able() {
			continue
		}
		err := s.may(h, e.Date)
		switch {
		case !h.Able(k.ID, e.Date):
			err = ErrLapsed
		case err != nil:
		case h.Max > 0 && s.month[h.ID][monthOf(e.Date)] >= h.Max:
			err = ErrFull
		case s.InRow > 0 && rowWith(s.weeks[h.ID], weekOf(e.Date)) > s.InRow:
			err = ErrInRow
		default:
			err = ErrNoSeat
		}
		out = append(out, Refusal{h, err})
	}
	return out
}
