package calendar

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/teambition/rrule-go"
)

// ErrRule says that a rule cannot be read, or never occurs.
var ErrRule = errors.New("not a rule for recurring dates")

// Rhythm is how often a Rule recurs, as people say it.
type Rhythm string

// The rhythms. Fortnight counts weeks of the calendar, not of what was held.
const (
	Once      Rhythm = "once"
	Week      Rhythm = "week"
	Fortnight Rhythm = "fortnight"
	FirstOf   Rhythm = "first" // of the month, of its weekday
	SecondOf  Rhythm = "second"
	ThirdOf   Rhythm = "third"
	FourthOf  Rhythm = "fourth"
	LastOf    Rhythm = "last"
)

// Rhythms lists them in the order of a picker.
func Rhythms() []Rhythm {
	return []Rhythm{Week, Fortnight, FirstOf, SecondOf, ThirdOf, FourthOf, LastOf, Once}
}

// parts of a recurrence rule (RFC 5545, 3.3.10) by rhythm; the weekday follows.
var ruleParts = map[Rhythm]string{
	Once: "FREQ=DAILY;COUNT=1", Week: "FREQ=WEEKLY;BYDAY=", Fortnight: "FREQ=WEEKLY;INTERVAL=2;BYDAY=",
	FirstOf: "FREQ=MONTHLY;BYDAY=+1", SecondOf: "FREQ=MONTHLY;BYDAY=+2", ThirdOf: "FREQ=MONTHLY;BYDAY=+3",
	FourthOf: "FREQ=MONTHLY;BYDAY=+4", LastOf: "FREQ=MONTHLY;BYDAY=-1",
}

// Rule says on which dates something recurs. RRule is the part of RFC 5545 that other
// calendars read as well; a rule that was not made here may say more than a rhythm does.
type Rule struct {
	RRule string `json:"rule"`
	From  Date   `json:"from"`            // no date is before it
	Until Date   `json:"until,omitempty"` // none is after it; zero: without end
}

// NewRule makes the rule of a rhythm on the weekday of its first date. From is moved to
// the first date on which the rule occurs.
func NewRule(r Rhythm, day time.Weekday, from Date) (Rule, error) {
	parts, ok := ruleParts[r]
	if !ok || from.IsZero() {
		return Rule{}, fmt.Errorf("%s from %s: %w", r, from, ErrRule)
	}
	rule := Rule{RRule: parts, From: from}
	if r != Once {
		rule.From = Next(from, int(day))
		rule.RRule += weekdayCodes[day]
	}
	first := rule.Next(rule.From, 1)
	if len(first) == 0 {
		return Rule{}, fmt.Errorf("%s from %s: %w", r, from, ErrRule)
	}
	rule.From = first[0]
	return rule, nil
}

var weekdayCodes = [...]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}

// Rhythm says a rule as people do: ok is false for one that says more.
func (r Rule) Rhythm() (rhythm Rhythm, day time.Weekday, ok bool) {
	if r.RRule == ruleParts[Once] {
		return Once, r.From.Weekday(), true
	}
	for _, rhythm := range Rhythms() {
		code, found := strings.CutPrefix(r.RRule, ruleParts[rhythm])
		if !found || rhythm == Once {
			continue
		}
		for day, c := range weekdayCodes {
			if c == code {
				return rhythm, time.Weekday(day), true
			}
		}
	}
	return "", 0, false
}

// Validate tells whether a rule can be read and occurs at all.
func (r Rule) Validate() error {
	if _, err := r.parse(); err != nil {
		return err
	}
	if len(r.Next(r.From, 1)) == 0 {
		return fmt.Errorf("%s never occurs: %w", r.RRule, ErrRule)
	}
	return nil
}

// parse reads the rule. Dates are reckoned with in UTC, where no clock changes.
func (r Rule) parse() (*rrule.RRule, error) {
	o, err := rrule.StrToROption(r.RRule)
	if err != nil {
		return nil, fmt.Errorf("%q: %w", r.RRule, errors.Join(ErrRule, err))
	}
	if o.Freq > rrule.DAILY || r.From.IsZero() {
		return nil, fmt.Errorf("%q from %q: %w", r.RRule, r.From, ErrRule)
	}
	o.Dtstart = r.From.utc()
	if !r.Until.IsZero() && (o.Until.IsZero() || r.Until.utc().Before(o.Until)) {
		o.Until = r.Until.utc()
	}
	parsed, err := rrule.NewRRule(*o)
	if err != nil {
		return nil, fmt.Errorf("%q: %w", r.RRule, errors.Join(ErrRule, err))
	}
	return parsed, nil
}

// Dates are those from one date to another, both included. A rule that cannot be read has
// none: Validate says so before it is kept.
func (r Rule) Dates(from, to Date) []Date {
	parsed, err := r.parse()
	if err != nil {
		return nil
	}
	var out []Date
	for _, t := range parsed.Between(from.utc(), to.utc(), true) {
		out = append(out, DateOf(t))
	}
	return out
}

// horizon is how far ahead a next date is looked for: a rule without one in eight years has
// none, for the calendar repeats its leap days by then.
const horizon = 8 * 366

// Next are the next n dates on or after a date.
func (r Rule) Next(from Date, n int) []Date {
	parsed, err := r.parse()
	if err != nil {
		return nil
	}
	var out []Date
	end := from.AddDays(horizon).utc()
	if r.From.Compare(from) > 0 {
		end = r.From.AddDays(horizon).utc()
	}
	parsed.Until(earlier(parsed.GetUntil(), end))
	next := parsed.Iterator()
	for len(out) < n {
		t, ok := next()
		if !ok {
			break
		}
		if !t.Before(from.utc()) {
			out = append(out, DateOf(t))
		}
	}
	return out
}

func earlier(a, b time.Time) time.Time {
	if a.IsZero() || b.Before(a) {
		return b
	}
	return a
}
