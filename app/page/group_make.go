package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
	"kring/sessions/course"
	"kring/sessions/people"
	"kring/toolkit/kit"
)

// goOnRow asks of one participant whether they go on with the group and want the toolkit.
type goOnRow struct {
	person     people.Person
	goes, kit  *kwidget.Check
	lang, form *choice
}

// groupMaker makes a support group out of who took part in a course.
type groupMaker struct {
	env     *Env
	course  course.Course
	name    *kwidget.Field
	contact *kwidget.Select
	chat    *kwidget.Check
	on      *dateField
	how     *choice
	rows    []*goOnRow
	form    *draftForm
}

// makeGroup asks who goes on after a course, and makes the group with its members as one
// action.
func (e *Env) makeGroup(c course.Course) *groupMaker {
	loc := e.Loc
	x := &groupMaker{env: e, course: c, name: kwidget.NewField(c.Name), chat: kwidget.NewCheck(loc.T("group.haschat"), nil), on: newDateField(e, e.Day(), noRegion)}
	x.how = newChoice(loc.T, "how.", strs(kit.Hows()), string(kit.Said))
	names := []string{loc.T("group.notknown")}
	list := column(gapLines)
	for _, p := range e.Store.Roster(c.ID, e.Compare) {
		names = append(names, p.Name)
		list.Add(x.row(p))
	}
	x.contact = kwidget.NewSelect(names, nil)
	x.contact.SetSelectedIndex(0)
	content := column(gapCards, quietly(loc.T("groups.makehint")),
		formOf(item(loc.T("group.name"), x.name), item(loc.T("group.contact"), x.contact), item("", x.chat)),
		section(loc.T("groups.whogoes")), list,
		formOf(item(loc.T("member.on"), x.on.object), item(loc.T("member.how"), x.how.sel)))
	var made kit.Group
	x.form = e.draft(loc.T("groups.make"), loc.T("groups.make"), content, fyne.NewSize(940, 660), func() func() error {
		g, members, err := x.draft()
		return func() error {
			if err != nil {
				return err
			}
			var fault error
			made, fault = e.Kits.MakeGroup(g, members)
			return fault
		}
	})
	x.form.then = func() { e.Shell.Go(groupTarget(made.ID)) }
	x.form.on(x.name, x.on.Field)
	return x
}

// row asks of one participant. Nothing is ticked before somebody said yes.
func (x *groupMaker) row(p course.Participant) fyne.CanvasObject {
	loc := x.env.Loc
	r := &goOnRow{person: p.Person, goes: kwidget.NewCheck(p.Name, nil), kit: kwidget.NewCheck(loc.T("member.kit"), nil)}
	r.lang = memberLanguage(x.env, reads(p.Person, "nl"))
	r.form = newChoice(loc.T, "kitform.", strs(kit.Forms()), string(kit.AsPDF))
	r.goes.OnChanged = func(on bool) { r.follow(on) }
	r.follow(false)
	x.rows = append(x.rows, r)
	return container.NewGridWithColumns(4, r.goes, r.kit, r.lang.sel, r.form.sel)
}

// follow asks nothing more of who does not go on.
func (r *goOnRow) follow(on bool) {
	for _, o := range []fyne.CanvasObject{r.kit, r.lang.sel, r.form.sel} {
		o.(fyne.Disableable).Enable()
		if !on {
			o.(fyne.Disableable).Disable()
		}
	}
}

func (x *groupMaker) draft() (kit.Group, []kit.Member, error) {
	g := kit.Group{CourseID: x.course.ID, Name: x.name.Text, Chat: x.chat.Checked, Trainer: x.course.Trainer, Start: x.env.Day()}
	if i := x.contact.SelectedIndex(); i > 0 {
		r := x.rows[i-1]
		g.Contact, g.Phone, g.Lang = r.person.Name, r.person.Phone, r.lang.id()
	}
	on, err := x.on.optional()
	if err != nil {
		return g, nil, err
	}
	if on.IsZero() {
		on = x.env.Day()
	}
	var members []kit.Member
	for _, r := range x.rows {
		if !r.goes.Checked {
			continue
		}
		m := kit.Member{PersonID: r.person.ID, Name: r.person.Name, Lang: r.lang.id(), Form: kit.Form(r.form.id())}
		if r.kit.Checked { // opted in
			m.Since, m.How = on, kit.How(x.how.id())
		}
		members = append(members, m)
	}
	return g, members, nil
}
