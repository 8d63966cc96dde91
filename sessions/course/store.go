package course

import (
	"kring/internal/vault"
	"kring/sessions/people"
)

// The collections of this room. Composite keys are "ULID+ULID": what two laptops
// may change at the same time is a record of its own.
const (
	colCourses    = "courses"    // course
	colSessions   = "sessions"   // course+session
	colPeople     = "people"     // person
	colEnrolments = "enrolments" // course+person
	colMarks      = "marks"      // session+person
	colAgreements = "agreements" // course+agreement
	colPlans      = "plans"      // session
	colLogs       = "logs"       // session
)

// Store answers every question about courses from memory and writes each user
// action as one transaction. It is safe for use from several goroutines.
type Store struct {
	vault      *vault.Vault
	programmes []Programme

	courses    *vault.Collection[Course]
	sessions   *vault.Collection[Session]
	people     *vault.Collection[people.Person]
	rules      *vault.Collection[CertificateRule]
	enrolments *vault.Collection[Enrolment]
	marks      *vault.Collection[Mark]
	agreements *vault.Collection[Agreement]
	plans      *vault.Collection[SessionPlan]
	logs       *vault.Collection[Log]
	past       *vault.Collection[Past]

	search *index
	gone   leaving
}

// Open loads the collections of this room from a vault.
func Open(v *vault.Vault, programmes []Programme) (*Store, error) {
	s := &Store{vault: v, programmes: programmes}
	err := vault.LoadAll(
		vault.Load(v, colCourses, &s.courses),
		vault.Load(v, colSessions, &s.sessions),
		vault.Load(v, colPeople, &s.people),
		vault.Load(v, colEnrolments, &s.enrolments),
		vault.Load(v, colMarks, &s.marks),
		vault.Load(v, colAgreements, &s.agreements),
		vault.Load(v, colPlans, &s.plans),
		vault.Load(v, colLogs, &s.logs),
		vault.Load(v, colRules, &s.rules),
		vault.Load(v, colPast, &s.past),
	)
	if err != nil {
		return nil, err
	}
	s.search = newIndex(s)
	return s, nil
}

// Vault is where the store keeps its records: for undo, the journal and watching.
func (s *Store) Vault() *vault.Vault { return s.vault }

// Close stops the store's own watchers; the vault stays open.
func (s *Store) Close() { s.search.close() }

// Programmes lists the templates that a course can be made from.
func (s *Store) Programmes() []Programme { return s.programmes }

// Programme finds a template by its key.
func (s *Store) Programme(key string) (Programme, bool) {
	for _, p := range s.programmes {
		if p.Key == key {
			return p, true
		}
	}
	return Programme{}, false
}

func key(a, b string) string { return a + "+" + b }
