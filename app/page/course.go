package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	kwidget "kring/app/widget"
	"kring/sessions/course"
)

// coursePage shows one course under five tabs.
type coursePage struct {
	tabbed
	target Target
	object fyne.CanvasObject
	head   *kwidget.BidiLabel
}

func newCourse(env *Env, t Target) Page {
	if t.Tab == "" {
		t.Tab = Overview
	}
	p := &coursePage{target: t}
	p.tabbed = newTabbed(env, "course.tab.", tabs, p.makeTab)
	p.head = section("")
	p.head.SizeName, p.head.Line, p.head.ByWindow = theme.SizeNameHeadingText, kwidget.Cut, true
	head := container.New(layout.NewCustomPaddedLayout(6, 0, 2, 14), p.head)
	p.object = p.under(head)
	p.choose(t.Tab)
	return p
}

// tabs in the order in which they stand.
var tabs = []Tab{Overview, Sessions, Participants, Attendance, Agreements}

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
