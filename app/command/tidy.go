package command

import (
	"errors"
	"slices"

	"kring/internal/vault"
)

// ActionTidy is the action that takes away what belongs to nothing any more.
const ActionTidy = "action.tidy"

// Dangling lists every record that points at one that is not there.
func (s Stores) Dangling() []vault.Dangling {
	course := func(id string) bool { _, ok := s.Courses.Course(id); return ok }
	person := func(id string) bool { _, ok := s.Courses.Person(id); return ok }
	return slices.Concat(s.Courses.BrokenReferences(), s.Places.BrokenReferences(), s.Kits.BrokenReferences(course, person),
		s.Books.BrokenReferences(), s.Terms.BrokenReferences(), s.Privacy.BrokenReferences(person))
}

// Tidy takes away, in a vault that was just saved, what belonged to something that was lost, as
// one action. It gives how many records of each collection went; one that only lost what it
// pointed at is not counted.
func Tidy(path, secret string) (gone map[string]int, err error) {
	v, err := vault.Open(path, secret)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, v.Close()) }()
	s, err := OpenStores(v, nil)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	all := s.Dangling()
	gone = map[string]int{}
	for _, d := range all {
		if !d.Stays {
			gone[d.Collection]++
		}
	}
	return gone, v.Tidy(vault.NewAction(ActionTidy), all)
}
