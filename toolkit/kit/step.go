package kit

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"kring/internal/content"
	"kring/sessions/calendar"
	"kring/sessions/plan"
)

// SmallStep is something small that may wake a group; it ships with Kring.
type SmallStep struct {
	ID    string    `toml:"id"`
	Title plan.Text `toml:"title"`
	About plan.Text `toml:"about"`
	Text  plan.Text `toml:"text"` // to send; {name} is the contact, {group} the group. May be empty
}

// Step is a small step that was tried with a group.
type Step struct {
	GroupID string        `json:"g"`
	ID      string        `json:"id"`
	StepID  string        `json:"step"`
	On      calendar.Date `json:"on"`
	Helped  Helped        `json:"helped,omitempty"`
}

// Helped says whether a step helped; the empty one was not said yet.
type Helped string

// The answers.
const (
	Yes Helped = "yes"
	No  Helped = "no"
)

// ErrStep says that a small step cannot be.
var ErrStep = errors.New("a small step that cannot be")

// LoadSteps reads the small steps, in their order. A fault names its file.
func LoadSteps(fsys fs.FS, file string) ([]SmallStep, error) {
	var f struct {
		Steps []SmallStep `toml:"step"`
	}
	if err := content.Decode(fsys, file, &f); err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for _, x := range f.Steps {
		if x.ID == "" || seen[x.ID] || x.Title.In(plan.Fallback) == "" || x.About.In(plan.Fallback) == "" || !fillable(x.Text) {
			return nil, fmt.Errorf("%s: %q: %w", file, x.ID, ErrStep)
		}
		seen[x.ID] = true
	}
	return f.Steps, nil
}

var blank = regexp.MustCompile(`\{[^}]*\}?`)

// fillable tells whether a text has no blanks but those that Kring fills in.
func fillable(t plan.Text) bool {
	for _, said := range t {
		for _, b := range blank.FindAllString(said, -1) {
			if b != nameBlank && b != groupBlank {
				return false
			}
		}
	}
	return true
}

// nobodyYet stands for the name of a contact that is not known: who sends the text fills it in.
const nobodyYet = "…"

// For is the text to send to a group's contact in a language, or "" where there is none.
func (x SmallStep) For(g Group, lang string) string {
	who := cmp.Or(g.Contact, nobodyYet)
	return strings.NewReplacer(nameBlank, who, groupBlank, g.Name).Replace(x.Text.In(lang))
}

// answerAfter is how many days a step gets before somebody can say whether it helped.
const answerAfter = 7

// Ask tells whether it is time to ask if a step helped.
func (x Step) Ask(today calendar.Date) bool {
	return x.Helped == "" && today.DaysSince(x.On) >= answerAfter
}

// Waits tells whether a step was tried so short ago that it may still help.
func (x Step) Waits(today calendar.Date) bool {
	return x.Helped == "" && today.DaysSince(x.On) < answerAfter
}

// Suggest gives the one small step to try next with a group: what helped before, anywhere and
// then in this group, comes first, what did not help in this group last, and what was tried
// there least often before the rest. It is not the one that this group tried last, unless that
// helped or there is no other. tried are the steps of all groups. It is not ok where there are none.
func Suggest(all []SmallStep, groupID string, tried []Step) (step SmallStep, ok bool) {
	type rank struct{ failed, anywhere, here, times int }
	ranks := map[string]rank{}
	last := Step{}
	for _, t := range tried {
		r, mine := ranks[t.StepID], t.GroupID == groupID
		if mine {
			r.times++
			if last.ID == "" || cmp.Or(t.On.Compare(last.On), strings.Compare(t.ID, last.ID)) > 0 {
				last = t
			}
		}
		switch {
		case t.Helped == Yes:
			r.anywhere = 1
			if mine {
				r.here = 1
			}
		case t.Helped == No && mine:
			r.failed = 1
		}
		ranks[t.StepID] = r
	}
	best := slices.Clone(all)
	if len(best) > 1 && last.Helped != Yes {
		best = slices.DeleteFunc(best, func(x SmallStep) bool { return x.ID == last.StepID })
	}
	if len(best) == 0 {
		return SmallStep{}, false
	}
	return slices.MinFunc(best, func(x, y SmallStep) int {
		a, b := ranks[x.ID], ranks[y.ID]
		return cmp.Or(max(a.failed-a.here, 0)-max(b.failed-b.here, 0), b.anywhere-a.anywhere, b.here-a.here, a.times-b.times)
	}), true
}
