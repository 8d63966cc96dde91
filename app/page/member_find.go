package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	kwidget "kring/app/widget"
	"kring/sessions/people"
	"kring/toolkit/kit"
)

// memberFinder puts people in a group, one after the other: found as one types among all in
// the vault, or somebody new with a name only.
type memberFinder struct {
	env     *Env
	group   kit.Group
	field   *kwidget.Field
	wants   *kwidget.Check
	list    *kwidget.List
	said    *kwidget.BidiLabel
	dialog  *kwidget.Dialog
	known   []people.Person
	shown   []people.Person
	in      map[string]bool // who is in the group, by the ID of a person
	typed   string
	working bool
}

// findMembers opens the finder over all people.
func (e *Env) findMembers(g kit.Group) *memberFinder {
	loc := e.Loc
	x := &memberFinder{env: e, group: g, field: kwidget.NewField(""), wants: kwidget.NewCheck(loc.T("member.wantsnow"), nil), said: value(""), known: e.Store.People(e.Compare), in: map[string]bool{}}
	for _, m := range e.Kits.Members(g.ID, e.Compare) {
		x.in[m.PersonID] = true
	}
	x.list = kwidget.NewList(x.lines, func() fyne.CanvasObject { return listLine(column(0, inLine(""), aside(""))) }, x.fill, x.add)
	x.field.Names = true
	x.field.SetPlaceHolder(loc.T("member.find"))
	x.field.OnChanged = x.find
	x.field.OnSubmitted = func(string) {
		if x.typed != "" { // Enter once too often adds nobody
			x.add(0)
		}
	}
	x.field.OnDown = func() { e.Window.Canvas().Focus(x.list) }
	x.said.Hide()
	leave := kwidget.NewButton(loc.T("common.close"), nil, func() { x.dialog.Hide() })
	head := column(gapLines, quietly(loc.T("member.findabout")), x.field, x.wants)
	foot := column(gapLines, x.said, container.NewHBox(layout.NewSpacer(), leave))
	body := container.New(layout.NewBorderLayout(head, foot, nil, nil), head, x.list, foot)
	x.find("")
	x.dialog = kwidget.ShowDialog(loc.T("member.title"), body, fyne.NewSize(640, 600), e.Window)
	x.field.OnEscape, x.list.OnEscape, leave.OnEscape, x.wants.OnEscape = x.dialog.Hide, x.dialog.Hide, x.dialog.Hide, x.dialog.Hide
	x.list.OnBack = func() { e.Window.Canvas().Focus(x.field) }
	e.Window.Canvas().Focus(x.field)
	return x
}

// find shows who fits what was typed: first by the letters, then by the sound in the other
// script.
func (x *memberFinder) find(typed string) {
	x.typed, x.shown = strings.Join(strings.Fields(typed), " "), nil
	x.said.Hide()
	if len(typed) > longestLine*4 { // nobody is called that; and each name would be held against it
		x.list.Refresh()
		return
	}
	var across []people.Person
	for _, p := range x.known {
		switch {
		case x.in[p.ID]:
		case p.Matches(x.typed):
			x.shown = append(x.shown, p)
		case p.MatchesAcross(x.typed):
			across = append(across, p)
		}
	}
	x.shown = append(x.shown, across...)
	x.list.Refresh()
	x.list.ScrollToTop()
}

// lines are who was found, and below them, once something was typed, somebody new of that name.
func (x *memberFinder) lines() int {
	if x.typed == "" {
		return len(x.shown)
	}
	return len(x.shown) + 1
}

func (x *memberFinder) fill(i int, o fyne.CanvasObject) {
	lines := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	first, second := lines[0].(*kwidget.BidiLabel), lines[1].(*kwidget.BidiLabel)
	if i < len(x.shown) {
		first.SetText(x.shown[i].Name)
		second.SetText(x.where(x.shown[i]))
		return
	}
	first.SetText(x.env.Loc.T("member.new", "Name", x.env.typedName(x.typed)))
	second.SetText(x.env.Loc.T("member.newabout"))
}

// where tells people of one name apart: by the last course they were in and its year, and by
// their number.
func (x *memberFinder) where(p people.Person) string {
	loc, store := x.env.Loc, x.env.Store
	name, year := loc.T("member.nocourse"), ""
	if last := store.CoursesOf(p.ID); len(last) > 0 {
		name = last[0].Name
		if all := store.Sessions(last[0].ID); len(all) > 0 {
			year = itoa(all[0].Date.Year)
		}
	}
	return loc.Facts(name, year, people.ShowPhone(p.Phone))
}

// add puts the one of a line in the group; the keyboard goes back to the field for the next.
func (x *memberFinder) add(i int) {
	if x.working || i >= x.lines() {
		return
	}
	env := x.env
	if _, err := tooLong([]*kwidget.Field{x.field}); err != nil {
		x.tell(env.Shell.Explain(err), theme.ColorNameError)
		return
	}
	m := kit.Member{GroupID: x.group.ID, Name: x.typed, Lang: env.Lang(), Form: kit.AsPDF}
	if i < len(x.shown) {
		p := x.shown[i]
		m.PersonID, m.Name, m.Lang = p.ID, p.Name, reads(p, m.Lang)
	}
	if x.wants.Checked {
		m.Since, m.How = env.Day(), kit.Said
	}
	x.working = true
	env.act(func() error { return env.Kits.SaveMember(m) }, func(err error) { x.added(m, err) })
}

func (x *memberFinder) added(m kit.Member, err error) {
	x.working = false
	if err != nil {
		x.tell(x.env.Shell.Explain(err), theme.ColorNameError)
		return
	}
	if m.PersonID != "" {
		x.in[m.PersonID] = true
	}
	x.wants.SetChecked(false) // it is asked of everybody anew
	x.field.SetText("")
	x.find("") // who was added is no answer any more
	x.tell(x.env.Loc.T("member.added", "Name", m.Name), theme.ColorNameForeground)
	x.env.Window.Canvas().Focus(x.field)
}

func (x *memberFinder) tell(text string, color fyne.ThemeColorName) {
	x.said.ColorName = color
	x.said.SetText(text)
	x.said.Show()
	x.said.Refresh()
}
