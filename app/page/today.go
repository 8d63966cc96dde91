package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kring/i18n"
	"kring/sessions/course"
)

// today answers: what is next, what must be ready, who was missing last time, what
// is not finished.
type today struct {
	simple
	env *Env
}

func newToday(env *Env) Page {
	p := &today{env: env}
	p.simple = newSimple(title(env.Loc.T("nav.today"), aside(env.date(env.Day(), i18n.Long))))
	return p
}

// Update implements Page.
func (p *today) Update() {
	refresh(p.env, p.fetch, p.update)
}

type todayData struct {
	agenda  course.Agenda
	courses int
}

func (p *today) fetch() (todayData, error) {
	return todayData{p.env.Store.Agenda(p.env.Day(), p.env.Lang()), len(p.env.Store.Courses())}, nil
}

func (p *today) update(d todayData) {
	if d.courses == 0 {
		p.show(emptyPage(p.env.Loc.T("today.empty"), p.env.Loc.T("courses.new"), func() { p.env.Shell.Go(Target{Page: NewCourse}) }))
		return
	}
	var out []fyne.CanvasObject
	out = append(out, section(p.env.Loc.T("today.next")))
	if len(d.agenda.Next) == 0 {
		out = append(out, quiet(p.env.Loc.T("today.nothingnext")))
	}
	for i, u := range d.agenda.Next {
		out = append(out, p.upcoming(u, i == 0))
	}
	if len(d.agenda.Missed) > 0 {
		out = append(out, section(p.env.Loc.T("today.missed")))
		for _, m := range d.agenda.Missed {
			out = append(out, p.missed(m))
		}
	}
	if len(d.agenda.Unfinished) > 0 {
		out = append(out, section(p.env.Loc.T("today.unfinished")))
		for _, u := range d.agenda.Unfinished {
			out = append(out, p.unfinished(u))
		}
	}
	p.show(out...)
}

func (p *today) upcoming(u course.Upcoming, first bool) fyne.CanvasObject {
	loc, s := p.env.Loc, u.Session
	name := widget.NewLabel(loc.T("session.of", "Number", s.Number, "Course", u.Course.Name))
	name.TextStyle.Bold = true
	lines := []fyne.CanvasObject{
		name,
		words(p.env.date(s.Date, i18n.Long) + ", " + p.env.span(s.Start, s.End) + place(u.Course)),
	}
	m, _ := p.env.Store.Template(s)
	if theme := m.Theme.In(p.env.Lang()); theme != "" {
		lines = append(lines, words(theme))
	}
	who := loc.N("count.participants", u.Participants)
	if u.Noticed > 0 {
		who += " · " + loc.N("today.noticed", u.Noticed)
	}
	lines = append(lines, quiet(who))
	if first {
		lines = append(lines, p.ready(u, m)...)
	}
	open := widget.NewButton(loc.T("today.plan"), func() {
		p.env.Shell.Go(Target{Page: Course, CourseID: u.Course.ID, Tab: Sessions, SessionID: s.ID})
	})
	mark := widget.NewButton(loc.T("today.mark"), func() {
		p.env.Shell.Go(Target{Page: Course, CourseID: u.Course.ID, Tab: Attendance, SessionID: s.ID})
	})
	if first {
		open.Importance = widget.HighImportance
	}
	return card(append(lines, container.NewHBox(open, mark))...)
}

// ready lists what must be there before the first session to come.
func (p *today) ready(u course.Upcoming, m course.TemplateMeeting) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if len(m.Prepare) > 0 {
		out = append(out, section(p.env.Loc.T("today.ready")))
	}
	for _, t := range m.Prepare {
		out = append(out, words("• "+t.In(p.env.Lang())))
	}
	if u.Carried.LeftOver != "" {
		out = append(out, words(p.env.Loc.T("session.leftover", "Text", u.Carried.LeftOver)))
	}
	return out
}

func (p *today) missed(m course.MissedWord) fyne.CanvasObject {
	text := p.env.Loc.T("today.wasmissing", "Name", m.Person.Name, "Course", m.Course.Name, "State", p.env.Loc.T("state."+string(m.State)))
	l := words(text)
	if m.Count.NeedsWord() {
		l.SetText(text + " " + p.env.Loc.N("today.inarow", m.Count.MissedInRow))
		l.Importance = widget.WarningImportance
	}
	open := low(p.env.Loc.T("common.show"), func() { p.env.Shell.Go(Target{Page: People, PersonID: m.Person.ID}) })
	return container.NewBorder(nil, nil, nil, open, l)
}

func (p *today) unfinished(u course.Unfinished) fyne.CanvasObject {
	text := p.env.Loc.N("today.unmarked", u.Unmarked, "Number", u.Session.Number, "Course", u.Course.Name)
	open := low(p.env.Loc.T("today.mark"), func() {
		p.env.Shell.Go(Target{Page: Course, CourseID: u.Course.ID, Tab: Attendance, SessionID: u.Session.ID})
	})
	return container.NewBorder(nil, nil, nil, open, words(text))
}

func place(c course.Course) string {
	if c.Place == "" {
		return ""
	}
	return " · " + c.Place
}
