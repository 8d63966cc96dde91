package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"kring/sessions/course"
	"kring/sessions/people"
)

type participants struct {
	env    *Env
	id     string
	object fyne.CanvasObject
	column *fyne.Container
	count  *widget.Label
}

func newParticipantsTab(env *Env, id string) Page {
	p := &participants{env: env, id: id, column: container.NewVBox(), count: widget.NewLabel("")}
	bar := container.NewHBox(
		primary(env.Loc.T("participants.add"), p.add),
		widget.NewButton(env.Loc.T("participants.known"), p.enrol),
		widget.NewButton(env.Loc.T("participants.import"), p.importList),
		p.count,
	)
	p.object = container.NewBorder(bar, nil, nil, nil, container.NewVScroll(p.column))
	return p
}

// Object implements Page.
func (p *participants) Object() fyne.CanvasObject { return p.object }

// Close implements Page.
func (p *participants) Close() {}

type participantsData struct {
	course course.Course
	people []course.Participant
	counts []course.Count
}

// Update implements Page.
func (p *participants) Update() {
	refresh(p.env, func() (participantsData, error) {
		c, sessions, err := p.env.fetchCourse(p.id)
		d := participantsData{course: c, people: p.env.Store.Roster(p.id, p.env.Compare)}
		for _, who := range d.people {
			d.counts = append(d.counts, p.env.Store.CountOf(sessions, who.Person.ID, p.env.Day()))
		}
		return d, err
	}, p.update)
}

func (p *participants) update(d participantsData) {
	text := p.env.Loc.N("count.participants", len(d.people))
	if d.course.Capacity > 0 && len(d.people) > d.course.Capacity {
		text += " · " + p.env.Loc.N("participants.full", d.course.Capacity)
	}
	p.count.SetText(text)
	p.column.Objects = nil
	if len(d.people) == 0 {
		p.column.Add(emptyPage(p.env.Loc.T("participants.empty"), p.env.Loc.T("participants.import"), p.importList))
	}
	for i, who := range d.people {
		p.column.Add(p.line(who, d.counts[i]))
	}
	p.column.Refresh()
}

func (p *participants) line(who course.Participant, c course.Count) fyne.CanvasObject {
	loc := p.env.Loc
	name := widget.NewLabel(who.Name)
	name.TextStyle.Bold = true
	name.Truncation = fyne.TextTruncateEllipsis
	more := p.env.contact(who.Person)
	if who.Kind != "" {
		more = loc.T("kind."+string(who.Kind)) + " · " + more
	}
	facts := quiet(more + " · " + p.env.counts(c))
	stop := low(loc.T("participants.stop"), func() {
		p.env.do(func() error { return p.env.Store.Stop(p.id, who.Person.ID, !who.Stopped) })
	})
	if who.Stopped {
		stop.SetText(loc.T("participants.back"))
	}
	edit := low(loc.T("common.edit"), func() { p.edit(who.Person) })
	out := low(loc.T("participants.remove"), func() {
		p.env.Shell.Ask(Question{
			Title: loc.T("participants.remove"), Text: loc.T("participants.removeask", "Name", who.Name), Yes: loc.T("participants.remove"),
			Do: func() { p.env.do(func() error { return p.env.Store.Unenrol(p.id, who.Person.ID) }) },
		})
	})
	return container.NewBorder(nil, widget.NewSeparator(), nil, container.NewHBox(edit, stop, out), container.NewVBox(name, facts))
}

func (p *participants) add() {
	p.form(people.Person{}, func(draft people.Person) error {
		_, err := p.env.Store.AddParticipant(p.id, draft, p.env.Day())
		return err
	})
}

func (p *participants) edit(person people.Person) {
	p.form(person, func(draft people.Person) error {
		_, err := p.env.Store.SavePerson(draft)
		return err
	})
}

func (p *participants) form(person people.Person, save func(people.Person) error) {
	form := newPersonForm(p.env, person)
	d := dialog.NewCustomConfirm(p.env.Loc.T("people.title"), p.env.Loc.T("common.save"), p.env.Loc.T("common.cancel"),
		container.NewVScroll(form.object), func(ok bool) {
			if ok {
				draft := form.draft()
				p.env.do(func() error { return save(draft) })
			}
		}, p.env.Window)
	d.Resize(fyne.NewSize(620, 560))
	d.Show()
	p.env.Window.Canvas().Focus(form.name)
}

// enrol takes in people who are already known.
func (p *participants) enrol() {
	here := map[string]bool{}
	for _, who := range p.env.Store.Roster(p.id, p.env.Compare) {
		here[who.Person.ID] = true
	}
	var ids, names []string
	for _, person := range p.env.Store.People(p.env.Compare) {
		if !here[person.ID] {
			ids, names = append(ids, person.ID), append(names, person.Name+"  "+people.ShowPhone(person.Phone))
		}
	}
	chosen := map[int]bool{}
	list := widget.NewList(func() int { return len(names) },
		func() fyne.CanvasObject { return widget.NewCheck("", nil) },
		func(i widget.ListItemID, o fyne.CanvasObject) {
			check := o.(*widget.Check)
			check.OnChanged = nil
			check.SetText(names[i])
			check.SetChecked(chosen[i])
			check.OnChanged = func(on bool) { chosen[i] = on }
		})
	d := dialog.NewCustomConfirm(p.env.Loc.T("participants.known"), p.env.Loc.T("common.add"), p.env.Loc.T("common.cancel"), list, func(ok bool) {
		var take []string
		for i, id := range ids {
			if chosen[i] {
				take = append(take, id)
			}
		}
		if ok && len(take) > 0 {
			p.env.do(func() error { return p.env.Store.Enrol(p.id, p.env.Day(), take...) })
		}
	}, p.env.Window)
	d.Resize(fyne.NewSize(480, 520))
	d.Show()
}
