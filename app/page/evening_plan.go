package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
	"kring/sessions/cafe"
)

// planTab is what is planned for an evening: who is on, what is done, what to know.
type planTab struct {
	simple
	atEvening
}

func newPlanTab(at atEvening) Page { return &planTab{newSimple(nil), at} }

// Update implements Page.
func (p *planTab) Update() { refresh(p.env, &p.turns, p.night, p.update) }

func (p *planTab) update(e night) {
	p.show(container.New(twoColumns{}, p.tonight(e), p.know(e.Place)))
}

// tonight says what is done and who is on.
func (p *planTab) tonight(e night) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	lines := column(gapLines, name(env.span(e.Place.Start, e.Place.End)))
	for _, what := range env.Cafe.Titles(e.Evening, env.Lang()) {
		lines.Add(value(what))
	}
	who, lacks := env.onDuty(e)
	if who != "" {
		lines.Add(column(0, caption(loc.T("evening.duty")), value(who)))
	}
	add(lines, notices(append(env.otherwise(e.Evening), lacks...)...)...)
	if !e.On() {
		return card(lines)
	}
	choose := kwidget.NewButton(loc.T("ideas.choose"), nil, func() {
		env.Shell.Go(Target{Page: Cafes, Tab: Ideas, PlaceID: p.placeID, Date: p.date})
	})
	duty := kwidget.NewButton(loc.T("evening.duty"), nil, func() { env.duty(e.Evening) })
	circle := kwidget.NewButton(loc.T("circle.title"), nil, func() { p.circle(e) })
	return card(lines, container.NewHBox(choose, duty), container.NewHBox(circle))
}

// know is what to know at the door of the place.
func (p *planTab) know(x cafe.Place) fyne.CanvasObject {
	lines := column(gapParts, section(p.env.Loc.T("place.facts")))
	add(lines, p.env.atTheDoor(x)...)
	return card(lines)
}
