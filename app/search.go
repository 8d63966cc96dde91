package app

import (
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kring/app/page"
	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/sessions/course"
	"kring/sessions/people"
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
		out = append(out, hit{s.loc.T("search.text", "Name", s.env.Books.Called(b.ID, s.loc.Lang().String())), page.TextTarget(b)})
	}
	for _, k := range shippedNamed(q) {
		out = append(out, hit{s.loc.T("search.shipped", "Name", k.Doc.Say("title", s.loc.Lang().String())), page.Target{Page: page.Toolkits, Text: k.Key}})
	}
	return append(out, s.signs(q)...)
}

// nameOf is what somebody is called now.
func (s *shell) nameOf(personID string) string {
	p, _ := s.env.Store.Person(personID)
	return p.Name
}

// shipped are the toolkits that come with Kring, read once.
var shipped = sync.OnceValue(func() []paper.Toolkit {
	all, err := paper.Toolkits()
	if err != nil { // of the program itself: a test reads them all
		return nil
	}
	return all
})

// shippedNamed are the toolkits that come with Kring of which each word that was typed begins a
// word of the title or the theme, in any language.
func shippedNamed(q string) (out []paper.Toolkit) {
	typed := strings.Fields(people.Fold(q))
	if len([]rune(strings.Join(typed, ""))) < shortest {
		return nil
	}
	for _, k := range shipped() {
		for _, lang := range append([]string{"nl"}, k.Doc.Languages()...) {
			there := strings.Fields(people.Fold(k.Doc.Say("title", lang) + " " + k.Doc.Say("theme", lang)))
			if beginAll(there, typed) {
				out = append(out, k)
				break
			}
		}
	}
	return out
}

// search opens the box that finds courses, people, sessions, places and groups as one types.
func (s *shell) search() {
	var found []hit
	box := kwidget.NewField("")
	box.Passing, box.Names = true, true
	box.SetPlaceHolder(s.loc.T("search.hint"))
	var choose func(int)
	list := kwidget.NewList(func() int { return len(found) },
		func() fyne.CanvasObject { return container.NewPadded(foundLine()) },
		func(i int, o fyne.CanvasObject) {
			o.(*fyne.Container).Objects[0].(*kwidget.BidiLabel).SetText(found[i].text)
		}, func(i int) { choose(i) })
	none := kwidget.NewBidiLabel(s.loc.T("search.none"))
	none.ColorName, none.ByWindow = theme.ColorNamePlaceHolder, true
	none.Hide()
	var d *kwidget.Dialog
	leave := kwidget.NewButton(s.loc.T("common.close"), nil, func() { d.Hide() })
	foot := container.NewHBox(layout.NewSpacer(), leave)
	d = kwidget.ShowDialog(s.loc.T("common.search"), container.New(layout.NewBorderLayout(box, foot, nil, nil), box, container.NewStack(list, container.NewVBox(none)), foot), fyne.NewSize(620, 480), s.win)
	choose = func(i int) {
		if i < len(found) {
			d.Hide()
			s.Go(found[i].target)
		}
	}
	box.OnChanged = func(q string) {
		found = s.hits(q)
		none.Hidden = len(found) > 0 || len([]rune(strings.TrimSpace(q))) < shortest
		none.Refresh()
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
