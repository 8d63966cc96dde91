package page

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/sessions/calendar"
	"kring/sessions/plan"
	"kring/toolkit/kit"
)

// at sets the clock of a stage, in days after it began.
func (s *stage) at(days int) {
	s.env.Now = func() time.Time { return clock.AddDate(0, 0, days) }
}

// settle waits until what was pressed is on disk and the window has heard of it.
func (s *stage) settle() {
	s.env.Queue.Wait()
	for len(s.ui) > 0 {
		(<-s.ui)()
	}
}

// said is all that a page shows.
func said(p Page) string { return strings.Join(textsIn(p.Object()), "\n") }

// aGroup makes a group out of the course as its overview does: one goes on in Arabic and is
// the contact, one goes on without the toolkit, one does not go on.
func (s *stage) aGroup() kit.Group {
	s.Helper()
	x := s.env.makeGroup(s.course)
	for _, r := range x.rows {
		if r.goes.Checked || r.kit.Checked || !r.kit.Disabled() {
			s.Errorf("%s is ticked before anybody asked", r.person.Name)
		}
	}
	x.name.SetText("De Lente")
	for i, r := range x.rows {
		switch r.person.ID {
		case s.people[2].ID:
			r.goes.SetChecked(true)
			r.kit.SetChecked(true)
			r.lang.show("ar")
			r.form.show(string(kit.Pictures))
			x.contact.SetSelectedIndex(i + 1)
		case s.people[1].ID:
			r.goes.SetChecked(true)
		}
	}
	x.chat.SetChecked(true)
	x.form.save()
	s.settle()
	all := s.env.Kits.GroupsOf(s.course.ID, s.env.Compare)
	if len(all) != 1 {
		s.Fatalf("%d groups, %v", len(all), s.shell.failed)
	}
	return all[0]
}

// A course that is over offers to make a group; its members, their language and what they
// asked for are one action.
func TestMakeGroup(t *testing.T) {
	for _, lang := range []string{"nl", "en", "ar"} {
		s := newStage(t, lang)
		offer := s.env.Loc.T("groups.make")
		if got := said(s.open(Target{Page: Toolkits, Tab: Groups})); !strings.Contains(got, s.env.Loc.T("groups.empty")) {
			t.Errorf("%s: an empty page does not teach", lang)
		}
		if got := said(s.open(Target{Page: Course, CourseID: s.course.ID, Tab: Overview}).(*coursePage).tab); strings.Contains(got, offer) {
			t.Errorf("%s: a course that runs offers a group", lang)
		}
		s.at(60)
		g := s.aGroup()
		members := s.env.Kits.Members(g.ID, s.env.Compare)
		if g.Name != "De Lente" || g.Contact != s.people[2].Name || g.Lang != "ar" || g.Phone == "" || !g.Chat || len(members) != 2 {
			t.Fatalf("%s: %+v with %+v", lang, g, members)
		}
		for _, m := range members {
			want := m.PersonID == s.people[2].ID
			if m.Wants() != want || want && (m.Form != kit.Pictures || m.Lang != "ar" || m.Since != s.env.Day() || m.How != kit.Said) {
				t.Errorf("%s: %+v", lang, m)
			}
		}
		if _, err := s.env.Vault.Undo(); err != nil || len(s.env.Kits.Members(g.ID, s.env.Compare)) != 0 {
			t.Errorf("%s: one undo leaves something: %v", lang, err)
		}
	}
}

