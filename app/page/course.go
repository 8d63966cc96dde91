package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kring/sessions/course"
)

// coursePage shows one course under five tabs; only the open tab is made.
type coursePage struct {
	env    *Env
	target Target
	object fyne.CanvasObject
	head   *widget.Label
	tab    Page
	body   *fyne.Container
	bar    *fyne.Container
}

func newCourse(env *Env, t Target) Page {
	if t.Tab == "" {
		t.Tab = Overview
	}
	p := &coursePage{env: env, target: t, body: container.NewStack(), bar: container.NewHBox()}
	p.head = widget.NewLabel("")
	p.head.SizeName, p.head.TextStyle.Bold = "headingText", true
	p.head.Truncation = fyne.TextTruncateEllipsis
	p.object = container.NewBorder(container.NewVBox(p.head, p.bar, widget.NewSeparator()), nil, nil, nil, p.body)
	p.choose(t.Tab)
	return p
}

func (p *coursePage) choose(tab Tab) {
	if p.tab != nil {
		p.tab.Close()
	}
	p.target.Tab = tab
	p.bar.Objects = nil
	for _, t := range []Tab{Overview, Sessions, Participants, Attendance, Agreements} {
		b := low(p.env.Loc.T("course.tab."+string(t)), func() {
			p.choose(t)
			p.tab.Update()
		})
		if t == tab {
			b.Importance = widget.HighImportance
		}
		p.bar.Add(b)
	}
	p.tab = p.makeTab(tab)
	p.body.Objects = []fyne.CanvasObject{p.tab.Object()}
	p.body.Refresh()
	p.bar.Refresh()
}

func (p *coursePage) makeTab(tab Tab) Page {
	switch tab {
	case Sessions:
		return newSessionsTab(p.env, p.target)
	case Participants:
		return newParticipantsTab(p.env, p.target.CourseID)
	case Attendance:
		return newAttendanceTab(p.env, p.target)
	case Agreements:
		return newAgreementsTab(p.env, p.target.CourseID)
	}
	return newOverviewTab(p.env, p.target.CourseID)
}

// Object implements Page.
func (p *coursePage) Object() fyne.CanvasObject { return p.object }

// Close implements Page.
func (p *coursePage) Close() { p.tab.Close() }

// Update implements Page. A course that was deleted, or whose making was undone,
// leaves for the list.
func (p *coursePage) Update() {
	c, ok := p.env.Store.Course(p.target.CourseID)
	if !ok {
		p.env.Shell.Go(Target{Page: Courses})
		return
	}
	p.head.SetText(c.Name)
	p.tab.Update()
}

// fetchCourse is what every tab begins with.
func (e *Env) fetchCourse(id string) (course.Course, []course.Session, error) {
	c, ok := e.Store.Course(id)
	if !ok {
		return c, nil, course.ErrNotFound
	}
	return c, e.Store.Sessions(id), nil
}
