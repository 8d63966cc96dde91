package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/calendar"
	"kring/sessions/course"
)

// courses lists the groups: those that run, those to come, those that were.
type courses struct {
	simple
	env *Env
}

func newCourses(env *Env) Page {
	p := &courses{env: env}
	gone := more(choiceOf{env.Loc.T("courses.deleted"), p.deleted})
	p.simple = newSimple(title(env.Loc.T("nav.courses"), primary(env.Loc.T("courses.new"), p.add), gone))
	return p
}

func (p *courses) add() { p.env.Shell.Go(Target{Page: NewCourse}) }

type courseLine struct {
	course   course.Course
	sessions []course.Session
	people   int
}

func (l courseLine) first() calendar.Date {
	if len(l.sessions) == 0 {
		return calendar.Date{}
	}
	return l.sessions[0].Date
}

func (l courseLine) phase(today calendar.Date) phase {
	switch held := course.Held(l.sessions, today.AddDays(-1)); {
	case len(l.sessions) > 0 && held == len(l.sessions):
		return past
	case held == 0 && l.first().Compare(today) > 0:
		return coming
	}
	return running
}

type phase string

const (
	running phase = "running"
	coming  phase = "coming"
	past    phase = "past"
)

// Update implements Page.
func (p *courses) Update() { refresh(p.env, &p.turns, p.fetch, p.update) }

func (p *courses) fetch() (map[phase][]courseLine, error) {
	out := map[phase][]courseLine{}
	for _, c := range p.env.Store.Courses() {
		l := courseLine{c, p.env.Store.Sessions(c.ID), len(p.env.Store.Roster(c.ID, p.env.Compare))}
		ph := l.phase(p.env.Day())
		out[ph] = append(out[ph], l)
	}
	for ph, lines := range out {
		slices.SortStableFunc(lines, func(a, b courseLine) int {
			if ph == past {
				a, b = b, a
			}
			return a.first().Compare(b.first())
		})
	}
	return out, nil
}

func (p *courses) update(all map[phase][]courseLine) {
	if len(all) == 0 {
		p.show(emptyPage(p.env.Loc.T("courses.empty"), p.env.Loc.T("courses.new"), p.add))
		return
	}
	var out []fyne.CanvasObject
	for _, ph := range []phase{running, coming, past} {
		if len(all[ph]) > 0 {
			out = append(out, section(p.env.Loc.T("courses.phase."+string(ph))))
		}
		for _, l := range all[ph] {
			out = append(out, p.line(l))
		}
	}
	p.show(out...)
}

func (p *courses) line(l courseLine) fyne.CanvasObject {
	loc, c := p.env.Loc, l.course
	lines := column(gapLines, name(c.Name))
	if n := len(l.sessions); n > 0 {
		lines.Add(words(loc.Facts(p.env.period(l.sessions), p.env.span(c.Start, c.End))))
		held := course.Held(l.sessions, p.env.Day())
		lines.Add(quiet(loc.Facts(loc.T("courses.held", "Held", held, "All", n), loc.N("count.participants", l.people), c.Place)))
	}
	open := kwidget.NewButton(loc.T("common.open"), nil, func() {
		p.env.Shell.Go(Target{Page: Course, CourseID: c.ID, Tab: Overview})
	})
	lead := container.NewHBox(p.env.badge(l.first(), false), gap(6))
	return card(container.NewBorder(nil, nil, lead, container.NewCenter(open), lines))
}

// period is from the first to the last session.
func (e *Env) period(ss []course.Session) string {
	return e.Loc.T("courses.period", "From", e.date(ss[0].Date, i18n.Medium), "To", e.date(ss[len(ss)-1].Date, i18n.Medium))
}
