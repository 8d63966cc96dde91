package page

import (
	"io"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/sessions/course"
	"kring/toolkit/kit"
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
	groups   []kit.Group // that came of it
}

// Update implements Page.
func (p *overview) Update() {
	refresh(p.env, &p.turns, func() (overviewData, error) {
		c, ss, err := p.env.fetchCourse(p.id)
		return overviewData{c, ss, len(p.env.Store.Roster(p.id, p.env.Compare)), p.env.Kits.GroupsOf(p.id, p.env.Compare)}, err
	}, p.update)
}

func (p *overview) update(d overviewData) {
	left := column(gapCards)
	if n := len(d.sessions); n > 0 && d.sessions[n-1].Date.Compare(p.env.Day()) <= 0 {
		left.Add(p.fromCourse(d))
	}
	left.Add(p.dates(d))
	right := column(gapCards, p.facts(d), p.papers(d))
	p.show(container.New(twoColumns{}, left, right))
}

// facts is what the course is, and what can be done with it.
func (p *overview) facts(d overviewData) fyne.CanvasObject {
	loc, c := p.env.Loc, d.course
	programme, _ := p.env.Store.Programme(c.Programme)
	lines := column(gapParts, name(programme.Name.In(p.env.Lang())))
	env := p.env
	add(lines, slices.Concat(
		env.fact("course.mode", loc.Facts(loc.T("mode."+string(c.Mode)), c.Place)),
		env.fact("course.trainer", c.Trainer), env.fact("course.assistant", c.Assistant),
		env.fact("course.languages", env.languages(c.Languages)), env.fact("course.tab.participants", p.places(d)))...)
	return card(lines, container.NewHBox(kwidget.NewButton(loc.T("common.edit"), nil, func() { p.edit(c) }), more(choiceOf{loc.T("course.delete"), func() { p.remove(c) }})))
}

// caption is the small word above a fact.
func caption(text string) fyne.CanvasObject {
	l := quiet(text)
	l.SizeName = theme.SizeNameCaptionText
	return l
}

func (p *overview) places(d overviewData) string {
	loc, c := p.env.Loc, d.course
	text := loc.N("count.participants", d.people)
	if c.Capacity > 0 {
		text = loc.Facts(text, loc.N("course.places", c.Capacity))
	}
	if c.ChildCare {
		text = loc.Facts(text, loc.T("course.care"))
	}
	return text
}

func (p *overview) remove(c course.Course) {
	loc := p.env.Loc
	p.env.Shell.Ask(Question{
		Title: loc.T("course.delete"), Text: loc.T("course.deleteask", "Name", c.Name), Yes: loc.T("common.delete"),
		Do: func() { p.env.do(func() error { return p.env.Store.DeleteCourse(c.ID) }) },
	})
}

// dates lists the sessions, each with its theme.
func (p *overview) dates(d overviewData) fyne.CanvasObject {
	lines := column(gapParts, section(p.env.Loc.T("wizard.dates")))
	next := course.Held(d.sessions, p.env.Day().AddDays(-1))
	for i, s := range d.sessions {
		lines.Add(p.session(d, i, s, i == next))
	}
	return card(lines)
}

func (p *overview) session(d overviewData, i int, s course.Session, next bool) fyne.CanvasObject {
	loc := p.env.Loc
	m, _ := p.env.Store.Template(s)
	theme := name(loc.T("session.numbered", "Number", s.Number, "Theme", m.Theme.In(p.env.Lang())))
	when := quiet(loc.Commas(loc.Weekday(s.Date.Weekday()), p.env.span(s.Start, s.End)))
	move := low(loc.T("session.moveshort"), func() { p.move(d, i) })
	open := kwidget.NewButton(loc.T("common.open"), nil, func() { p.env.Shell.Go(sessionTarget(s, Sessions)) })
	if next {
		open.Importance = widget.HighImportance
	}
	badge := container.NewHBox(p.env.badge(s.Date, next), gap(6))
	return container.NewBorder(nil, nil, badge, container.NewCenter(beside(gapLines, move, open)), halfway(column(gapLines, theme, when)))
}

func (p *overview) edit(c course.Course) {
	form := newCourseForm(p.env, c)
	f := p.env.draft(p.env.Loc.T("course.edit"), p.env.Loc.T("common.save"), formOf(form.items...), fyne.NewSize(720, 620), func() func() error {
		draft, err := form.draft()
		return func() error {
			if err != nil {
				return err
			}
			return p.env.Store.Update(draft)
		}
	})
	f.on(form.fields()...)
}

func (p *overview) papers(d overviewData) fyne.CanvasObject {
	loc, store := p.env.Loc, p.env.Store
	button := func(id, file string, write func(io.Writer) error) fyne.CanvasObject {
		b := kwidget.NewButton(loc.T(id), theme.DocumentSaveIcon(), func() { p.env.save(loc.T(file), write) })
		b.Alignment = widget.ButtonAlignLeading
		return b
	}
	proofs := kwidget.NewButton(loc.T("certificate.titles"), theme.DocumentSaveIcon(), func() { p.certificates(d) })
	proofs.Alignment = widget.ButtonAlignLeading
	return card(section(loc.T("paper.title")),
		button("paper.list", "paper.listfile", func(w io.Writer) error { return paper.AttendanceList(w, store, loc, p.id) }),
		button("paper.xlsx", "paper.xlsxfile", func(w io.Writer) error { return paper.AttendanceXLSX(w, store, loc, p.env.Day()) }),
		button("paper.ics", "paper.icsfile", func(w io.Writer) error { return paper.Calendar(w, store, loc, p.id, p.env.Now()) }),
		proofs,
	)
}
