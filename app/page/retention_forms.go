package page

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/calendar"
	"kring/sessions/privacy"
)

// termDraft changes how long a kind of data is kept.
func (e *Env) termDraft(t privacy.Term) {
	loc := e.Loc
	months, why := kwidget.NewField(""), kwidget.NewArea(t.Why, 2)
	if t.Months > 0 {
		months.SetText(loc.Int(t.Months))
	}
	why.SetPlaceHolder(loc.T("why." + string(t.Data)))
	read := func() (privacy.Term, error) {
		n, ok := 0, true
		if typed := strings.TrimSpace(months.Text); typed != "" {
			n, ok = number(typed)
		}
		if !ok {
			return t, fmt.Errorf("months: %w", privacy.ErrTerm)
		}
		return privacy.Term{Data: t.Data, Months: n, Why: why.Text}, nil
	}
	months.Validator = func(string) error {
		x, err := read()
		if err == nil {
			err = x.Validate()
		}
		return err
	}
	f := e.draft(loc.T("data."+string(t.Data)), loc.T("common.save"), column(gapParts, formOf(
		item(loc.T("privacy.months"), months), item(loc.T("privacy.why"), why)), quietly(loc.T("privacy.monthshint"))), fyne.NewSize(620, 380), func() func() error {
		x, err := read()
		return func() error {
			if err != nil {
				return err
			}
			return e.Privacy.SetTerm(x)
		}
	})
	f.on(months, why)
}

// keepDraft decides that something is kept for longer, until a day and for a reason.
func (e *Env) keepDraft(r privacy.Review) {
	loc := e.Loc
	until, why := newDateField(e, privacy.After(e.Day(), 6), noRegion), kwidget.NewArea("", 2)
	f := e.draft(loc.T("privacy.keep"), loc.T("common.save"), column(gapParts, value(r.Name), formOf(
		item(loc.T("privacy.until"), until.object), item(loc.T("privacy.why"), why))), fyne.NewSize(620, 380), func() func() error {
		day, err := until.optional()
		text := why.Text
		return func() error {
			if err != nil {
				return err
			}
			return e.Privacy.KeepLonger(r.Subject, r.Data, day, text, e.Day())
		}
	})
	f.on(until.Field, why)
}

// consentRow is what somebody said to one purpose.
type consentRow struct {
	was        privacy.Consent
	answer     *choice
	how        *choice
	on, ending *dateField
}

// consentDraft changes what somebody agreed to, and does then when it is saved.
func (e *Env) consentDraft(sub privacy.Subject, then func()) []*consentRow {
	loc := e.Loc
	var rows []*consentRow
	content := column(gapCards, quietly(loc.T("consent.hint")))
	for _, c := range e.Privacy.Consents(sub) {
		r := &consentRow{was: c, on: newDateField(e, c.On, noRegion), ending: newDateField(e, c.Withdrawn, noRegion)}
		r.answer = newChoice(loc.T, "said.", strs(privacy.Answers()), string(c.Answer))
		r.how = newChoice(loc.T, "how.", privacy.Hows(), firstOf(c.How, "said"))
		r.on.SetPlaceHolder(e.typedDate(e.Day()))
		r.ending.SetPlaceHolder(e.typedDate(e.Day()))
		more := formOf(item(loc.T("consent.on"), r.on.object), item(loc.T("consent.how"), r.how.sel))
		back := formOf(item(loc.T("consent.withdrawn"), r.ending.object))
		show := func() {
			more.Hidden = r.answer.id() == string(privacy.NotAsked)
			back.Hidden = r.answer.id() != string(privacy.TakenBack)
			content.Refresh()
		}
		r.answer.sel.OnChanged = func(int) { show() }
		content.Add(card(name(loc.T("purpose."+string(c.Purpose))), r.answer.sel, more, back))
		show()
		rows = append(rows, r)
	}
	for _, m := range e.wanted(sub) {
		content.Add(quietly(m))
	}
	f := e.draft(loc.T("consent.title"), loc.T("common.save"), content, fyne.NewSize(640, 620), func() func() error {
		var all []privacy.Consent
		var wrong error
		for _, r := range rows {
			c, err := r.read(e.Day())
			if err != nil {
				wrong = err
			}
			all = append(all, c)
		}
		return func() error {
			if wrong != nil {
				return wrong
			}
			return e.Privacy.SetConsents(sub, all, e.Day())
		}
	})
	var fields []*kwidget.Field
	for _, r := range rows {
		fields = append(fields, r.on.Field, r.ending.Field)
		r.answer.sel.OnEscape, r.how.sel.OnEscape = f.dialog.Hide, f.dialog.Hide
	}
	f.then = then
	f.on(fields...)
	e.Window.Canvas().Focus(rows[0].answer.sel)
	return rows
}

// read is what was chosen; a day that was left empty is today.
func (r *consentRow) read(today calendar.Date) (privacy.Consent, error) {
	c := r.was
	c.Answer, c.How = privacy.Answer(r.answer.id()), r.how.id()
	var err, ending error
	c.On, err = r.on.optional()
	c.Withdrawn, ending = r.ending.optional()
	if c.Answer != privacy.NotAsked && c.On.IsZero() && err == nil {
		c.On = today
	}
	if c.Answer == privacy.TakenBack && c.Withdrawn.IsZero() && ending == nil {
		c.Withdrawn = today
	}
	if c.Answer == privacy.NotAsked {
		return c, nil
	}
	if err == nil && c.Answer == privacy.TakenBack {
		err = ending
	}
	return c, err
}

// wanted says since when somebody wants the toolkit, which is kept with their groups.
func (e *Env) wanted(sub privacy.Subject) []string {
	var out []string
	for _, g := range e.Kits.AllGroups(e.Compare) {
		for _, m := range e.Kits.Members(g.ID, e.Compare) {
			switch {
			case m.PersonID != sub.ID || m.Since.IsZero():
			case m.Wants():
				out = append(out, e.Loc.T("consent.toolkit", "Group", g.Name, "Date", e.date(m.Since, i18n.Medium)))
			default:
				out = append(out, e.Loc.T("consent.notoolkit", "Group", g.Name, "Date", e.date(m.Withdrawn, i18n.Medium)))
			}
		}
	}
	return out
}
