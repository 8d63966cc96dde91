package page

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
	"kring/sessions/cafe"
)

// skillList is what the skills form asks: skills that ship with Kring can be left out, their
// own can be added.
type skillList struct {
	simple
	env *Env
}

// skillLine is a skill, and whether it is asked.
type skillLine struct {
	cafe.Skill
	hidden bool
}

// Update implements Page.
func (p *skillList) Update() { refresh(p.env, &p.turns, p.fetch, p.update) }

func (p *skillList) fetch() ([]skillLine, error) {
	var out []skillLine
	for _, k := range p.env.Cafe.AllSkills(p.env.Lang(), p.env.Compare) {
		out = append(out, skillLine{k, p.env.Cafe.HidesSkill(k.ID)})
	}
	return out, nil
}

func (p *skillList) update(all []skillLine) {
	loc := p.env.Loc
	add := kwidget.NewButton(loc.T("skills.new"), nil, func() { p.draft(loc.T("skills.new"), cafe.Skill{Group: cafe.Practice}) })
	out := []fyne.CanvasObject{stretched(halfway(quietly(loc.T("skills.listabout"))), add)}
	var lines *fyne.Container
	group := cafe.SkillGroup("")
	for _, k := range all {
		if k.Group != group {
			group = k.Group
			lines = column(gapCards, section(loc.T("skills.group."+string(group))))
			out = append(out, card(lines))
		}
		lines.Add(p.line(k))
	}
	p.show(out...)
}

func (p *skillList) line(k skillLine) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	what := column(gapLines, name(k.Title.In(env.Lang())), quietly(k.About.In(env.Lang())))
	word := loc.T("skills.hide")
	if k.hidden {
		word = loc.T("skills.unhide")
		add(what, notices(loc.T("skills.hidden"))...)
	}
	hide := func() { env.do(func() error { return env.Cafe.HideSkill(k.Skill, !k.hidden) }) }
	if !k.Own {
		return stretched(what, low(word, hide))
	}
	edit := low(loc.T("common.edit"), func() { p.draft(loc.T("skills.edit"), k.Skill) })
	remove := func() {
		env.Shell.Ask(Question{
			Title: loc.T("skills.delete"), Text: loc.T("skills.deleteask", "Name", k.Title.In(env.Lang())), Yes: loc.T("common.delete"),
			Do: func() { env.do(func() error { return env.Cafe.DeleteSkill(k.Skill) }) },
		})
	}
	return stretched(what, edit, more(choiceOf{word, hide}, choiceOf{loc.T("skills.delete"), remove}))
}

// draft edits a skill of their own.
func (p *skillList) draft(title string, k cafe.Skill) {
	env, loc, lang := p.env, p.env.Loc, p.env.Lang()
	what, about := kwidget.NewField(k.Title.In(lang)), kwidget.NewArea(k.About.In(lang), 3)
	group := newChoice(loc.T, "skills.group.", strs(cafe.SkillGroups()), string(k.Group))
	paper := kwidget.NewCheck(loc.T("skills.paper"), nil)
	paper.Checked = k.Expires
	f := env.draft(title, loc.T("common.save"), formOf(
		item(loc.T("skills.what"), what), item(loc.T("skills.looks"), about), item(loc.T("skills.part"), group.sel), item("", paper),
	), fyne.NewSize(640, 420), func() func() error {
		draft := k
		draft.Title, draft.About = k.Title.Typed(lang, strings.TrimSpace(what.Text)), k.About.Typed(lang, strings.TrimSpace(about.Text))
		draft.Group, draft.Expires = cafe.SkillGroup(group.id()), paper.Checked
		return func() error {
			if strings.TrimSpace(what.Text) == "" {
				return cafe.ErrSkill
			}
			_, err := env.Cafe.SaveSkill(draft)
			return err
		}
	})
	f.on(what, about)
}

// skillChecks are the skills of the form to tick.
type skillChecks struct {
	object fyne.CanvasObject
	ids    []string
	was    []string
	boxes  []*kwidget.Check
}

// newSkillChecks offers what the form asks, and those that are chosen already.
func newSkillChecks(env *Env, chosen []string) *skillChecks {
	c := &skillChecks{}
	box := container.NewGridWithColumns(2)
	for _, k := range env.Cafe.AllSkills(env.Lang(), env.Compare) {
		on := slices.Contains(chosen, k.ID)
		if env.Cafe.HidesSkill(k.ID) && !on {
			continue
		}
		b := kwidget.NewCheck(k.Title.In(env.Lang()), nil)
		b.Checked = on
		c.ids, c.boxes = append(c.ids, k.ID), append(c.boxes, b)
		box.Add(b)
	}
	c.object, c.was = box, c.chosen()
	return c
}

// chosen lists what is ticked, in the order of the form.
func (c *skillChecks) chosen() []string {
	var out []string
	for i, b := range c.boxes {
		if b.Checked {
			out = append(out, c.ids[i])
		}
	}
	return out
}

// skillNames names skills by their ids.
func (e *Env) skillNames(ids []string) []string {
	var out []string
	for _, id := range ids {
		if k, ok := e.Cafe.Skill(id); ok {
			out = append(out, k.Title.In(e.Lang()))
		}
	}
	return out
}
