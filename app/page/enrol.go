package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	kwidget "kring/app/widget"
	"kring/sessions/people"
)

// enrolment is the draft of taking in people who are already known.
type enrolment struct {
	known  []people.Person
	shown  []people.Person
	chosen map[string]bool
	list   *kwidget.List
}

// enrol takes in people who are already known: found as one types, ticked, added in
// one step.
func (p *participants) enrol() {
	x := &enrolment{known: p.strangers(), chosen: map[string]bool{}}
	x.list = kwidget.NewList(func() int { return len(x.shown) },
		func() fyne.CanvasObject { return kwidget.NewCheck("", nil) }, x.fill, x.toggle)
	loc := p.env.Loc
	filter := kwidget.NewField("")
	filter.Names, filter.Passing = true, true
	filter.SetPlaceHolder(loc.T("people.filter"))
	filter.OnChanged = x.filter
	x.filter("")
	var d *kwidget.Dialog
	yes := primary(loc.T("common.add"), func() {
		take := x.taken()
		d.Hide()
		if len(take) > 0 {
			p.env.do(func() error { return p.env.Store.Enrol(p.id, p.env.Day(), take...) })
		}
	})
	no := kwidget.NewButton(loc.T("common.cancel"), nil, func() { d.Hide() })
	leave := func() { d.Hide() }
	filter.OnEscape, x.list.OnEscape, no.OnEscape, yes.OnEscape = leave, leave, leave, leave
	body := under(filter, container.NewBorder(nil, container.NewHBox(layout.NewSpacer(), no, yes), nil, nil, x.list))
	d = kwidget.ShowDialog(loc.T("participants.known"), body, fyne.NewSize(560, 560), p.env.Window)
	p.env.Window.Canvas().Focus(filter)
}

// strangers are the people who are not in this course.
func (p *participants) strangers() []people.Person {
	here := map[string]bool{}
	for _, who := range p.env.Store.Roster(p.id, p.env.Compare) {
		here[who.Person.ID] = true
	}
	var out []people.Person
	for _, person := range p.env.Store.People(p.env.Compare) {
		if !here[person.ID] {
			out = append(out, person)
		}
	}
	return out
}

func (x *enrolment) filter(text string) {
	x.shown = nil
	for _, person := range x.known {
		if person.Matches(text) {
			x.shown = append(x.shown, person)
		}
	}
	x.list.Refresh()
}

func (x *enrolment) fill(i int, o fyne.CanvasObject) {
	person := x.shown[i]
	check := o.(*kwidget.Check)
	check.OnChanged = nil
	check.SetText(strings.TrimSpace(person.Name + "   " + people.ShowPhone(person.Phone)))
	check.SetChecked(x.chosen[person.ID])
	check.OnChanged = func(on bool) { x.chosen[person.ID] = on }
}

// toggle ticks a line that has the keyboard, or takes its tick away.
func (x *enrolment) toggle(i int) {
	x.chosen[x.shown[i].ID] = !x.chosen[x.shown[i].ID]
	x.list.RefreshItem(i)
}

func (x *enrolment) taken() []string {
	var out []string
	for _, person := range x.known {
		if x.chosen[person.ID] {
			out = append(out, person.ID)
		}
	}
	return out
}
