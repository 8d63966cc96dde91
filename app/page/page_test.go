package page

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"kring/app/guard"
	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/assets"
	"kring/i18n"
	"kring/internal/vault"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/people"
	"kring/sessions/plan"
	"kring/sessions/privacy"
	"kring/toolkit/book"
	"kring/toolkit/desk"
	"kring/toolkit/glossary"
	"kring/toolkit/kit"
	"kring/toolkit/memory"
)

// fakeShell remembers what a page asked of the window.
type fakeShell struct {
	went   []Target
	failed []error
	asked  []Question
	said   []string
}

func (s *fakeShell) Go(t Target)              { s.went = append(s.went, t) }
func (s *fakeShell) Fail(err error)           { s.failed = append(s.failed, err) }
func (s *fakeShell) Say(text string)          { s.said = append(s.said, text) }
func (s *fakeShell) Explain(err error) string { return "uitleg: " + err.Error() }
func (s *fakeShell) Ask(q Question)           { s.asked = append(s.asked, q) }
func (s *fakeShell) SetLanguage(string)       {}
func (s *fakeShell) SetDark(Darkness)         {}
func (s *fakeShell) Darkness() Darkness       { return Light }
func (s *fakeShell) Lock()                    {}

// stage is a window with a vault in which a course runs.
type stage struct {
	testing.TB
	env    *Env
	shell  *fakeShell
	course course.Course
	people []people.Person
	ui     chan func() // what other goroutines want done on this one
}

var clock = time.Date(2027, 1, 20, 9, 0, 0, 0, calendar.Amsterdam) // between the second and third session

// The pages of a toolkit stand under each other, or one at a time to turn.
func TestPagesAreTurned(t *testing.T) {
	s := newStage(t, "nl")
	p := s.open(Target{Page: Toolkits}).(*toolkits)
	all := len(p.laid)
	if len(p.sheets) != all || all < 3 || !p.turning.Hidden {
		t.Fatalf("%d of %d pages are shown", len(p.sheets), all)
	}
	p.single.SetChecked(true)
	back, next := buttonsIn(p.turning)[0], buttonsIn(p.turning)[1]
	back.OnTapped()
	next.OnTapped()
	if len(p.sheets) != 1 || p.turning.Hidden || p.count.Text != fmt.Sprintf("Bladzij 2 van %d", all) {
		t.Errorf("%d pages, %q", len(p.sheets), p.count.Text)
	}
	for range all + 3 {
		next.OnTapped()
	}
	if p.at != all-1 {
		t.Errorf("turned to page %d of %d", p.at+1, all)
	}
	p.single.SetChecked(false)
	if len(p.sheets) != all {
		t.Errorf("%d of %d pages are shown again", len(p.sheets), all)
	}
}

// buttonsIn are the buttons of a container and of those within it.
func buttonsIn(o fyne.CanvasObject) (out []*kwidget.Button) {
	switch o := o.(type) {
	case *kwidget.Button:
		return []*kwidget.Button{o}
	case *fyne.Container:
		for _, inner := range o.Objects {
			out = append(out, buttonsIn(inner)...)
		}
	}
	return out
}

func newStage(t testing.TB, lang string) *stage {
	t.Helper()
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "proef.kring"), "een lange wachtzin", vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	s := stageOver(t, v, lang)
	s.fill()
	return s
}

