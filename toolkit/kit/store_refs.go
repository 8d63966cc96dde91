package kit

import "kring/internal/vault"

// BrokenReferences lists every record that points at one that is not there. A group goes on
// without its course, and who is in it without the person.
func (s *Store) BrokenReferences(course, person func(id string) bool) []vault.Dangling {
	var r vault.References
	for k, g := range s.groups.All() {
		if g.CourseID != "" && !course(g.CourseID) {
			g.CourseID = ""
			r.Add(s.groups.Unties(k, "course", g))
		}
	}
	for k, m := range s.members.All() {
		if !s.hasGroup(m.GroupID) {
			r.Add(s.members.Dangles(k, "group"))
		} else if m.PersonID != "" && !person(m.PersonID) {
			m.PersonID = ""
			r.Add(s.members.Unties(k, "person", m))
		}
	}
	for k, x := range s.signs.All() {
		if !s.hasGroup(x.GroupID) {
			r.Add(s.signs.Dangles(k, "group"))
		}
	}
	for k, x := range s.steps.All() {
		if !s.hasGroup(x.GroupID) {
			r.Add(s.steps.Dangles(k, "group"))
		} else if _, ok := s.ownSteps.Get(x.StepID); !ok && (OwnStep{ID: x.StepID}).Own() {
			r.Add(s.steps.Dangles(k, "small step"))
		}
	}
	for k, d := range s.deliveries.All() {
		if !s.hasGroup(d.GroupID) {
			r.Add(s.deliveries.Dangles(k, "group"))
		}
	}
	return r.All
}

func (s *Store) hasGroup(id string) bool {
	_, ok := s.groups.Get(id)
	return ok
}
