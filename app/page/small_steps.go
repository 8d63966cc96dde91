package page

import (
	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/people"
	"kring/sessions/plan"
	"kring/toolkit/kit"
)

// SmallSteps is the tab of the toolkits that lists the small steps, to change them and to add
// one's own.
const SmallSteps Tab = "steps"

// stepsPage lists the small steps.
type stepsPage struct {
	simple
	env *Env
}

func newStepsPage(env *Env) Page {
	loc := env.Loc
	back := low(loc.T("groups.title"), func() { env.Shell.Go(Target{Page: Toolkits, Tab: Groups}) })
	add := primary(loc.T("ownstep.new"), func() { env.stepDraft(kit.SmallStep{}) })
	return &stepsPage{env: env, simple: newSimple(title(loc.T("ownstep.title"), back, add))}
}

// Update implements Page.
func (p *stepsPage) Update() {
	refresh(p.env, &p.turns, func() ([]kit.ListedStep, error) {
		shipped, err := smallSteps()
		return p.env.Kits.ListSteps(shipped), err
	}, p.update)
}

// New implements Maker.
func (p *stepsPage) New() { p.env.stepDraft(kit.SmallStep{}) }

func (p *stepsPage) update(all []kit.ListedStep) {
	objects := []fyne.CanvasObject{quietly(p.env.Loc.T("ownstep.about"))}
	for _, x := range all {
		objects = append(objects, p.step(x))
	}
	p.show(objects...)
}

func (p *stepsPage) step(x kit.ListedStep) fyne.CanvasObject {
	env, loc, lang := p.env, p.env.Loc, p.env.Lang()
	lines := column(gapLines, env.readable(name(x.Title.In(lang))))
	if about := x.About.In(lang); about != "" {
		lines.Add(env.readable(value(about)))
	}
	var facts []string
	if x.Own {
		facts = append(facts, loc.T("ownstep.own"))
	}
	if x.Changed {
		facts = append(facts, loc.T("ownstep.changed"))
	}
	if x.Helped > 0 {
		facts = append(facts, loc.N("ownstep.helped", x.Helped))
	}
	if len(facts) > 0 {
		lines.Add(quietly(loc.Facts(facts...)))
	}
	if x.Hidden {
		add(lines, notices(loc.T("ownstep.hidden"))...)
	}
	edit := kwidget.NewButton(loc.T("common.edit"), nil, func() { env.stepDraft(x.SmallStep) })
	return card(stretched(lines, edit, more(p.choices(x)...)))
}

// choices are what is done seldom with a step; each can be undone.
func (p *stepsPage) choices(x kit.ListedStep) []choiceOf {
	env, loc := p.env, p.env.Loc
	hide := choiceOf{loc.T("ownstep.hide"), func() { env.do(func() error { return env.Kits.HideStep(x.SmallStep, true) }) }}
	if x.Hidden {
		hide = choiceOf{loc.T("ownstep.show"), func() { env.do(func() error { return env.Kits.HideStep(x.SmallStep, false) }) }}
	}
	out := []choiceOf{hide}
	remove := func() { env.do(func() error { return env.Kits.RemoveOwn(x.ID) }) }
	switch {
	case x.Own:
		out = append(out, choiceOf{loc.T("common.delete"), remove})
	case x.Changed:
		out = append(out, choiceOf{loc.T("ownstep.restore"), remove})
	}
	return out
}

// stepForm edits a small step, one language at a time.
type stepForm struct {
	step               kit.SmallStep
	now                string // the language that is in the fields
	lang               *choice
	title, about, text *kwidget.Field
}

// stepDraft changes a small step, or adds one of one's own.
func (e *Env) stepDraft(x kit.SmallStep) (*stepForm, *draftForm) {
	loc := e.Loc
	f := &stepForm{step: x, now: e.Lang(), title: kwidget.NewField(""), about: kwidget.NewArea("", 2), text: kwidget.NewArea("", 5)}
	f.lang = memberLanguage(e, f.now)
	f.fill()
	f.lang.sel.OnChanged = func(int) {
		f.keep()
		f.now = f.lang.id()
		f.fill()
	}
	f.title.SetPlaceHolder(loc.T("ownstep.titlehint"))
	f.text.SetPlaceHolder(loc.T("ownstep.texthint"))
	title := loc.T("ownstep.edit")
	if x.ID == "" {
		title = loc.T("ownstep.new")
	}
	form := e.draft(title, loc.T("common.save"), column(gapParts, quietly(loc.T("ownstep.formabout")), formOf(
		item(loc.T("ownstep.lang"), f.lang.sel), item(loc.T("ownstep.name"), f.title), item(loc.T("ownstep.what"), f.about), item(loc.T("ownstep.text"), f.text),
	)), fyne.NewSize(700, 600), func() func() error {
		draft := f.draft()
		return func() error { return e.Kits.KeepStep(draft) }
	})
	form.on(f.title, f.about, f.text)
	return f, form
}

// fill shows a language in the fields.
func (f *stepForm) fill() {
	f.title.SetText(f.step.Title[f.now])
	f.about.SetText(f.step.About[f.now])
	f.text.SetText(kit.ShowBlanks(f.step.Text[f.now], f.now))
}

// keep takes over what is in the fields.
func (f *stepForm) keep() {
	f.step.Title, f.step.About, f.step.Text = f.step.Title.With(f.now, f.title.Text), f.step.About.With(f.now, f.about.Text), f.step.Text.With(f.now, f.text.Text)
}

// draft is what was typed; its title and what it is about show in every language.
func (f *stepForm) draft() kit.SmallStep {
	f.keep()
	x := f.step
	for _, t := range []*plan.Text{&x.Title, &x.About} {
		if said := (*t)[firstLanguage(*t)]; !t.Has(plan.Fallback) && said != "" {
			*t = t.With(plan.Fallback, said)
		}
	}
	return x
}

// firstLanguage is the first in the order of the picker in which a text says something.
func firstLanguage(t plan.Text) string {
	for _, lang := range append(i18n.Languages(), people.Languages()...) {
		if t.Has(lang) {
			return lang
		}
	}
	return plan.Fallback
}
