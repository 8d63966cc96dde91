package page

import (
	"io"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/people"
	"kring/toolkit/kit"
)

// group is one support group: its next small step, its signs of life, its people.
type group struct {
	turns
	env      *Env
	id       string
	object   fyne.CanvasObject
	head     *kwidget.BidiLabel
	body     *fyne.Container
	about    *kwidget.Select // roughly how many were together
	together *kwidget.Button
	other    *kwidget.Button
	now      groupData
	shown    bool
	hand     bool           // a button that goes away was pressed by the keyboard or the mouse
	picked   string         // the step that is shown in the place of the one that is suggested
	toTried  bool           // it was just picked: the keyboard goes to what says that it was tried
	focus    fyne.Focusable // where it goes
}

// groupLines is how many signs and steps a page shows.
const groupLines = 8

// crowds are the choices of roughly how many; 0: not counted.
var crowds = []int{0, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20}

func newGroup(env *Env, id string) Page {
	p := &group{env: env, id: id, body: column(gapCards)}
	loc := env.Loc
	var names []string
	for _, n := range crowds {
		names = append(names, loc.N("group.about", n))
	}
	names[0] = loc.T("group.uncounted")
	p.about = kwidget.NewSelect(names, nil)
	p.about.SetSelectedIndex(0)
	p.together = primary(loc.T("group.together"), p.met)
	p.other = kwidget.NewButton(loc.T("group.othersign"), nil, func() { env.signDraft(kit.Sign{GroupID: id, Date: env.Day(), Kind: kit.Word}) })
	back := low(loc.T("groups.title"), func() { env.Shell.Go(Target{Page: Toolkits, Tab: Groups}) })
	edit := kwidget.NewButton(loc.T("common.edit"), nil, func() { env.groupDraft(p.now.Group) })
	seldom := more(choiceOf{loc.T("group.join"), func() { env.joinDraft(p.now.Group) }}, choiceOf{loc.T("group.delete"), p.remove})
	var head fyne.CanvasObject
	p.head, head = newHead(back, edit, seldom)
	p.object = under(head, vscroll(p.body))
	return p
}

// Object implements Page.
func (p *group) Object() fyne.CanvasObject { return p.object }

// groupData is a group with all that its page shows.
type groupData struct {
	kit.Heard
	gone    bool
	step    groupStep
	members []groupMember
	signs   []kit.Sign
	planned []kit.Sign
	tried   []kit.Step
	steps   []kit.SmallStep   // that can be tried
	titles  map[string]string // of those that were
	course  string
}

// groupMember is a member by the name that the vault has now.
type groupMember struct {
	kit.Member
	name string
}

// Update implements Page.
func (p *group) Update() {
	picked := p.picked
	refresh(p.env, &p.turns, func() (groupData, error) { return p.fetch(picked) }, p.update)
}

func (p *group) fetch(picked string) (groupData, error) {
	env, today := p.env, p.env.Day()
	g, ok := env.Kits.Group(p.id)
	if !ok {
		return groupData{gone: true}, nil
	}
	d := groupData{
		Heard: kit.Heard{Group: g, Pulse: env.Kits.Pulse(g, today)},
		signs: env.heard(p.id), planned: env.Kits.Planned(p.id, today), tried: env.Kits.Tried(p.id), titles: map[string]string{},
	}
	if len(d.planned) > 0 {
		d.Next = d.planned[0]
	}
	shipped, err := smallSteps()
	if err != nil {
		return d, err
	}
	for _, x := range d.tried {
		d.titles[x.StepID] = env.Kits.StepNamed(shipped, x.StepID).Title.In(env.Lang())
	}
	if d.step, err = env.groupStep(d.Heard); err != nil {
		return d, err
	}
	d.steps = env.Kits.Steps(shipped)
	if at := slices.IndexFunc(d.steps, func(x kit.SmallStep) bool { return x.ID == picked }); at >= 0 && d.step.next {
		d.step.small = d.steps[at]
	}
	for _, m := range env.Kits.Members(p.id, env.Compare) {
		x := groupMember{m, m.Name}
		if person, ok := env.Store.Person(m.PersonID); ok {
			x.name = person.Name
		}
		d.members = append(d.members, x)
	}
	if c, ok := env.Store.Course(g.CourseID); ok {
		d.course = c.Name
	}
	return d, nil
}

// heard are the signs of life of a group, the last first, with the toolkits of which somebody
// ticked that they were talked about; those have no ID, and are ticked on the send list.
func (e *Env) heard(groupID string) []kit.Sign {
	out := e.Kits.Signs(groupID, e.Day())
	for _, d := range e.Kits.Talks(groupID) {
		x := e.Kits.Slot(d.Year, d.Period)
		months := e.Loc.T("year.months", "From", e.Loc.Month(x.First().Month), "To", e.Loc.Month(x.Last().Month))
		out = append(out, kit.Sign{GroupID: groupID, Date: d.TalkedOn, Kind: kit.Talked, Note: e.Loc.Facts(months, e.called(x))})
	}
	slices.SortStableFunc(out, func(a, b kit.Sign) int { return b.Date.Compare(a.Date) })
	return out
}

