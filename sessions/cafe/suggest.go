package cafe

import (
	"errors"

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
