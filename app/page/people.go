package page

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	kwidget "kring/app/widget"
	"kring/sessions/course"
	"kring/sessions/people"
)

// peoplePage lists everybody; the list draws only what is in sight.
type peoplePage struct {
	turns
	env    *Env
	object fyne.CanvasObject
	list   *kwidget.List
	filter *kwidget.Field
	shown  []people.Person
	asked  string // what the list was narrowed by
	who    string // somebody to go to, once the list has them
	body   *fyne.Container
	open   string // a person to show once the list is there
}

func newPeople(env *Env, t Target) Page {
	p := &peoplePage{env: env, open: t.PersonID}
	p.filter = newSearch(env.Loc.T("people.filter"), p.Update)
	p.filter.Names = true
	p.list = kwidget.NewList(func() int { return len(p.shown) }, p.line, p.fill, func(i int) { p.edit(p.shown[i]) })
	env.leadsToList(p.filter, p.list)
	add := primary(env.Loc.T("people.new"), func() { p.edit(people.Person{}) })
	p.body = container.NewStack(p.list)
	p.object = under(column(0, title(env.Loc.T("nav.people"), add), p.filter, spaceHigh(6)), p.body)
	return p
}

// First implements Focuser: who opens the page types a name.
func (p *peoplePage) First() fyne.Focusable { return p.filter }

// New implements Maker.
func (p *peoplePage) New() { p.edit(people.Person{}) }

// Object implements Page.
func (p *peoplePage) Object() fyne.CanvasObject { return p.object }

// Update implements Page.
func (p *peoplePage) Update() {
	q := p.filter.Text
	refresh(p.env, &p.turns, func() ([]people.Person, error) { return p.fetch(q), nil }, func(shown []people.Person) { p.update(q, shown) })
}

func (p *peoplePage) fetch(q string) []people.Person {
	all := p.env.Store.People(p.env.Compare)
	if strings.TrimSpace(q) == "" {
		return all
	}
	var out []people.Person
	for _, person := range all {
		if person.Matches(q) {
			out = append(out, person)
		}
	}
	return out
}

func (p *peoplePage) update(asked string, shown []people.Person) {
	p.keepAt(asked)
	p.shown = shown
	p.list.Refresh()
	p.body.Objects = []fyne.CanvasObject{p.list}
	switch {
	case len(shown) > 0:
	case p.filter.Text == "":
		p.body.Objects = []fyne.CanvasObject{container.NewVBox(emptyPage(p.env.Loc.T("people.empty"), p.env.Loc.T("people.new"), func() { p.edit(people.Person{}) }))}
	default:
		p.body.Objects = []fyne.CanvasObject{container.NewVBox(quiet(p.env.Loc.T("people.nobody", "Text", p.env.typedName(p.filter.Text))))}
	}
	p.body.Refresh()
	p.goTo()
	p.who = "" // who is not here is gone, or not asked for
	if person, ok := p.env.Store.Person(p.open); ok {
		p.open = ""
		p.edit(person)
	}
}

// keepAt remembers whom the keyboard is at, whatever line they come to stand on: another name
// takes somebody to another place. A list that is narrowed anew begins where it did.
func (p *peoplePage) keepAt(asked string) {
	if at := p.list.At(); asked == p.asked && p.who == "" && at < len(p.shown) {
		p.who = p.shown[at].ID
	}
	p.asked = asked
}

// goTo brings whom the keyboard is to be at in sight.
func (p *peoplePage) goTo() {
	at := slices.IndexFunc(p.shown, func(x people.Person) bool { return x.ID == p.who })
	if at < 0 {
		return
	}
	if at != p.list.At() {
		p.list.MoveTo(at)
	}
}

func (p *peoplePage) line() fyne.CanvasObject {
	who, more := inLine(""), inLine("")
	who.Bold, more.ColorName = true, theme.ColorNamePlaceHolder
	return listLine(container.NewGridWithColumns(2, who, more))
}

func (p *peoplePage) fill(i int, o fyne.CanvasObject) {
	person := p.shown[i]
	labels := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	labels[0].(*kwidget.BidiLabel).SetText(person.Name)
	labels[1].(*kwidget.BidiLabel).SetText(p.env.contact(person))
}

func (e *Env) contact(p people.Person) string {
	return e.Loc.Facts(people.ShowPhone(p.Phone), p.Email)
}

func (p *peoplePage) edit(person people.Person) {
	var under []fyne.CanvasObject
	var f *draftForm
	var id string
	if person.ID != "" {
		if courses := p.env.Store.CoursesOf(person.ID); len(courses) > 0 {
			under = append(under, p.coursesOf(person, courses))
		}
		keeps := kwidget.NewButton(p.env.Loc.T("privacy.about"), nil, func() { p.env.aboutSubject(personSubject(person), f) })
		under = append(under, container.NewHBox(keeps, kwidget.NewButton(p.env.Loc.T("people.delete"), theme.DeleteIcon(), func() { p.remove(person, f) })))
	}
	f = p.env.personDraft(person, under, func(draft people.Person) error {
		saved, err := p.env.Store.SavePerson(draft)
		id = saved.ID
		return err
	})
	f.then = func() {
		p.who = id // somebody new is in the list only when it was read again
		p.goTo()
	}
}

func (p *peoplePage) coursesOf(person people.Person, courses []course.Course) fyne.CanvasObject {
	box := column(gapLines, name(p.env.Loc.T("nav.courses")))
	for _, c := range courses {
		count := p.env.Store.CountOf(p.env.Store.Sessions(c.ID), person.ID, p.env.Day())
		box.Add(words(c.Name))
		box.Add(quiet(p.env.counts(count)))
	}
	return box
}

// counts says how often somebody attended so far, how often with notice counted, and
// how many sessions there are in all.
func (e *Env) counts(c course.Count) string {
	if c.Past == 0 {
		return e.Loc.T("attendance.tobegin", "All", e.Loc.Int(c.All))
	}
	return e.Loc.T("attendance.count", "Attended", e.Loc.Int(c.Attended), "Past", e.Loc.Int(c.Past), "Committed", e.Loc.Int(c.Committed), "All", e.Loc.Int(c.All))
}

func (p *peoplePage) remove(person people.Person, f *draftForm) {
	loc := p.env.Loc
	p.env.Shell.Ask(Question{
		Title: loc.T("people.delete"), Yes: loc.T("common.delete"), Text: loc.T("people.deleteask", "Name", person.Name),
		Do: func() {
			f.dialog.Hide()
			p.env.do(func() error { return p.env.Store.DeletePerson(person.ID) })
		},
	})
}
