package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/cafe"
)

// teamGaps says where the team is thin, and who could learn from whom.
type teamGaps struct {
	simple
	env *Env
}

// Update implements Page.
func (p *teamGaps) Update() { refresh(p.env, &p.turns, p.env.team, p.update) }

func (p *teamGaps) update(t cafe.Team) {
	loc := p.env.Loc
	if !t.Filled() {
		p.show(emptyPage(loc.T("skills.empty"), loc.T("nav.cafes"), func() { p.env.Shell.Go(Target{Page: Cafes}) }))
		return
	}
	p.show(container.New(twoColumns{}, p.lessons(t.Lessons()), p.thin(t.Thin())))
}

func (p *teamGaps) thin(all []cafe.Thin) fyne.CanvasObject {
	loc := p.env.Loc
	lines := column(gapParts, section(loc.T("skills.thin")))
	if len(all) == 0 {
		lines.Add(quiet(loc.T("skills.nothin")))
	}
	for _, x := range all {
		said := warning(loc.T("skills.nobody"))
		if len(x.Only) > 0 {
			said = quiet(loc.T("skills.only", "Name", x.Only[0].Name))
		}
		said.ByWindow = true
		lines.Add(column(0, name(x.Skill.Title.In(p.env.Lang())), said))
	}
	return card(lines)
}

func (p *teamGaps) lessons(all []cafe.Lesson) fyne.CanvasObject {
	loc := p.env.Loc
	lines := column(gapParts, section(loc.T("skills.lessons")))
	if len(all) == 0 {
		lines.Add(quiet(loc.T("skills.nolessons")))
	}
	for i, x := range all {
		said := loc.T("skills.outside", "Name", x.Learner.Name)
		if len(x.Teachers) > 0 {
			var names []string
			for _, h := range x.Teachers {
				names = append(names, h.Name)
			}
			said = loc.T("skills.lesson", "Name", x.Learner.Name, "Names", loc.List(names))
		}
		if i == 0 || all[i-1].Skill.ID != x.Skill.ID {
			lines.Add(column(0, name(x.Skill.Title.In(p.env.Lang())), value(said)))
			continue
		}
		lines.Add(value(said))
	}
	return card(lines)
}

// lapsed says that a paper has run out, or will soon.
func (e *Env) lapsed(r cafe.Rating) string {
	switch {
	case r.Until.IsZero():
		return ""
	case r.Until.Compare(e.Day()) < 0:
		return e.Loc.T("skill.ranout", "Date", e.date(r.Until, i18n.Medium))
	}
	return e.Loc.T("skill.goodtill", "Date", e.date(r.Until, i18n.Medium))
}

// look shows something in a dialog that is only left; then comes after it.
func (e *Env) look(title string, content fyne.CanvasObject, then func()) *kwidget.Dialog {
	var d *kwidget.Dialog
	leave := primary(e.Loc.T("common.close"), func() {
		d.Hide()
		then()
	})
	leave.OnEscape = leave.OnTapped
	foot := container.NewHBox(layout.NewSpacer(), leave)
	d = kwidget.ShowDialog(title, container.NewBorder(nil, foot, nil, nil, vscroll(content)), fyne.NewSize(620, 520), e.Window)
	e.Window.Canvas().Focus(leave)
	return d
}
