package page

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/memory"
)

func (s *stage) typeIn(p *deskPage, text string) {
	for _, r := range text {
		p.hand.field.TypedRune(r)
	}
}

// Who pauses within a sentence goes on there: the draft that is kept meanwhile takes neither
// the space at the end nor the caret.
func TestAPauseTakesNothing(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	p := s.theDesk(b)
	s.typeIn(p, "اطبخوا ")
	p.hand.keep()
	s.again(p)
	s.typeIn(p, "لأربعة")
	if p.hand.field.Text != "اطبخوا لأربعة" {
		t.Errorf("%q", p.hand.field.Text)
	}
	p.hand.field.Select(0, 0)
	p.hand.keep()
	s.again(p)
	s.typeIn(p, "X")
	if p.hand.field.Text != "Xاطبخوا لأربعة" {
		t.Errorf("%q", p.hand.field.Text)
	}
	p.hand.keep()
	s.again(p)
	p.hand.field.TypedShortcut(&fyne.ShortcutUndo{})
	if p.hand.field.Text != "اطبخوا لأربعة" {
		t.Errorf("taken back: %q", p.hand.field.Text)
	}
}

// What is kept meanwhile leaves the keyboard where it is.
func TestADraftLeavesTheKeyboard(t *testing.T) {
	s := newStage(t, "nl")
	p := s.theDesk(s.aText())
	s.typeIn(p, "اطبخوا")
	s.env.Window.Canvas().Focus(p.search)
	p.hand.keep()
	s.again(p)
	if got := s.env.Window.Canvas().Focused(); got != fyne.Focusable(p.search) {
		t.Errorf("the keyboard went to %T", got)
	}
}

// A segment is taken in hand with the caret after its words, and what was typed in the one
// before does not come back in it.
func TestASegmentBeginsAtItsEnd(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	p := s.theDesk(b)
	s.typeIn(p, "x")
	p.Key(fyne.KeyDown, fyne.KeyModifierAlt)
	p.Key(fyne.KeyDown, fyne.KeyModifierAlt)
	was := p.hand.field.Text
	s.typeIn(p, "!")
	if was == "" || p.hand.field.Text != was+"!" {
		t.Errorf("%q became %q", was, p.hand.field.Text)
	}
	p.hand.field.TypedShortcut(&fyne.ShortcutUndo{})
	p.hand.field.TypedShortcut(&fyne.ShortcutUndo{})
	if p.hand.field.Text != was {
		t.Errorf("taken back to %q", p.hand.field.Text)
	}
}

// The Dutch that took the place of a translation can be taken back.
func TestCopyingIsTakenBack(t *testing.T) {
	s := newStage(t, "nl")
	p := s.theDesk(s.aText())
	s.typeIn(p, "اطبخوا")
	p.Key(fyne.KeyD, fyne.KeyModifierControl)
	if p.hand.field.Text != "Kook voor 4 mensen." {
		t.Fatalf("%q", p.hand.field.Text)
	}
	p.hand.field.TypedShortcut(&fyne.ShortcutUndo{})
	if p.hand.field.Text != "اطبخوا" {
		t.Errorf("%q", p.hand.field.Text)
	}
}

// Enter goes over what was agreed without asking for another check of it; a word that was
// changed does ask.
func TestReadingKeepsAgreed(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	p := s.theDesk(b)
	jacket := s.entry(b, "Neem een jas mee.")
	if jacket.State() != bilingual.Agreed {
		t.Fatalf("it begins as %s", jacket.State())
	}
	p.hand.keep()
	p.choose(p.next(-1, func(e bilingual.Entry) bool { return e.ID == jacket.ID }))
	p.hand.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.again(p)
	if e := s.entry(b, "Neem een jas mee."); e.State() != bilingual.Agreed {
		t.Errorf("read over: %s", e.State())
	}
	s.typeIn(p, " الآن")
	p.hand.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.again(p)
	if e := s.entry(b, "Neem een jas mee."); e.State() != bilingual.ToCheck {
		t.Errorf("changed: %s", e.State())
	}
}

// More than the vault takes does not get into the field: what is typed there is never lost on
// the way to the next segment.
func TestTooMuchIsNotTaken(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	p := s.theDesk(b)
	s.typeIn(p, "اطبخوا")
	fyne.CurrentApp().Clipboard().SetContent(strings.Repeat("ب", book.Longest))
	p.hand.field.TypedShortcut(&fyne.ShortcutPaste{})
	if p.hand.field.Text != "اطبخوا" || len(s.shell.failed) != 1 {
		t.Errorf("%d letters, said %v", len(p.hand.field.Text), s.shell.failed)
	}
	p.hand.done(bilingual.ToCheck)
	s.again(p)
	if e := s.entry(b, "Kook voor 4 mensen."); e.Translation.Text != "اطبخوا" {
		t.Errorf("%q", e.Translation.Text)
	}
}

