package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/people"
	"kring/toolkit/kit"
)

// groupStep is what a group asks of its trainer now: to try a small step, to wait for one
// that was tried, or to say whether it helped.
type groupStep struct {
	tried kit.Step      // that waits or is asked about; without an ID there is none
	asks  bool          // it is time to say whether it helped
	small kit.SmallStep // that was tried, or is the next
	next  bool          // it is the next to try
}

// shows tells whether there is something to do.
func (s groupStep) shows() bool { return s.asks || s.next }

// word is what the button that goes there says.
func (s groupStep) word() string {
	switch {
	case s.asks:
		return "groups.answer"
	case s.next:
		return "groups.dostep"
	}
	return "common.open"
}

// groupStep looks up what a group asks for.
func (e *Env) groupStep(h kit.Heard) (groupStep, error) {
	shipped, err := smallSteps()
	if err != nil {
		return groupStep{}, err
	}
	tried := e.Kits.Tried(h.ID)
	if at := slices.IndexFunc(tried, func(x kit.Step) bool { return x.Ask(e.Day()) }); at >= 0 {
		return groupStep{tried: tried[at], asks: true, small: e.Kits.StepNamed(shipped, tried[at].StepID)}, nil
	}
	switch {
	case h.Pulse.Beat == kit.Lively || h.Next.ID != "":
		return groupStep{}, nil
	case len(tried) > 0 && tried[0].Waits(e.Day()):
		return groupStep{tried: tried[0], small: e.Kits.StepNamed(shipped, tried[0].StepID)}, nil
	}
	small, ok := e.Kits.Next(e.Kits.Steps(shipped), h.ID)
	return groupStep{small: small, next: ok}, nil
}

// stepLine says in one line what a group asks for.
func (e *Env) stepLine(s groupStep) string {
	title := s.small.Title.In(e.Lang())
	switch {
	case s.asks:
		return e.Loc.T("step.asksline", "Title", title)
	case s.tried.ID != "":
		return e.Loc.T("step.waitsline", "Title", title, "Date", e.date(s.tried.On, i18n.Medium))
	case s.next:
		return e.Loc.T("step.nextline", "Title", title)
	}
	return ""
}

// step is the card of what a group asks for; nil: nothing now.
func (p *group) step(d groupData) fyne.CanvasObject {
	env, loc, s := p.env, p.env.Loc, d.step
	title := s.small.Title.In(env.Lang())
	switch {
	case s.asks:
		answer := func(h kit.Helped) func() {
			return func() {
				p.hand = true
				env.do(func() error { return env.Kits.Answer(s.tried, h) })
			}
		}
		return card(section(loc.T("step.helped")),
			value(loc.T("step.triedon", "Title", title, "Date", env.date(s.tried.On, i18n.Medium))),
			container.NewHBox(primary(loc.T("step.yes"), answer(kit.Yes)), kwidget.NewButton(loc.T("step.no"), nil, answer(kit.No))))
	case s.tried.ID != "":
		return card(section(loc.T("step.waits")),
			value(loc.T("step.triedon", "Title", title, "Date", env.date(s.tried.On, i18n.Medium))), quietly(loc.T("step.later")))
	case !s.next:
		return nil
	}
	tried := primary(loc.T("step.tried"), func() {
		p.hand, p.picked = true, ""
		env.do(func() error { return env.Kits.Try(d.ID, s.small.ID, env.Day()) })
	})
	lines := []fyne.CanvasObject{section(loc.T("step.title")), name(title)}
	if about := s.small.About.In(env.Lang()); about != "" {
		lines = append(lines, value(about))
	}
	buttons := container.New(layout.NewRowWrapLayout())
	if lang := textLanguage(d.Group, s.small); s.small.Text.Has(lang) {
		said := words(s.small.For(d.Group, lang))
		said.Lang = lang
		lines = append(lines, kwidget.NewPanel(env.readable(said)))
		buttons.Add(p.copyStep(d, lang))
	}
	buttons.Add(tried)
	if s.small.ID == joinStep {
		buttons.Add(kwidget.NewButton(loc.T("group.join"), nil, func() { env.joinDraft(d.Group) }))
	}
	buttons.Add(p.otherStep(d))
	if p.picked == s.small.ID && p.toTried { // it was just picked
		p.focus = tried
	}
	return card(append(lines, buttons)...)
}

// otherStep picks another step than the one that is suggested, such as one that somebody did
// already, or goes to where they are written.
func (p *group) otherStep(d groupData) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	var b *kwidget.Button
	b = low(loc.T("step.other"), func() {
		var items []kwidget.MenuItem
		for _, x := range d.steps {
			if x.ID != d.step.small.ID {
				items = append(items, kwidget.MenuItem{Text: x.Title.In(env.Lang()), Do: func() { p.pick(x) }})
			}
		}
		items = append(items, kwidget.MenuItem{Text: loc.T("step.write"), Do: func() { env.Shell.Go(Target{Page: Toolkits, Tab: SmallSteps}) }})
		kwidget.ShowMenu(b, 0, items...)
	})
	return b
}

// pick shows a step in the place of the one that is suggested.
func (p *group) pick(x kit.SmallStep) {
	p.picked, p.toTried = x.ID, true
	p.Update()
}

// textLanguage is the language of a text to a group's contact: hers, where there is one in it,
// or else the first there is.
func textLanguage(g kit.Group, s kit.SmallStep) string {
	if s.Text.Has(g.Lang) {
		return g.Lang
	}
	return firstLanguage(s.Text)
}

// copyStep puts the text on the clipboard, in the contact's language or another.
func (p *group) copyStep(d groupData, first string) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	langs := []string{first}
	for _, lang := range people.Languages() {
		if lang != first && d.step.small.Text.Has(lang) {
			langs = append(langs, lang)
		}
	}
	var b *kwidget.Button
	b = kwidget.NewButton(loc.T("step.copy"), theme.ContentCopyIcon(), func() {
		var items []kwidget.MenuItem
		for _, lang := range langs {
			items = append(items, kwidget.MenuItem{Text: loc.T("language." + lang), Do: func() { env.copyText(d.step.small.For(d.Group, lang)) }})
		}
		kwidget.ShowMenu(b, 0, items...)
	})
	return b
}

// copyText puts a text on the clipboard and says so.
func (e *Env) copyText(text string) {
	fyne.CurrentApp().Clipboard().SetContent(text)
	e.Shell.Say(e.Loc.T("step.copied"))
}

// tried lists the steps of before, and whether they helped.
func (p *group) tried(d groupData) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	if len(d.tried) == 0 {
		return nil
	}
	lines := column(gapParts, section(loc.T("step.before")))
	for _, x := range d.tried[:min(len(d.tried), groupLines)] {
		id := "step.unknown"
		if x.Helped != "" {
			id = "step.was." + string(x.Helped)
		}
		said := column(0, value(d.titles[x.StepID]), quietly(loc.Facts(env.date(x.On, i18n.Medium), loc.T(id))))
		choices := []choiceOf{
			{loc.T("step.yes"), func() { env.do(func() error { return env.Kits.Answer(x, kit.Yes) }) }},
			{loc.T("step.no"), func() { env.do(func() error { return env.Kits.Answer(x, kit.No) }) }},
			{loc.T("step.forget"), func() { env.do(func() error { return env.Kits.RemoveStep(x) }) }},
		}
		lines.Add(stretched(said, more(choices...)))
	}
	return card(lines)
}
