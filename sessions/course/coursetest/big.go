// Package coursetest makes vaults for tests and measurements.
package coursetest

import (
	"fmt"
	"strings"

	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
	"kring/sessions/plan"
)

// The shape of a big organisation after ten years: 24,000 people and 144,000 marks.
const (
	Courses  = 2_000
	People   = 12 // in each course
	Sessions = 6
)

// First is the day of the first course's first session; each further course begins a
// day earlier.
var First = calendar.Date{Year: 2027, Month: 1, Day: 12}

var (
	givenNames  = strings.Fields("Samira Fatima Mohamed Anna Piet Zoë Émile Łukasz Şükran Aaltje Yusuf Noor Bilal Hanna Okeke")
	familyNames = []string{"de Vries", "van der Meer", "Haddad", "El Amrani", "Jansen", "Wiśniewski", "Öztürk", "van den Berg", "Bakker", "Al-Sayed", "’t Hart"}
)

// Name is the i-th of many names as they occur in Dutch groups.
func Name(i int) string {
	return givenNames[i%len(givenNames)] + " " + familyNames[i/len(givenNames)%len(familyNames)] + fmt.Sprintf(" %c%c", 'A'+i%26, 'a'+i/26%26)
}

// Big writes a big organisation's vault, with a cheap key derivation.
func Big(path, passphrase string) error {
	v, _, err := vault.Create(path, passphrase, vault.WithKDF(vault.TestKDF))
	if err != nil {
		return fmt.Errorf("making the big vault: %w", err)
	}
	w := &writer{}
	if err := w.open(v); err != nil {
		return err
	}
	for from := 0; from < Courses; from += 100 {
		err := v.Do(vault.Action{Kind: "fill"}, func(tx *vault.Tx) error {
			w.tx = tx
			for i := range 100 {
				w.course(from + i)
			}
			return w.err
		})
		if err != nil {
			return fmt.Errorf("filling the big vault: %w", err)
		}
	}
	return v.Close()
}

// writer writes records until one fails.
type writer struct {
	tx         *vault.Tx
	err        error
	courses    *vault.Collection[course.Course]
	sessions   *vault.Collection[course.Session]
	people     *vault.Collection[people.Person]
	enrolments *vault.Collection[course.Enrolment]
	marks      *vault.Collection[course.Mark]
}

func (w *writer) open(v *vault.Vault) error {
	w.courses = collection[course.Course](w, v, "courses")
	w.sessions = collection[course.Session](w, v, "sessions")
	w.people = collection[people.Person](w, v, "people")
	w.enrolments = collection[course.Enrolment](w, v, "enrolments")
	w.marks = collection[course.Mark](w, v, "marks")
	return w.err
}

func collection[T any](w *writer, v *vault.Vault, name string) *vault.Collection[T] {
	c, err := vault.NewCollection[T](v, name)
	if w.err == nil {
		w.err = err
	}
	return c
}

func put[T any](w *writer, c *vault.Collection[T], key string, value T) {
	if w.err == nil {
		w.err = c.Put(w.tx, key, value)
	}
}

func (w *writer) course(i int) {
	c := course.Course{
		ID: vault.NewID(), Programme: "hbbm", Name: fmt.Sprintf("Ouders %s %d", familyNames[i%len(familyNames)], i), Place: "Gouda",
		Start: plan.At(9, 30), End: plan.At(12, 30),
	}
	put(w, w.courses, c.ID, c)
	who := make([]string, People)
	for j := range who {
		p := people.Person{ID: vault.NewID(), Name: Name(i*People + j), Phone: "+31612345678", Reads: []string{"nl", "ar"}, Kind: people.Mother}
		who[j] = p.ID
		put(w, w.people, p.ID, p)
		put(w, w.enrolments, c.ID+"+"+p.ID, course.Enrolment{CourseID: c.ID, PersonID: p.ID, Since: First})
	}
	for n := range Sessions {
		x := course.Session{ID: vault.NewID(), CourseID: c.ID, Number: n + 1, Date: First.AddDays(7*n - i), Start: c.Start, End: c.End}
		put(w, w.sessions, c.ID+"+"+x.ID, x)
		for j, id := range who {
			put(w, w.marks, x.ID+"+"+id, course.Mark{State: course.States()[(i+j)%4]})
		}
	}
}
