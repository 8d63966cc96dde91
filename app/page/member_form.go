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
	name, phone *kwidget.Field
	lang, form  *choice
	how         *choice
	wants       *kwidget.Check
	since       *dateField
}

// memberDraft changes what somebody of a group likes to get.
func (e *Env) memberDraft(m kit.Member) *memberForm {
	loc := e.Loc
	x := &memberForm{member: m, name: kwidget.NewField(m.Name), phone: kwidget.NewField(people.ShowPhone(m.Phone))}
	x.lang, x.since = memberLanguage(e, m.Lang), newDateField(e, m.Since, noRegion)
	x.form = newChoice(loc.T, "kitform.", strs(kit.Forms()), firstOf(string(m.Form), string(kit.AsPDF)))
	x.how = newChoice(loc.T, "how.", strs(kit.Hows()), firstOf(string(m.How), string(kit.Said)))
	x.wants = kwidget.NewCheck(loc.T("member.wants"), nil)
	x.wants.Checked = m.Wants()
	x.since.SetPlaceHolder(e.typedDate(e.Day()))
	var items []formItem
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
