package course

import "kring/sessions/calendar"

// Held counts how many sessions were on or before a day. Sessions come in rising
// order of date.
func Held(sessions []Session, today calendar.Date) int {
	n := 0
	for _, x := range sessions {
		if x.Date.Compare(today) <= 0 {
			n++
		}
	}
	return n
}

// CountOf sums up one person's attendance of a course as of a day. The session of
// the day itself counts once something is marked.
func (s *Store) CountOf(sessions []Session, personID string, today calendar.Date) Count {
	states := make([]State, len(sessions))
	for i, x := range sessions {
		states[i] = s.MarkOf(x.ID, personID).State
	}
	past := Held(sessions, today)
	if past > 0 && sessions[past-1].Date == today && states[past-1] == Unknown {
		past--
	}
	return CountStates(states, past)
}

// Tally counts the states of one session; who was erased is among them.
func (s *Store) Tally(sessionID string) map[State]int {
	out := map[State]int{}
	for _, m := range s.marks.Prefix(sessionID + "+") {
		if m.State != Unknown {
			out[m.State]++
		}
	}
	if s.past.Len() == 0 {
		return out
	}
	if x, ok := s.sessionByID(sessionID); ok {
		for _, st := range States() {
			if n := s.pastOf(x.CourseID, markOf(sessionID, st)); n > 0 {
				out[st] += n
			}
		}
	}
	return out
}
