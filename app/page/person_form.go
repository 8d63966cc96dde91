package page

import (
	"cmp"
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
	f.phone.Validator = func(string) error { _, err := typedPhone(f.phone, f.person.Phone); return err }
	f.email.Validator = func(string) error { _, err := f.typedEmail(); return err }
	f.children.Validator = func(string) error { _, err := f.typedChildren(); return err }
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

// draft takes the person from the fields.
func (f *personForm) draft() (people.Person, error) {
	p := f.person
	p.Name, p.Note = strings.TrimSpace(f.name.Text), strings.TrimSpace(f.note.Text)
	p.Kind, p.Through = people.Kind(f.kind.id()), people.Through(f.through.id())
	p.ChildCare = f.care.Checked
	p.Reads = f.reads.chosen()
	var phone, email, children error
	p.Phone, phone = typedPhone(f.phone, f.person.Phone)
	p.Email, email = f.typedEmail()
	p.Children, children = f.typedChildren()
	return p, cmp.Or(phone, email, children)
}

// typedPhone is the number as it is stored; what was stored before and not touched is
// not judged again.
func typedPhone(f *kwidget.Field, stored string) (string, error) {
	typed := strings.TrimSpace(f.Text)
	if typed == people.ShowPhone(stored) {
		return stored, nil
	}
	phone, ok := people.NormalPhone(typed)
	if !ok && typed != "" {
		return phone, fmt.Errorf("phone: %w", ErrPhone)
	}
	return phone, nil
}

func (f *personForm) typedEmail() (string, error) {
	typed := strings.TrimSpace(f.email.Text)
	if typed != "" && typed != f.person.Email && !people.ValidEmail(typed) {
		return typed, fmt.Errorf("mail: %w", ErrEmail)
	}
	return typed, nil
}

// mostChildren is more than anybody brings.
const mostChildren = 20

func (f *personForm) typedChildren() (int, error) {
	typed := strings.TrimSpace(f.children.Text)
	if typed == "" {
		return 0, nil
	}
	n, ok := number(typed)
	if !ok || n > mostChildren {
		return 0, fmt.Errorf("children: %w", ErrChildren)
	}
	return n, nil
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
