package course

import (
	"errors"
	"strings"

	"kring/sessions/calendar"
	"kring/sessions/plan"
)

// Mode says where a course meets.
type Mode string

// The modes of a course.
const (
	Physical Mode = "physical"
	Online   Mode = "online"
)

// Course is one group that follows one programme.
type Course struct {
	ID        string          `json:"id"`
	Programme string          `json:"prog"`
	Name      string          `json:"name"`
	Place     string          `json:"place,omitempty"`
	Region    calendar.Region `json:"region,omitempty"`
	Languages []string        `json:"langs,omitempty"` // BCP 47
	Mode      Mode            `json:"mode,omitempty"`
	ChildCare bool            `json:"care,omitempty"`
	Trainer   string          `json:"trainer,omitempty"`
	Assistant string          `json:"assistant,omitempty"`
	Capacity  int             `json:"cap,omitempty"` // 0: no limit
	Start     plan.Clock      `json:"start"`         // of every session that has no time of its own
	End       plan.Clock      `json:"end"`
}

// Session is one meeting of a course. Its plan and the duo's log are records of
// their own, because two laptops may change them at the same time.
type Session struct {
	ID       string        `json:"id"`
	CourseID string        `json:"course"`
	Number   int           `json:"n"` // 1 to MaxSessions
	Date     calendar.Date `json:"date"`
	Start    plan.Clock    `json:"start"`
	End      plan.Clock    `json:"end"`
}

// Enrolment says that a person takes part in a course.
type Enrolment struct {
	CourseID string        `json:"c"`
	PersonID string        `json:"p"`
	Since    calendar.Date `json:"since"`
	Stopped  bool          `json:"stop,omitempty"` // left before the end; the marks stay
}

// Agreement is one rule that the group made for itself.
type Agreement struct {
	ID       string `json:"id"`
	CourseID string `json:"c"`
	Order    int    `json:"o"`
	Text     string `json:"t"`
}

// Log is what the duo writes of a session; private to them.
type Log struct {
	SessionID string `json:"s"`
	Notes     string `json:"notes,omitempty"` // private notes and signals
	Went      string `json:"went,omitempty"`  // how it went
	LeftOver  string `json:"left,omitempty"`  // shows at the next session
	Task      string `json:"task,omitempty"`  // the week's task, where it differs from the programme's
}

// SessionPlan is a group's own version of a session's blocks.
type SessionPlan struct {
	SessionID string       `json:"s"`
	Blocks    []plan.Block `json:"b"`
}

// What can be wrong with a course or a question about one.
var (
	ErrName     = errors.New("a course needs a name")
	ErrTimes    = errors.New("the end must be later than the start")
	ErrDates    = errors.New("the course needs its dates, in rising order")
	ErrCapacity = errors.New("the number of places cannot be negative")
	ErrNotFound = errors.New("not found in the vault")
	ErrPerson   = errors.New("a person needs a name")
)

// Validate checks what a form can get wrong; errors.Is tells which.
func (c Course) Validate() error {
	var errs []error
	if strings.TrimSpace(c.Name) == "" {
		errs = append(errs, ErrName)
	}
	if c.End <= c.Start {
		errs = append(errs, ErrTimes)
	}
	if c.Capacity < 0 {
		errs = append(errs, ErrCapacity)
	}
	return errors.Join(errs...)
}
