package page

import (
	"slices"
	"strings"
	"testing"

	"kring/toolkit/bilingual"
	"kring/toolkit/book"
)

// The link of a film may lead elsewhere in another language: the desk has the form of such a link
// to put in, says what is wrong with half of one, and nothing of a whole one.
func TestLinkOfAnotherLanguage(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		doc := bilingual.Parse([]byte("# Samen\nar> معًا\n\n[Een film van de groep](https://film.example/nl)\n"))
		b, err := s.env.Books.Make(book.Draft{Kind: book.Toolkit, Doc: doc, State: bilingual.Agreed}, s.env.by())
		if err != nil {
			t.Fatal(err)
		}
		p := s.theDesk(b)
		if p.hand.entry.Kind != bilingual.Link || !slices.Contains(p.hand.aid.put, "[](https://)") {
			t.Fatalf("%+v, to put in %q", p.hand.entry, p.hand.aid.put)
		}
		form := s.env.Loc.T("check.links.form")
		p.hand.field.SetText("[فيلم المجموعة](https://)")
		p.hand.paused()
		if !strings.Contains(said(p), form) {
			t.Errorf("%s: nothing is said of half a link: %s", lang, said(p))
		}
		p.hand.field.SetText("[فيلم المجموعة](https://film.example/ar)")
		p.hand.paused()
		if text := said(p); strings.Contains(text, form) || strings.Contains(text, "film.example/ar.") {
			t.Errorf("%s: a whole link: %s", lang, text)
		}
		if found := p.tongue.Check(p.hand.entry, p.hand.field.Text); len(found) > 0 {
			t.Errorf("%s: %+v", lang, found)
		}
	}
}
