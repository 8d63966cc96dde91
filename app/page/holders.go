package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/sessions/people"
)

// soon is how long before a certificate of conduct runs out that is said, in days.
const soon = 60

// holders lists the space-holders of all places.
func (p *cafes) holders(all []cafe.Holder) []fyne.CanvasObject {
	loc := p.env.Loc
	add := kwidget.NewButton(loc.T("holders.new"), nil, func() { p.env.holderDraft(loc.T("holders.new"), cafe.Holder{}) })
	out := []fyne.CanvasObject{stretched(halfway(section(loc.T("holders.title"))), add)}
	if len(all) == 0 {
		out = append(out, card(quiet(loc.T("holders.empty"))))
	}
	for _, h := range all {
		out = append(out, p.holder(h))
	}
	return out
}

func (p *cafes) holder(h cafe.Holder) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	lines := column(gapLines, name(h.Name), quiet(loc.Facts(loc.T(paidID(h)), people.ShowPhone(h.Phone))))
	add(lines, notices(env.worries(h)...)...)
	edit := kwidget.NewButton(loc.T("common.edit"), nil, func() { env.holderDraft(loc.T("holders.edit"), h) })
	remove := choiceOf{loc.T("holders.delete"), func() {
		env.Shell.Ask(Question{
			Title: loc.T("holders.delete"), Text: loc.T("holders.deleteask", "Name", h.Name), Yes: loc.T("common.delete"),
			Do: func() { env.do(func() error { return env.Cafe.DeleteHolder(h.ID) }) },
		})
	}}
	return card(stretched(lines, edit, more(remove)))
}

func paidID(h cafe.Holder) string {
	if h.Paid {
		return "holder.paid"
	}
	return "holder.volunteer"
}

// worries are what a coordinator should see of somebody.
func (e *Env) worries(h cafe.Holder) (out []string) {
	loc, today := e.Loc, e.Day()
	switch {
	case h.Seen.IsZero():
		out = append(out, loc.T("holder.novog"))
	case !h.Until.IsZero() && h.Until.Compare(today) < 0:
		out = append(out, loc.T("holder.oldvog", "Date", e.date(h.Until, i18n.Medium)))
	case !h.Until.IsZero() && h.Until.DaysSince(today) < soon:
		out = append(out, loc.T("holder.soonvog", "Date", e.date(h.Until, i18n.Medium)))
	}
	for _, s := range h.Away {
		if s.To.Compare(today) >= 0 {
			out = append(out, loc.T("holder.away", "From", e.date(s.From, i18n.Medium), "To", e.date(s.To, i18n.Medium)))
		}
	}
	return out
}

// holderForm edits a draft of a space-holder. Of the times away it shows the one to come.
type holderForm struct {
	env                    *Env
	holder                 cafe.Holder
	name, phone, most      *kwidget.Field
	paid                   *kwidget.Check
	days                   map[int]*kwidget.Check
	from, to, seen, expiry *dateField
}

func (e *Env) holderDraft(title string, h cafe.Holder) {
	loc := e.Loc
	none := func() calendar.Region { return calendar.NoRegion }
	var away cafe.Span
	for _, s := range h.Away {
		if s.To.Compare(e.Day()) >= 0 {
			away = s
		}
	}
	x := &holderForm{env: e, holder: h, name: kwidget.NewField(h.Name), phone: kwidget.NewField(people.ShowPhone(h.Phone)), most: kwidget.NewField(""), days: map[int]*kwidget.Check{}}
	x.paid = kwidget.NewCheck(loc.T("holder.ispaid"), nil)
	x.paid.Checked = h.Paid
	if h.Max > 0 {
		x.most.SetText(loc.Int(h.Max))
	}
	x.from, x.to = newDateField(e, away.From, none), newDateField(e, away.To, none)
	x.seen, x.expiry = newDateField(e, h.Seen, none), newDateField(e, h.Until, none)
	box := container.New(layout.NewRowWrapLayout())
	for _, d := range calendar.Weekdays() {
		c := kwidget.NewCheck(loc.Weekday(d), nil)
		for _, on := range h.Days {
			c.Checked = c.Checked || on == d
		}
		x.days[int(d)] = c
		box.Add(c)
	}
	f := e.draft(title, loc.T("common.save"), formOf(
		item(loc.T("person.name"), x.name), item(loc.T("person.phone"), x.phone), item("", x.paid),
		item(loc.T("holder.days"), box), item(loc.T("holder.most"), x.most),
		item(loc.T("holder.awayfrom"), x.from.object), item(loc.T("holder.awayto"), x.to.object),
		item(loc.T("holder.vog"), x.seen.object), item(loc.T("holder.vogend"), x.expiry.object),
	), fyne.NewSize(680, 640), func() func() error {
		draft, err := x.draft()
		return func() error {
			if err != nil {
				return err
			}
			_, err := e.Cafe.SaveHolder(draft)
			return err
		}
	})
	f.on(x.name, x.phone, x.most, x.from.Field, x.to.Field, x.seen.Field, x.expiry.Field)
}

