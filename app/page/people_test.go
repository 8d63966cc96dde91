package page

import (
	"testing"

	"fyne.io/fyne/v2"

	"kring/sessions/people"
)

// Whoever gets another name stays the one the keyboard is at, and somebody new becomes it.
func TestPeopleKeepWhoIsChosen(t *testing.T) {
	for lang, names := range map[string][2]string{"nl": {"Aaltje", "Zwaantje"}, "ar": {"آدم", "يونس"}} {
		s := newStage(t, lang)
		p := s.open(Target{Page: People}).(*peoplePage)
		at := func() string {
			if p.list.At() >= len(p.shown) {
				return ""
			}
			return p.shown[p.list.At()].ID
		}
		save := func(id, name string) string {
			t.Helper()
			who, _ := s.env.Store.Person(id)
			p.edit(who)
			field := s.env.Window.Canvas().Focused().(interface{ SetText(string) })
			field.SetText(name)
			s.env.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			s.await("the name in the list", func() bool {
				p.Update()
				for _, x := range p.shown {
					if x.Name == name {
						id = x.ID
						return true
					}
				}
				return false
			})
			return id
		}
		chosen := p.shown[2].ID
		p.list.MoveTo(2)
		for _, name := range []string{names[1], names[0]} {
			if save(chosen, name); at() != chosen {
				t.Errorf("%s: called %s, the keyboard is at line %d", lang, name, p.list.At())
			}
		}
		fresh := save("", "Mmm")
		s.await("the new one", func() bool { return at() == fresh })
		if err := s.env.Store.DeletePerson(chosen); err != nil {
			t.Fatal(err)
		}
		s.await("one fewer", func() bool {
			p.Update()
			return len(p.shown) > 0 && p.shown[0].ID != chosen
		})
		if at() != fresh {
			t.Errorf("%s: after somebody went the keyboard is at line %d", lang, p.list.At())
		}
	}
}

// A list that is narrowed shows its beginning, not whom the keyboard was at before.
func TestPeopleBeginAnewWhenNarrowed(t *testing.T) {
	s := newStage(t, "nl")
	if _, err := s.env.Store.SavePerson(people.Person{Name: "Aafke"}); err != nil {
		t.Fatal(err)
	}
	p := s.open(Target{Page: People}).(*peoplePage)
	p.list.MoveTo(len(p.shown) - 1)
	was := p.list.At()
	p.filter.SetText("aaf")
	s.await("one", func() bool { return len(p.shown) == 1 })
	p.filter.SetText("")
	s.await("all", func() bool { return len(p.shown) == was+1 })
	if p.list.At() > was {
		t.Errorf("the keyboard is at line %d", p.list.At())
	}
}

// Who opens the page types a name at once.
func TestPeopleBeginInTheSearch(t *testing.T) {
	s := newStage(t, "nl")
	p := s.open(Target{Page: People}).(*peoplePage)
	f, ok := Page(p).(Focuser)
	if !ok || f.First() != fyne.Focusable(p.filter) {
		t.Error("the keyboard begins elsewhere")
	}
}
