package privacy

import "kring/sessions/calendar"

// DecisionsIn is the collection of the decisions: a count of who was erased, never who.
const DecisionsIn = colDecisions

// Erasures are how many people were erased by some decisions, and on which days the first and
// the last of them went.
type Erasures struct {
	People      int
	First, Last calendar.Date
}

// Erasures counts those of the decisions with some ids. What a duo wrote of a course and what
// was written after an evening are no people; nor is a decision to keep somebody.
func (s *Store) Erasures(ids []string) Erasures {
	var out Erasures
	for _, id := range ids {
		d, ok := s.decisions.Get(id)
		if !ok || d.Did != Erased || d.Data == DuoNotes || d.Data == Debriefs {
			continue
		}
		if out.People++; out.First.IsZero() || d.On.Compare(out.First) < 0 {
			out.First = d.On
		}
		if d.On.Compare(out.Last) > 0 {
			out.Last = d.On
		}
	}
	return out
}
