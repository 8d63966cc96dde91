package page

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/toolkit/glossary"
)

// openTerms shows the agreed words, as from the menu of the toolkits.
func (s *stage) openTerms() *terms { return s.open(Target{Page: Toolkits, Tab: Glossary}).(*terms) }

// The list narrows while one types, in Dutch and in the other language, and by where a word
// comes from.
func TestTermsAreSearched(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		p := s.openTerms()
		all := len(p.shown)
		if all < 80 || p.lang.id() != "ar" || len(p.detail.Objects) == 0 {
			t.Fatalf("%s: %d words in %s", lang, all, p.lang.id())
		}
		for _, c := range []struct {
			text, first string
		}{{"huisar", "huisarts"}, {"طبيب العائلة", "huisarts"}, {"CoordinA", "coördinator"}, {"bestaat niet", ""}} {
			p.text.SetText(c.text)
			s.await("a shorter list with "+c.first, func() bool {
				return len(p.shown) < all/2 && (c.first == "" && len(p.shown) == 0 || holdsTerm(p.shown, c.first))
			})
		}
		p.text.SetText("")
		p.which.sel.SetSelectedIndex(3)
		s.await("the hidden ones", func() bool { return len(p.shown) == 0 })
		if p.detail.Objects == nil {
			t.Errorf("%s: an empty list says nothing", lang)
		}
	}
}

func holdsTerm(all []glossary.Term, dutch string) bool {
	for _, x := range all {
		if x.Dutch == dutch {
			return true
		}
	}
	return false
}

// A word is made with several translations and words to avoid; a fault is said in the form, and
// what was typed stays.
func TestATermIsMade(t *testing.T) {
	s := newStage(t, "nl")
	p := s.openTerms()
	p.draft("x", glossary.Term{})
	form := s.formFields()
	form[2].SetText("مقهى الخبرة\nمقهى التجربة")
	s.press("common.save")
	s.await("the fault", func() bool { return s.says("uitleg: a term without") })
	if form[2].Text == "" {
		t.Error("what was typed is gone")
	}
	form[0].SetText("Ervaringscafé")
	form[5].SetText("nooit قهوة")
	form[6].SetText("مقهى المشاكل (te hard; echt)\nملهى")
	form[7].SetText("probleemcafé")
	s.press("common.save")
	s.await("the word", func() bool { return len(s.env.Terms.For("ar").In("twee ervaringscafés")) == 1 })
	got := s.env.Terms.For("ar").In("het ervaringscafe")[0].Term
	w := got.In["ar"]
	if len(w.Words) != 2 || w.Note["nl"] != "nooit قهوة" || len(w.Avoid) != 2 || w.Avoid[0].Why["nl"] != "te hard; echt" || got.In["nl"].Avoid[0].Word != "probleemcafé" {
		t.Errorf("%+v", got)
	}
}

// A word that was just saved is the one that is shown, also where the list was narrowed to
// others.
func TestANewTermIsShown(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		p := s.openTerms()
		p.text.SetText("huisarts")
		s.await("a shorter list", func() bool { return len(p.shown) == 1 })
		p.which.sel.SetSelectedIndex(2)
		s.settle()
		p.draft("x", glossary.Term{})
		form := s.formFields()
		form[0].SetText("zandbak")
		form[2].SetText("صندوق الرمل")
		s.press("common.save")
		s.await("the new word", func() bool {
			return holdsTerm(p.shown, "zandbak") && strings.Contains(strings.Join(textsIn(p.detail), "\n"), "zandbak")
		})
		if p.text.Text != "" || p.which.id() != everyTerm {
			t.Errorf("%s: the list is still narrowed: %q %s", lang, p.text.Text, p.which.id())
		}
	}
}

// formFields are the fields of the form that is open, in order.
func (s *stage) formFields() (out []*kwidget.Field) {
	walk(s.env.Window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if f, ok := o.(*kwidget.Field); ok {
			out = append(out, f)
		}
	})
	return out
}

// press taps the button with a text in what is open.
func (s *stage) press(id string) {
	s.Helper()
	done := false
	walk(s.env.Window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if b, ok := o.(*kwidget.Button); ok && b.Text == s.env.Loc.T(id) && !done {
			done = true
			b.OnTapped()
		}
	})
	if !done {
		s.Fatalf("no button %s", id)
	}
}

