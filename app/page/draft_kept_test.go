package page

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kring/app/guard"
	kwidget "kring/app/widget"
	"kring/sessions/people"
)

// What was being typed when the vault locked is offered by the same form, stays kept while that
// is open, and goes when it was put back and saved.
func TestKeptTextsArePutBack(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		t.Run(lang, func(t *testing.T) {
			s := newStage(t, lang)
			page := s.open(Target{Page: People}).(*peoplePage)
			open := func() { page.edit(people.Person{}) }
			open()
			if s.says(s.env.Loc.T("unsaved.here")) {
				t.Fatal("something is offered and nothing was kept")
			}
			form := s.formFields()
			form[0].PutBack("Zwaluw Oosterwei")
			form[len(form)-1].PutBack("هادئة، (تحب) الطبخ\nen 3 kinderen")
			var keep []guard.Unsaved
			for _, x := range kwidget.TypedIn(s.env.Window.Canvas()) {
				keep = append(keep, guard.Unsaved{Where: x.Where, Label: x.Label, Text: x.Text})
			}
			if err := s.env.Guard.Keep(keep); err != nil || len(keep) != 2 {
				t.Fatalf("%d kept, %v", len(keep), err)
			}
			s.press("common.cancel")

			open()
			if b, ok := s.env.Window.Canvas().Focused().(*kwidget.Button); !ok || b.Text != s.env.Loc.T("unsaved.back") {
				t.Errorf("the keyboard is with %T", s.env.Window.Canvas().Focused())
			}
			s.press("unsaved.back")
			form = s.formFields()
			if a, b := form[0].Text, form[len(form)-1].Text; a != "Zwaluw Oosterwei" || b != keep[1].Text {
				t.Fatalf("%q and %q came back", a, b)
			}
			if typed := kwidget.TypedIn(s.env.Window.Canvas()); len(typed) != 2 {
				t.Errorf("what was put back would not be kept at the next locking: %v", typed)
			}
			s.press("common.cancel")
			if keys, _ := s.env.Guard.Kept(); len(keys) != 2 {
				t.Fatalf("leaving the form left %d texts", len(keys))
			}

			open()
			s.press("unsaved.back")
			s.press("common.save")
			s.await("the texts to go", func() bool { keys, _ := s.env.Guard.Kept(); return len(keys) == 0 })
			all := s.env.Store.People(strings.Compare)
			if i := slices.IndexFunc(all, func(p people.Person) bool { return p.Name == "Zwaluw Oosterwei" }); i < 0 || all[i].Note != keep[1].Text {
				t.Errorf("saved %+v", all)
			}
		})
	}
}

// Escape leaves a form also from what stands in a card of it.
func TestEscapeLeavesFromACard(t *testing.T) {
	s := newStage(t, "nl")
	b := kwidget.NewButton("in de kaart", nil, func() {})
	f := s.env.draft("Formulier", "Bewaren", column(gapCards, card(words("uitleg"), b)), fyne.NewSize(400, 300), nil)
	f.begin()
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.env.Window.Canvas().Overlays().Top() != nil {
		t.Error("the form is still open")
	}
}
