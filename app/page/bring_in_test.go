package page

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kring/app/paper"
	"kring/i18n"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/exchange"
)

// readIn reads a file as from the sheet.
func (s *stage) readIn(name, text string) paper.Incoming {
	s.Helper()
	path := filepath.Join(s.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		s.Fatal(err)
	}
	in, err := paper.ReadIncoming(context.Background(), path)
	if err != nil {
		s.Fatal(err)
	}
	return in
}

const broughtText = "# Samen eten\nar> الأكل معًا\n\nKook voor 4 mensen.\n\n![weg](weg.png)\n"

// A file is shown before anything is stored, with what did not come along; its title may be
// changed, and must not be empty.
func TestBringingIn(t *testing.T) {
	s := newStage(t, "nl")
	x := newBringIn(s.env, s.readIn("boek.md", broughtText))
	for _, text := range []string{"1 kop", "1 plaatje", "Arabisch: 1 vertaald", "الأكل معًا", "weg.png"} {
		if !s.says(text) {
			t.Errorf("the preview does not say %q", text)
		}
	}
	if len(s.env.Books.Books()) != 0 || x.title.Text != "Samen eten" || x.kind.id() != "workbook" {
		t.Fatalf("%q, a %s", x.title.Text, x.kind.id())
	}
	x.title.SetText(" ")
	x.form.save()
	s.await("the fault", func() bool { return x.form.problem.Visible() })
	x.title.SetText("Ons boek")
	x.form.save()
	s.await("the text", func() bool { return len(s.shell.went) > 0 })
	b := s.env.Books.Books()[0]
	if s.env.Books.Title(b.ID) != "Ons boek" || b.Kind != book.Workbook || s.shell.went[0].Lang != "ar" {
		t.Errorf("%+v", b)
	}
	if _, err := s.env.Vault.Undo(); err != nil || len(s.env.Books.Books()) != 0 {
		t.Errorf("%v: %+v", err, s.env.Books.Books())
	}
}

// What a translator made becomes a text with how far each is, or goes in the memory alone; of a
// text that is here it is taken back.
func TestBringingInATranslatorsFile(t *testing.T) {
	s := newStage(t, "nl")
	po := "msgid \"\"\nmsgstr \"\"\n\"Language: ar\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\nmsgid \"Dag\"\nmsgstr \"يوم\"\n\n#, fuzzy\nmsgid \"Nacht\"\nmsgstr \"ليل\"\n"
	x := newBringIn(s.env, s.readIn("elders.po", po))
	if x.title.Text != "elders" {
		t.Errorf("%q", x.title.Text)
	}
	x.form.save()
	s.await("the text", func() bool { return len(s.shell.went) > 0 })
	b := s.env.Books.Books()[0]
	if e := s.entry(b, "Nacht"); e.State() != bilingual.Draft || s.env.Books.Title(b.ID) != "elders" {
		t.Errorf("%+v", e)
	}
	x = newBringIn(s.env, s.readIn("elders.po", po))
	x.kind.sel.SetSelectedIndex(2)
	x.form.save()
	s.await("what was said", func() bool { return len(s.shell.said) > 0 })
	if len(s.env.Books.Books()) != 1 || !strings.HasPrefix(s.shell.said[0], "2 vertalingen") {
		t.Errorf("%q", s.shell.said)
	}
	f := s.handed(b)
	s.env.incoming(paper.Incoming{File: f})
	s.await("what came back", func() bool { return s.says("Terug van de vertaler") })
}

// A translator's file that does not say its language is asked for it.
func TestAFileWithoutALanguage(t *testing.T) {
	s := newStage(t, "nl")
	in := s.readIn("x.po", "msgid \"Dag\"\nmsgstr \"يوم\"\n")
	s.env.incoming(in)
	if !s.says("Welke taal is het?") {
		t.Fatal("nothing is asked")
	}
	s.press("bringin.goon")
	s.await("the preview", func() bool { return s.says("Arabisch: 1 vertaald") })
}

// A file of another language than Dutch goes nowhere, not even in the memory.
func TestAFileOfEnglish(t *testing.T) {
	s := newStage(t, "nl")
	if _, err := s.env.remember(exchange.File{Source: "en", Target: "ar"}, "ar", "x"); err == nil {
		t.Error("it was kept")
	}
}

// Reading that is ended comes to nothing, and the window says meanwhile what goes on.
func TestReadingIsEnded(t *testing.T) {
	s := newStage(t, "nl")
	ended := make(chan struct{})
	working(s.env, "Bezig", func(ctx context.Context) (int, error) {
		<-ctx.Done()
		close(ended)
		return 1, nil
	}, func(int) { t.Error("something came of it") })
	s.await("the dialog", func() bool { return s.says("Bezig") })
	s.press("common.cancel")
	<-ended
	(<-s.ui)()
	if s.env.Window.Canvas().Overlays().Top() != nil || len(s.shell.failed) > 0 {
		t.Errorf("something is left: %v", s.shell.failed)
	}
}

// The preview shows itself in every language.
func TestBringingInHasItsWords(t *testing.T) {
	for _, lang := range i18n.Languages() {
		s := newStage(t, lang)
		newBringIn(s.env, s.readIn("boek.md", broughtText+"\n"+strings.Repeat("woord ", 1200)))
		s.wordsOf(lang)
		newBringIn(s.env, s.readIn("boek.po", "msgid \"\"\nmsgstr \"Language: ar\\n\"\n\nmsgid \"Dag\"\nmsgstr \"\"\n"))
		s.wordsOf(lang)
	}
}
