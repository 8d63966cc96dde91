package page

import (
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/assets"
	"kring/i18n"
	"kring/toolkit/kit"
)

// Groups is the tab of the toolkits that shows the support groups; with a group, that one.
const Groups Tab = "groups"

// smallSteps are what may wake a group; they ship with Kring.
var smallSteps = sync.OnceValues(func() ([]kit.SmallStep, error) {
	return kit.LoadSteps(assets.Groups, "groups/steps.toml")
})

// groups lists the support groups by their pulse, the quietest first.
type groups struct {
	simple
	env *Env
}

func newGroups(env *Env) Page {
	p := &groups{env: env}
	loc := env.Loc
	back := low(loc.T("nav.toolkits"), func() { env.Shell.Go(Target{Page: Toolkits}) })
	add := kwidget.NewButton(loc.T("groups.new"), nil, env.newGroupDraft)
	steps := kwidget.NewButton(loc.T("ownstep.title"), nil, func() { env.Shell.Go(Target{Page: Toolkits, Tab: SmallSteps}) })
	p.simple = newSimple(title(loc.T("groups.title"), back, steps, add))
	return p
}

// New implements Maker.
func (p *groups) New() { p.env.newGroupDraft() }

// quietGroup is a group with the step that it asks for.
type quietGroup struct {
	kit.Heard
	step groupStep
}

// Update implements Page.
func (p *groups) Update() {
	refresh(p.env, &p.turns, func() ([]quietGroup, error) {
		return p.env.withSteps(p.env.Kits.Groups(p.env.Day(), p.env.Compare))
	}, p.update)
}

// withSteps looks up which step each of some groups asks for.
func (e *Env) withSteps(all []kit.Heard) ([]quietGroup, error) {
	var out []quietGroup
	for _, h := range all {
		step, err := e.groupStep(h)
		if err != nil {
			return nil, err
		}
		out = append(out, quietGroup{h, step})
	}
	return out, nil
}

func (p *groups) update(all []quietGroup) {
	loc := p.env.Loc
	if len(all) == 0 {
		p.show(emptyPage(loc.T("groups.empty"), loc.T("nav.courses"), func() { p.env.Shell.Go(Target{Page: Courses}) }))
		return
	}
	objects := []fyne.CanvasObject{quietly(loc.T("groups.about"))}
	beat := kit.Beat("")
	for _, g := range all {
		if g.Pulse.Beat != beat {
			beat = g.Pulse.Beat
			objects = append(objects, section(loc.T("beats."+string(beat))))
		}
		objects = append(objects, p.group(g))
	}
	p.show(objects...)
}

func (p *groups) group(g quietGroup) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	lines := column(gapLines, name(g.Name), env.pulse(g.Heard))
	facts := []string{loc.N("count.members", g.Members), loc.N("groups.wanting", g.Wanting)}
	lines.Add(quietly(loc.Facts(facts...)))
	if g.Next.ID != "" {
		lines.Add(value(loc.T("groups.next", "When", env.plannedAt(g.Next))))
	}
	if said := env.stepLine(g.step); said != "" {
		lines.Add(value(said))
	}
	show := kwidget.NewButton(loc.T(g.step.word()), nil, func() { env.Shell.Go(groupTarget(g.ID)) })
	if g.step.shows() {
		show.Importance = widget.HighImportance
	}
	return card(stretched(lines, show))
}

func groupTarget(id string) Target { return Target{Page: Toolkits, Tab: Groups, GroupID: id} }

// pulse says in words how a group is heard of.
func (e *Env) pulse(h kit.Heard) fyne.CanvasObject {
	date := e.date(h.Pulse.Last, i18n.Medium)
	said := e.Loc.T("beat."+string(h.Pulse.Beat), "Date", date)
	switch {
	case h.Pulse.None:
		said = e.Loc.Facts(said, e.Loc.T("groups.nosign", "Date", date))
	case h.Pulse.Beat != kit.Silent: // which says the date itself
		said = e.Loc.Facts(said, e.Loc.T("groups.last", "Date", date))
	}
	if h.Pulse.Beat == kit.Lively {
		return value(said)
	}
	return notices(said)[0]
}

// plannedAt says when a group meets.
func (e *Env) plannedAt(x kit.Sign) string {
	return e.Loc.Commas(e.date(x.Date, i18n.Long), e.clock(x.At))
}

// quietToday is how many quiet groups Today names; the page of the groups names all.
const quietToday = 3

// quietGroups are the groups that ask for a small step, with it.
func (e *Env) quietGroups() ([]quietGroup, error) {
	return e.withSteps(e.Kits.Quiet(e.Day(), e.Compare))
}

// quiet are the quiet groups on Today, each with its one small step.
func (p *today) quiet(all []quietGroup) []fyne.CanvasObject {
	if len(all) == 0 {
		return nil
	}
	env, loc := p.env, p.env.Loc
	lines := column(gapParts)
	for _, g := range all[:min(len(all), quietToday)] {
		said := column(gapLines, name(g.Name), env.pulse(g.Heard))
		if step := env.stepLine(g.step); step != "" {
			said.Add(value(step))
		}
		said.Add(container.NewHBox(kwidget.NewButton(loc.T(g.step.word()), nil, func() { env.Shell.Go(groupTarget(g.ID)) })))
		lines.Add(said)
	}
	if n := len(all) - quietToday; n > 0 {
		lines.Add(column(gapLines, quietly(loc.N("groups.more", n)), container.NewHBox(low(loc.T("groups.all"), func() { env.Shell.Go(Target{Page: Toolkits, Tab: Groups}) }))))
	}
	return []fyne.CanvasObject{section(loc.T("groups.title")), card(lines)}
}

// fromCourse is the card of a course's support groups, on a course that is over.
func (p *overview) fromCourse(d overviewData) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	lines := column(gapParts, section(loc.T("groups.title")))
	for _, g := range d.groups {
		lines.Add(stretched(halfway(name(g.Name)), kwidget.NewButton(loc.T("common.open"), nil, func() { env.Shell.Go(groupTarget(g.ID)) })))
	}
	create := kwidget.NewButton(loc.T("groups.make"), nil, func() { env.makeGroup(d.course) })
	if len(d.groups) == 0 {
		lines.Add(quietly(loc.T("groups.makeabout")))
		create = primary(loc.T("groups.make"), func() { env.makeGroup(d.course) })
	}
	lines.Add(container.NewHBox(create))
	return card(lines)
}

// reach finds how somebody can be reached.
func (e *Env) reach() func(id string) (kit.Reach, bool) { return paper.Reach(e.Store) }
