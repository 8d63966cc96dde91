package course_test

import (
	"errors"
	"slices"
	"testing"

	"kring/internal/vault"
	"kring/sessions/people"
)

// Other rooms hear of what is deleted within the same action: when they cannot clean up,
// nothing is deleted.
func TestOthersHearOfWhatIsDeleted(t *testing.T) {
	s := newStore(t)
	c, err := s.Create(aCourse("Ouders"), weeks(2))
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.AddParticipant(c.ID, people.Person{Name: "Piet"}, firstDay)
	if err != nil {
		t.Fatal(err)
	}
	var heard []string
	fault := errors.New("cannot")
	listen := func(_ *vault.Tx, id string) error {
		heard = append(heard, id)
		return fault
	}
	s.OnDelete(listen, listen)
	if err := s.DeletePerson(p.ID); !errors.Is(err, fault) {
		t.Errorf("deleting a person: %v", err)
	}
	if err := s.DeleteCourse(c.ID); !errors.Is(err, fault) {
		t.Errorf("deleting a course: %v", err)
	}
	_, person := s.Person(p.ID)
	if _, there := s.Course(c.ID); !there || !person || !slices.Equal(heard, []string{p.ID, c.ID}) {
		t.Errorf("heard of %q; course %v, person %v", heard, there, person)
	}
	fault = nil
	if err := errors.Join(s.DeletePerson(p.ID), s.DeleteCourse(c.ID)); err != nil {
		t.Error(err)
	}
}