func (p *group) update(d groupData) {
	if d.gone { // deleted, here or by an undo
		p.env.Shell.Go(Target{Page: Toolkits, Tab: Groups})
		return
	}
	if !p.shown { // begins with as many as last time
		p.about.SetSelectedIndex(nearest(d.signs))
		p.shown = true
	}
	p.now = d
	p.head.SetText(d.Name)
	left, right := column(gapCards, p.env.pulse(d.Heard)), column(gapCards, p.facts(d), p.members(d))
	if step := p.step(d); step != nil {
		left.Add(step)
	}
	left.Add(p.signs(d))
	if tried := p.tried(d); tried != nil {
		right.Add(tried)
	}
	p.together.Importance = widget.HighImportance
	if d.step.shows() { // one thing is the next
		p.together.Importance = widget.MediumImportance
	}
	p.together.Refresh()
	p.body.Objects = []fyne.CanvasObject{container.New(twoColumns{}, left, right)}
	p.body.Refresh()
	if p.hand {
		p.focus = p.together
	}
	if p.focus != nil {
		p.env.Window.Canvas().Focus(p.focus)
	}
	p.hand, p.toTried, p.focus = false, false, nil
}

// nearest is the choice that comes nearest to how many were there last time.
func nearest(signs []kit.Sign) int {
	for _, x := range signs {
		if x.Kind != kit.Meeting || x.About == 0 {
			continue
		}
		at := 1
		for at < len(crowds)-1 && crowds[at+1] <= x.About {
			at++
		}
		return at
	}
	return 0
}

// New implements Maker: somebody who joins the group.
func (p *group) New() { p.env.findMembers(p.now.Group) }

// met says that the group was together today: one press.
func (p *group) met() {
	x := kit.Sign{GroupID: p.id, Date: p.env.Day(), Kind: kit.Meeting, About: crowds[p.about.SelectedIndex()]}
	p.env.do(func() error { return p.env.Kits.SaveSign(x) })
}

func (p *group) remove() {
	env, loc, g := p.env, p.env.Loc, p.now.Group
	env.Shell.Ask(Question{
		Title: loc.T("group.delete"), Text: loc.T("group.deleteask", "Name", g.Name), Yes: loc.T("common.delete"),
		Do: func() { env.do(func() error { return env.Kits.DeleteGroup(g.ID) }) },
	})
}

// facts is who to turn to.
func (p *group) facts(d groupData) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	lines := column(gapParts)
	contact := loc.Facts(d.Contact, people.ShowPhone(d.Phone))
	if d.Contact != "" && d.Lang != "" {
		contact = loc.Facts(contact, loc.T("language."+d.Lang))
	}
	if contact == "" {
		add(lines, notices(loc.T("group.nocontact"))...)
	}
	chat := "group.nochat"
	if d.Chat {
		chat = "group.haschat"
	}
	add(lines, env.fact("group.contact", contact)...)
	add(lines, value(loc.T(chat)))
	add(lines, env.fact("course.trainer", d.Trainer)...)
	add(lines, env.fact("group.course", d.course)...)
	return card(lines)
}

// signs is where a sign of life is added, and the last ones.
func (p *group) signs(d groupData) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	lines := column(gapParts, section(loc.T("group.signs")), column(gapLines, p.about, p.together, p.other))
	if len(d.planned) > 0 {
		lines.Add(name(loc.T("group.planned")))
		for _, x := range d.planned {
			lines.Add(p.sign(x, value(env.plannedAt(x))))
		}
		lines.Add(container.NewHBox(kwidget.NewButton(loc.T("group.ics"), theme.DocumentSaveIcon(), func() {
			env.save(loc.T("group.icsfile", "Name", d.Name), func(w io.Writer) error { return paper.GroupCalendar(w, env.Kits, loc, d.Group, env.Now()) })
		})))
	}
	if len(d.signs) == 0 {
		lines.Add(quietly(loc.T("group.nosigns")))
	}
	for _, x := range d.signs[:min(len(d.signs), groupLines)] {
		lines.Add(p.sign(x, value(loc.Facts(env.date(x.Date, i18n.Medium), loc.T("life."+string(x.Kind))))))
	}
	return card(lines)
}

func (p *group) sign(x kit.Sign, head fyne.CanvasObject) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	said := column(0, head)
	if x.About > 0 {
		said.Add(quietly(loc.N("group.about", x.About)))
	}
	if x.Note != "" {
		said.Add(env.readable(value(x.Note)))
	}
	if x.ID == "" {
		return said
	}
	return stretched(said, more(
		choiceOf{loc.T("common.edit"), func() { env.signDraft(x) }},
		choiceOf{loc.T("common.delete"), func() { env.do(func() error { return env.Kits.RemoveSign(x) }) }},
	))
}
