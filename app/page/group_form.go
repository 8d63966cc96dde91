package page

import (
	"strings"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/sessions/people"
	"kring/sessions/plan"
	"kring/toolkit/kit"
)

// groupForm edits a group's own fields, over a draft.
type groupForm struct {
	env                           *Env
	group                         kit.Group
	name, contact, phone, trainer *kwidget.Field
	lang                          *choice
	chat                          *kwidget.Check
	start                         *dateField
}

func newGroupForm(env *Env, g kit.Group) *groupForm {
	f := &groupForm{env: env, group: g, name: kwidget.NewField(g.Name), contact: kwidget.NewField(g.Contact), phone: kwidget.NewField(people.ShowPhone(g.Phone)), trainer: kwidget.NewField(g.Trainer)}
	f.name.SetPlaceHolder(env.Loc.T("group.namehint"))
	f.lang = memberLanguage(env, g.Lang)
	f.chat = kwidget.NewCheck(env.Loc.T("group.haschat"), nil)
	f.chat.Checked = g.Chat
	f.start = newDateField(env, g.Start, noRegion)
	return f
}

// memberLanguage is a picker of one language; where none was said, it is that of the window.
func memberLanguage(env *Env, chosen string) *choice {
	if chosen == "" {
		chosen = env.Lang()
	}
	return newChoice(env.Loc.T, "language.", people.Languages(), chosen)
}

func (f *groupForm) object() *fyne.Container {
	loc := f.env.Loc
	return formOf(item(loc.T("group.name"), f.name), item(loc.T("group.contact"), f.contact), item(loc.T("person.phone"), f.phone),
		item(loc.T("group.lang"), f.lang.sel), item("", f.chat), item(loc.T("course.trainer"), f.trainer), item(loc.T("group.start"), f.start.object))
}

func (f *groupForm) draft() (kit.Group, error) {
	g := f.group
	g.Name, g.Contact, g.Trainer, g.Lang, g.Chat = f.name.Text, f.contact.Text, f.trainer.Text, f.lang.id(), f.chat.Checked
	var err error
	if g.Phone, err = typedPhone(f.phone, g.Phone); err != nil {
		return g, err
	}
	if g.Start, err = f.start.optional(); err == nil && g.Start.IsZero() {
		g.Start = f.env.Day()
	}
	return g, err
}

// show opens the form; save keeps what was typed.
func (f *groupForm) show(title string, save func(kit.Group) error) *draftForm {
	x := f.env.draft(title, f.env.Loc.T("common.save"), f.object(), fyne.NewSize(640, 520), func() func() error {
		g, err := f.draft()
		return func() error {
			if err != nil {
				return err
			}
			return save(g)
		}
	})
	x.on(f.name, f.contact, f.phone, f.trainer, f.start.Field)
	return x
}

// groupDraft edits a group.
func (e *Env) groupDraft(g kit.Group) {
	newGroupForm(e, g).show(e.Loc.T("group.edit"), e.Kits.SaveGroup)
}

// newGroupDraft makes a group that comes from no course, and goes there.
func (e *Env) newGroupDraft() {
	var made kit.Group
	f := newGroupForm(e, kit.Group{Start: e.Day()}).show(e.Loc.T("groups.new"), func(g kit.Group) (err error) {
		made, err = e.Kits.MakeGroup(g, nil)
		return err
	})
	f.then = func() { e.Shell.Go(groupTarget(made.ID)) }
}

// signDraft edits a sign of life, or plans one.
func (e *Env) signDraft(x kit.Sign) *draftForm {
	loc := e.Loc
	kind := newChoice(loc.T, "life.", strs(kit.Kinds()), string(x.Kind))
	on := newDateField(e, x.Date, noRegion)
	if x.At == 0 {
		x.At = plan.At(10, 0)
	}
	at, about, note := kwidget.NewField(e.clock(x.At)), kwidget.NewField(""), kwidget.NewArea(x.Note, 3)
	if x.About > 0 {
		about.SetText(loc.Int(x.About))
	}
	note.SetPlaceHolder(loc.T("group.notehint"))
	f := e.draft(loc.T("group.signs"), loc.T("common.save"), column(gapParts, quietly(loc.T("group.signabout")), formOf(
		item(loc.T("group.kind"), kind.sel), item(loc.T("group.date"), on.object), item(loc.T("group.at"), at),
		item(loc.T("group.howmany"), about), item(loc.T("group.note"), note),
	)), fyne.NewSize(640, 520), func() func() error {
		draft := x
		draft.Kind, draft.Note, draft.About = kit.Kind(kind.id()), note.Text, 0
		var err error
		draft.Date, err = on.optional()
		clock, ok := parseClock(at.Text)
		many, counted := number(strings.TrimSpace(about.Text))
		return func() error {
			switch {
			case err != nil:
				return err
			case !ok:
				return kit.ErrAt
			case !counted && strings.TrimSpace(about.Text) != "":
				return kit.ErrAbout
			}
			draft.At, draft.About = clock, many
			return e.Kits.SaveSign(draft)
		}
	})
	f.on(on.Field, at, about, note)
	return f
}
