package page

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
)

const deskText = `+++
title = "Samen"
title_ar = "معًا"
+++

# Samen eten
ar> الأكل معًا

Kook voor 4 mensen.

# Samen wandelen

Neem een jas mee.
ar> خذوا معطفًا.
`

// aText puts a small text in the vault, of which two segments are still empty.
func (s *stage) aText() book.Book {
	s.Helper()
	b, err := s.env.Books.Make(book.Draft{Kind: book.Toolkit, Doc: bilingual.Parse([]byte(deskText)), State: bilingual.Agreed}, s.env.by())
	if err != nil {
		s.Fatal(err)
	}
	return b
}

func (s *stage) theDesk(b book.Book) *deskPage {
	return s.open(Target{Page: Workbook, BookID: b.ID, Lang: "ar"}).(*deskPage)
}

// again has a page show what the vault now has.
func (s *stage) again(p Page) {
	s.settle()
	p.Update()
	(<-s.ui)()
}

func (s *stage) entry(b book.Book, text string) bilingual.Entry {
	s.Helper()
	for _, e := range s.env.Books.Entries(b.ID, "ar") {
		if e.Text == text {
			return e
		}
	}
	s.Fatalf("no segment %q", text)
	return bilingual.Entry{}
}

// The desk begins at what asks for work. Enter keeps and goes on, Ctrl+Enter agrees; what is
// typed and left is a draft.
func TestTranslating(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	p := s.theDesk(b)
	if p.hand.entry.Text != "Kook voor 4 mensen." {
		t.Fatalf("in hand: %q", p.hand.entry.Text)
	}
	p.hand.field.SetText("اطبخوا لأربعة أشخاص.")
	p.hand.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.again(p)
	if e := s.entry(b, "Kook voor 4 mensen."); e.State() != bilingual.ToCheck || p.hand.entry.Text != "Samen wandelen" {
		t.Errorf("%+v, then %q", e.Translation, p.hand.entry.Text)
	}
	p.hand.field.SetText("المشي معًا")
	p.Key(fyne.KeyReturn, fyne.KeyModifierControl)
	s.again(p)
	if e := s.entry(b, "Samen wandelen"); e.State() != bilingual.Agreed {
		t.Errorf("%+v", e.Translation)
	}
	p.hand.field.SetText("خذ معطفًا")
	p.Key(fyne.KeyUp, fyne.KeyModifierAlt)
	s.again(p)
	if e := s.entry(b, "Neem een jas mee."); e.State() != bilingual.Draft || e.Translation.Text != "خذ معطفًا" || p.hand.entry.Text != "Samen wandelen" {
		t.Errorf("%+v, then %q", e.Translation, p.hand.entry.Text)
	}
	p.Key(fyne.KeyJ, fyne.KeyModifierControl)
	if len(s.shell.said) == 0 || !strings.Contains(s.shell.said[len(s.shell.said)-1], "leeg") {
		t.Errorf("nothing was said of nothing empty: %q", s.shell.said)
	}
}

// From what is looked for, the down key goes to what was found, as Enter does: at the desk, on the
// writing page, among people and words.
func TestDownGoesToWhatWasFound(t *testing.T) {
	s := newStage(t, "ar")
	b := s.aText()
	for _, x := range []Target{{Page: Workbook, BookID: b.ID, Lang: "ar"}, writeTarget(b.ID), {Page: People}, {Page: Toolkits, Tab: Glossary}} {
		p := s.open(x)
		var list *kwidget.List
		var field *kwidget.Field
		switch p := p.(type) {
		case *deskPage:
			list, field = p.list, p.search
		case *writePage:
			list, field = p.list, p.search
		case *peoplePage:
			list, field = p.list, p.filter
		case *terms:
			list, field = p.list, p.text
		default:
			t.Fatalf("%T", p)
		}
		s.env.Window.Canvas().Focus(field)
		field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		if got := s.env.Window.Canvas().Focused(); got != fyne.Focusable(list) {
			t.Errorf("%T: the keyboard is at %T", p, got)
		}
	}
}

// What is typed stays in the field while the vault changes elsewhere, and is kept when the
// page is left.
func TestTypingStays(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	p := s.theDesk(b)
	p.hand.field.SetText("اطبخوا")
	if err := s.env.Books.Say(b.ID, p.hand.entry.ID, "ar", s.env.by(), "Hoeveel mensen?"); err != nil {
		t.Fatal(err)
	}
	s.again(p)
	if p.hand.field.Text != "اطبخوا" || !strings.Contains(said(p), "Hoeveel mensen?") {
		t.Errorf("%q; %s", p.hand.field.Text, said(p))
	}
	p.Close()
	s.settle()
	if e := s.entry(b, "Kook voor 4 mensen."); e.State() != bilingual.Draft || e.Translation.Text != "اطبخوا" {
		t.Errorf("%+v", e.Translation)
	}
}