// A group that was not heard of shows on Today and on top of its page with one small step; the
// text is there in the contact's language; what was tried waits, is asked about, and is
// remembered.
func TestSmallStep(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		loc := s.env.Loc
		s.at(0)
		g := s.aGroup()
		steps, err := smallSteps()
		if err != nil {
			t.Fatal(err)
		}
		first, second := steps[0], steps[1]
		line := loc.T("step.nextline", "Title", first.Title.In(lang))
		if got := said(s.open(Target{Page: Toolkits, Tab: Groups})); strings.Contains(got, line) || !strings.Contains(got, loc.T("beat.lively")) {
			t.Errorf("%s: a lively group is asked for a step: %q", lang, got)
		}
		s.at(120)
		for _, target := range []Target{{Page: Today}, {Page: Toolkits, Tab: Groups}} {
			if got := said(s.open(target)); !strings.Contains(got, line) || !strings.Contains(got, g.Name) {
				t.Errorf("%s: %s does not say %q", lang, target.Page, line)
			}
		}
		p := s.open(groupTarget(g.ID)).(*group)
		text := first.For(g, "ar")
		if got := said(p); !strings.Contains(got, text) {
			t.Errorf("%s: no text in the contact's language", lang)
		}
		s.env.copyText(first.For(g, textLanguage(g, first)))
		if got := fyne.CurrentApp().Clipboard().Content(); got != text {
			t.Errorf("%s: copied %q", lang, got)
		}
		press := func(p Page, id string) {
			button(t, p.Object(), loc.T(id)).OnTapped()
			s.settle()
		}
		press(p, "step.tried")
		p.Update()
		s.await("the step that waits", func() bool { return strings.Contains(said(p), loc.T("step.waits")) })
		if s.env.Window.Canvas().Focused() != fyne.Focusable(p.together) {
			t.Errorf("%s: the keyboard is gone", lang)
		}
		s.at(127)
		p = s.open(groupTarget(g.ID)).(*group)
		press(p, "step.no")
		if got := s.env.Kits.Tried(g.ID); len(got) != 1 || got[0].StepID != first.ID || got[0].Helped != kit.No {
			t.Errorf("%s: remembered %+v", lang, got)
		}
		if got := said(s.open(groupTarget(g.ID))); !strings.Contains(got, second.Title.In(lang)) || !strings.Contains(got, loc.T("step.was.no")) {
			t.Errorf("%s: after one that did not help: %q", lang, got)
		}
	}
}

// A step of one's own is picked in the place of the one that is suggested. What helped comes first
// when the same group grows quiet again, and for another group.
func TestWhatHelpedComesFirst(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		loc := s.env.Loc
		s.at(0)
		g := s.aGroup()
		if err := s.env.Kits.KeepStep(kit.SmallStep{Title: plan.Text{"nl": "Samen koken", "ar": "الطبخ معًا"}}); err != nil {
			t.Fatal(err)
		}
		shipped, err := smallSteps()
		if err != nil {
			t.Fatal(err)
		}
		first, own := shipped[0], s.env.Kits.Steps(shipped)[0]
		if err := s.env.Kits.HideStep(own, true); err != nil { // the first to be suggested is another
			t.Fatal(err)
		}
		s.at(120)
		p := s.open(groupTarget(g.ID)).(*group)
		if err := s.env.Kits.HideStep(own, false); err != nil {
			t.Fatal(err)
		}
		if p.now.step.small.ID != first.ID {
			t.Fatalf("%s: suggested is %q", lang, p.now.step.small.ID)
		}
		p.pick(own)
		s.await("the step that was picked", func() bool { return strings.Contains(said(p), own.Title.In(lang)) })
		tried := button(t, p.Object(), loc.T("step.tried"))
		if s.env.Window.Canvas().Focused() != fyne.Focusable(tried) {
			t.Errorf("%s: picked, and the keyboard is gone", lang)
		}
		tried.OnTapped()
		s.settle()
		s.at(130)
		p = s.open(groupTarget(g.ID)).(*group)
		button(t, p.Object(), loc.T("step.yes")).OnTapped()
		s.settle()
		for _, id := range []string{g.ID, "another"} {
			if next, ok := s.env.Kits.Next(s.env.Kits.Steps(shipped), id); !ok || next.ID != own.ID {
				t.Errorf("%s: next for %s is %q", lang, id, next.ID)
			}
		}
		if got := said(s.open(groupTarget(g.ID))); !strings.Contains(got, loc.T("step.title")) || !strings.Contains(got, own.Title.In(lang)) {
			t.Errorf("%s: quiet again: %q", lang, got)
		}
	}
}