// draft is what was typed, or what of it cannot be read.
func (x *holderForm) draft() (cafe.Holder, error) {
	h := x.holder
	h.Name, h.Paid, h.Days = x.name.Text, x.paid.Checked, nil
	var err error
	if h.Phone, err = typedPhone(x.phone, h.Phone); err != nil {
		return h, err
	}
	for _, d := range calendar.Weekdays() {
		if x.days[int(d)].Checked {
			h.Days = append(h.Days, d)
		}
	}
	h.Max = 0
	if text := strings.TrimSpace(x.most.Text); text != "" {
		n, ok := number(text)
		if !ok || n > 31 {
			return h, cafe.ErrMax
		}
		h.Max = n
	}
	var away cafe.Span
	for _, d := range []struct {
		into *calendar.Date
		from *dateField
	}{{&away.From, x.from}, {&away.To, x.to}, {&h.Seen, x.seen}, {&h.Until, x.expiry}} {
		if *d.into, err = d.from.optional(); err != nil {
			return h, err
		}
	}
	var past []cafe.Span
	for _, s := range h.Away {
		if s.To.Compare(x.env.Day()) < 0 {
			past = append(past, s)
		}
	}
	h.Away = past
	if !away.From.IsZero() || !away.To.IsZero() {
		h.Away = append(h.Away, away)
	}
	return h, nil
}

// night is an evening with what the vault has of it.
type night struct {
	cafe.Evening
	on      []cafe.Holder
	tallies map[cafe.Who]int
	debrief cafe.Debrief
}

// nights fetch what the vault has of evenings.
func (e *Env) nights(evenings ...cafe.Evening) []night {
	out := make([]night, len(evenings))
	for i, x := range evenings {
		out[i] = night{x, e.Cafe.OnDuty(x, e.Compare), map[cafe.Who]int{}, e.Cafe.Debrief(x)}
		for _, w := range cafe.Whos() {
			out[i].tallies[w] = e.Cafe.Counted(x, w)
		}
	}
	return out
}

// onDuty names who is on, on an evening, and says what is missing.
func (e *Env) onDuty(x night) (names string, lacks []string) {
	return paper.Duty(e.Loc, x.Evening, x.on)
}

// duty asks who is on, on an evening. Who cannot is shown with the reason.
func (e *Env) duty(x cafe.Evening) {
	env, loc := e, e.Loc
	on := map[string]bool{}
	for _, h := range env.Cafe.OnDuty(x, env.Compare) {
		on[h.ID] = true
	}
	box := column(gapParts)
	checks := map[string]*kwidget.Check{}
	for _, h := range env.Cafe.Holders(env.Compare) {
		text := loc.Facts(h.Name, loc.T(paidID(h)))
		if err := env.Cafe.MayTake(h, x); err != nil && !on[h.ID] {
			box.Add(column(0, quiet(text), caption(env.Shell.Explain(err))))
			continue
		}
		c := kwidget.NewCheck(text, nil)
		c.Checked = on[h.ID]
		checks[h.ID] = c
		box.Add(c)
	}
	if len(box.Objects) == 0 {
		box.Add(quiet(loc.T("holders.empty")))
	}
	title := loc.T("evening.who", "Date", env.date(x.Date, i18n.Long))
	env.draft(title, loc.T("common.save"), box, fyne.NewSize(520, 480), func() func() error {
		var ids []string
		for id, c := range checks {
			if c.Checked {
				ids = append(ids, id)
			}
		}
		return func() error { return env.Cafe.SetTurns(x, ids) }
	}).begin()
}
