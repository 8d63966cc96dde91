package page

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"kring/app/paper"
	"kring/i18n"
	"kring/sessions/calendar"
)

// ruleFields pick a recurrence in plain words, say it back and show its next dates.
type ruleFields struct {
	env         *Env
	rhythm, day *choice
	from        *dateField
	said        *fyne.Container
}

// shownDates is how many of the next dates are shown.
const shownDates = 10

// nbsp is a space at which no line breaks: a date stays whole.
const nbsp = "\u00a0"

func newRuleFields(env *Env, r calendar.Rule, region func() calendar.Region) *ruleFields {
	rhythm, day, ok := r.Rhythm()
	if !ok {
		rhythm, day = calendar.Week, env.Day().Weekday()
	}
	from := r.From
	if from.IsZero() {
		from = env.Day()
	}
	f := &ruleFields{env: env, said: column(gapLines)}
	f.rhythm = newChoice(env.Loc.T, "often.", strs(calendar.Rhythms()), string(rhythm))
	var days []string
	for _, d := range calendar.Weekdays() {
		days = append(days, itoa(int(d)))
	}
	f.day = newChoice(env.Loc.T, "weekday.", days, itoa(int(day)))
	f.from = newDateField(env, from, region)
	f.rhythm.sel.OnChanged, f.day.sel.OnChanged = func(int) { f.show() }, func(int) { f.show() }
	f.from.OnChanged = func(string) { f.show() }
	f.show()
	return f
}

func (f *ruleFields) items() []formItem {
	loc := f.env.Loc
	return []formItem{
		item(loc.T("rule.often"), f.rhythm.sel), item(loc.T("rule.day"), f.day.sel),
		item(loc.T("rule.from"), f.from.object), item("", f.said),
	}
}

// rule is what is picked, or what of it cannot be read.
func (f *ruleFields) rule() (calendar.Rule, error) {
	from, err := calendar.ParseDate(f.from.Text)
	if err != nil {
		return calendar.Rule{}, err
	}
	day, _ := number(f.day.id())
	return calendar.NewRule(calendar.Rhythm(f.rhythm.id()), time.Weekday(day), from)
}

// show says the rule back, with its next dates.
func (f *ruleFields) show() {
	f.said.Objects = nil
	defer f.said.Refresh()
	r, err := f.rule()
	if err != nil {
		f.said.Add(quiet(f.env.Shell.Explain(err)))
		return
	}
	f.said.Add(name(f.env.since(r)))
	var dates []string
	for _, d := range r.Next(r.From, shownDates) {
		dates = append(dates, strings.ReplaceAll(f.env.date(d, i18n.Short), " ", nbsp))
	}
	f.said.Add(quiet(strings.Join(dates, nbsp+"· ")))
}

// often says how often a rule recurs, as people do.
func (e *Env) often(r calendar.Rule) string { return paper.Often(e.Loc, r) }

// since is often with the first date.
func (e *Env) since(r calendar.Rule) string {
	if rhythm, _, _ := r.Rhythm(); rhythm == calendar.Once {
		return e.often(r)
	}
	return e.Loc.T("rhythm.since", "Rule", e.often(r), "Date", e.date(r.From, i18n.Medium))
}
