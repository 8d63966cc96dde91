package page

import (
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/course"
	"kring/sessions/plan"
)

// sessionsTab shows one session at a time: what was left over, the plan, the week's
// task and the duo's notes.
type sessionsTab struct {
	turns
	env    *Env
	target Target
	object fyne.CanvasObject
	bar    *fyne.Container
	column *fyne.Container
	row    *container.Scroll // around bar
	open   fyne.CanvasObject // in bar
	scroll *container.Scroll
	log    *logForm
	opened map[string]bool // blocks whose steps are unfolded
}

func newSessionsTab(env *Env, t Target) Page {
	p := &sessionsTab{env: env, target: t, bar: beside(2), column: column(gapCards), opened: map[string]bool{}}
	p.row, p.scroll = container.NewHScroll(p.bar), vscroll(p.column)
	p.object = under(container.New(afterwards(p.along), p.row), p.scroll)
	return p
}

// Object implements Page.
func (p *sessionsTab) Object() fyne.CanvasObject { return p.object }

// Close implements Page: what stands in the notes is kept.
func (p *sessionsTab) Close() {
	p.turns.Close()
	p.leaveLog()
}

func (p *sessionsTab) leaveLog() {
	if p.log != nil {
		p.log.leave()
		p.log = nil
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
	task     string
}

// Update implements Page.
func (p *sessionsTab) Update() { refresh(p.env, &p.turns, p.fetch, p.update) }

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
	d.task = p.env.Store.Task(d.session, p.env.Lang())
	return d, nil
}

func (p *sessionsTab) update(d sessionData) {
	if d.session.ID == "" {
		return
	}
	p.bar.Objects = nil
	var open fyne.CanvasObject
	for _, s := range d.sessions {
		text := p.env.Loc.T("session.short", "Number", s.Number, "Date", p.env.date(s.Date, i18n.Short))
		b := tabButton(text, s.ID == d.session.ID, func() { p.choose(s) })
		p.bar.Add(b)
		if s.ID == d.session.ID {
			open = b
		}
	}
	p.bar.Refresh()
	p.open = open
	p.along()
	if p.log == nil || p.log.saved.SessionID != d.session.ID {
		p.leaveLog()
		p.log = newLogForm(p.env, d)
		for _, f := range p.log.fields() {
			inSight(p.scroll, f)
		}
	}
	p.log.follow(d)
	p.column.Objects = p.content(d)
	p.column.Refresh()
}

// along keeps the session that is open in sight.
func (p *sessionsTab) along() {
	if p.open != nil {
		along(p.row, p.open)
	}
}

func (p *sessionsTab) choose(s course.Session) {
	p.leaveLog()
	p.target.SessionID = s.ID
	p.scroll.ScrollToTop()
	p.Update()
}

func (p *sessionsTab) content(d sessionData) []fyne.CanvasObject {
	e := &planEditor{env: p.env, data: d, opened: p.opened, redraw: p.Update}
	blocks := column(gapParts, e.head(), e.over())
	for i, t := range plan.Timetable(d.session.Start, d.blocks) {
		blocks.Add(e.block(i, t))
	}
	return []fyne.CanvasObject{p.intro(d), blocks, p.task(d), p.log.object}
}

// intro says what the session is about and what last time left to it.
func (p *sessionsTab) intro(d sessionData) fyne.CanvasObject {
	loc := p.env.Loc
	print := kwidget.NewButton(loc.T("paper.plan"), theme.DocumentSaveIcon(), func() {
		p.env.save(loc.T("paper.planfile", "Number", d.session.Number), func(w io.Writer) error {
			return paper.SessionPlan(w, p.env.Store, loc, d.session)
		})
	})
	when := p.env.Loc.Commas(p.env.date(d.session.Date, i18n.Long), p.env.span(d.session.Start, d.session.End))
	theme := column(gapLines, p.both(d, d.template.Theme, section))
	theme.Add(quiet(when))
	parts := []fyne.CanvasObject{stretched(theme, print), p.both(d, d.template.Goal, words)}
	if d.hasPrev && d.carried.Task != "" {
		parts = append(parts, column(0, caption(loc.T("session.tasklabel")), p.env.readable(words(d.carried.Task))))
	}
	if d.carried.LeftOver != "" {
		parts = append(parts, p.env.readable(warning(loc.T("session.leftover", "Text", d.carried.LeftOver))))
	}
	return card(parts...)
}

// both shows a text of the programme, with its Arabic under it where the course has
// people who read that.
func (p *sessionsTab) both(d sessionData, t plan.Text, in func(string) *kwidget.BidiLabel) fyne.CanvasObject {
	return p.env.both(d.course, t, in)
}

func (p *sessionsTab) task(d sessionData) fyne.CanvasObject {
	loc := p.env.Loc
	parts := []fyne.CanvasObject{section(loc.T("session.task"))}
	if d.log.Task != "" {
		parts = append(parts, p.env.readable(words(d.log.Task)))
	} else {
		parts = append(parts, p.both(d, d.template.Task, words))
	}
	if low := d.template.TaskLowText.In(p.env.Lang()); low != "" {
		parts = append(parts, p.env.readable(quiet(loc.T("session.tasklow", "Text", low))))
	}
	return card(parts...)
}