// A draft that is kept meanwhile leaves the keyboard at a button too, though those stand there anew.
func TestADraftLeavesTheButton(t *testing.T) {
	s := newStage(t, "nl")
	p := s.theDesk(s.aText())
	s.typeIn(p, "اطبخوا")
	for _, text := range []string{"Opmerking", "1  4"} {
		s.env.Window.Canvas().Focus(button(t, p.Object(), text))
		s.typeIn(p, "و")
		p.hand.keep()
		s.again(p)
		if got := s.env.Window.Canvas().Focused(); got != fyne.Focusable(button(t, p.Object(), text)) {
			t.Errorf("from %q the keyboard went to %T", text, got)
		}
	}
}

// The key of a word to put in stands where reading begins, whatever the word's letters.
func TestTheKeyOfAWordComesFirst(t *testing.T) {
	for lang, want := range map[string]string{"nl": "1  \u2068كتاب\u2069", "ar": "1  كتاب"} {
		s := newStage(t, lang)
		p := s.theDesk(s.aText())
		p.hand.aid.put = []string{"كتاب"}
		b := p.hand.insertButton(0, "كتاب").(*kwidget.Button)
		if b.Text != want {
			t.Errorf("%s: %q", lang, b.Text)
		}
	}
}

// A language that comes with a text is found by its letters, and its desk opens at once: Enter
// alone adds nothing.
func TestALanguageOpens(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	s.theDesk(b)
	s.env.addLanguage(b)
	which, ok := s.env.Window.Canvas().Focused().(*kwidget.Select)
	if !ok {
		t.Fatalf("the form begins at %T", s.env.Window.Canvas().Focused())
	}
	which.TypedRune('t')
	which.TypedRune('u')
	s.env.Window.Canvas().FocusNext()
	s.env.Window.Canvas().FocusNext()
	s.env.Window.Canvas().Focused().(*kwidget.Button).OnTapped()
	s.await("the desk", func() bool { return len(s.shell.went) > 0 })
	if got := s.shell.went[0]; got.Lang != "tr" || got.BookID != b.ID {
		t.Errorf("went to %+v", got)
	}
}

// What is begun is counted too: with it the numbers make the whole.
func TestDraftsAreCounted(t *testing.T) {
	s := newStage(t, "nl")
	p := s.theDesk(s.aText())
	s.typeIn(p, "اطبخوا")
	p.hand.keep()
	s.again(p)
	if !strings.Contains(p.count.Text, "1 concept") {
		t.Errorf("%q", p.count.Text)
	}
}

// Between two words nothing is said of the space that was typed; before the first it is.
func TestASpaceBetweenWords(t *testing.T) {
	s := newStage(t, "nl")
	p := s.theDesk(s.aText())
	s.typeIn(p, "اطبخوا لـ 4 أشخاص.")
	p.hand.paused()
	before := len(p.hand.foot.Objects)
	s.typeIn(p, " ")
	p.hand.paused()
	if got := len(p.hand.foot.Objects); got != before {
		t.Errorf("%d lines became %d: %s", before, got, said(p))
	}
	p.hand.field.SetText(" " + p.hand.field.Text)
	p.hand.paused()
	if len(p.hand.foot.Objects) == before {
		t.Error("nothing is said of a space before the first word")
	}
}

// The desk shows emphasis as it prints, with the stars that are taken over beside it, quietly;
// the list shows the words alone.
func TestEmphasisShowsAtTheDesk(t *testing.T) {
	l := words("**Let op:** rustig")
	emphasise(l)
	if got := bilingual.Stretches(l.Text); len(got) != 3 || !got[0].Sign || !got[1].Bold {
		t.Errorf("%+v", got)
	}
	s := newStage(t, "nl")
	b := s.anEmptyKit()
	segments := s.env.Books.Segments(b.ID)
	if err := s.env.Books.SetText(b.ID, segments[len(segments)-1].ID, "**Let op:** rustig"); err != nil {
		t.Fatal(err)
	}
	p := s.open(Target{Page: Workbook, BookID: b.ID, Lang: "ar"}).(*deskPage)
	line := p.line()
	for row := range p.shown {
		p.fill(row, line)
		if got := strings.Join(textsIn(line), " "); strings.Contains(got, "**") {
			t.Errorf("the list shows the stars: %q", got)
		}
	}
}

