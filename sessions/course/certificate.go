package course

import (
	"errors"
	"fmt"

	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/people"
)

// CertificateRule says who gets a certificate of participation: an organisation's choice.
type CertificateRule struct {
	AtLeast int `json:"n"` // sessions that somebody attended
}

// colRules has one record for each rule of the organisation.
const colRules = "rules"

// certificateKey is the record of the rule for certificates.
const certificateKey = "certificate"

// usualLeast is how many sessions a certificate takes where nobody chose.
const usualLeast = 4

// ErrRule says that a rule for certificates cannot be.
var ErrRule = errors.New("a certificate takes at least one session")

// CertificateRule is the organisation's.
func (s *Store) CertificateRule() CertificateRule {
	if r, ok := s.rules.Get(certificateKey); ok {
		return r
	}
	return CertificateRule{usualLeast}
}

// SetCertificateRule chooses from how many sessions on somebody gets a certificate.
func (s *Store) SetCertificateRule(r CertificateRule) error {
	if r.AtLeast < 1 {
		return fmt.Errorf("%d sessions: %w", r.AtLeast, ErrRule)
	}
	if r == s.CertificateRule() {
		return nil
	}
	err := s.vault.Do(vault.NewAction("action.certificaterule"), func(tx *vault.Tx) error {
		return s.rules.Put(tx, certificateKey, r)
	})
	return vault.While(err, "choosing who gets a certificate")
}

// Certified is somebody who gets a certificate, with how many sessions they attended.
type Certified struct {
	people.Person
	Attended int
}

// Certified are those of a course who attended so many sessions as of a day, in the order of
// the roster. Who stopped but attended as many is among them: they took part.
func (s *Store) Certified(courseID string, r CertificateRule, today calendar.Date, compare func(a, b string) int) []Certified {
	sessions := s.Sessions(courseID)
	var out []Certified
	for _, p := range s.Roster(courseID, compare) {
		if n := s.CountOf(sessions, p.Person.ID, today).Attended; n >= r.AtLeast {
			out = append(out, Certified{p.Person, n})
		}
	}
	return out
}
