package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kring/i18n"
	"kring/sessions/course"
)

type courses struct {
	simple
	env *Env
}

func newCourses(env *Env) Page {
	p := &courses{env: env}
	p.simple = newSimple(title(env.Loc.T("nav.courses"), primary(env.Loc.T("courses.new"), p.add)))
	return p
}

func (p *courses) add() { p.env.Shell.Go(Target{Page: NewCourse}) }

type courseLine struct {
	course   course.Course
	sessions []course.Session
	people   int
}

// Update implements Page.
func (p *courses) Update() { refresh(p.env, p.fetch, p.update) }

func (p *courses) fetch() ([]courseLine, error) {
	var out []courseLine
	for _, c := range p.env.Store.Courses() {
		out = append(out, courseLine{c, p.env.Store.Sessions(c.ID), len(p.env.Store.Roster(c.ID, p.env.Compare))})
	}
	return out, nil
}

func (p *courses) update(lines []courseLine) {
	if len(lines) == 0 {
		p.show(emptyPage(p.env.Loc.T("courses.empty"), p.env.Loc.T("courses.new"), p.add))
		return
	}
	out := make([]fyne.CanvasObject, len(lines))
	for i, l := range lines {
		out[i] = p.line(l)
	}
	p.show(out...)
}

func (p *courses) line(l courseLine) fyne.CanvasObject {
	name := widget.NewLabel(l.course.Name)
	name.TextStyle.Bold = true
	held := course.Held(l.sessions, p.env.Day())
	text := p.env.Loc.T("courses.held", "Held", held, "All", len(l.sessions)) + " · " + p.env.Loc.N("count.participants", l.people)
	if len(l.sessions) > 0 {
		text = p.env.date(l.sessions[0].Date, i18n.Medium) + " – " + p.env.date(l.sessions[len(l.sessions)-1].Date, i18n.Medium) + " · " + text
	}
	open := widget.NewButton(p.env.Loc.T("common.open"), func() {
		p.env.Shell.Go(Target{Page: Course, CourseID: l.course.ID, Tab: Overview})
	})
	return card(container.NewBorder(nil, nil, nil, container.NewCenter(open), container.NewVBox(name, quiet(text+place(l.course)))))
}
