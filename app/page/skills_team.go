package page

import (
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/internal/typeset"
	"kring/sessions/cafe"
)

// The tabs of the team's skills: who can what, where the team is thin and who could learn
// from whom, and what the form asks.
const (
	SkillGrid Tab = "grid"
	SkillGaps Tab = "gaps"
	SkillList Tab = "list"
)

var skillTabs = []Tab{SkillGrid, SkillGaps, SkillList}

// teamPage is what all space-holders can.
type teamPage struct {
	tabbed
	object fyne.CanvasObject
}

func newTeam(env *Env) Page {
	p, loc := &teamPage{}, env.Loc
	p.tabbed = newTabbed(env, "skills.tab.", skillTabs, func(tab Tab) Page {
		switch tab {
		case SkillGaps:
			return &teamGaps{newSimple(nil), env}
		case SkillList:
			return &skillList{newSimple(nil), env}
		}
		return newTeamGrid(env)
	})
	back := low(loc.T("nav.cafes"), func() { env.Shell.Go(Target{Page: Cafes}) })
	sheet := kwidget.NewButton(loc.T("skills.sheet"), theme.DocumentSaveIcon(), func() {
		env.save(loc.T("skills.sheetfile"), func(w io.Writer) error { return paper.SkillSheet(w, env.Cafe, loc, env.Day()) })
	})
	var blank *kwidget.Button
	blank = kwidget.NewButton(loc.T("skills.blank"), theme.DocumentSaveIcon(), func() {
		var items []kwidget.MenuItem
		for _, c := range env.skillPapers(cafe.Holder{}) {
			items = append(items, kwidget.MenuItem{Text: c.text, Do: c.do})
		}
		kwidget.ShowMenu(blank, 0, items...)
	})
	p.object = p.under(title(loc.T("skills.team"), back, blank, sheet))
	p.choose(SkillGrid)
	return p
}

// Object implements Page.
func (p *teamPage) Object() fyne.CanvasObject { return p.object }

// Update implements Page.
func (p *teamPage) Update() { p.tab.Update() }

// skillPapers save the form of somebody, in each language; of nobody it is empty.
func (e *Env) skillPapers(h cafe.Holder) []choiceOf {
	loc := e.Loc
	var out []choiceOf
	for _, lang := range paper.SkillLanguages() {
		out = append(out, choiceOf{loc.T("skills.in." + lang), func() {
			e.save(loc.T("skills.file", "Language", lang), func(w io.Writer) error { return paper.SkillForm(w, e.Cafe, lang, h.ID) })
		}})
	}
	return out
}

// teamGrid is skills × people: people stand beside each other, as many as can be read, and
// the arrows turn to the next ones.
type teamGrid struct {
	turns
	env           *Env
	object        fyne.CanvasObject
	heads, top    *fyne.Container
	list          *kwidget.List
	body          *fyne.Container
	shown         *kwidget.BidiLabel
	back, forward *kwidget.Button
	team          cafe.Team // as it was fetched last
	from          int       // the first of the people that are shown
}

// gridPeople is how many people stand beside each other.
const gridPeople = 7

func newTeamGrid(env *Env) Page {
	p := &teamGrid{env: env, heads: container.New(skillRow{}), body: container.NewStack(), shown: aside("")}
	p.list = kwidget.NewList(func() int { return len(p.team.Skills) }, p.row, p.fill, p.choose)
	p.list.OnEscape = func() { env.Shell.Go(Target{Page: Cafes}) }
	p.back = iconButton(theme.NavigateBackIcon(), func() { p.turnTo(p.from - gridPeople) })
	p.forward = iconButton(theme.NavigateNextIcon(), func() { p.turnTo(p.from + gridPeople) })
	heads := container.New(layout.NewCustomPaddedLayout(0, 0, 12, 12), p.heads)
	p.top = column(gapLines, p.legend(), heads)
	p.object = under(p.top, p.body)
	return p
}

// legend says what the signs mean, with the arrows to other people.
func (p *teamGrid) legend() fyne.CanvasObject {
	signs := container.New(layout.NewRowWrapLayoutWithCustomPadding(18, 0))
	for _, l := range cafe.Levels() {
		signs.Add(aside(p.env.level("skill.level." + string(l))))
	}
	signs.Add(aside(paper.WantSign + "  " + p.env.Loc.T("skill.want")))
	return container.NewBorder(nil, nil, nil, beside(0, p.back, halfway(p.shown), p.forward), signs)
}

// Object implements Page.
func (p *teamGrid) Object() fyne.CanvasObject { return p.object }

// First implements Focuser.
func (p *teamGrid) First() fyne.Focusable { return p.list }

// Update implements Page.
func (p *teamGrid) Update() { refresh(p.env, &p.turns, p.env.team, p.update) }

func (e *Env) team() (cafe.Team, error) { return e.Cafe.Team(e.Day(), e.Lang(), e.Compare), nil }

