package page

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kring/app/paper"
	"kring/i18n"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/exchange"
)

// handed is the file of a text, as a translator gets it.
func (s *stage) handed(b book.Book) exchange.File {
	s.Helper()
	f, err := paper.HandOver{Lang: "ar", When: s.env.Now()}.File(s.env.Books, s.env.Loc, b.ID)
	if err != nil {
		s.Fatal(err)
	}
	return f
}

// translated puts a text in a file, as a translator does.
func translated(f exchange.File, source, text string) exchange.File {
	f.Units = slices.Clone(f.Units)
	for i := range f.Units {
		if f.Units[i].Source == source {
			f.Units[i].Text, f.Units[i].State = text, bilingual.ToCheck
		}
	}
	return f
}

func (s *stage) preview(b book.Book, lang string, f exchange.File) *backPreview {
	s.Helper()
	d, err := s.env.compare(b, lang, f)
	if err != nil {
		s.Fatal(err)
	}
	return newBackPreview(s.env, d)
}

// What a translator changed is ticked, what changed on both sides is not; the keyboard ticks
// and unticks, and one action takes in what is ticked. Undo takes it all back.
func TestTakingBack(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	f := s.handed(b)
	f = translated(f, "Kook voor 4 mensen.", "اطبخوا لأربعة.")
	f = translated(f, "Samen wandelen", "المشي معًا")
	f = translated(f, "Neem een jas mee.", "ارتدوا معاطف.")
	id := s.entry(b, "Neem een jas mee.").ID
	if err := s.env.Books.Translate(b.ID, "ar", s.env.by(), book.Change{SegmentID: id, Text: "خذوا سترة.", State: bilingual.ToCheck}); err != nil {
		t.Fatal(err)
	}
	x := s.preview(b, "", f)
	if x.taken() != 2 || len(x.shown) != 3 || x.rows[x.shown[0]].Change != exchange.Conflict || x.rows[x.at].Change != exchange.Conflict {
		t.Fatalf("%d of %d are ticked, the first is %+v", x.taken(), len(x.shown), x.rows[x.shown[0]])
	}
	for _, text := range []string{"خذوا سترة.", "botst"} {
		if !slices.ContainsFunc(textsIn(x.detail), func(s string) bool { return strings.Contains(s, text) }) {
			t.Errorf("a conflict does not say %q: %q", text, textsIn(x.detail))
		}
	}
	x.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) // the conflict
	x.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	x.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) // no longer the first new one
	if x.taken() != 2 || x.rows[x.at].Now.Source != "Kook voor 4 mensen." || x.yes.Text != "Overnemen (2)" {
		t.Fatalf("%d are ticked, in sight is %q, %q", x.taken(), x.rows[x.at].Now.Source, x.yes.Text)
	}
	before := s.env.Books.Entries(b.ID, "ar")
	x.yes.OnTapped()
	s.await("what was said", func() bool { return len(s.shell.said) > 0 })
	for text, want := range map[string]string{"Kook voor 4 mensen.": "", "Samen wandelen": "المشي معًا", "Neem een jas mee.": "ارتدوا معاطف."} {
		if got := s.entry(b, text).Translation.Text; got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	if _, err := s.env.Vault.Undo(); err != nil {
		t.Fatal(err)
	}
	for i, e := range s.env.Books.Entries(b.ID, "ar") {
		if e.Translation != before[i].Translation {
			t.Errorf("undone: %+v", e.Translation)
		}
	}
}

// The rows are narrowed by what changes, and all that is listed is ticked at once.
func TestNarrowingWhatCameBack(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	f := translated(translated(s.handed(b), "Kook voor 4 mensen.", "اطبخوا"), "Neem een jas mee.", "معطف")
	x := s.preview(b, "ar", f)
	at := slices.Index(x.filter, exchange.Changed)
	if at < 0 {
		t.Fatalf("there are %v", x.filter)
	}
	x.which.SetSelectedIndex(at)
	if len(x.shown) != 1 || x.rows[x.shown[0]].Now.Source != "Neem een jas mee." {
		t.Fatalf("%d are shown", len(x.shown))
	}
	x.tickAll(false)
	if x.taken() != 1 {
		t.Errorf("%d are ticked, the new one should be", x.taken())
	}
	x.which.SetSelectedIndex(0)
	x.tickAll(false)
	if !x.yes.Disabled() {
		t.Error("nothing can be taken in")
	}
}

