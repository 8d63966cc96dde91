package page

import (
	"io"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kring/app/paper"
	"kring/i18n"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/export"
)

// deskSheet shows the pages of the chapter in hand as they print, in the place of the list,
// with the numbers of the segments in their margin.
type deskSheet struct {
	turns
	desk  *deskPage
	pile  *pile
	shown bool
}

func newDeskSheet(p *deskPage) *deskSheet {
	return &deskSheet{desk: p, pile: newPile([]float32{372}, 0)}
}

// turn goes from the list to the pages, and back.
func (s *deskSheet) turn() {
	s.shown = !s.shown
	s.desk.place.Objects = []fyne.CanvasObject{s.desk.list}
	if s.shown {
		s.desk.place.Objects = []fyne.CanvasObject{container.NewStack(s.pile.scroll)}
	}
	s.desk.heading()
	s.desk.hand.object.Refresh()
	s.desk.object.Refresh()
	s.follow()
	s.desk.hand.focus()
}

// follow lays the chapter in hand out anew, while its pages are looked at.
func (s *deskSheet) follow() {
	p := s.desk
	if !s.shown {
		return
	}
	at, lang := p.at(), p.lang
	refresh(p.env, &s.turns, func() ([]*export.Page, error) {
		b, ok := p.env.Books.Book(p.bookID)
		if !ok {
			return nil, book.ErrNotFound
		}
		k, err := paper.Own(p.env.Books, b)
		if err != nil {
			return nil, err
		}
		return chapterPages(k, p.env.Books.Entries(p.bookID, lang), at, lang)
	}, func(pages []*export.Page) {
		s.pile.lie(pages)
		s.pile.pages.Refresh()
		s.pile.sight()
	})
}

// chapterPages are the pages of the chapter that an entry stands in.
func chapterPages(k paper.Toolkit, entries []bilingual.Entry, at int, lang string) ([]*export.Page, error) {
	segments := make([]bilingual.Segment, len(entries))
	for i, e := range entries {
		segments[i] = e.Segment
	}
	chapters := book.Chapters(segments)
	numbers := paper.SegmentNumbers(k.Doc, entries)
	in := slices.IndexFunc(chapters, func(c book.Chapter) bool { return at >= c.From && at < c.To })
	if in >= 0 {
		k.Doc.Blocks, numbers = within(k.Doc.Blocks, numbers, chapters[in])
	}
	o := k.With(export.Options{Languages: []string{book.Source, lang}, Paper: export.A5, Numbers: numbers})
	laid, err := export.LayOut(k.Doc, o)
	return laid.Pages, err
}

// within are the blocks of a chapter, with their numbers.
func within(blocks []bilingual.Block, numbers []int, c book.Chapter) (in []bilingual.Block, of []int) {
	for i, b := range blocks {
		if n := numbers[i] - 1; n >= c.From && n < c.To {
			in, of = append(in, b), append(of, numbers[i])
		}
	}
	return in, of
}

// proof writes the translation for who reads it over: Dutch beside it, with numbers.
func (p *deskPage) proof() {
	p.hand.keep()
	loc, id, lang := p.env.Loc, p.bookID, p.lang
	title, today := p.data.title, p.env.Day()
	p.env.save(loc.T("desk.prooffile", "Language", lang), func(w io.Writer) error {
		return paper.Proof(w, title, lang, p.env.Books.Entries(id, lang), i18n.New(loc.Lang().String()), today)
	})
}

// proofBook writes the pages as they print, with the numbers of the segments in the margin.
func (p *deskPage) proofBook() {
	p.hand.keep()
	b, sheet := p.data.book, paper.A4
	if b.Kind == book.Workbook {
		sheet = paper.A5
	}
	p.env.save(p.env.Loc.T("desk.proofbookfile", "Language", p.lang), func(w io.Writer) error {
		k, err := paper.Own(p.env.Books, b)
		if err != nil {
			return err
		}
		return paper.ProofBook(w, k, p.lang, p.env.Books.Entries(b.ID, p.lang), sheet)
	})
}
