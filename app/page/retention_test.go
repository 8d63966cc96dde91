package page

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/sessions/privacy"
)

// A year after the course its participants are due, with their names; one is erased for good
// and stays a number, another is kept for longer, for a reason.
func TestRetention(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		p := s.open(Target{Page: Privacy}).(*retention)
		if text := said(p); !strings.Contains(text, s.env.Loc.T("privacy.nothing")) || strings.Contains(text, "Piet Jansen") {
			t.Errorf("%s: before its term the page says %q", lang, text)
		}
		s.at(600)
		s.again(p)
		if text := said(p); !strings.Contains(text, "Piet Jansen") || !strings.Contains(text, s.env.Loc.T("why.participants")) {
			t.Fatalf("%s: after it: %q", lang, text)
		}
		r := p.data.due[slices.IndexFunc(p.data.due, func(r privacy.Review) bool { return r.Name == "Piet Jansen" })]
		before := s.env.Store.Figures(2027, s.env.Day())
		plan, err := s.env.Privacy.Plan(r.Subject)
		if err != nil {
			t.Fatal(err)
		}
		f := s.env.eraseDraft(plan, r.Data, nil)
		if !s.says(s.env.Loc.T("erase.forgood")) || s.env.Window.Canvas().Focused() != fyne.Focusable(f.no) {
			t.Errorf("%s: it does not say what it does, or Enter would do it", lang)
		}
		f.save()
		s.settle()
		if _, ok := s.env.Store.Person(r.ID); ok || len(s.shell.failed) > 0 {
			t.Fatalf("%s: still there: %v", lang, s.shell.failed)
		}
		if got := s.env.Store.Figures(2027, s.env.Day()); got.Participants[0] != before.Participants[0] || got.Attended != before.Attended || got.Held != before.Held {
			t.Errorf("%s: counted %+v, before %+v", lang, got, before)
		}
		s.again(p)
		s.env.keepDraft(p.data.due[0])
		fields := s.formFields()
		s.press("common.save")
		s.settle()
		if len(s.env.Privacy.Due(s.env.Day())) != len(p.data.due) {
			t.Errorf("%s: kept without a reason", lang)
		}
		fields[1].SetText("er loopt een klacht")
		s.press("common.save")
		s.settle()
		if n := len(s.env.Privacy.Due(s.env.Day())); n != len(p.data.due)-1 {
			t.Errorf("%s: %d are due", lang, n)
		}
	}
}

// Somebody is found over all rooms, and what they said is kept.
func TestConsentAndSearch(t *testing.T) {
	s := newStage(t, "nl")
	p := s.open(Target{Page: Privacy}).(*retention)
	p.who.SetText("samira")
	s.await("who is found", func() bool { return len(p.data.found) == 1 })
	sub := p.data.found[0]
	rows := s.env.consentDraft(sub, nil)
	rows[1].answer.sel.SetSelectedIndex(slices.Index(privacy.Answers(), privacy.Refused))
	rows[2].answer.sel.SetSelectedIndex(slices.Index(privacy.Answers(), privacy.TakenBack))
	s.press("common.save")
	s.settle()
	got := s.env.Privacy.Consents(sub)
	if got[1].Answer != privacy.Refused || got[1].On != s.env.Day() || got[2].Withdrawn != s.env.Day() || got[0].Answer != privacy.NotAsked {
		t.Errorf("kept %+v", got)
	}
	walk(s.env.Window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if b, ok := o.(*kwidget.Button); ok && b.Text == s.env.Loc.T("common.save") {
			t.Error("the form stayed open")
		}
	})
}

// What somebody agreed to stands on their sheet as soon as it is saved, and goes with them
// when the sheet was open before that.
func TestSheetOfSomebodyIsAsItIsNow(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		p := s.open(Target{Page: Privacy}).(*retention)
		p.who.SetText("samira")
		s.await("who is found", func() bool { return len(p.data.found) == 1 })
		sub := p.data.found[0]
		s.env.aboutSubject(sub, nil)
		shows := func(text string) bool {
			top := s.env.Window.Canvas().Overlays().Top()
			return top != nil && strings.Contains(strings.Join(textsIn(top), "\n"), text)
		}
		loc := s.env.Loc
		said := loc.T("privacy.count", "What", loc.T("kept.consents"), "Count", loc.Int(1))
		s.await("the sheet", func() bool { return shows(loc.T("privacy.about")) })
		if shows(said) {
			t.Fatalf("%s: said before anybody was asked", lang)
		}
		s.press("consent.title")
		s.await("what was agreed to", func() bool { return shows(loc.T("consent.hint")) })
		var first *kwidget.Select
		walk(s.env.Window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
			if x, ok := o.(*kwidget.Select); ok && first == nil {
				first = x
			}
		})
		first.SetSelectedIndex(slices.Index(privacy.Answers(), privacy.Agreed))
		s.press("common.save")
		s.await("the sheet with it", func() bool { return shows(said) })
		s.press("privacy.erasedots")
		s.await("the question", func() bool { return shows(loc.T("erase.forgood")) })
		s.press("privacy.forgood")
		s.await("nobody any more", func() bool { _, there := s.env.Store.Person(sub.ID); return !there })
	}
}
