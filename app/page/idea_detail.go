package page

import (
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/cafe"
)

// show writes one idea whole.
func (p *ideas) show(x ideaLine) {
	env, loc, lang := p.env, p.env.Loc, p.env.Lang()
	p.chosen = x.ID
	star := loc.T("idea.star")
	if x.starred {
		star = loc.T("idea.unstar")
	}
	sheet := choiceOf{loc.T("idea.print"), func() {
		env.save(loc.T("idea.file", "Name", x.Title.In(lang))+".pdf", func(w io.Writer) error { return paper.Idea(w, x.Idea) })
	}}
	choices := []choiceOf{sheet}
	if x.Own {
		choices = append(choices,
			choiceOf{loc.T("common.edit"), func() { p.draft(loc.T("common.edit"), x.Idea) }},
			choiceOf{loc.T("ideas.delete"), func() { env.do(func() error { return env.Cafe.DeleteIdea(x.Idea) }) }})
	}
	buttons := []fyne.CanvasObject{p.take(x.Idea), low(star, func() { env.do(func() error { return env.Cafe.SetStar(x.Idea, !x.starred) }) })}
	buttons = append(buttons, more(choices...))
	add(p.detail, section(x.Title.In(lang)), container.NewHBox(buttons...), env.readable(value(x.Aim.In(lang))),
		quiet(paper.IdeaFacts(loc, x.Idea)))
	var steps []fyne.CanvasObject
	for _, s := range x.Steps {
		steps = append(steps, env.readable(value(s.In(lang))))
	}
	if len(steps) > 0 {
		add(p.detail, name(loc.T("idea.steps")), bullets(steps))
	}
	add(p.detail, env.fact("idea.materials", x.Materials.In(lang))...)
	add(p.detail, env.fact("idea.low", x.Low.In(lang))...)
	add(p.detail, env.fact("activity.skills", loc.Facts(env.skillNames(x.Skills)...))...)
	var elements []string
	for _, n := range x.Elements {
		elements = append(elements, loc.T("element."+itoa(n)))
	}
	add(p.detail, env.fact("idea.elements", loc.Facts(elements...))...)
}

// take puts an idea on the evening that is chosen for, or asks on which.
func (p *ideas) take(x cafe.Idea) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	on := func(e cafe.Evening) {
		title := x.Title.In(env.Lang())
		env.act(func() error {
			_, err := env.Cafe.TakeIdea(x, e, title)
			return err
		}, func(err error) {
			if err != nil {
				env.Shell.Fail(err)
				return
			}
			env.Shell.Go(Target{Page: Cafes, PlaceID: e.Place.ID, Date: e.Planned})
		})
	}
	if e, ok := env.Cafe.Evening(p.placeID, p.date); ok {
		return primary(loc.T("idea.take"), func() { on(e) })
	}
	var b *kwidget.Button
	b = primary(loc.T("idea.takeon"), func() {
		var items []kwidget.MenuItem
		for _, place := range env.Cafe.Places(env.Compare) {
			for _, e := range env.Cafe.Next(place.ID, env.Day(), 3) {
				if e.On() {
					items = append(items, kwidget.MenuItem{Text: loc.Facts(env.date(e.Date, i18n.Short), place.Name), Do: func() { on(e) }})
				}
			}
		}
		if len(items) == 0 {
			env.Shell.Say(loc.T("place.noevenings"))
			return
		}
		kwidget.ShowMenu(b, 0, items...)
	})
	return b
}
