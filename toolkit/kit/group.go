package kit

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"kring/sessions/calendar"
	"kring/sessions/plan"
)

// Group is a support group: people who go on together after a course.
type Group struct {
	ID       string        `json:"id"`
	CourseID string        `json:"course,omitempty"` // that it comes from; a group may have none
	Name     string        `json:"name"`             // that it gave itself
	Contact  string        `json:"contact,omitempty"`
	Phone    string        `json:"phone,omitempty"` // of the contact, E.164 where it can be
	Lang     string        `json:"lang,omitempty"`  // in which the contact likes a message (BCP 47)
	Chat     bool          `json:"chat,omitempty"`  // the group has a group chat
	Trainer  string        `json:"trainer,omitempty"`
	Start    calendar.Date `json:"start"`
}

// Form is how somebody likes to get a toolkit.
type Form string

// The forms.
const (
	OnPaper  Form = "paper"
	AsPDF    Form = "pdf"
	Pictures Form = "pictures" // for the phone
	Short    Form = "short"    // a short text
)

// Forms lists them in the order of a picker.
func Forms() []Form { return []Form{OnPaper, AsPDF, Pictures, Short} }

// How somebody said that they want the toolkit.
type How string

// The ways; the empty one was not written down.
const (
	Said    How = "said"
	Signed  How = "signed"
	Message How = "message"
)

// Hows lists the ways in the order of a picker.
func Hows() []How { return []How{Said, Signed, Message} }

// Member is somebody in a group. ID is that of the person where the vault knows one; the name
// is kept beside it, so that who is gone from the vault is still called something.
type Member struct {
	GroupID   string        `json:"g"`
	ID        string        `json:"id"`
	PersonID  string        `json:"p,omitempty"`
	Name      string        `json:"name"`
	Phone     string        `json:"phone,omitempty"` // of who is no person of the vault
	Lang      string        `json:"lang,omitempty"`
	Form      Form          `json:"form,omitempty"`
	Since     calendar.Date `json:"since,omitzero"` // when they said that they want the toolkit
	How       How           `json:"how,omitempty"`
	Withdrawn calendar.Date `json:"withdrawn,omitzero"`
}

// Wants tells whether somebody asked for the toolkit and did not take that back.
func (m Member) Wants() bool { return !m.Since.IsZero() && m.Withdrawn.IsZero() }

// Kind of a sign of life.
type Kind string

// The kinds.
const (
	Meeting Kind = "meeting"
	Word    Kind = "message" // that somebody of the group sent
	Talked  Kind = "talked"  // about a toolkit
	Visit   Kind = "visit"   // of the trainer
)

// Kinds lists them in the order of a picker.
func Kinds() []Kind { return []Kind{Meeting, Word, Talked, Visit} }

// Sign is a sign of life of a group; one whose date is still to come is planned. It has room
// for a number and a line, and none for names or pictures.
type Sign struct {
	GroupID string        `json:"g"`
	ID      string        `json:"id"`
	Date    calendar.Date `json:"date"`
	At      plan.Clock    `json:"at,omitempty"` // of what is planned
	Kind    Kind          `json:"kind"`
	About   int           `json:"about,omitempty"` // roughly how many there were; 0: not said
	Note    string        `json:"note,omitempty"`  // what came up, or where they meet
}

// Planned tells whether it is still to come.
func (s Sign) Planned(today calendar.Date) bool { return s.Date.Compare(today) > 0 }

// What can be wrong with a group and what belongs to it.
var (
	ErrGroupName = errors.New("a group needs a name")
	ErrMember    = errors.New("a member needs a name")
	ErrWithdrawn = errors.New("taken back before it was said, or never said")
	ErrSign      = errors.New("no such sign of life")
	ErrAbout     = errors.New("roughly how many is a number up to 200")
	ErrAt        = errors.New("no time of a day")
	ErrFarDate   = errors.New("a date that cannot be of a group")
	ErrNotFound  = errors.New("not found in the vault")
)

// mostAbout is more than any group has.
const mostAbout = 200

// Validate checks what a form can get wrong; errors.Is tells which.
func (g Group) Validate() error {
	if strings.TrimSpace(g.Name) == "" {
		return ErrGroupName
	}
	return near(g.Start)
}

// Validate checks what a form can get wrong; errors.Is tells which.
func (m Member) Validate() error {
	switch {
	case strings.TrimSpace(m.Name) == "":
		return ErrMember
	case m.Form != "" && !slices.Contains(Forms(), m.Form), m.How != "" && !slices.Contains(Hows(), m.How):
		return fmt.Errorf("form %q, how %q: %w", m.Form, m.How, ErrMember)
	case !m.Withdrawn.IsZero() && (m.Since.IsZero() || m.Withdrawn.Compare(m.Since) < 0):
		return ErrWithdrawn
	}
	return errors.Join(near(m.Since), near(m.Withdrawn))
}

// Validate checks what a form can get wrong; errors.Is tells which.
func (s Sign) Validate() error {
	switch {
	case !slices.Contains(Kinds(), s.Kind):
		return fmt.Errorf("%q: %w", s.Kind, ErrSign)
	case s.About < 0 || s.About > mostAbout:
		return fmt.Errorf("%d: %w", s.About, ErrAbout)
	case s.Date.IsZero() || s.At < 0 || s.At >= 24*60:
		return fmt.Errorf("%s: %w", s.Date, ErrFarDate)
	}
	return near(s.Date)
}

// near tells of a date that is none of this century; no date is fine.
func near(d calendar.Date) error {
	if !d.IsZero() && (d.Year < 2000 || d.Year > 2100) {
		return fmt.Errorf("%s: %w", d, ErrFarDate)
	}
	return nil
}