// stageOver is a window over a vault.
func stageOver(t testing.TB, v *vault.Vault, lang string) *stage {
	t.Helper()
	test.NewTempApp(t)
	programmes, err := course.LoadProgrammes(assets.Programmes())
	if err != nil {
		t.Fatal(err)
	}
	store, err := course.Open(v, programmes)
	if err != nil {
		t.Fatal(err)
	}
	ideas, err := cafe.LoadCatalogue(assets.Catalogue())
	if err != nil {
		t.Fatal(err)
	}
	skills, err := cafe.LoadSkills(assets.Skills())
	if err != nil {
		t.Fatal(err)
	}
	places, err := cafe.Open(v, School(), ideas, skills...)
	if err != nil {
		t.Fatal(err)
	}
	kits, err := kit.Open(v)
	if err != nil {
		t.Fatal(err)
	}
	remembered, err := memory.Open(v)
	if err != nil {
		t.Fatal(err)
	}
	books, err := book.Open(v, remembered)
	if err != nil {
		t.Fatal(err)
	}
	shipped, err := glossary.Load(assets.Glossary())
	if err != nil {
		t.Fatal(err)
	}
	terms, err := glossary.Open(v, shipped...)
	if err != nil {
		t.Fatal(err)
	}
	keeper, err := guard.Open(v)
	if err != nil {
		t.Fatal(err)
	}
	keeps, err := privacy.Open(v, store.Privacy(), places.Privacy(), kits.Privacy(), books.Privacy(), terms.Privacy(), remembered.Privacy(), guard.Privacy())
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{TB: t, shell: &fakeShell{}, ui: make(chan func(), 100)}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(820, 700))
	s.env = &Env{Vault: v, Store: store, Cafe: places, Kits: kits, Books: books, Terms: terms, Desk: desk.New(books, remembered, terms, paper.Shipped), Privacy: keeps, Loc: i18n.New(lang), Now: func() time.Time { return clock }, Window: w, Shell: s.shell, Queue: NewQueue(), Guard: keeper, Locks: &fakeLocks{}}
	s.env.OnUI = func(f func()) { s.ui <- f }
	t.Cleanup(func() {
		s.env.Queue.Wait()
		store.Close()
		v.Close()
	})
	return s
}

func (s *stage) fill() {
	dates, _ := calendar.Weekly(calendar.Date{Year: 2027, Month: 1, Day: 12}, 6, calendar.Public)
	c, err := s.env.Store.Create(course.Course{
		Programme: "hbbm", Name: "Ouders Oosterwei", Region: calendar.Middle, Languages: []string{"nl", "ar"},
		Mode: course.Physical, Start: plan.At(9, 30), End: plan.At(12, 30),
	}, dates)
	if err != nil {
		s.Fatal(err)
	}
	s.course = c
	for _, n := range []string{"Piet Jansen", "Samira de Vries", "فاطمة الزهراء"} {
		p, err := s.env.Store.AddParticipant(c.ID, people.Person{Name: n, Phone: "+31612345678", Kind: people.Mother}, dates[0])
		if err != nil {
			s.Fatal(err)
		}
		s.people = append(s.people, p)
	}
	x := s.env.Store.Sessions(c.ID)
	for _, err := range []error{
		s.env.Store.Mark(x[0].ID, s.people[0].ID, course.Absent),
		s.env.Store.Mark(x[1].ID, s.people[0].ID, course.Absent),
		s.env.Store.Mark(x[1].ID, s.people[1].ID, course.Late),
	} {
		if err != nil {
			s.Fatal(err)
		}
	}
	if _, err := s.env.Store.SaveAgreement(course.Agreement{CourseID: c.ID, Text: "We beginnen op tijd"}); err != nil {
		s.Fatal(err)
	}
}

// open shows a page and waits until it has fetched.
func (s *stage) open(t Target) Page {
	s.Helper()
	p := New(s.env, t)
	s.env.Window.SetContent(p.Object())
	p.Update()
	switch p.(type) {
	case *wizard, *settings: // have nothing to fetch
	default:
		(<-s.ui)()
	}
	return p
}

// await does on this goroutine what others ask for, until something is there.
func (s *stage) await(what string, there func() bool) {
	s.Helper()
	end := time.After(5 * time.Second)
	for !there() {
		select {
		case f := <-s.ui:
			f()
		case <-time.After(5 * time.Millisecond):
		case <-end:
			s.Fatalf("waited in vain for %s", what)
		}
	}
}

// walk visits every object that can be seen.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			walk(c, visit)
		}
	case *container.Scroll:
		walk(o.Content, visit)
	case *kwidget.BidiLabel:
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			walk(c, visit)
		}
	}
}

