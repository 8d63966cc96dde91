package cafe

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"kring/sessions/calendar"
	"kring/sessions/plan"
)

// Audience is who a place is for.
type Audience string

// The audiences.
const (
	Young       Audience = "16-30"
	Teens       Audience = "11-15"
	LowStimulus Audience = "low" // little noise and light
)

// Audiences lists them in the order of a picker.
func Audiences() []Audience { return []Audience{Young, Teens, LowStimulus} }

// Place is where people can drop in, and its weekly evening.
type Place struct {
	ID           string          `json:"id"`
	Name         string          `json:"name"`
	Municipality string          `json:"town,omitempty"`
	Address      string          `json:"addr,omitempty"`
	Audience     Audience        `json:"for,omitempty"`
	Rule         calendar.Rule   `json:"rule"`
	Start        plan.Clock      `json:"start"`
	End          plan.Clock      `json:"end"`              // may be after midnight: earlier than Start
	Public       bool            `json:"public,omitempty"` // closed on public holidays
	Region       calendar.Region `json:"region,omitempty"` // closed in its school holidays
	Door         string          `json:"door,omitempty"`   // notes for who opens
	Keys         []string        `json:"keys,omitempty"`   // space-holders who have one
	KeyHolder    string          `json:"key,omitempty"`    // somebody else who opens
	Agreements   string          `json:"agree,omitempty"`  // of the house
	Circle       string          `json:"circle,omitempty"` // what the strength circle agrees beforehand
	Rooms        []string        `json:"rooms,omitempty"`  // in which something can be done
	SetUp        string          `json:"setup,omitempty"`  // how the rooms are set
	Quiet        string          `json:"quiet,omitempty"`  // where the quiet corner is
}

// Activity is what is done at a place on some of its evenings.
type Activity struct {
	ID      string        `json:"id"`
	PlaceID string        `json:"place"`
	Title   string        `json:"title"`
	Rule    calendar.Rule `json:"rule"`
	Leads   int           `json:"leads,omitempty"` // how many it asks for, at least; 0: one
	IdeaID  string        `json:"idea,omitempty"`  // of the catalogue, from which it was taken

	// The skills that it asks for, where somebody chose them; else those of its idea.
	Skills    []string `json:"skills,omitempty"`
	OwnSkills bool     `json:"ownskills,omitempty"`
}

// Change is what is otherwise on one date.
type Change string

// The changes.
const (
	Cancelled Change = "cancelled"
	Moved     Change = "moved"
	Extra     Change = "extra"  // an evening that the rule does not give
	Opened    Change = "opened" // on a holiday, nevertheless
)

// Exception is kept by the date that the rule gives, or that of the extra evening.
type Exception struct {
	PlaceID string        `json:"place"`
	Date    calendar.Date `json:"date"`
	Change  Change        `json:"change"`
	To      calendar.Date `json:"to,omitempty"` // of one that is moved
	Reason  string        `json:"why,omitempty"`
}

// What can be wrong with a place or an activity.
var (
	ErrPlace    = errors.New("a place needs a name")
	ErrTimes    = errors.New("an evening needs a beginning and an end")
	ErrActivity = errors.New("an activity needs a name")
	ErrNotFound = errors.New("not found in the vault")
	ErrTaken    = errors.New("there is an evening on that date already")
	ErrThere    = errors.New("is on that evening already")
	ErrDate     = errors.New("there is no evening on that date")
	ErrFar      = errors.New("the first date is too far away")
)

// longest is how long an evening may last; more is a slip of the hand.
const longest = 12 * 60

// Minutes is how long an evening lasts, also over midnight.
func (p Place) Minutes() int { return (int(p.End-p.Start) + 24*60) % (24 * 60) }

// Validate checks what a form can get wrong; errors.Is tells which.
func (p Place) Validate() error {
	var errs []error
	if strings.TrimSpace(p.Name) == "" {
		errs = append(errs, ErrPlace)
	}
	if n := p.Minutes(); n == 0 || n > longest {
		errs = append(errs, fmt.Errorf("%d minutes: %w", n, ErrTimes))
	}
	return errors.Join(append(errs, near(p.Rule), p.Rule.Validate())...)
}

