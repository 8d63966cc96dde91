package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
	"kring/sessions/cafe"
)

// filters narrow the list.
func (p *ideas) filters() fyne.CanvasObject {
	loc := p.env.Loc
	p.text = newSearch(loc.T("ideas.search"), p.narrow)
	leadsTo(p.text, func() { p.choose(0); p.env.Window.Canvas().Focus(p.list) })
	p.kind = newChoice(loc.T, "idea.kind.", append([]string{""}, strs(cafe.Kinds())...), "")
	p.noise = newChoice(loc.T, "idea.noise.", []string{"", "1", "2"}, "")
	p.within = newChoice(loc.T, "idea.within.", []string{"", "15", "30", "60"}, "")
	p.crowd = newChoice(loc.T, "idea.crowd.", []string{"", "3", "6", "10", "15", "20"}, "")
	p.energy = newChoice(loc.T, "idea.moving.", []string{"", "1", "2"}, "")
	p.leads = newChoice(loc.T, "idea.leading.", []string{"", "1", "2"}, "")
	p.element = newChoice(loc.T, "element.", []string{"", "1", "2", "3", "4", "5", "6", "7", "8"}, "")
	for _, c := range []*choice{p.kind, p.noise, p.within, p.crowd, p.energy, p.leads, p.element} {
		c.sel.OnChanged = func(int) { p.narrow() }
	}
	p.low = kwidget.NewCheck(loc.T("ideas.low"), func(bool) { p.narrow() })
	p.rest = container.New(evenly{}, p.energy.sel, p.leads.sel, p.element.sel, p.low)
	p.rest.Hide()
	p.starred = kwidget.NewCheck(loc.T("ideas.starred"), func(bool) { p.narrow() })
	p.free = kwidget.NewCheck(loc.T("ideas.free"), func(bool) { p.narrow() })
	var more *kwidget.Button
	more = low(loc.T("ideas.more"), func() { p.unfold(more) })
	checks := beside(gapParts, p.starred, p.free, more)
	return column(gapParts,
		container.NewBorder(nil, nil, nil, checks, p.text),
		container.New(evenly{}, p.kind.sel, p.noise.sel, p.within.sel, p.crowd.sel), p.rest)
}

// unfold shows the filters that are seldom needed, or hides them; then they ask nothing.
func (p *ideas) unfold(b *kwidget.Button) {
	p.rest.Hidden = !p.rest.Hidden
	b.SetText(p.env.Loc.T(map[bool]string{true: "ideas.more", false: "ideas.fewer"}[p.rest.Hidden]))
	if p.rest.Hidden {
		for _, c := range []*choice{p.energy, p.leads, p.element} {
			c.show("")
		}
		p.low.Checked = false
		p.low.Refresh()
		p.narrow()
	}
	p.object.Refresh()
}

func (p *ideas) narrow() {
	p.tonight = false
	p.Update()
}