// The field is as high as the text that is taken in hand, and as what is typed.
func TestTheFieldGrowsWithItsText(t *testing.T) {
	s := newStage(t, "nl")
	b := s.anEmptyKit()
	segments := s.env.Books.Segments(b.ID)
	id := segments[len(segments)-1].ID
	long := strings.Repeat("ضعوها داخل الدائرة أو خارجها واحكوا لماذا. ", 6)
	if err := s.env.Books.SetText(b.ID, id, "Leg het in de cirkel."); err != nil {
		t.Fatal(err)
	}
	if err := s.env.Books.Translate(b.ID, "ar", s.env.by(), book.Change{SegmentID: id, Text: long, State: bilingual.Draft}); err != nil {
		t.Fatal(err)
	}
	p := s.open(Target{Page: Workbook, BookID: b.ID, Lang: "ar"}).(*deskPage)
	p.Object().Resize(fyne.NewSize(800, 650))
	f := p.hand.field
	least := f.Size().Height
	entries := s.env.Books.Entries(b.ID, "ar")
	p.hand.take(entries[len(entries)-1])
	if f.Size().Height != f.MinSize().Height || f.Size().Height <= least {
		t.Errorf("a long text stands in a field of %v, not %v", f.Size().Height, f.MinSize().Height)
	}
	f.Replace("قصير")
	if f.Size().Height != least {
		t.Errorf("a short text stands in a field of %v, not %v", f.Size().Height, least)
	}
}

// Where the Dutch changed, a word shows in the emphasis of the text that it is of, and no star is
// as dark as a letter.
func TestEmphasisShowsInWhatChanged(t *testing.T) {
	for _, c := range []struct {
		was, now string
		bold     bool
	}{
		{"**Let op:** rustig aan.", "**Let goed op:** rustig.", true},
		{"**Let op:** rustig", "Let op: rustig", false},
		{"Let op: rustig", "**Let op:** *rustig*", true},
		{"**Pas op**, rustig", "rustig", true}, // what went
		{"*schuin* en **vet** met __ niets", "**vet** en *schuin*", true},
	} {
		w := changed(c.was, c.now)
		text := w.text.String()
		for i := range text {
			at := slices.IndexFunc(w.letters, func(x kwidget.Letters) bool { return x.From <= i && i < x.To })
			if text[i] == '*' && (at < 0 || !w.letters[at].Quiet) {
				t.Errorf("%q, a star at %d shows as it is typed", text, i)
			}
		}
		for i := 1; i < len(w.letters); i++ {
			if w.letters[i].From < w.letters[i-1].To {
				t.Errorf("%q: %+v", text, w.letters)
			}
		}
		if slices.ContainsFunc(w.letters, func(x kwidget.Letters) bool { return x.Bold }) != c.bold {
			t.Errorf("%q: %+v", text, w.letters)
		}
	}
}

// A translation that is only in the memory can be taken out of it beside where it is offered; one
// that comes with Kring cannot. What is being typed stays.
func TestForgettingAtTheDesk(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		gone := s.aText()
		if err := s.env.Books.Remove(gone.ID); err != nil {
			t.Fatal(err)
		}
		b := s.anEmptyKit()
		segments := s.env.Books.Segments(b.ID)
		if err := s.env.Books.SetText(b.ID, segments[len(segments)-1].ID, "Neem een jas mee."); err != nil {
			t.Fatal(err)
		}
		p := s.open(Target{Page: Workbook, BookID: b.ID, Lang: "ar", SegmentID: segments[len(segments)-1].ID}).(*deskPage)
		offered := func() bool { return strings.Contains(said(p), "خذوا معطفًا.") }
		if !offered() {
			t.Fatalf("%s: it is not offered: %s", lang, said(p))
		}
		s.typeIn(p, "خذ")
		typed := p.hand.field.Text
		at := slices.IndexFunc(p.hand.aid.alike, func(m memory.Match) bool { return m.Unit.Text == "خذوا معطفًا." })
		p.hand.forget(p.hand.aid.alike[at])
		s.again(p)
		if offered() || p.hand.field.Text != typed || s.env.Window.Canvas().Focused() != p.hand.field {
			t.Errorf("%s: %q; %s", lang, p.hand.field.Text, said(p))
		}
		if _, err := s.env.Vault.Undo(); err != nil {
			t.Fatal(err)
		}
		s.again(p)
		if !offered() {
			t.Errorf("%s: undo brings nothing back: %s", lang, said(p))
		}
	}
}