// says tells whether what is open says something.
func (s *stage) says(text string) bool {
	return strings.Contains(strings.Join(textsIn(s.env.Window.Canvas().Overlays().Top()), "\n"), text)
}

// A word that comes with Kring is hidden and brought back.
func TestATermIsHidden(t *testing.T) {
	s := newStage(t, "ar")
	p := s.openTerms()
	x, _ := s.env.Terms.Term("gp")
	if err := s.env.Terms.Remove(x.ID); err != nil {
		t.Fatal(err)
	}
	p.which.sel.SetSelectedIndex(3)
	s.await("the hidden one", func() bool { return len(p.shown) == 1 })
	buttons := buttonsIn(p.detail.Objects[1].(*fyne.Container))
	if len(buttons) != 1 || buttons[0].Text != s.env.Loc.T("terms.restore") {
		t.Fatalf("%d buttons", len(buttons))
	}
	buttons[0].OnTapped()
	s.await("it back", func() bool { x, _ := s.env.Terms.Term("gp"); return !x.Hidden })
}

// A list is read with a preview of what is new, changed, and cannot be; only that which can be
// is taken, in one action.
func TestTermsAreRead(t *testing.T) {
	s := newStage(t, "nl")
	p := s.openTerms()
	file := filepath.Join(t.TempDir(), "woorden.csv")
	list := "Nederlands;Arabisch;Liever niet\nhuisarts;طبيب الأسرة;\nbuurtmoeder;أم الحي;أم (te kort)\noefening;تمرين;\n;كلمة;\nbuurtmoeder;أم;\n"
	if err := os.WriteFile(file, []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	p.readList(file)
	s.await("the preview", func() bool { return s.env.Window.Canvas().Overlays().Top() != nil })
	if !s.says("Nieuw: 1. Gewijzigd: 1. Hetzelfde: 1. Lukt niet: 2.") {
		t.Errorf("%q", textsIn(s.env.Window.Canvas().Overlays().Top()))
	}
	s.press("terms.take")
	s.await("the words", func() bool { return len(s.shell.said) > 0 }) // it is said when all of them can be read
	if x, _ := s.env.Terms.Term("gp"); x.Words("ar")[0] != "طبيب الأسرة" {
		t.Errorf("%v", x.Words("ar"))
	}
	if uses := s.env.Terms.For("ar").In("de buurtmoeders"); len(uses) != 1 || uses[0].Term.In["ar"].Avoid[0].Why["nl"] != "te kort" {
		t.Errorf("%+v", uses)
	}
	if _, err := s.env.Vault.Undo(); err != nil || len(s.env.Terms.For("ar").In("de buurtmoeders")) != 0 {
		t.Errorf("undone: %v", err)
	}
}

// A list without Dutch words says what to choose, and takes nothing.
func TestTermsWithoutDutch(t *testing.T) {
	s := newStage(t, "nl")
	p := s.openTerms()
	d := termList{List: glossary.List{Columns: []glossary.Column{glossary.Other, glossary.WordsColumn}, Rows: [][]string{{"buurtmoeder", "أم"}}, Lang: "ar", Window: "nl"}, header: []string{"A", "B"}}
	x := p.preview(d)
	if !x.yes.Disabled() || !s.says("uitleg: a list without Dutch") {
		t.Errorf("%q", x.sum.Text)
	}
	x.list.Columns[0] = glossary.DutchColumn
	x.judge()
	if x.yes.Disabled() || len(x.lines) != 1 {
		t.Errorf("%q", x.sum.Text)
	}
}

// Who looks up a word while translating comes back to the same piece.
func TestTermsLeadBackToTheDesk(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	p := s.theDesk(b)
	last := len(p.data.entries) - 1
	p.choose(last)
	p.openTerms()
	to := s.shell.went[len(s.shell.went)-1]
	words := s.open(to).(*terms)
	if words.lang.id() != "ar" {
		t.Errorf("the words are shown in %q", words.lang.id())
	}
	button(t, words.Object(), s.env.Loc.T("workbook.translate")).OnTapped()
	back := s.open(s.shell.went[len(s.shell.went)-1]).(*deskPage)
	if back.bookID != b.ID || back.hand.entry.ID != p.data.entries[last].ID {
		t.Errorf("back at %q of %s", back.hand.entry.Text, back.bookID)
	}
}