// One press says that a group was together; a date to come is a plan, with which a quiet group
// is left in peace; what cannot be is said and keeps the form.
func TestSigns(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		g := s.aGroup()
		s.at(200)
		p := s.open(groupTarget(g.ID)).(*group)
		p.about.SetSelectedIndex(5)
		p.together.OnTapped()
		s.settle()
		signs := s.env.Kits.Signs(g.ID, s.env.Day())
		if len(signs) != 1 || signs[0].About != crowds[5] || signs[0].Kind != kit.Meeting || signs[0].Date != s.env.Day() {
			t.Fatalf("%s: %+v", lang, signs)
		}
		if err := s.env.Kits.RemoveSign(signs[0]); err != nil {
			t.Fatal(err)
		}
		if err := s.env.Kits.SaveSign(kit.Sign{GroupID: g.ID, Date: s.env.Day().AddDays(9), At: 600, Kind: kit.Meeting, Note: "بيت المجموعة"}); err != nil {
			t.Fatal(err)
		}
		quiet, err := s.env.quietGroups()
		if err != nil || len(quiet) != 0 {
			t.Errorf("%s: a group with a plan asks for %+v, %v", lang, quiet, err)
		}
		got := said(s.open(groupTarget(g.ID)))
		for _, want := range []string{s.env.Loc.T("group.planned"), s.env.Loc.T("group.ics"), "بيت المجموعة"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: the page does not say %q", lang, want)
			}
		}
	}
}

// What cannot be is said in the form, which stays open with what was typed.
func TestSignsThatCannotBe(t *testing.T) {
	s := newStage(t, "nl")
	g := s.aGroup()
	var fields []interface{ SetText(string) }
	f := s.env.signDraft(kit.Sign{GroupID: g.ID, Date: s.env.Day(), Kind: kit.Visit})
	for _, o := range fieldsIn(f.scroll.Content) {
		fields = append(fields, o)
	}
	if len(fields) != 4 {
		t.Fatalf("%d fields", len(fields))
	}
	for _, c := range []struct {
		field int
		text  string
		want  error
	}{{0, "morgen", calendar.ErrDate}, {1, "25:00", kit.ErrAt}, {2, "veel", kit.ErrAbout}, {2, "500", kit.ErrAbout}} {
		was := fieldsIn(f.scroll.Content)[c.field].Text
		fields[c.field].SetText(c.text)
		err := f.read()()
		if !errors.Is(err, c.want) {
			t.Errorf("%q: %v, want %v", c.text, err, c.want)
		}
		fields[c.field].SetText(was)
	}
	if err := f.read()(); err != nil || len(s.env.Kits.Signs(g.ID, s.env.Day())) != 1 {
		t.Errorf("what can be: %v", err)
	}
}

// Who wants the toolkit no more took that back today.
func TestMembers(t *testing.T) {
	s := newStage(t, "ar")
	g := s.aGroup()
	p := s.open(groupTarget(g.ID)).(*group)
	var wanted kit.Member
	for _, m := range p.now.members {
		if m.Wants() {
			wanted = m.Member
		}
	}
	s.at(30)
	x := s.env.memberDraft(wanted)
	x.wants.SetChecked(false)
	m, err := x.draft(s.env)
	if err != nil || m.Wants() || m.Withdrawn != s.env.Day() || m.Since != wanted.Since {
		t.Errorf("taken back: %v, %+v", err, m)
	}
	if err := s.env.Kits.SaveMember(m); err != nil {
		t.Error(err)
	}
}