// The list is narrowed by words of either language, by how far, and by chapter.
func TestNarrowingTheDesk(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	p := s.theDesk(b)
	want := func(what string, n int) {
		t.Helper()
		if len(p.shown) != n {
			t.Errorf("%s: %d are shown, want %d", what, len(p.shown), n)
		}
	}
	want("all", 5)
	p.search.SetText("معطف")
	want("Arabic", 1)
	p.search.SetText("SAMEN")
	want("Dutch", 3)
	p.search.SetText("")
	p.state.sel.SetSelectedIndex(slices.Index(p.state.ids, string(bilingual.Empty)))
	want("empty", 2)
	if err := s.env.Books.Translate(b.ID, "ar", s.env.by(), book.Change{SegmentID: s.entry(b, "Kook voor 4 mensen.").ID, Text: "اطبخوا لخمسة", State: bilingual.Draft}); err != nil {
		t.Fatal(err)
	}
	s.again(p)
	p.state.sel.SetSelectedIndex(slices.Index(p.state.ids, checked))
	want("what the checks found", 1)
	p.state.sel.SetSelectedIndex(0)
	p.chapter.SetSelectedIndex(2)
	want("the second chapter", 2)
}

// Who chooses a filter gets the first of what it lets through in hand, and keeps the keyboard
// there; where it lets nothing through, the list says so and how to see everything again.
func TestAFilterBringsWhatItShows(t *testing.T) {
	s := newStage(t, "ar")
	b := s.aText()
	p := s.theDesk(b)
	s.env.Window.Canvas().Focus(p.state.sel)
	p.choose(slices.IndexFunc(p.data.entries, func(e bilingual.Entry) bool { return e.State() != bilingual.Empty && e.Worded() }))
	s.env.Window.Canvas().Focus(p.state.sel)
	p.state.sel.SetSelectedIndex(slices.Index(p.state.ids, string(bilingual.Empty)))
	if e := p.data.entries[p.shown[0]]; p.hand.entry.ID != e.ID {
		t.Errorf("in hand is %q, the first shown is %q", p.hand.entry.Text, e.Text)
	}
	if s.env.Window.Canvas().Focused() != p.state.sel {
		t.Errorf("the keyboard went to %T", s.env.Window.Canvas().Focused())
	}
	held := p.hand.entry.ID
	p.state.sel.SetSelectedIndex(slices.Index(p.state.ids, string(bilingual.Outdated)))
	if len(p.shown) > 0 || p.none.Hidden || p.hand.entry.ID != held {
		t.Fatalf("%d are shown, the words about it are hidden: %v", len(p.shown), p.none.Hidden)
	}
	buttonsIn(p.none)[0].OnTapped()
	if len(p.shown) != 5 || !p.none.Hidden || p.row() < 0 {
		t.Errorf("%d are shown again, the words about it are hidden: %v", len(p.shown), p.none.Hidden)
	}
}

// A chapter goes after asking, and says how much of it was translated.
func TestRemovingAChapterAsks(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	p := s.theDesk(b)
	p.choose(4)
	p.chapter.SetSelectedIndex(2)
	p.removeChapter()
	if len(s.shell.asked) != 1 {
		t.Fatalf("asked: %+v", s.shell.asked)
	}
	q := s.shell.asked[0]
	if !strings.Contains(q.Text, "Samen wandelen") || !strings.Contains(q.Text, "1 vertaald") {
		t.Fatalf("asked: %+v", q)
	}
	q.Do()
	s.again(p)
	if got := len(s.env.Books.Segments(b.ID)); got != 3 || p.hand.entry.Text != "Kook voor 4 mensen." {
		t.Errorf("%d segments, in hand %q", got, p.hand.entry.Text)
	}
	if p.chapter.SelectedIndex() != 0 || len(p.shown) != 3 {
		t.Errorf("of the chapter that is gone %d pieces are listed under %q", len(p.shown), p.chapter.Options[p.chapter.SelectedIndex()])
	}
}

// The texts and the desk show themselves in every language, within the window.
func TestDeskHasItsWords(t *testing.T) {
	for _, lang := range i18n.Languages() {
		s := newStage(t, lang)
		s.open(Target{Page: Workbook})
		b := s.aText()
		if err := s.env.Books.SetText(b.ID, s.entry(b, "Samen eten").ID, "Samen koken"); err != nil {
			t.Fatal(err)
		}
		for _, target := range []Target{{Page: Workbook}, {Page: Workbook, BookID: b.ID, Lang: "ar"}} {
			p := s.open(target)
			for _, text := range textsIn(p.Object()) {
				if strings.HasPrefix(text, "[") || strings.Contains(text, "<no value>") || strings.Contains(text, "{{") {
					t.Errorf("%s: %q", lang, text)
				}
			}
			if w := p.Object().MinSize().Width; w > 820 {
				t.Errorf("%s asks for %.0f", lang, w)
			}
		}
		for _, err := range s.shell.failed {
			t.Errorf("%s: %v", lang, err)
		}
	}
}