func (p *teamGrid) update(t cafe.Team) {
	p.team = t
	p.body.Objects = []fyne.CanvasObject{p.list}
	p.top.Hidden = len(t.Holders) == 0 || !t.Filled()
	if p.top.Hidden {
		p.body.Objects = []fyne.CanvasObject{container.NewVBox(emptyPage(p.env.Loc.T("skills.empty"), p.env.Loc.T("nav.cafes"), func() { p.env.Shell.Go(Target{Page: Cafes}) }))}
	}
	p.body.Refresh()
	p.turnTo(p.from)
}

// turnTo shows the people from one on.
func (p *teamGrid) turnTo(from int) {
	n := len(p.team.Holders)
	p.from = max(min(from, n-gridPeople), 0)
	p.heads.Objects = []fyne.CanvasObject{inLine("")}
	for _, h := range p.people() {
		l := inLine(p.short(h))
		l.Bold, l.Align, l.ByWindow = true, typeset.Center, false
		p.heads.Add(l)
	}
	p.heads.Refresh()
	p.shown.SetText(p.env.Loc.T("skills.shown", "From", min(p.from+1, n), "To", min(p.from+gridPeople, n), "All", n))
	p.back.Hidden, p.shown.Hidden, p.forward.Hidden = n <= gridPeople, n <= gridPeople, n <= gridPeople
	p.list.Refresh()
}

// short is the first of somebody's names, where nobody else has that.
func (p *teamGrid) short(h cafe.Holder) string {
	first := func(h cafe.Holder) string { return strings.Fields(h.Name + " ?")[0] }
	for _, o := range p.team.Holders {
		if o.ID != h.ID && first(o) == first(h) {
			return h.Name
		}
	}
	return first(h)
}

func (p *teamGrid) people() []cafe.Holder {
	return p.team.Holders[p.from:min(p.from+gridPeople, len(p.team.Holders))]
}

func (p *teamGrid) row() fyne.CanvasObject {
	box := container.New(skillRow{}, inLine(""))
	for range gridPeople {
		l := inLine("")
		l.Align, l.ByWindow = typeset.Center, false
		box.Add(l)
	}
	return kwidget.Mirror(container.New(layout.NewCustomPaddedLayout(4, 6, 12, 12), box))
}

// fill writes a skill into a row.
func (p *teamGrid) fill(i int, o fyne.CanvasObject) {
	k := p.team.Skills[i]
	cells := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	cells[0].(*kwidget.BidiLabel).SetText(k.Title.In(p.env.Lang()))
	people := p.people()
	for j, c := range cells[1:] {
		text := ""
		if j < len(people) {
			text = p.sign(people[j], k)
		}
		c.(*kwidget.BidiLabel).SetText(text)
	}
}

// sign is what a cell says of somebody at a skill.
func (p *teamGrid) sign(h cafe.Holder, k cafe.Skill) string {
	r := h.Rating(k.ID)
	text := paper.LevelSign(r.Level)
	if r.Level.Able() && !r.Able(p.team.On) {
		text += " " + p.env.Loc.T("skill.old")
	}
	if r.Wants {
		text += " " + paper.WantSign
	}
	return text
}

// choose tells of one skill, person by person, what they say.
func (p *teamGrid) choose(i int) {
	env, k := p.env, p.team.Skills[i]
	box := column(gapParts, quietly(k.About.In(env.Lang())))
	for _, h := range p.team.Holders {
		if r := h.Rating(k.ID); !r.Empty() {
			box.Add(column(0, name(h.Name), value(env.rated(r))))
		}
	}
	if len(box.Objects) == 1 {
		box.Add(quiet(env.Loc.T("skills.nobodysaid")))
	}
	env.look(k.Title.In(env.Lang()), box, func() { env.Window.Canvas().Focus(p.list) })
}

// rated is what somebody says of themselves, in words.
func (e *Env) rated(r cafe.Rating) string {
	var facts []string
	if r.Level != "" {
		facts = append(facts, e.level("skill.level."+string(r.Level)))
	}
	if r.Wants {
		facts = append(facts, e.Loc.T("skill.want"))
	}
	if e.lapsed(r) != "" {
		facts = append(facts, e.lapsed(r))
	}
	return e.Loc.Facts(append(facts, r.Example)...)
}

// skillRow gives the name of a skill three tenths of the width, and people equal parts of the
// rest.
type skillRow struct{}

// Layout implements fyne.Layout.
func (skillRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) == 0 {
		return
	}
	first := size.Width * 0.3
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(first, size.Height))
	each := (size.Width - first) / gridPeople
	for i, o := range objects[1:] {
		o.Move(fyne.NewPos(first+float32(i)*each, 0))
		o.Resize(fyne.NewSize(each-gapLines, size.Height))
	}
}

// MinSize implements fyne.Layout.
func (skillRow) MinSize(objects []fyne.CanvasObject) fyne.Size { return evenly{}.MinSize(objects) }
