package page

import (
	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/sessions/calendar"
	"kring/sessions/people"
	"kring/toolkit/kit"
)

// memberForm edits what somebody of a group likes to get.
type memberForm struct {
	member      kit.Member
	who         *choice // of the course, for somebody new; nil: there is nobody
	name, phone *kwidget.Field
	lang, form  *choice
	how         *choice
	wants       *kwidget.Check
	since       *dateField
}

// memberDraft adds somebody to a group, or changes what they like to get. Who took part in
// the course and is not in the group yet can be chosen.
func (e *Env) memberDraft(d groupData, m kit.Member) *memberForm {
	loc := e.Loc
	x := &memberForm{member: m, name: kwidget.NewField(m.Name), phone: kwidget.NewField(people.ShowPhone(m.Phone))}
	x.lang, x.since = memberLanguage(e, m.Lang), newDateField(e, m.Since, noRegion)
	x.form = newChoice(loc.T, "kitform.", strs(kit.Forms()), firstOf(string(m.Form), string(kit.AsPDF)))
	x.how = newChoice(loc.T, "how.", strs(kit.Hows()), firstOf(string(m.How), string(kit.Said)))
	x.wants = kwidget.NewCheck(loc.T("member.wants"), nil)
	x.wants.Checked = m.Wants()
	x.since.SetPlaceHolder(e.typedDate(e.Day()))
	var items []formItem
	if m.ID == "" {
		items = append(items, x.offer(e, d)...)
	}
	if m.PersonID == "" {
		items = append(items, item(loc.T("person.name"), x.name), item(loc.T("person.phone"), x.phone))
	} else {
		items = append(items, item(loc.T("person.name"), value(m.Name)))
	}
	items = append(items, item(loc.T("member.lang"), x.lang.sel), item(loc.T("member.form"), x.form.sel), item("", x.wants),
		item(loc.T("member.on"), x.since.object), item(loc.T("member.how"), x.how.sel))
	f := e.draft(loc.T("member.title"), loc.T("common.save"), formOf(items...), fyne.NewSize(640, 560), func() func() error {
		draft, err := x.draft(e)
		return func() error {
			if err != nil {
				return err
			}
			return e.Kits.SaveMember(draft)
		}
	})
	fields := []*kwidget.Field{x.since.Field}
	if m.PersonID == "" {
		fields = []*kwidget.Field{x.name, x.phone, x.since.Field}
	}
	f.on(fields...)
	return x
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// offer lets somebody of the course be chosen in place of a name.
func (x *memberForm) offer(e *Env, d groupData) []formItem {
	in := map[string]bool{}
	for _, m := range d.members {
		in[m.PersonID] = true
	}
	ids, names := []string{""}, []string{e.Loc.T("member.else")}
	var persons []people.Person
	for _, p := range e.Store.Roster(d.CourseID, e.Compare) {
		if !in[p.Person.ID] {
			ids, names, persons = append(ids, p.Person.ID), append(names, p.Name), append(persons, p.Person)
		}
	}
	if len(persons) == 0 {
		return nil
	}
	x.who = &choice{kwidget.NewSelect(names, nil), ids}
	x.who.sel.SetSelectedIndex(0)
	x.who.sel.OnChanged = func(i int) {
		if i > 0 {
			p := persons[i-1]
			x.name.SetText(p.Name)
			x.phone.SetText(people.ShowPhone(p.Phone))
			x.lang.show(reads(p, x.lang.id()))
		}
	}
	return []formItem{item(e.Loc.T("member.who"), x.who.sel)}
}

// reads is the language that somebody reads best, or else another.
func reads(p people.Person, other string) string {
	if len(p.Reads) > 0 {
		return p.Reads[0]
	}
	return other
}

// draft is what was typed. Who does not want the toolkit any more took that back today.
func (x *memberForm) draft(e *Env) (kit.Member, error) {
	m := x.member
	m.Lang, m.Form, m.How = x.lang.id(), kit.Form(x.form.id()), kit.How(x.how.id())
	if x.who != nil {
		m.PersonID = x.who.id()
	}
	var err error
	if x.member.PersonID == "" {
		m.Name = x.name.Text
		if m.Phone, err = typedPhone(x.phone, m.Phone); err != nil {
			return m, err
		}
	}
	if m.PersonID != "" {
		m.Phone = "" // the vault has it with the person
	}
	on, err := x.since.optional()
	if err != nil {
		return m, err
	}
	switch {
	case x.wants.Checked && on.IsZero():
		m.Since, m.Withdrawn = e.Day(), calendar.Date{}
	case x.wants.Checked:
		m.Since, m.Withdrawn = on, calendar.Date{}
	case m.Wants():
		m.Withdrawn = e.Day()
		if m.Withdrawn.Compare(m.Since) < 0 {
			m.Withdrawn = m.Since
		}
	case m.Since.IsZero():
		m.How = ""
	}
	return m, nil
}
