package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"kring/app/page"
	kwidget "kring/app/widget"
	"kring/sessions/course"
)

// answers is how many of each kind the search shows.
const answers = 20

// hit is one answer of the search, and where it leads.
type hit struct {
	text   string
	target page.Target
}

// hits are the courses, people and sessions by a name, the places, the support groups and the
// texts; then the pages and the settings, by what is done there.
func (s *shell) hits(q string) []hit {
	var out []hit
	for _, f := range s.env.Store.Search(q, s.loc.Lang().String(), answers) {
		out = append(out, hit{s.loc.T(foundID(f.Kind), "Name", f.Name), where(f)})
	}
	for _, p := range s.env.Cafe.Search(q, answers) {
		out = append(out, hit{s.loc.T("search.place", "Name", p.Name), page.Target{Page: page.Cafes, PlaceID: p.ID}})
	}
	for _, g := range s.env.Kits.Search(q, answers, s.env.Compare, s.nameOf) {
		out = append(out, hit{s.loc.T("search.group", "Name", g.Name), page.Target{Page: page.Toolkits, Tab: page.Groups, GroupID: g.ID}})
	}
	for _, b := range s.env.Books.Search(q, answers) {
		out = append(out, hit{s.loc.T("search.text", "Name", s.env.Books.Title(b.ID)), page.TextTarget(b)})
	}
	return append(out, s.signs(q)...)
}

// nameOf is what somebody is called now.
func (s *shell) nameOf(personID string) string {
	p, _ := s.env.Store.Person(personID)
	return p.Name
}

// search opens the box that finds courses, people, sessions, places and groups as one types.
func (s *shell) search() {
	var found []hit
	box := kwidget.NewField("")
	box.Passing = true
	box.SetPlaceHolder(s.loc.T("search.hint"))
	var choose func(int)
	list := kwidget.NewList(func() int { return len(found) },
		func() fyne.CanvasObject { return container.NewPadded(foundLine()) },
		func(i int, o fyne.CanvasObject) {
			o.(*fyne.Container).Objects[0].(*kwidget.BidiLabel).SetText(found[i].text)
		}, func(i int) { choose(i) })
	var d *kwidget.Dialog
	leave := kwidget.NewButton(s.loc.T("common.close"), nil, func() { d.Hide() })
	foot := container.NewHBox(layout.NewSpacer(), leave)
	d = kwidget.ShowDialog(s.loc.T("common.search"), container.New(layout.NewBorderLayout(box, foot, nil, nil), box, list, foot), fyne.NewSize(620, 480), s.win)
	choose = func(i int) {
		if i < len(found) {
			d.Hide()
			s.Go(found[i].target)
		}
	}
	box.OnChanged = func(q string) {
		found = s.hits(q)
		list.Refresh()
	}
	box.OnSubmitted = func(string) { choose(0) }
	box.OnEscape, leave.OnEscape, list.OnEscape = d.Hide, d.Hide, d.Hide
	s.win.Canvas().Focus(box)
}

func foundLine() *kwidget.BidiLabel {
	l := kwidget.NewBidiLabel("")
	l.Line, l.ByWindow = kwidget.Cut, true
	return l
}

func foundID(k course.FoundKind) string {
	switch k {
	case course.FoundCourse:
		return "search.course"
	case course.FoundPerson:
		return "search.person"
	}
	return "search.session"
}

func where(f course.Found) page.Target {
	switch f.Kind {
	case course.FoundCourse:
		return page.Target{Page: page.Course, CourseID: f.ID}
	case course.FoundPerson:
		return page.Target{Page: page.People, PersonID: f.ID}
	}
	return page.Target{Page: page.Course, CourseID: f.CourseID, Tab: page.Sessions, SessionID: f.ID}
}
