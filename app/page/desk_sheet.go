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

// deskSheet shows the pages of the chapter in hand as they print, beside the segment in hand,
// with the numbers of the segments in their margin. What is typed shows before it is kept.
type deskSheet struct {
	turns
	laidPages
	desk  *deskPage
	shown bool
}

func newDeskSheet(p *deskPage) *deskSheet {
	return &deskSheet{desk: p, laidPages: laidPages{newPile(p.env, []float32{372}, 0), 1}}
}

// turn goes from the list to the pages, and back.
func (s *deskSheet) turn() {
	s.shown = !s.shown
	s.desk.place.Objects = []fyne.CanvasObject{s.desk.list, s.desk.none}
	if s.shown {
		s.desk.place.Objects = []fyne.CanvasObject{container.NewStack(s.scroll)}
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
	if !s.shown || p.at() < 0 {
		return
	}
	at, b, lang, scale, typed := p.at(), p.data.book, p.lang, s.scale, p.hand.field.Text
	o := export.Options{Languages: []string{book.Source, lang}, Paper: export.A5}
	o = paper.WithPictures(o, func(name string) ([]byte, bool) { return p.env.Books.Picture(b.ID, name) })
	s.run(p.env.OnUI, func() func() {
		segments, err := p.env.Books.Full(b.ID)
		var laid laidText
		if err == nil && at < len(segments) {
			var in int
			var numbers []int
			segments[at].Translations = with(segments[at].Translations, lang, typed)
			segments, numbers, in = chapterOf(segments, at)
			laid, err = layText(segments, in, numbers, o)
			laid.ready(&s.laidPages, scale)
		}
		return func() {
			if err != nil {
				p.env.Shell.Fail(err)
				return
			}
			s.put(laid)
		}
	})
}

// with is what a segment says, with another text in a language.
func with(said map[string]string, lang, text string) map[string]string {
	out := map[string]string{lang: text}
	for l, t := range said {
		if l != lang {
			out[l] = t
		}
	}
	return out
}

// chapterOf gives the segments of the chapter that one stands in, with their numbers, and where
// that one is among them.
func chapterOf(segments []bilingual.Segment, at int) (in []bilingual.Segment, numbers []int, where int) {
	for _, c := range book.Chapters(segments) {
		said := slices.ContainsFunc(segments[c.From:c.To], func(x bilingual.Segment) bool { return x.Meta == "" })
		if at >= c.To || !said { // the title stands on no page of its own
			continue
		}
		for i := c.From; i < c.To; i++ {
			numbers = append(numbers, i+1)
		}
		return segments[c.From:c.To], numbers, at - c.From
	}
	return segments, nil, at
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
