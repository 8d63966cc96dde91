package page

import (
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/app/paper"
	"kring/i18n"
	"kring/sessions/calendar"
	"kring/sessions/course"
)

type overview struct {
	simple
	env *Env
	id  string
}

func newOverviewTab(env *Env, id string) Page {
	return &overview{newSimple(nil), env, id}
}

type overviewData struct {
	course   course.Course
	sessions []course.Session
	people   int
}

// Update implements Page.
func (p *overview) Update() {
	refresh(p.env, func() (overviewData, error) {
		c, ss, err := p.env.fetchCourse(p.id)
		return overviewData{c, ss, len(p.env.Store.Roster(p.id, p.env.Compare))}, err
	}, p.update)
}

func (p *overview) update(d overviewData) {
	loc, c := p.env.Loc, d.course
	programme, _ := p.env.Store.Programme(c.Programme)
	facts := programme.Name.In(p.env.Lang()) + " · " + loc.T("mode."+string(c.Mode)) + place(c) + " · " + p.env.languages(c.Languages)
	duo := loc.T("course.duo", "Trainer", dash(c.Trainer), "Assistant", dash(c.Assistant))
	places := loc.N("count.participants", d.people)
	if c.Capacity > 0 {
		places += " · " + loc.N("course.places", c.Capacity)
	}
	if c.ChildCare {
		places += " · " + loc.T("course.care")
	}
	out := []fyne.CanvasObject{words(facts), words(duo), words(places), p.actions(c), section(loc.T("wizard.dates"))}
	for i, s := range d.sessions {
		out = append(out, p.session(d, i, s))
	}
	out = append(out, section(loc.T("paper.title")), p.papers(d))
	p.show(out...)
}

func (p *overview) session(d overviewData, i int, s course.Session) fyne.CanvasObject {
	m, _ := p.env.Store.Template(s)
	text := p.env.Loc.T("overview.session", "Number", s.Number, "Date", p.env.date(s.Date, i18n.Long), "Time", p.env.span(s.Start, s.End), "Theme", m.Theme.In(p.env.Lang()))
	move := iconButton(theme.DocumentCreateIcon(), func() { p.move(d, i) })
	open := low(p.env.Loc.T("common.open"), func() {
		p.env.Shell.Go(Target{Page: Course, CourseID: p.id, Tab: Sessions, SessionID: s.ID})
	})
	return container.NewBorder(nil, nil, nil, container.NewHBox(move, open), words(text))
}

func (p *overview) actions(c course.Course) fyne.CanvasObject {
	loc := p.env.Loc
	edit := widget.NewButton(loc.T("common.edit"), func() { p.edit(c) })
	del := low(loc.T("course.delete"), func() {
		p.env.Shell.Ask(Question{
			Title: loc.T("course.delete"), Text: loc.T("course.deleteask", "Name", c.Name), Yes: loc.T("common.delete"),
			Do: func() { p.env.do(func() error { return p.env.Store.DeleteCourse(c.ID) }) },
		})
	})
	return container.NewHBox(edit, del)
}

func (p *overview) edit(c course.Course) {
	form := newCourseForm(p.env, c)
	d := dialog.NewCustomConfirm(p.env.Loc.T("common.edit"), p.env.Loc.T("common.save"), p.env.Loc.T("common.cancel"),
		container.NewVScroll(widget.NewForm(form.items...)), func(ok bool) {
			if ok {
				p.env.do(func() error { return p.env.Store.Update(form.draft()) })
			}
		}, p.env.Window)
	d.Resize(fyne.NewSize(700, 600))
	d.Show()
}

// move changes one date by hand and offers to move the rest.
func (p *overview) move(d overviewData, i int) {
	loc := p.env.Loc
	to := entry(d.sessions[i].Date.String())
	rest := widget.NewCheck(loc.T("session.moverest"), nil)
	preview := quiet("")
	closed := p.env.closed(d.course.Region)
	to.OnChanged = func(s string) { preview.SetText(p.env.warning(s, closed)) }
	items := []*widget.FormItem{widget.NewFormItem(loc.T("session.newdate"), to), widget.NewFormItem("", preview)}
	if i+1 < len(d.sessions) {
		items = append(items, widget.NewFormItem("", rest))
	}
	dlg := dialog.NewForm(loc.T("session.move", "Number", d.sessions[i].Number), loc.T("common.save"), loc.T("common.cancel"), items, func(ok bool) {
		if ok {
			p.reschedule(d, i, to.Text, rest.Checked)
		}
	}, p.env.Window)
	dlg.Resize(fyne.NewSize(520, 280))
	dlg.Show()
}

// warning says when a date typed by hand is a closed day; it may still be chosen.
func (e *Env) warning(s string, closed func(calendar.Date) (calendar.Reason, bool)) string {
	d, err := calendar.ParseDate(s)
	if err != nil {
		return e.Loc.T("error.date")
	}
	if r, ok := closed(d); ok {
		return e.skip(calendar.Skip{Date: d, Reason: r})
	}
	return e.date(d, i18n.Long)
}

func (p *overview) reschedule(d overviewData, i int, text string, rest bool) {
	to, err := calendar.ParseDate(text)
	if err != nil {
		p.env.Shell.Fail(err)
		return
	}
	dates := make([]calendar.Date, len(d.sessions))
	for n, s := range d.sessions {
		dates[n] = s.Date
	}
	moved, _ := calendar.Move(dates, i, to, rest, p.env.closed(d.course.Region))
	p.env.do(func() error { return p.env.Store.Reschedule(p.id, moved) })
}

func (p *overview) papers(d overviewData) fyne.CanvasObject {
	loc, store := p.env.Loc, p.env.Store
	button := func(id, file string, write func(io.Writer) error) fyne.CanvasObject {
		return widget.NewButton(loc.T(id), func() { p.env.save(file, write) })
	}
	return container.NewGridWithColumns(3,
		button("paper.list", "presentielijst.pdf", func(w io.Writer) error { return paper.AttendanceList(w, store, loc, p.id) }),
		button("paper.xlsx", "aanwezigheid.xlsx", func(w io.Writer) error { return paper.AttendanceXLSX(w, store, loc, p.env.Day()) }),
		button("paper.ics", "cursus.ics", func(w io.Writer) error { return paper.Calendar(w, store, loc, p.id, p.env.Now()) }),
	)
}

func dash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}
