package page

import (
	"errors"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/sessions/people"
)

// What can be wrong with what somebody types about a person.
var (
	ErrPhone    = errors.New("not a phone number")
	ErrEmail    = errors.New("not a mail address")
	ErrChildren = errors.New("not a number of children")
)

// personForm edits a draft copy of a person.
type personForm struct {
	object fyne.CanvasObject
	env    *Env
	person people.Person

	name, phone, email, children, note *kwidget.Field
	kind, through                      *choice
	care                               *kwidget.Check
	reads                              *languageChecks
	alike                              *kwidget.BidiLabel
	finder                             *people.Finder
}

func newPersonForm(env *Env, person people.Person) *personForm {
	f := &personForm{env: env, person: person, alike: warning("")}
	loc := env.Loc
	f.name, f.phone, f.email = kwidget.NewField(person.Name), kwidget.NewField(people.ShowPhone(person.Phone)), kwidget.NewField(person.Email)
	f.note = kwidget.NewArea(person.Note, 2)
	f.kind = newChoice(loc.T, "kind.", strs(people.Kinds()), string(person.Kind))
	f.through = newChoice(loc.T, "through.", strs(people.Throughs()), string(person.Through))
	f.children = kwidget.NewField("")
	if person.Children > 0 {
		f.children.SetText(loc.Int(person.Children))
	}
	f.care = kwidget.NewCheck(loc.T("person.care"), nil)
	f.care.Checked = person.ChildCare
	f.reads = newLanguageChecks(env, people.Languages()[:6], person.Reads)
	f.alike.Hide()
	if person.ID == "" {
		f.finder = people.NewFinder(env.Store.People(env.Compare))
		f.name.OnChanged = func(string) { f.warn() }
		f.phone.OnChanged = func(string) { f.warn() }
	}
	f.object = column(gapParts, formOf(
		item(loc.T("person.name"), f.name),
		item(loc.T("person.phone"), f.phone),
		item(loc.T("person.email"), f.email),
		item(loc.T("person.kind"), f.kind.sel),
		item(loc.T("person.through"), f.through.sel),
		item(loc.T("person.reads"), f.reads.object),
		item("", f.care),
		item(loc.T("person.children"), f.children),
		item(loc.T("person.note"), f.note),
	), f.alike)
	return f
}

// warn says who a new person may already be.
func (f *personForm) warn() {
	phone, _ := people.NormalPhone(f.phone.Text)
	known := f.finder.Alike(people.Person{Name: f.name.Text, Phone: phone})
	if len(known) == 0 {
		f.alike.Hide()
		return
	}
	f.alike.SetText(f.env.Loc.T("person.alike", "Match", f.env.Loc.T("match."+string(known[0].Why), "Name", known[0].Name)))
	f.alike.Show()
}

// draft takes the person from the fields; what was stored before and not touched is
// not judged again.
func (f *personForm) draft() (people.Person, error) {
	p := f.person
	p.Name, p.Email, p.Note = strings.TrimSpace(f.name.Text), strings.TrimSpace(f.email.Text), strings.TrimSpace(f.note.Text)
	p.Kind, p.Through = people.Kind(f.kind.id()), people.Through(f.through.id())
	p.ChildCare = f.care.Checked
	p.Reads = f.reads.chosen()
	if typed := strings.TrimSpace(f.phone.Text); typed != people.ShowPhone(p.Phone) {
		var ok bool
		if p.Phone, ok = people.NormalPhone(typed); !ok && typed != "" {
			return p, fmt.Errorf("phone: %w", ErrPhone)
		}
	}
	if p.Email != "" && p.Email != f.person.Email && !people.ValidEmail(p.Email) {
		return p, fmt.Errorf("mail: %w", ErrEmail)
	}
	return p, f.countChildren(&p)
}

func (f *personForm) countChildren(p *people.Person) error {
	text := strings.TrimSpace(f.children.Text)
	p.Children = 0
	if text == "" {
		return nil
	}
	n, ok := number(text)
	if !ok || n > 20 {
		return fmt.Errorf("children: %w", ErrChildren)
	}
	p.Children = n
	return nil
}

// personDraft shows the form of a person, with more under it; Save writes once.
func (e *Env) personDraft(person people.Person, under []fyne.CanvasObject, save func(people.Person) error) *draftForm {
	form := newPersonForm(e, person)
	id := "people.title"
	if person.ID == "" {
		id = "people.new"
	}
	content := column(gapCards, append([]fyne.CanvasObject{form.object}, under...)...)
	f := e.draft(e.Loc.T(id), e.Loc.T("common.save"), content, fyne.NewSize(660, 620), func() func() error {
		draft, err := form.draft()
		return func() error {
			if err != nil {
				return err
			}
			return save(draft)
		}
	})
	f.on(form.name, form.phone, form.email, form.children, form.note)
	return f
}
