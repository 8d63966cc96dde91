package page

import (
	"slices"
	"strings"
	"testing"

	"kring/sessions/people"
	"kring/sessions/plan"
	"kring/toolkit/kit"
)

// Somebody is found among all people in either script, beside their course; one after the
// other is added by Enter alone; who is new needs a name only, and nobody is added twice.
func TestFindMembers(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		g := s.aGroup()
		amina, err := s.env.Store.SavePerson(people.Person{Name: "Amina Warsame", Phone: "+31612345678", Reads: []string{"so"}})
		if err != nil {
			t.Fatal(err)
		}
		x := s.env.findMembers(g)
		enter := func(text string) {
			x.field.SetText(text)
			x.field.OnSubmitted(text)
			s.settle()
			if s.env.Window.Canvas().Focused() != x.field {
				t.Errorf("%s: after %q the keyboard is gone", lang, text)
			}
		}
		if x.where(s.people[0]) == x.where(amina) || !strings.Contains(x.where(s.people[0]), s.course.Name) {
			t.Errorf("%s: %q and %q", lang, x.where(s.people[0]), x.where(amina))
		}
		for _, p := range x.shown {
			if p.ID == s.people[2].ID {
				t.Errorf("%s: who is in the group is offered", lang)
			}
		}
		x.wants.SetChecked(true)
		enter("أمينة ور")
		if x.wants.Checked {
			t.Errorf("%s: the next one is asked already", lang)
		}
		enter("هدى 🌷")
		enter("  هدى   🌷 ")
		if !x.said.Visible() || !strings.Contains(x.said.Text, kit.ErrTwice.Error()) {
			t.Errorf("%s: twice: %q", lang, x.said.Text)
		}
		enter(strings.Repeat("a", 10000))
		enter("")
		enter("   ")
		got := s.env.Kits.Members(g.ID, s.env.Compare)
		at := slices.IndexFunc(got, func(m kit.Member) bool { return m.PersonID == amina.ID })
		if len(got) != 4 || at < 0 || !got[at].Wants() || got[at].Lang != "so" || got[at].Since != s.env.Day() {
			t.Errorf("%s: %+v", lang, got)
		}
		if i := slices.IndexFunc(got, func(m kit.Member) bool { return m.Name == "هدى 🌷" }); i < 0 || got[i].Wants() || got[i].PersonID != "" {
			t.Errorf("%s: who is new: %+v", lang, got)
		}
	}
}

// A step of one's own is added in any language, is suggested to a quiet group with its text,
// and can be hidden; one that cannot be is said in the form.
func TestOwnSteps(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		g := s.aGroup()
		s.at(120)
		p := s.open(Target{Page: Toolkits, Tab: SmallSteps})
		if w := p.Object().MinSize().Width; w > 820 {
			t.Errorf("%s: %g wide", lang, w)
		}
		f, form := s.env.stepDraft(kit.SmallStep{})
		form.save()
		s.settle()
		if !form.problem.Visible() {
			t.Errorf("%s: a step without a name is taken", lang)
		}
		f.title.SetText("Samen fietsen")
		f.lang.sel.SetSelectedIndex(slices.Index(f.lang.ids, "so"))
		if f.title.Text != "" {
			t.Errorf("%s: another language shows %q", lang, f.title.Text)
		}
		f.text.SetText("Salaan {wie}")
		form.save()
		s.settle()
		if !form.problem.Visible() || f.text.Text != "Salaan {wie}" {
			t.Errorf("%s: a blank that nobody can fill", lang)
		}
		f.text.SetText("Salaan " + kit.ShowBlanks("{name}", lang)) // as the window asks for
		form.save()
		s.settle()
		p.Update()
		s.await("the new step", func() bool { return strings.Contains(said(p), "Samen fietsen") })
		page := s.open(groupTarget(g.ID))
		if got := said(page); !strings.Contains(got, "Samen fietsen") || !strings.Contains(got, "Salaan "+g.Contact) {
			t.Errorf("%s: the step is not suggested with its text: %q", lang, got)
		}
		shipped, err := smallSteps()
		if err != nil {
			t.Fatal(err)
		}
		own := s.env.Kits.Steps(shipped)[0]
		if err := s.env.Kits.HideStep(own, true); err != nil {
			t.Fatal(err)
		}
		if got := said(s.open(groupTarget(g.ID))); strings.Contains(got, "Samen fietsen") {
			t.Errorf("%s: a hidden step is suggested", lang)
		}
		if got := said(s.open(Target{Page: Toolkits, Tab: SmallSteps})); !strings.Contains(got, s.env.Loc.T("ownstep.hidden")) {
			t.Errorf("%s: the list does not say that it is hidden", lang)
		}
	}
}

// A step in words of one's own that has them in Dutch alone keeps the shipped ID.
func TestChangedShippedStep(t *testing.T) {
	s := newStage(t, "nl")
	shipped, err := smallSteps()
	if err != nil {
		t.Fatal(err)
	}
	f, form := s.env.stepDraft(shipped[0])
	f.title.SetText("Anders")
	form.save()
	s.settle()
	all := s.env.Kits.ListSteps(shipped)
	if !all[0].Changed || all[0].ID != shipped[0].ID || all[0].Title["nl"] != "Anders" || all[0].Title["ar"] != shipped[0].Title["ar"] || shipped[0].Title["nl"] == "Anders" {
		t.Errorf("%+v", all[0])
	}
	if firstLanguage(plan.Text{"so": "x", "pl": "y"}) != "pl" {
		t.Error("the first language is not the first of the picker")
	}
}

// A course that finished offers a group on Today until it has one, and no longer than it is
// fresh.
func TestJustOver(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		line := s.env.Loc.T("groups.justover", "Name", s.course.Name)
		sessions := s.env.Store.Sessions(s.course.ID)
		last := sessions[len(sessions)-1].Date.DaysSince(s.env.Day())
		for days, want := range map[int]bool{last - 1: false, last: true, last + offerGroup: true, last + offerGroup + 1: false} {
			s.at(days)
			if got := strings.Contains(said(s.open(Target{Page: Today})), line); got != want {
				t.Errorf("%s: %d days after the last session: %v", lang, days-last, got)
			}
		}
		s.at(last + 1)
		s.aGroup()
		if got := said(s.open(Target{Page: Today})); strings.Contains(got, line) {
			t.Errorf("%s: a course with its group still offers one", lang)
		}
	}
}

// Two groups go on as one from the form, which leads to the group that is left.
func TestJoinDraft(t *testing.T) {
	s := newStage(t, "ar")
	g := s.aGroup()
	s.env.joinDraft(g) // there is no other yet
	other, err := s.env.Kits.MakeGroup(kit.Group{Name: "صديقات الجسر", Start: s.env.Day()}, nil)
	if err != nil {
		t.Fatal(err)
	}
	p := s.open(groupTarget(g.ID)).(*group)
	s.env.joinDraft(p.now.Group)
	top := s.env.Window.Canvas().Overlays().Top()
	button(t, top, s.env.Loc.T("group.join")).OnTapped()
	s.settle()
	if _, still := s.env.Kits.Group(g.ID); still || len(s.env.Kits.Members(other.ID, s.env.Compare)) != 2 {
		t.Errorf("joined: %v, %+v", still, s.env.Kits.Members(other.ID, s.env.Compare))
	}
}
