package page

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kring/app/guard"
	kwidget "kring/app/widget"
	"kring/sessions/people"
	"kring/toolkit/kit"
)

// hide covers names as the window does, with a cover that knows nobody.
func (s *stage) hide(on bool) {
	s.Cleanup(func() { kwidget.Cover(nil) })
	s.env.Locks.(*fakeLocks).hidden = on
	if !on {
		kwidget.Cover(nil)
		return
	}
	kwidget.Cover(func(text string) string { return text })
}

// What is typed at the door is somebody's name before any vault knows it: while names are
// hidden the field has dots for it, and the tiles that add it have its initials.
func TestDoorHidesWhoIsTyped(t *testing.T) {
	for lang, name := range map[string]string{"nl": "Xanthippe", "ar": "زرقاء"} {
		s := newStage(t, lang)
		p, tonight := s.atTheDoor(s.placeWith(), "Sam")
		shows := func() bool {
			for _, x := range p.tiles.All() {
				if strings.Contains(x.Text, name) {
					return true
				}
			}
			return false
		}
		p.text.SetText(name)
		s.await("two to add", func() bool { return len(p.tiles.All()) == 2 })
		if p.text.Dotted() || !shows() {
			t.Errorf("%s: it is hidden before anybody asked", lang)
		}
		s.hide(true)
		p.Update()
		s.await("the tiles without the name", func() bool { return !shows() })
		if !p.text.Dotted() || p.text.Text != name || len(p.tiles.All()) != 2 {
			t.Errorf("%s: dots %v, %q, %d tiles", lang, p.text.Dotted(), p.text.Text, len(p.tiles.All()))
		}
		p.press(0)
		s.await("the newcomer", func() bool { return len(s.env.Cafe.Here(tonight)) == 1 })
		if n := len(s.env.Cafe.Namesakes(name)); n != 1 {
			t.Errorf("%s: %d are called so", lang, n)
		}
		s.hide(false)
		if p.text.Dotted() {
			t.Errorf("%s: it stays hidden", lang)
		}
	}
}

// Half of a name that is looked for is no name to the cover.
func TestSearchingHidesWhoIsTyped(t *testing.T) {
	s := newStage(t, "nl")
	s.hide(true)
	p := s.open(Target{Page: People}).(*peoplePage)
	test.Type(p.filter, "Xanth")
	s.await("nobody", func() bool { return len(p.shown) == 0 })
	if said := said(p); !p.filter.Dotted() || strings.Count(said, "Xanth") > 1 { // of the field itself
		t.Errorf("it says %q, dots %v", said, p.filter.Dotted())
	}
	if f := s.open(Target{Page: Privacy}).(*retention).who; !f.Dotted() {
		t.Error("who is looked for to be erased can be read")
	}
	if f := s.open(Target{Page: Cafes, Tab: Visitors}).(*visitors).text; !f.Dotted() {
		t.Error("the visitor who is looked for can be read")
	}
}

// A choice is of the window's own words: a note of one such word does not cover it.
func TestChoicesAreNotCovered(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		words := []string{s.env.Loc.T("language.en"), s.env.Loc.T("kind.mother")}
		asked := map[string]bool{}
		kwidget.Cover(func(text string) string {
			asked[text] = true
			return guard.Dots
		})
		defer kwidget.Cover(nil)
		form := newPersonForm(s.env, people.Person{Name: "Anna"})
		s.env.Window.SetContent(form.object)
		form.kind.sel.SetSelectedIndex(1)
		walk(form.object, func(o fyne.CanvasObject) { o.MinSize() })
		for _, word := range words {
			if asked[word] {
				t.Errorf("%s: %q is covered in a choice", lang, word)
			}
		}
		if !asked[s.env.Loc.T("person.name")] {
			t.Errorf("%s: nothing was drawn", lang)
		}
	}
}

// A name that is typed in a form can be read until the keyboard leaves it, while names are
// hidden; when they are hidden in the midst of it, until the next letter it cannot.
func TestFormHidesWhatIsTyped(t *testing.T) {
	for lang, name := range map[string]string{"nl": "Xanthippe", "ar": "زرقاء"} {
		s := newStage(t, lang)
		form := newPersonForm(s.env, people.Person{})
		d := s.env.draft("x", "y", form.object, fyne.NewSize(600, 500), func() func() error { return nil })
		d.on(form.name, form.phone)
		test.Type(form.name, name)
		if form.name.Dotted() {
			t.Errorf("%s: it is hidden before anybody asked", lang)
		}
		s.hide(true)
		if !form.name.Dotted() {
			t.Errorf("%s: what stood there can be read", lang)
		}
		test.Type(form.name, name[:1])
		if form.name.Dotted() {
			t.Errorf("%s: nobody sees what is being typed", lang)
		}
		s.env.Window.Canvas().Focus(form.phone)
		if !form.name.Dotted() || form.phone.Dotted() {
			t.Errorf("%s: left, it has dots: %v, and an empty one: %v", lang, form.name.Dotted(), form.phone.Dotted())
		}
		s.hide(false)
		if form.name.Dotted() {
			t.Errorf("%s: it stays hidden", lang)
		}
	}
}

// Names are hidden while the finder of members is open, and its field needs no other letter.
func TestFinderHidesWhoIsTyped(t *testing.T) {
	s := newStage(t, "nl")
	x := s.env.findMembers(kit.Group{ID: "g"})
	test.Type(x.field, "Xanth")
	s.hide(true)
	if !x.field.Dotted() {
		t.Error("who is looked for can be read")
	}
	if line := listLine(column(0, inLine(""), aside(""))); x.lines() > 0 {
		x.fill(x.lines()-1, line)
		if got := strings.Join(textsIn(line), " "); strings.Contains(got, "Xanth") {
			t.Errorf("the list says %q", got)
		}
	} else {
		t.Error("nobody is offered")
	}
}