// Of a file of another text nothing is ticked; it can go in the memory alone.
func TestAFileOfAnotherText(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	f := translated(s.handed(b), "Kook voor 4 mensen.", "اطبخوا")
	f.Book, f.Title = "01ZZ", "Elders"
	x := s.preview(b, "ar", f)
	if x.taken() != 0 || !s.says("Elders") {
		t.Fatalf("%d are ticked", x.taken())
	}
	before := s.env.Books.Entries(b.ID, "ar")
	s.press("bringin.kind.memory")
	s.await("what was said", func() bool { return len(s.shell.said) > 0 })
	for i, e := range s.env.Books.Entries(b.ID, "ar") {
		if e.Translation != before[i].Translation {
			t.Errorf("%+v", e.Translation)
		}
	}
	if _, err := s.env.Vault.Undo(); err != nil {
		t.Error("nothing went in the memory", err)
	}
}

// The wrong pair of languages is said, and nothing changes.
func TestTheWrongPair(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	f := s.handed(b)
	f.Target = "tr"
	for _, lang := range []string{"", "ar"} {
		s.env.cameBack(b, lang, f)
		s.await("a failure", func() bool { return len(s.shell.failed) > 0 })
		s.shell.failed = nil
	}
	if s.env.Window.Canvas().Overlays().Top() != nil {
		t.Error("something is shown")
	}
}

// Each kind of change and each form has its words, in every language, within the window.
func TestComingAndGoingHasItsWords(t *testing.T) {
	for _, lang := range i18n.Languages() {
		s := newStage(t, lang)
		b := s.aText()
		if err := s.env.Books.AddLanguage(b.ID, "tr"); err != nil {
			t.Fatal(err)
		}
		b, _ = s.env.Books.Book(b.ID)
		for _, c := range exchange.Changes() {
			for _, id := range []string{"back.change.", "back.about."} {
				if text := s.env.Loc.T(id + string(c)); strings.HasPrefix(text, "[") {
					t.Errorf("%s: %s%s", lang, id, c)
				}
			}
		}
		f := translated(s.handed(b), "Kook voor 4 mensen.", "اطبخوا")
		s.preview(b, "ar", f)
		s.wordsOf(lang)
		to, err := s.env.readHandOver(b.ID)
		if err != nil {
			t.Fatal(err)
		}
		s.env.handOverForm(to, "")
		s.wordsOf(lang)
	}
}

// wordsOf looks whether what is open says all, and is not wider than the window.
func (s *stage) wordsOf(lang string) {
	s.Helper()
	top := s.env.Window.Canvas().Overlays().Top()
	for _, text := range textsIn(top) {
		if strings.HasPrefix(text, "[") || strings.Contains(text, "<no value>") || strings.Contains(text, "{{") {
			s.Errorf("%s: %q", lang, text)
		}
	}
	if w := top.MinSize().Width; w > 1000 {
		s.Errorf("%s asks for %.0f", lang, w)
	}
}

// A form says how much goes along, and offers nothing where nothing does.
func TestHandingOverSaysHowMuch(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	to, err := s.env.readHandOver(b.ID)
	if err != nil {
		t.Fatal(err)
	}
	x := s.env.handOverForm(to, "ar")
	if x.count.Text != "5 stukjes tekst · 13 woorden Nederlands" && !strings.HasPrefix(x.count.Text, "5 stukjes") {
		t.Errorf("%q", x.count.Text)
	}
	x.what.sel.SetSelectedIndex(1)
	x.chapter.SetSelectedIndex(2)
	if !strings.HasPrefix(x.count.Text, "1 stukje tekst") {
		t.Errorf("%q", x.count.Text)
	}
	x.form.save()
	s.await("the file", func() bool { return len(x.made.Units) > 0 })
	if x.made.Units[0].Source != "Samen wandelen" || x.handedAs.Name(paper.PO, x.text.title, "Samen wandelen") != "samen-samen-wandelen-ar-2027-01-20.po" {
		t.Errorf("%+v", x.made.Units)
	}
}
