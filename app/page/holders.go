package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/cafe"
	"kring/sessions/people"
)

// soon is how long before a certificate of conduct runs out that is said, in days.
const soon = 60

// holders lists the space-holders of all places.
func (p *cafes) holders(all []cafe.Holder) []fyne.CanvasObject {
	loc := p.env.Loc
	add := kwidget.NewButton(loc.T("holders.new"), nil, func() { p.env.holderDraft(loc.T("holders.new"), cafe.Holder{}) })
	team := kwidget.NewButton(loc.T("skills.team"), nil, func() { p.env.Shell.Go(Target{Page: Cafes, Tab: Team}) })
	out := []fyne.CanvasObject{stretched(halfway(section(loc.T("holders.title"))), team, add)}
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
	for _, fact := range env.aboutHolder(h) {
		lines.Add(quietly(fact))
	}
	add(lines, notices(env.worries(h)...)...)
	edit := kwidget.NewButton(loc.T("common.edit"), nil, func() { env.holderDraft(loc.T("holders.edit"), h) })
	skills := kwidget.NewButton(loc.T("skills.open"), nil, func() { env.skills(h) })
	remove := choiceOf{loc.T("holders.delete"), func() {
		env.Shell.Ask(Question{
			Title: loc.T("holders.delete"), Text: loc.T("holders.deleteask", "Name", h.Name), Yes: loc.T("common.delete"),
			Do: func() { env.do(func() error { return env.Cafe.DeleteHolder(h.ID) }) },
		})
	}}
	return card(stretched(lines, skills, edit, more(append(env.skillPapers(h), choiceOf{loc.T("privacy.about"), func() { env.aboutSubject(holderSubject(h), nil) }}, remove)...)))
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
	for _, r := range h.Lapses(today, soon) {
		if k, ok := e.Cafe.Skill(r.SkillID); ok {
			out = append(out, loc.Commas(k.Title.In(e.Lang()), e.lapsed(r)))
		}
	}
	return out
}

// aboutHolder is what is known of somebody beside their name: what they followed, what they
// wish, what they want to learn.
func (e *Env) aboutHolder(h cafe.Holder) (out []string) {
	loc := e.Loc
	var followed []string
	for _, t := range h.Training {
		if t.On.IsZero() {
			followed = append(followed, t.Name)
			continue
		}
		followed = append(followed, loc.T("holder.followed", "Name", t.Name, "Date", e.date(t.On, i18n.Medium)))
	}
	if len(followed) > 0 {
		out = append(out, loc.T("holder.trained", "Names", loc.List(followed)))
	}
	if h.Wishes != "" {
		out = append(out, loc.T("holder.wants", "Text", h.Wishes))
	}
	return out
}

// night is an evening with what the vault has of it.
type night struct {
	cafe.Evening
	on      []cafe.Holder
	tallies map[cafe.Who]int
	debrief cafe.Debrief
	broken  []cafe.Refusal // who is on and could not be put there now
}

// nights fetch what the vault has of evenings.
func (e *Env) nights(evenings ...cafe.Evening) []night {
	out := make([]night, len(evenings))
	for i, x := range evenings {
		on := e.Cafe.OnDuty(x, e.Compare)
		out[i] = night{x, on, map[cafe.Who]int{}, e.Cafe.Debrief(x), e.Cafe.Broken(x, on)}
		for _, w := range cafe.Whos() {
			out[i].tallies[w] = e.Cafe.Counted(x, w)
		}
	}
	return out
}

// onDuty names who is on, on an evening, and says what is missing.
func (e *Env) onDuty(x night) (names string, lacks []string) {
	names, lacks = paper.Duty(e.Loc, x.Evening, x.on)
	return names, append(lacks, paper.Broken(e.Loc, x.broken)...)
}

// duty asks who is on, on an evening. Who cannot is shown with the reason.
func (e *Env) duty(x cafe.Evening) {
	env, loc := e, e.Loc
	on := map[string]bool{}
	for _, h := range env.Cafe.OnDuty(x, env.Compare) {
		on[h.ID] = true
	}
	box := column(gapParts)
	var f *draftForm
	suggested := env.Cafe.Suggested(x)
	if len(suggested) > 0 {
		box.Add(container.NewHBox(env.swapButton(x, func() { f.dialog.Hide() })))
	}
	checks := map[string]*kwidget.Check{}
	for _, h := range env.Cafe.Holders(env.Compare) {
		text := env.dutyLine(h, suggested)
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
	f = env.draft(title, loc.T("common.save"), box, fyne.NewSize(560, 560), func() func() error {
		var ids []string
		for id, c := range checks {
			if c.Checked {
				ids = append(ids, id)
			}
		}
		return func() error { return env.Cafe.SetTurns(x, ids) }
	})
	f.begin()
}