// What helps: a word of the glossary, an earlier translation and a number are put into the
// field by a key; what the checks find is said, and waved through for a reason.
func TestHelpAtTheDesk(t *testing.T) {
	s := newStage(t, "nl")
	doc := bilingual.Parse([]byte("# Week\n\nVertel over 3 bijeenkomsten.\n"))
	b, err := s.env.Books.Make(book.Draft{Kind: book.Toolkit, Doc: doc}, s.env.by())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.env.Books.AddLanguage(b.ID, "ar"); err != nil {
		t.Fatal(err)
	}
	p := s.theDesk(b)
	p.choose(1)
	if len(p.hand.aid.put) < 2 || p.hand.aid.put[0] != "لقاء" || p.hand.aid.put[1] != "3" {
		t.Fatalf("to put in: %q", p.hand.aid.put)
	}
	p.Key("2", fyne.KeyModifierControl)
	p.hand.field.Insert(" ")
	p.Key("1", fyne.KeyModifierControl)
	if p.hand.field.Text != "3 لقاء" {
		t.Errorf("in the field: %q", p.hand.field.Text)
	}
	p.hand.field.SetText("تحدثوا عن 4 لقاءات.")
	p.hand.paused()
	if text := said(p); !strings.Contains(text, "Zo is het goed") {
		t.Errorf("nothing is said of another number: %s", text)
	}
	p.hand.keep()
	s.again(p)
	if err := s.env.Books.Waive(b.ID, p.hand.entry.ID, "ar", "numbers", "het zijn er vier"); err != nil {
		t.Fatal(err)
	}
	s.again(p)
	if text := said(p); strings.Contains(text, "Zo is het goed") || !strings.Contains(text, "het zijn er vier") {
		t.Errorf("after it was waved through: %s", text)
	}
}

// The Dutch that changed shows what went and what came; the earlier translation is offered
// where a text says the same again.
func TestOutdatedAndAlike(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	jacket := s.entry(b, "Neem een jas mee.")
	if err := s.env.Books.SetText(b.ID, jacket.ID, "Neem een warme jas mee."); err != nil {
		t.Fatal(err)
	}
	if _, err := s.env.Books.Insert(b.ID, jacket.ID, bilingual.Block{Text: "Neem een jas mee."}); err != nil {
		t.Fatal(err)
	}
	p := s.theDesk(b)
	p.choose(4)
	if text := said(p); !strings.Contains(text, "Neem een warme jas mee.") || !strings.Contains(text, "Onderstreept is nieuw") {
		t.Errorf("what changed: %s", text)
	}
	p.choose(5)
	p.Key(fyne.KeyM, fyne.KeyModifierControl)
	if p.hand.field.Text != "خذوا معطفًا." {
		t.Errorf("the repeat is not taken over: %q", p.hand.field.Text)
	}
	p.sheet.turn()
	s.await("the pages", func() bool { return len(p.sheet.sheets) > 0 })
}

// A change elsewhere leaves the keyboard where it is.
func TestKeyboardStaysAtTheDesk(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	p := s.theDesk(b)
	s.env.Window.Canvas().Focus(p.search)
	if err := s.env.Books.Say(b.ID, p.hand.entry.ID, "ar", s.env.by(), "Hoeveel mensen?"); err != nil {
		t.Fatal(err)
	}
	s.again(p)
	if s.env.Window.Canvas().Focused() != fyne.Focusable(p.search) {
		t.Errorf("the keyboard is at %v", s.env.Window.Canvas().Focused())
	}
}

// A text that is taken away while it lies on the desk leads back to the texts.
func TestTextGoesFromTheDesk(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	p := s.theDesk(b)
	p.hand.field.SetText("اطبخوا")
	if err := s.env.Books.Remove(b.ID); err != nil {
		t.Fatal(err)
	}
	s.again(p)
	if n := len(s.shell.went); n != 1 || s.shell.went[0] != (Target{Page: Workbook}) || len(s.shell.failed) > 0 {
		t.Errorf("went to %v, failed: %v", s.shell.went, s.shell.failed)
	}
}

// Escape gives the list the keyboard at the piece in hand: the next arrow goes on from there.
func TestTheListBeginsAtThePieceInHand(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		b := s.aText()
		p := s.theDesk(b)
		n := len(p.data.entries)
		p.choose(n - 1)
		p.hand.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if s.env.Window.Canvas().Focused() != fyne.Focusable(p.list) {
			t.Fatal("Escape did not go to the list")
		}
		p.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
		p.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if got, want := p.hand.entry.ID, p.data.entries[n-2].ID; n < 3 || got != want {
			t.Errorf("%s: of %d pieces the keyboard was at another than the last", lang, n)
		}
	}
}

// The desk and the page where a text is written are headed by what it is called in the language
// of the window.
func TestATextIsCalledInTheWindowsLanguage(t *testing.T) {
	for lang, want := range map[string]string{"nl": "Samen", "ar": "معًا", "en": "Samen"} {
		s := newStage(t, lang)
		b := s.aText()
		for name, p := range map[string]Page{"desk": s.theDesk(b), "writing": s.writing(b)} {
			if head, _, _ := strings.Cut(said(p), "\n"); head != want {
				t.Errorf("%s, %s: headed %q", lang, name, head)
			}
		}
	}
}