// Who reads a language into which the toolkit is not translated gets the Dutch, and the send
// list says so plainly: of that member, and in all.
func TestSendListSaysWhoGetsTheDutch(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		s.sendListOf("luisteren-zonder-oplossen")
		g := s.env.Kits.AllGroups(s.env.Compare)[0]
		if err := s.env.Kits.SaveMember(kit.Member{GroupID: g.ID, Name: "Ayşe", Lang: "tr", Form: kit.AsPDF, Since: s.env.Day()}); err != nil {
			t.Fatal(err)
		}
		got, turkish := said(s.open(slotTarget(s.nowSlot()))), s.env.Loc.T("language.tr")
		for _, want := range []string{s.env.Loc.T("send.untranslated", "Language", turkish), s.env.Loc.N("send.lacking", 1, "Languages", turkish)} {
			if strings.Count(got, want) != 1 {
				t.Errorf("%s: %q is not there once in\n%s", lang, want, got)
			}
		}
		x := s.nowSlot()
		x.File = ""
		if err := s.env.Kits.Save(x, s.env.Day()); err != nil {
			t.Fatal(err)
		}
		if got := said(s.open(slotTarget(s.nowSlot()))); strings.Contains(got, s.env.Loc.T("send.untranslated", "Language", turkish)) {
			t.Errorf("%s: no toolkit is chosen yet:\n%s", lang, got)
		}
	}
}

// The send list names who asked for it, and ticks keep how far it is with each group.
func TestSendListPage(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		slot := kit.Slot{Year: 2027, Period: 1, Theme: "Samen eten"}
		if got := said(s.open(slotTarget(slot))); !strings.Contains(got, s.env.Loc.T("send.empty")) {
			t.Errorf("%s: an empty list does not teach", lang)
		}
		g := s.aGroup()
		p := s.open(slotTarget(slot)).(*sendList)
		got := said(p)
		if !strings.Contains(got, s.people[2].Name) || strings.Contains(got, s.people[1].Name) || !strings.Contains(got, s.env.Loc.T("via.chat")) {
			t.Errorf("%s: %q", lang, got)
		}
		for _, c := range checksIn(p.Object()) {
			if c.Text == s.env.Loc.T("send.talked") {
				c.SetChecked(true)
			}
		}
		s.settle()
		p.Update()
		s.await("the keyboard on the tick", func() bool {
			c, ok := s.env.Window.Canvas().Focused().(*kwidget.Check)
			return ok && c.Checked && c.Text == s.env.Loc.T("send.talked")
		})
		if got := said(s.open(groupTarget(g.ID))); !strings.Contains(got, s.env.Loc.T("life.talked")) {
			t.Errorf("%s: the group does not say that it was talked about: %q", lang, got)
		}
		if d := s.env.Kits.Delivery(slot, g.ID); d.TalkedOn != s.env.Day() || !d.MadeOn.IsZero() {
			t.Errorf("%s: %+v", lang, d)
		}
	}
}

// fieldsIn are the fields of what is on the screen, in their order.
func fieldsIn(o fyne.CanvasObject) (out []*kwidget.Field) {
	walk(o, func(o fyne.CanvasObject) {
		if f, ok := o.(*kwidget.Field); ok {
			out = append(out, f)
		}
	})
	return out
}

// checksIn are the boxes to tick.
func checksIn(o fyne.CanvasObject) (out []*kwidget.Check) {
	walk(o, func(o fyne.CanvasObject) {
		if c, ok := o.(*kwidget.Check); ok {
			out = append(out, c)
		}
	})
	return out
}

// The pages of groups are no wider than the window leaves them at 1024×700, and no message is
// missing on them.
func TestGroupPagesFit(t *testing.T) {
	const beside = 820
	for _, lang := range []string{"nl", "en", "ar"} {
		s := newStage(t, lang)
		g := s.aGroup()
		s.at(130)
		for _, target := range []Target{{Page: Toolkits, Tab: Groups}, groupTarget(g.ID), slotTarget(kit.Slot{Year: 2027, Period: 1}), {Page: Toolkits}} {
			p := s.open(target)
			if w := p.Object().MinSize().Width; w > beside {
				t.Errorf("%s, %s: %g wide", lang, target.Tab, w)
			}
			for _, text := range textsIn(p.Object()) {
				if strings.HasPrefix(text, "[") || strings.Contains(text, "<no value>") || strings.Contains(text, "{{") {
					t.Errorf("%s, %s: %q", lang, target.Tab, text)
				}
			}
		}
	}
}
