package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/cafe"
)

// shownGrants is on how many of the next evenings a wish can be put from its menu.
const shownGrants = 4

// wished lists what visitors would like, with how many said so and what became of it.
func (p *place) wished(all []cafe.Wish, coming []night) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	add := kwidget.NewButton(loc.T("wish.new"), nil, func() { p.wish(cafe.Wish{PlaceID: p.id}) })
	lines := column(gapParts, stretched(halfway(section(loc.T("wish.title"))), add))
	if len(all) == 0 {
		lines.Add(quiet(loc.T("wish.empty")))
	}
	for _, w := range all {
		about := loc.N("wish.votes", w.Votes)
		if w.ActivityID != "" {
			about = loc.T("wish.became", "Date", env.date(w.Date, i18n.Medium))
		}
		what := column(gapLines, name(w.Text), quiet(about))
		choices := []choiceOf{
			{loc.T("common.edit"), func() { p.wish(w) }},
			{loc.T("wish.delete"), func() { env.do(func() error { return env.Cafe.DeleteWish(w) }) }},
		}
		if w.ActivityID != "" {
			lines.Add(stretched(what, more(choices[1])))
			continue
		}
		var grant []choiceOf
		for _, x := range coming {
			if e := x.Evening; e.On() && len(grant) < shownGrants {
				text := loc.T("wish.grant", "Date", env.date(e.Date, i18n.Short))
				grant = append(grant, choiceOf{text, func() { env.do(func() error { return env.Cafe.GrantWish(w, e) }) }})
			}
		}
		one := iconButton(theme.ContentAddIcon(), func() { env.do(func() error { return env.Cafe.Vote(w, 1) }) })
		lines.Add(stretched(what, one, more(append(grant, choices...)...)))
	}
	return card(lines)
}

// wish writes one down, in the words of who said it.
func (p *place) wish(w cafe.Wish) {
	loc := p.env.Loc
	text := kwidget.NewField(w.Text)
	text.SetPlaceHolder(loc.T("wish.hint"))
	f := p.env.draft(loc.T("wish.new"), loc.T("common.save"), formOf(item(loc.T("wish.what"), text)), fyne.NewSize(560, 220), func() func() error {
		draft := w
		draft.Text = text.Text
		return func() error {
			_, err := p.env.Cafe.SaveWish(draft)
			return err
		}
	})
	f.on(text)
}
