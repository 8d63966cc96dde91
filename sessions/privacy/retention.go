package privacy

import (
	"errors"
	"slices"
	"strings"
	"time"

	"kring/sessions/calendar"
)

// Data is a kind of data with a term of its own.
type Data string

// The kinds of data.
const (
	Participants Data = "participants" // after their last course
	SignUps      Data = "signups"      // who signed up and came to no course
	DuoNotes     Data = "notes"        // private notes and signals of the duo
	Debriefs     Data = "debriefs"     // what was hard, and who needs a word, after an evening
	Visitors     Data = "visitors"     // by name, after their last visit
	Holders      Data = "holders"      // after their last turn
	Members      Data = "members"      // of support groups, after the last sign of life
	Withdrawn    Data = "withdrawn"    // who does not want the toolkit any more
	Translators  Data = "translators"  // their names with translations and comments
	Removed      Data = "deleted"      // what was deleted and is in the journal
)

// AllData lists them in the order of the page.
func AllData() []Data {
	return []Data{Participants, SignUps, DuoNotes, Debriefs, Visitors, Holders, Members, Withdrawn, Translators, Removed}
}

// Term is how long an organisation keeps a kind of data, and why.
type Term struct {
	Data   Data   `json:"data"`
	Months int    `json:"months"` // 0: until somebody decides otherwise; it is never due
	Why    string `json:"why,omitempty"`
}

// Default is the term until an organisation chooses one. Its reason is a message.
func Default(d Data) Term {
	months := map[Data]int{
		Participants: 12, SignUps: 6, DuoNotes: 3, Debriefs: 6, Visitors: 12, Holders: 12, Members: 24, Withdrawn: 1, Translators: 24, Removed: 1,
	}
	return Term{Data: d, Months: months[d]}
}

// MostMonths is the longest term: seven years, as the law asks of accounts.
const MostMonths = 84

// What can be wrong with a term or with keeping something for longer.
var (
	ErrTerm  = errors.New("a term is from 0 to 84 months")
	ErrUntil = errors.New("kept until a day that is over, or too far away")
	ErrWhy   = errors.New("keeping somebody for longer needs a reason")
)

// Validate checks what a form can get wrong.
func (t Term) Validate() error {
	if t.Months < 0 || t.Months > MostMonths || !slices.Contains(AllData(), t.Data) {
		return ErrTerm
	}
	return nil
}

// After is the day so many months later; one that its month does not have is the last of it:
// a year after 29 February is 28 February.
func After(d calendar.Date, months int) calendar.Date {
	first := time.Date(d.Year, d.Month+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return calendar.Date{Year: first.Year(), Month: first.Month(), Day: min(d.Day, last)}
}

// Due is the first day on which something is to be reviewed; zero: it never is.
func (t Term) Due(since calendar.Date) calendar.Date {
	if t.Months == 0 || since.IsZero() {
		return calendar.Date{}
	}
	return After(since, t.Months)
}

// IsDue tells whether something is to be reviewed on a day.
func (t Term) IsDue(since, today calendar.Date) bool {
	due := t.Due(since)
	return !due.IsZero() && due.Compare(today) <= 0
}

// Keep says that something is kept for longer than its term.
type Keep struct {
	Kind  Kind          `json:"kind"`
	ID    string        `json:"id"`
	Data  Data          `json:"data"`
	Until calendar.Date `json:"until"`
	Why   string        `json:"why"`
	On    calendar.Date `json:"on"`
}

// Validate checks a decision that was made on its day.
func (k Keep) Validate() error {
	switch {
	case strings.TrimSpace(k.Why) == "":
		return ErrWhy
	case k.Until.Compare(k.On) <= 0 || k.Until.Compare(After(k.On, MostMonths)) > 0:
		return ErrUntil
	}
	return nil
}

// Holds tells whether it is still kept on a day. Its last day counts.
func (k Keep) Holds(today calendar.Date) bool { return k.Until.Compare(today) >= 0 }

// copyDays is for how long a copy that Kring makes by itself stays at most (internal/backup).
const copyDays = 400

// LastCopy is the last day on which a copy that Kring made by itself can still have what was
// erased on a day: the copy of a month is kept for a year and a month.
func LastCopy(erased calendar.Date) calendar.Date { return erased.AddDays(copyDays) }