// textsIn are the texts of labels, buttons, fields and choices.
func textsIn(o fyne.CanvasObject) []string {
	var out []string
	walk(o, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *kwidget.BidiLabel:
			out = append(out, o.Text)
		case *kwidget.Button:
			out = append(out, o.Text)
		case *kwidget.Field:
			out = append(out, o.Text, o.PlaceHolder)
		case *kwidget.Select:
			out = append(append(out, o.Selected(), o.PlaceHolder), o.Options...)
		case *kwidget.Check:
			out = append(out, o.Text)
		case *kwidget.Radio:
			out = append(out, o.Text)
		}
	})
	return out
}

func button(t *testing.T, o fyne.CanvasObject, text string) *kwidget.Button {
	t.Helper()
	var found *kwidget.Button
	walk(o, func(o fyne.CanvasObject) {
		if b, ok := o.(*kwidget.Button); ok && b.Text == text && found == nil {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("no button %q among %q", text, textsIn(o))
	}
	return found
}

func targets(s *stage) map[string]Target {
	out := map[string]Target{}
	for _, n := range []Name{Today, Courses, NewCourse, People, Toolkits, Settings} {
		out[string(n)] = Target{Page: n}
	}
	for _, t := range tabs {
		out["course "+string(t)] = Target{Page: Course, CourseID: s.course.ID, Tab: t}
	}
	return out
}

// Every page shows itself in every language, and no message is missing there.
func TestEveryPageHasItsWords(t *testing.T) {
	for _, lang := range i18n.Languages() {
		s := newStage(t, lang)
		for name, target := range targets(s) {
			p := s.open(target)
			for _, text := range textsIn(p.Object()) {
				if strings.HasPrefix(text, "[") || strings.Contains(text, "<no value>") || strings.Contains(text, "{{") {
					t.Errorf("%s, %s: %q", lang, name, text)
				}
			}
			p.Close()
		}
		for _, err := range s.shell.failed {
			t.Errorf("%s: %v", lang, err)
		}
	}
}

// No page is wider than the window leaves it at 1024×700.
func TestEveryPageFitsTheWindow(t *testing.T) {
	const beside = 820 // the width of 1024 without the sidebar
	for _, lang := range i18n.Languages() {
		s := newStage(t, lang)
		for name, target := range targets(s) {
			p := s.open(target)
			if w := p.Object().MinSize().Width; w > beside {
				t.Errorf("%s, %s asks for %.0f", lang, name, w)
			}
			p.Close()
		}
	}
}

func TestMarkingByKeys(t *testing.T) {
	s := newStage(t, "nl")
	x := s.env.Store.Sessions(s.course.ID)
	tab := s.open(Target{Page: Course, CourseID: s.course.ID, Tab: Attendance}).(*coursePage).tab.(*attendance)
	state := func(row, col int) func() bool {
		who := tab.data.people[row].Person.ID
		return func() bool { return s.env.Store.MarkOf(x[col].ID, who).State == course.Present }
	}
	tab.grid.MoveTo(1, 2)
	tab.grid.TypedRune('1')
	s.await("a mark", state(1, 2))
	tab.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	tab.grid.TypedRune('١') // the same key on an Arabic keyboard
	s.await("a mark one row up", state(0, 2))
	tab.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	tab.grid.TypedRune('a')
	s.await("everybody's mark", func() bool { return s.env.Store.Tally(x[3].ID)[course.Present] == 3 })
	tab.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	s.await("a mark cleared", func() bool { return s.env.Store.Tally(x[3].ID)[course.Present] == 2 })
}

// A note that was typed and not ended with Enter is saved when the page is left.
func TestANoteIsSavedWhenItIsLeft(t *testing.T) {
	s := newStage(t, "nl")
	p := s.open(Target{Page: Course, CourseID: s.course.ID, Tab: Attendance}).(*coursePage)
	tab := p.tab.(*attendance)
	tab.grid.MoveTo(0, 0)
	s.env.Window.Canvas().Focus(tab.note)
	tab.note.SetText("belt morgen")
	p.Close()
	s.env.Queue.Wait()
	x := s.env.Store.Sessions(s.course.ID)[0]
	if m := s.env.Store.MarkOf(x.ID, tab.data.people[0].Person.ID); m.Note != "belt morgen" {
		t.Errorf("the note is %q", m.Note)
	}
}

func TestWizardMakesOneCourse(t *testing.T) {
	s := newStage(t, "nl")
	p := s.open(Target{Page: NewCourse}).(*wizard)
	p.create()
	if !p.problem.Visible() || len(s.env.Store.Courses()) != 1 {
		t.Errorf("without a name it says %q", p.problem.Text)
	}
	p.form.name.SetText("Ouders West")
	p.first.SetText("13-4-2027")
	p.create()
	p.create() // Enter twice
	s.await("a course", func() bool { return len(s.shell.went) > 0 })
	if n := len(s.env.Store.Courses()); n != 2 {
		t.Errorf("%d courses", n)
	}
	made := s.env.Store.Sessions(s.shell.went[0].CourseID)
	want := []string{"2027-04-13", "2027-04-20", "2027-05-04", "2027-05-11", "2027-05-18", "2027-05-25"} // 27 April is King's Day
	for i, x := range made {
		if i >= len(want) || x.Date.String() != want[i] {
			t.Errorf("session %d is on %s, want %v", i+1, x.Date, want)
		}
	}
}

// A form with something wrong stays open, with what was typed and what is wrong.
func TestAFormKeepsWhatWasTyped(t *testing.T) {
	s := newStage(t, "nl")
	field := kwidget.NewField("getypt")
	fail := true
	f := s.env.draft("Titel", "Bewaren", field, fyne.NewSize(300, 200), func() func() error {
		return func() error {
			if fail {
				return errors.New("stuk")
			}
			return nil
		}
	})
	f.on(field)
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.await("what is wrong", func() bool { return f.problem.Visible() })
	if field.Text != "getypt" || f.problem.Text != "uitleg: stuk" || s.env.Window.Canvas().Overlays().Top() == nil {
		t.Errorf("the form says %q", f.problem.Text)
	}
	fail = false
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.await("the form to close", func() bool { return s.env.Window.Canvas().Overlays().Top() == nil })
}

func TestAgreementsByEnter(t *testing.T) {
	s := newStage(t, "nl")
	tab := s.open(Target{Page: Course, CourseID: s.course.ID, Tab: Agreements}).(*coursePage).tab.(*agreements)
	tab.add.SetText("Telefoons op stil")
	tab.add.OnSubmitted(tab.add.Text)
	tab.add.OnSubmitted(tab.add.Text)
	s.await("an empty field", func() bool { return tab.add.Text == "" })
	if n := len(s.env.Store.Agreements(s.course.ID)); n != 2 {
		t.Errorf("%d agreements", n)
	}
}

// Today says who was missing, and who in a row, and leads to the plan of what comes.
func TestTodaySaysWhoWasMissing(t *testing.T) {
	s := newStage(t, "nl")
	p := s.open(Target{Page: Today})
	all := strings.Join(textsIn(p.Object()), "\n")
	for _, want := range []string{"Piet Jansen", "Ouders Oosterwei, bijeenkomst 3", s.env.Loc.N("today.inarow", 2)} {
		if !strings.Contains(all, want) {
			t.Errorf("Today does not say %q:\n%s", want, all)
		}
	}
	test.Tap(button(t, p.Object(), s.env.Loc.T("today.plan")))
	if len(s.shell.went) != 1 || s.shell.went[0].Tab != Sessions {
		t.Errorf("the plan's button goes to %+v", s.shell.went)
	}
}

// A refresh that was overtaken by a newer one does not show what it brought.
func TestAnOvertakenRefreshIsDropped(t *testing.T) {
	s := newStage(t, "nl")
	var turn turns
	slow, shown := make(chan struct{}), []string{}
	refresh(s.env, &turn, func() (string, error) { <-slow; return "oud", nil }, func(d string) { shown = append(shown, d) })
	refresh(s.env, &turn, func() (string, error) { return "nieuw", nil }, func(d string) { shown = append(shown, d) })
	s.await("the newer one", func() bool { return len(shown) > 0 })
	close(slow)
	(<-s.ui)() // what the older one brought
	if len(shown) != 1 || shown[0] != "nieuw" {
		t.Errorf("shown: %v", shown)
	}
}
