package page

import (
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kring/app/paper"
	"kring/i18n"
	"kring/sessions/course"
	"kring/sessions/plan"
)

// sessionsTab shows one session at a time: what was left over, the plan, the week's
// task and the duo's notes.
type sessionsTab struct {
	env    *Env
	target Target
	object fyne.CanvasObject
	bar    *fyne.Container
	column *fyne.Container
	log    *logForm
}

func newSessionsTab(env *Env, t Target) Page {
	p := &sessionsTab{env: env, target: t, bar: container.NewHBox(), column: container.NewVBox()}
	p.object = container.NewBorder(p.bar, nil, nil, nil, container.NewVScroll(p.column))
	return p
}

// Object implements Page.
func (p *sessionsTab) Object() fyne.CanvasObject { return p.object }

// Close implements Page: what stands in the notes is kept.
func (p *sessionsTab) Close() { p.keepLog() }

func (p *sessionsTab) keepLog() {
	if p.log != nil {
		l := p.log.draft()
		p.env.do(func() error { return p.env.Store.SaveLog(l) })
	}
}

type sessionData struct {
	course   course.Course
	sessions []course.Session
	session  course.Session
	template course.TemplateMeeting
	blocks   []plan.Block
	own      bool
	log      course.Log
	carried  course.Carried
	hasPrev  bool
}

// Update implements Page.
func (p *sessionsTab) Update() { refresh(p.env, p.fetch, p.update) }

func (p *sessionsTab) fetch() (sessionData, error) {
	var d sessionData
	var err error
	if d.course, d.sessions, err = p.env.fetchCourse(p.target.CourseID); err != nil || len(d.sessions) == 0 {
		return d, err
	}
	d.session = d.sessions[min(course.Held(d.sessions, p.env.Day().AddDays(-1)), len(d.sessions)-1)]
	for _, s := range d.sessions {
		if s.ID == p.target.SessionID {
			d.session = s
		}
	}
	d.template, _ = p.env.Store.Template(d.session)
	d.blocks, d.own = p.env.Store.Plan(d.session)
	d.log = p.env.Store.Log(d.session.ID)
	d.carried, d.hasPrev = p.env.Store.CarriedOver(d.session, p.env.Lang())
	return d, nil
}

func (p *sessionsTab) update(d sessionData) {
	if d.session.ID == "" {
		return
	}
	p.bar.Objects = nil
	for _, s := range d.sessions {
		b := low(p.env.Loc.T("session.short", "Number", s.Number, "Date", p.env.date(s.Date, i18n.Short)), func() { p.choose(s) })
		if s.ID == d.session.ID {
			b.Importance = widget.HighImportance
		}
		p.bar.Add(b)
	}
	p.bar.Refresh()
	if p.log == nil || p.log.log.SessionID != d.session.ID {
		p.log = newLogForm(p.env, d.session, d.log)
	}
	p.column.Objects = p.content(d)
	p.column.Refresh()
}

func (p *sessionsTab) choose(s course.Session) {
	p.keepLog()
	p.log = nil
	p.target.SessionID = s.ID
	p.Update()
}

func (p *sessionsTab) content(d sessionData) []fyne.CanvasObject {
	loc, lang := p.env.Loc, p.env.Lang()
	out := []fyne.CanvasObject{section(d.template.Theme.In(lang)), words(d.template.Goal.In(lang))}
	if d.hasPrev {
		out = append(out, words(loc.T("session.tasklast", "Text", d.carried.Task)))
		if d.carried.LeftOver != "" {
			out = append(out, words(loc.T("session.leftover", "Text", d.carried.LeftOver)))
		}
	}
	e := &planEditor{env: p.env, data: d}
	out = append(out, e.head(), e.over())
	for i, t := range plan.Timetable(d.session.Start, d.blocks) {
		out = append(out, e.block(i, t))
	}
	print := widget.NewButton(loc.T("paper.plan"), func() {
		p.env.save(loc.T("paper.planfile", "Number", d.session.Number), func(w io.Writer) error {
			return paper.SessionPlan(w, p.env.Store, loc, d.session)
		})
	})
	task := p.env.Store.Task(d.session, lang)
	out = append(out, row(print), section(loc.T("session.task")), words(task))
	if low := d.template.TaskLowText.In(lang); low != "" {
		out = append(out, quiet(loc.T("session.tasklow", "Text", low)))
	}
	return append(out, section(loc.T("session.log")), p.log.object)
}

// logForm is the duo's own writing; it is saved when its button is pressed, when the
// session is left and when the page is left.
type logForm struct {
	object                  fyne.CanvasObject
	log                     course.Log
	went, left, notes, task *widget.Entry
}

func newLogForm(env *Env, s course.Session, l course.Log) *logForm {
	f := &logForm{log: l}
	multi := func(text string) *widget.Entry {
		e := widget.NewMultiLineEntry()
		e.Wrapping = fyne.TextWrapWord
		e.SetMinRowsVisible(2)
		e.SetText(text)
		return e
	}
	f.went, f.left, f.notes, f.task = multi(l.Went), multi(l.LeftOver), multi(l.Notes), multi(l.Task)
	save := primary(env.Loc.T("common.save"), func() {
		env.do(func() error { return env.Store.SaveLog(f.draft()) })
	})
	f.object = container.NewVBox(widget.NewForm(
		widget.NewFormItem(env.Loc.T("log.went"), f.went),
		widget.NewFormItem(env.Loc.T("log.left"), f.left),
		widget.NewFormItem(env.Loc.T("log.task"), f.task),
		widget.NewFormItem(env.Loc.T("log.notes"), f.notes),
	), row(save))
	return f
}

func (f *logForm) draft() course.Log {
	l := f.log
	l.Went, l.LeftOver, l.Notes, l.Task = f.went.Text, f.left.Text, f.notes.Text, f.task.Text
	return l
}
