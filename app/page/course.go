package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	kwidget "kring/app/widget"
	"kring/sessions/course"
)

// coursePage shows one course under five tabs; only the open tab is made.
type coursePage struct {
	env    *Env
	target Target
	object fyne.CanvasObject
	head   *kwidget.BidiLabel
	tab    Page
	body   *fyne.Container
	bar    *fyne.Container
}

func newCourse(env *Env, t Target) Page {
	if t.Tab == "" {
		t.Tab = Overview
	}
	p := &coursePage{env: env, target: t, body: container.NewStack(), bar: beside(2)}
	p.head = section("")
	p.head.SizeName, p.head.Line, p.head.ByWindow = theme.SizeNameHeadingText, kwidget.Cut, true
	head := container.New(layout.NewCustomPaddedLayout(6, 0, 2, 14), p.head)
	p.object = under(column(2, head, p.bar, rule(), gap(0)), p.body)
	p.choose(t.Tab)
	return p
}

// rule is a thin line from edge to edge.
func rule() fyne.CanvasObject {
	l := canvas.NewRectangle(theme.Color(theme.ColorNameSeparator))
	l.SetMinSize(fyne.NewSize(1, 1))
	return l
}

func (p *coursePage) choose(tab Tab) {
	if p.tab != nil {
		p.tab.Close()
	}
	p.target.Tab = tab
	p.bar.Objects = nil
	for _, t := range tabs {
		p.bar.Add(tabButton(p.env.Loc.T("course.tab."+string(t)), t == tab, func() {
			p.choose(t)
			p.tab.Update()
		}))
	}
	p.tab = p.makeTab(tab)
	p.body.Objects = []fyne.CanvasObject{p.tab.Object()}
	p.body.Refresh()
	p.bar.Refresh()
}

// tabs in the order in which they stand.
var tabs = []Tab{Overview, Sessions, Participants, Attendance, Agreements}

// Step implements Stepper.
func (p *coursePage) Step(n int) {
	at := (slices.Index(tabs, p.target.Tab) + n + len(tabs)) % len(tabs)
	p.env.Window.Canvas().Unfocus()
	p.choose(tabs[at])
	p.tab.Update()
}

// tabButton is a word above a bar that says which tab is open.
func tabButton(text string, open bool, do func()) fyne.CanvasObject {
	bar := canvas.NewRectangle(theme.Color(theme.ColorNamePrimary))
	bar.SetMinSize(fyne.NewSize(1, 4))
	bar.CornerRadius = 2
	bar.Hidden = !open
	return container.NewBorder(nil, container.NewStack(spaceHigh(4), bar), nil, nil, low(text, do))
}

func spaceHigh(h float32) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(h, 0, 0, 0))
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