// Validate checks what a form can get wrong; errors.Is tells which.
func (a Activity) Validate() error {
	if strings.TrimSpace(a.Title) == "" {
		return ErrActivity
	}
	return errors.Join(near(a.Rule), a.Rule.Validate())
}

// near refuses a rule that begins in a year that is a slip of the hand: one in the year 20 has
// thousands of dates before today, one in 20266 none that anybody sees.
func near(r calendar.Rule) error {
	if r.From.Year < 2000 || r.From.Year > 2100 {
		return fmt.Errorf("from %s: %w", r.From, ErrFar)
	}
	return nil
}

// Evening is one date at a place.
type Evening struct {
	Place      Place
	Date       calendar.Date   // on which it is
	Planned    calendar.Date   // the rule's date, where it was moved from
	Change     Change          // empty: as always
	Reason     string          // why it is otherwise
	Holiday    calendar.Reason // why it is closed, if it is and nobody said otherwise
	Activities []Activity
	Skipped    []Activity // that are left out on this one
	Needs      []Skill    // that its activities ask for
}

// key is what the records of an evening are kept by: the date that the rule gives, so that
// they go with an evening that is moved.
func (e Evening) key() string { return eveningKey(e.Place.ID, e.Planned) }

func eveningKey(placeID string, planned calendar.Date) string { return key(placeID, planned.String()) }

// On tells whether people can come.
func (e Evening) On() bool { return e.Change != Cancelled && e.Holiday == calendar.Reason{} }

// evenings puts the rule of a place and its exceptions together, by date. What was moved
// stands where it moved to.
func evenings(p Place, activities []Activity, exceptions []Exception, closed func(calendar.Date) (calendar.Reason, bool), from, to calendar.Date) []Evening {
	by := map[calendar.Date]Exception{}
	planned := p.Rule.Dates(from, to)
	for _, x := range exceptions {
		by[x.Date] = x
		near := x.Date.Compare(from) >= 0 && x.Date.Compare(to) <= 0
		moved := x.Change == Moved && x.To.Compare(from) >= 0 && x.To.Compare(to) <= 0
		if (x.Change == Extra && near || moved) && !slices.Contains(planned, x.Date) {
			planned = append(planned, x.Date)
		}
	}
	done := doing(activities, planned)
	var out []Evening
	for _, d := range planned {
		x := by[d]
		e := Evening{Place: p, Date: d, Planned: d, Change: x.Change, Reason: x.Reason}
		if x.Change == Moved {
			e.Date = x.To
		}
		if e.Date.Compare(from) < 0 || e.Date.Compare(to) > 0 {
			continue
		}
		if why, is := closed(d); is && x.Change == "" {
			e.Holiday = why
		}
		e.Activities = done[d]
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(a, b Evening) int { return a.Date.Compare(b.Date) })
	return out
}

// doing gives the activities of each of some dates. Each rule is worked out once.
func doing(activities []Activity, dates []calendar.Date) map[calendar.Date][]Activity {
	if len(dates) == 0 {
		return nil
	}
	first := slices.MinFunc(dates, calendar.Date.Compare)
	last := slices.MaxFunc(dates, calendar.Date.Compare)
	out := map[calendar.Date][]Activity{}
	for _, a := range activities {
		for _, d := range a.Rule.Dates(first, last) {
			out[d] = append(out[d], a)
		}
	}
	return out
}

// closedBy is the rule of a place about holidays.
func closedBy(p Place, school *calendar.School) func(calendar.Date) (calendar.Reason, bool) {
	return func(d calendar.Date) (calendar.Reason, bool) {
		if p.Public {
			if why, is := calendar.Public(d); is {
				return why, true
			}
		}
		if p.Region != calendar.NoRegion && school != nil {
			return school.Closed(d, p.Region)
		}
		return calendar.Reason{}, false
	}
}
