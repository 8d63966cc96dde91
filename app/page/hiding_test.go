package page

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kring/app/guard"
	kwidget "kring/app/widget"
	"kring/sessions/people"
)

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
		if p.text.Secret || !shows() {
			t.Errorf("%s: it is hidden before anybody asked", lang)
		}
		s.env.Locks.(*fakeLocks).hidden = true
		p.Update()
		s.await("the tiles without the name", func() bool { return !shows() })
		if !p.text.Secret || p.text.Text != name || len(p.tiles.All()) != 2 {
			t.Errorf("%s: secret %v, %q, %d tiles", lang, p.text.Secret, p.text.Text, len(p.tiles.All()))
		}
		p.press(0)
		s.await("the newcomer", func() bool { return len(s.env.Cafe.Here(tonight)) == 1 })
		if n := len(s.env.Cafe.Namesakes(name)); n != 1 {
			t.Errorf("%s: %d are called so", lang, n)
		}
		s.env.Locks.(*fakeLocks).hidden = false
		p.Update()
		if p.text.Secret {
			t.Errorf("%s: it stays hidden", lang)
		}
	}
}

// Half of a name that is looked for is no name to the cover.
func TestSearchingHidesWhoIsTyped(t *testing.T) {
	s := newStage(t, "nl")
	s.env.Locks.(*fakeLocks).hidden = true
	p := s.open(Target{Page: People}).(*peoplePage)
	test.Type(p.filter, "Xanth")
	s.await("nobody", func() bool { return len(p.shown) == 0 })
	if said := said(p); !p.filter.Secret || strings.Count(said, "Xanth") > 1 { // of the field itself
		t.Errorf("it says %q, secret %v", said, p.filter.Secret)
	}
	if f := s.open(Target{Page: Privacy}).(*retention).who; !f.Secret {
		t.Error("who is looked for to be erased can be read")
	}
	if f := s.open(Target{Page: Cafes, Tab: Visitors}).(*visitors).text; !f.Secret {
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
