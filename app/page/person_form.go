package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kring/sessions/people"
)

// personForm edits a draft copy of a person.
type personForm struct {
	object fyne.CanvasObject
	env    *Env
	person people.Person

	name, phone, email, children, note *widget.Entry
	kind, through                      *choice
	care                               *widget.Check
	reads                              *widget.CheckGroup
}

func newPersonForm(env *Env, person people.Person) *personForm {
	f := &personForm{env: env, person: person}
	loc := env.Loc
	f.name, f.phone, f.email = entry(person.Name), entry(people.ShowPhone(person.Phone)), entry(person.Email)
	f.note = widget.NewMultiLineEntry()
	f.note.SetText(person.Note)
	f.note.SetMinRowsVisible(2)
	f.kind = newChoice(loc.T, "kind.", strs(people.Kinds()), string(person.Kind))
	f.through = newChoice(loc.T, "through.", strs(people.Throughs()), string(person.Through))
	f.care = widget.NewCheck(loc.T("person.care"), nil)
	f.care.Checked = person.ChildCare
	f.children = entry("")
	if person.Children > 0 {
		f.children.SetText(loc.Int(person.Children))
	}
	f.reads = languageChecks(env, people.Languages()[:6], person.Reads)
	f.object = widget.NewForm(
		widget.NewFormItem(loc.T("person.name"), f.name),
		widget.NewFormItem(loc.T("person.phone"), f.phone),
		widget.NewFormItem(loc.T("person.email"), f.email),
		widget.NewFormItem(loc.T("person.kind"), f.kind.sel),
		widget.NewFormItem(loc.T("person.through"), f.through.sel),
		widget.NewFormItem(loc.T("person.reads"), f.reads),
		widget.NewFormItem("", f.care),
		widget.NewFormItem(loc.T("person.children"), f.children),
		widget.NewFormItem(loc.T("person.note"), f.note),
	)
	return f
}

func (f *personForm) draft() people.Person {
	p := f.person
	p.Name, p.Email, p.Note = f.name.Text, f.email.Text, f.note.Text
	p.Phone, _ = people.NormalPhone(f.phone.Text)
	p.Kind, p.Through = people.Kind(f.kind.id()), people.Through(f.through.id())
	p.ChildCare = f.care.Checked
	p.Children, _ = number(f.children.Text)
	p.Reads = chosenLanguages(f.env, f.reads)
	return p
}

func entry(text string) *widget.Entry {
	e := widget.NewEntry()
	e.SetText(text)
	return e
}

func strs[T ~string](in []T) []string {
	out := make([]string, len(in))
	for i, s := range in {
		out[i] = string(s)
	}
	return out
}

// choice is a picker over ids that shows their names.
type choice struct {
	sel *widget.Select
	ids []string
}

func newChoice(say func(string, ...any) string, prefix string, ids []string, chosen string) *choice {
	names := make([]string, len(ids))
	at := -1
	for i, id := range ids {
		key := id
		if key == "" {
			key = "none"
		}
		names[i] = say(prefix + key)
		if id == chosen {
			at = i
		}
	}
	c := &choice{widget.NewSelect(names, nil), ids}
	if at >= 0 {
		c.sel.SetSelectedIndex(at)
	}
	return c
}

func (c *choice) id() string {
	if i := c.sel.SelectedIndex(); i >= 0 {
		return c.ids[i]
	}
	return ""
}

func languageChecks(env *Env, tags, chosen []string) *widget.CheckGroup {
	names := make([]string, len(tags))
	for i, t := range tags {
		names[i] = env.Loc.T("language." + t)
	}
	g := widget.NewCheckGroup(names, nil)
	g.Horizontal = true
	for _, t := range chosen {
		g.Selected = append(g.Selected, env.Loc.T("language."+t))
	}
	return g
}

func chosenLanguages(env *Env, g *widget.CheckGroup) []string {
	var out []string
	for _, t := range people.Languages() {
		for _, name := range g.Selected {
			if env.Loc.T("language."+t) == name {
				out = append(out, t)
			}
		}
	}
	return out
}

func row(objects ...fyne.CanvasObject) fyne.CanvasObject { return container.NewHBox(objects...) }
