package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/sessions/course"
	"kring/sessions/people"
)

// peoplePage lists everybody; the list draws only what is in sight.
type peoplePage struct {
	env    *Env
	object fyne.CanvasObject
	list   *widget.List
	filter *widget.Entry
	shown  []people.Person
	body   *fyne.Container
	open   string // a person to show once the list is there
}

func newPeople(env *Env, t Target) Page {
	p := &peoplePage{env: env, open: t.PersonID}
	p.filter = widget.NewEntry()
	p.filter.SetPlaceHolder(env.Loc.T("people.filter"))
	p.filter.OnChanged = func(string) { p.Update() }
	p.list = widget.NewList(func() int { return len(p.shown) }, p.line, p.fill)
	p.list.OnSelected = func(i widget.ListItemID) {
		p.list.UnselectAll()
		p.edit(p.shown[i])
	}
	add := primary(env.Loc.T("people.new"), func() { p.edit(people.Person{}) })
	p.body = container.NewStack(p.list)
	p.object = container.NewBorder(container.NewVBox(title(env.Loc.T("nav.people"), add), p.filter), nil, nil, nil, p.body)
	return p
}

// Object implements Page.
func (p *peoplePage) Object() fyne.CanvasObject { return p.object }

// Close implements Page.
func (p *peoplePage) Close() {}

// Update implements Page.
func (p *peoplePage) Update() {
	q := people.Fold(strings.TrimSpace(p.filter.Text))
	refresh(p.env, func() ([]people.Person, error) { return p.fetch(q), nil }, p.update)
}

func (p *peoplePage) fetch(q string) []people.Person {
	all := p.env.Store.People(p.env.Compare)
	if q == "" {
		return all
	}
	var out []people.Person
	for _, person := range all {
		if strings.Contains(people.Fold(person.Name), q) || strings.Contains(person.Phone, q) || strings.Contains(people.Fold(person.Email), q) {
			out = append(out, person)
		}
	}
	return out
}

func (p *peoplePage) update(shown []people.Person) {
	p.shown = shown
	p.list.Refresh()
	p.body.Objects = []fyne.CanvasObject{p.list}
	if len(shown) == 0 && p.filter.Text == "" {
		p.body.Objects = []fyne.CanvasObject{emptyPage(p.env.Loc.T("people.empty"), p.env.Loc.T("people.new"), func() { p.edit(people.Person{}) })}
	}
	p.body.Refresh()
	if person, ok := p.env.Store.Person(p.open); ok {
		p.open = ""
		p.edit(person)
	}
}

func (p *peoplePage) line() fyne.CanvasObject {
	name, more := widget.NewLabel(""), widget.NewLabel("")
	name.Truncation, more.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	more.Importance = widget.LowImportance
	return container.NewGridWithColumns(2, name, more)
}

func (p *peoplePage) fill(i widget.ListItemID, o fyne.CanvasObject) {
	person := p.shown[i]
	labels := o.(*fyne.Container).Objects
	labels[0].(*widget.Label).SetText(person.Name)
	labels[1].(*widget.Label).SetText(p.env.contact(person))
}

func (e *Env) contact(p people.Person) string {
	var parts []string
	for _, s := range []string{people.ShowPhone(p.Phone), p.Email} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " · ")
}

// edit opens a draft of a person; Save writes once.
func (p *peoplePage) edit(person people.Person) {
	form := newPersonForm(p.env, person)
	items := []fyne.CanvasObject{form.object}
	if person.ID != "" {
		items = append(items, p.coursesOf(person), p.remove(person))
	}
	d := dialog.NewCustomConfirm(p.env.Loc.T("people.title"), p.env.Loc.T("common.save"), p.env.Loc.T("common.cancel"),
		container.NewVScroll(container.NewVBox(items...)), func(ok bool) {
			if ok {
				p.env.do(func() error { _, err := p.env.Store.SavePerson(form.draft()); return err })
			}
		}, p.env.Window)
	d.Resize(fyne.NewSize(620, 600))
	d.Show()
	p.env.Window.Canvas().Focus(form.name)
}

func (p *peoplePage) coursesOf(person people.Person) fyne.CanvasObject {
	box := container.NewVBox(section(p.env.Loc.T("nav.courses")))
	for _, c := range p.env.Store.CoursesOf(person.ID) {
		count := p.env.Store.CountOf(p.env.Store.Sessions(c.ID), person.ID, p.env.Day())
		box.Add(words(c.Name + " · " + p.env.counts(count)))
	}
	return box
}

// counts says "attended 4 of 5" and what of that was committed.
func (e *Env) counts(c course.Count) string {
	return e.Loc.T("attendance.count", "Attended", c.Attended, "Past", c.Past, "Committed", c.Committed)
}

func (p *peoplePage) remove(person people.Person) fyne.CanvasObject {
	b := widget.NewButtonWithIcon(p.env.Loc.T("people.delete"), theme.DeleteIcon(), func() {
		p.env.Shell.Ask(Question{
			Title: p.env.Loc.T("people.delete"), Yes: p.env.Loc.T("common.delete"),
			Text: p.env.Loc.T("people.deleteask", "Name", person.Name),
			Do:   func() { p.env.do(func() error { return p.env.Store.DeletePerson(person.ID) }) },
		})
	})
	b.Importance = widget.LowImportance
	return b
}
