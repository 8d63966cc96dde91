package privacy

import (
	"errors"
	"fmt"
	"slices"

	"kring/internal/vault"
	"kring/sessions/calendar"
)

// Purpose is what somebody may agree to.
type Purpose string

// The purposes. Whether somebody wants the toolkit is kept with their support group.
const (
	ForCourse  Purpose = "course"  // their name and number on the list of the course
	ForPhotos  Purpose = "photos"  // to be seen on photos
	ForContact Purpose = "contact" // a message after the course
	ForSharing Purpose = "sharing" // their number with the group
)

// Purposes lists them in the order of the form.
func Purposes() []Purpose { return []Purpose{ForCourse, ForPhotos, ForContact, ForSharing} }

// Answer is what somebody said.
type Answer string

// The answers. Withdrawn is a yes that was taken back.
const (
	NotAsked  Answer = ""
	Agreed    Answer = "yes"
	Refused   Answer = "no"
	TakenBack Answer = "withdrawn"
)

// Answers lists them in the order of a picker.
func Answers() []Answer { return []Answer{NotAsked, Agreed, Refused, TakenBack} }

// Consent is what somebody said to one purpose, when and how.
type Consent struct {
	Kind      Kind          `json:"kind"`
	ID        string        `json:"id"`
	Purpose   Purpose       `json:"purpose"`
	Answer    Answer        `json:"answer,omitempty"`
	On        calendar.Date `json:"on,omitzero"`
	How       string        `json:"how,omitempty"` // said, signed or message
	Withdrawn calendar.Date `json:"withdrawn,omitzero"`
}

// What somebody has to mend of an answer. ErrConsent says that it cannot be: one without a day,
// or taken back before it was given.
var (
	ErrConsent    = errors.New("an answer needs the day on which it was given")
	ErrConsentDay = errors.New("an answer cannot be given on a day that is still to come")
)

// Hows lists how somebody can say it.
func Hows() []string { return []string{"said", "signed", "message"} }

// Validate checks what a form can get wrong.
func (c Consent) Validate() error {
	switch {
	case !slices.Contains(Purposes(), c.Purpose) || !slices.Contains(Answers(), c.Answer):
		return fmt.Errorf("%q to %q: %w", c.Answer, c.Purpose, ErrConsent)
	case c.Answer == NotAsked:
		return nil
	case c.On.IsZero():
		return fmt.Errorf("%s: %w", c.Purpose, ErrConsent)
	case c.Answer == TakenBack && c.Withdrawn.Compare(c.On) < 0:
		return fmt.Errorf("%s: %w", c.Purpose, ErrConsent)
	}
	return nil
}

// tidy is an answer as it is kept: nothing more than it has.
func (c Consent) tidy() Consent {
	if c.Answer == NotAsked {
		c.On, c.How = calendar.Date{}, ""
	}
	if c.Answer != TakenBack {
		c.Withdrawn = calendar.Date{}
	}
	return c
}

func consentKey(sub Subject, p Purpose) string { return sub.Key() + "+" + string(p) }

// Consents are somebody's answers to all purposes.
func (s *Store) Consents(sub Subject) []Consent {
	out := make([]Consent, 0, len(Purposes()))
	for _, p := range Purposes() {
		c, ok := s.consents.Get(consentKey(sub, p))
		if !ok {
			c = Consent{Kind: sub.Kind, ID: sub.ID, Purpose: p}
		}
		out = append(out, c)
	}
	return out
}

// SetConsents keeps somebody's answers as one action; of what was not asked nothing is kept.
// None can be of a day after today.
func (s *Store) SetConsents(sub Subject, all []Consent, today calendar.Date) error {
	for _, c := range all {
		c = c.tidy()
		if err := c.Validate(); err != nil {
			return err
		}
		if c.On.Compare(today) > 0 || c.Withdrawn.Compare(today) > 0 {
			return fmt.Errorf("%s: %w", c.Purpose, ErrConsentDay)
		}
	}
	err := s.vault.Do(vault.NewAction("action.consent", "Name", sub.Name), func(tx *vault.Tx) error {
		for _, c := range all {
			c.Kind, c.ID = sub.Kind, sub.ID
			c = c.tidy()
			k := consentKey(sub, c.Purpose)
			was, there := s.consents.Get(k)
			var err error
			switch {
			case c.Answer == NotAsked && there:
				err = s.consents.Delete(tx, k)
			case c.Answer != NotAsked && was != c:
				err = s.consents.Put(tx, k, c)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	return vault.While(err, "keeping what somebody agreed to")
}

// Gone removes what this room has of a person who is deleted, within the action of another
// room: undo brings it back.
func (s *Store) Gone(kind Kind) func(tx *vault.Tx, id string) error {
	return func(tx *vault.Tx, id string) error {
		return s.eraseOwn(tx, Subject{Kind: kind, ID: id}, calendar.Date{})
	}
}
