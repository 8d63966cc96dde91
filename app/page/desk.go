package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/check"
	"kring/toolkit/desk"
)

// deskPage is where a text is translated: its segments in the order of reading, Dutch beside the
// other language, and under them the one in hand with all that helps.
type deskPage struct {
	turns
	env    *Env
	bookID string
	lang   string
	tongue *desk.Tongue // what helps with this language; nil until it was fetched
	object fyne.CanvasObject
	head   *fyne.Container
	count  *kwidget.BidiLabel

	data  deskData
	shown []int // of data.entries, those that the filters let through
	list  *kwidget.List
	hand  *deskHand
	sheet *deskSheet      // the pages of the chapter, in the place of the list
	place *fyne.Container // of the list or the pages
	none  *fyne.Container // in the place of the list, where the filters let nothing through

	search  *kwidget.Field
	state   *choice
	chapter *chapterFilter
	first   string // the id of the segment to begin with; empty: the first that asks for work
}

// deskData is a text in one language.
type deskData struct {
	book     book.Book
	title    string // in Dutch
	called   string // in the language of the window
	entries  []bilingual.Entry
	chapters []book.Chapter
	count    book.Count
	who      string
	tongue   *desk.Tongue
	hits     map[int]int // what the checks found, by entry
}

func newDesk(env *Env, t Target) Page {
	p := &deskPage{env: env, bookID: t.BookID, lang: t.Lang, first: t.SegmentID, head: container.NewStack()}
	p.count = quiet("")
	p.list = kwidget.NewList(func() int { return len(p.shown) }, p.line, p.fill, func(i int) { p.choose(p.shown[i]) })
	p.list.OnEscape = p.leave
	p.sheet = newDeskSheet(p)
	p.hand = newDeskHand(p)
	p.none = container.NewCenter(column(gapParts, quiet(env.Loc.T("desk.none")), container.NewCenter(kwidget.NewButton(env.Loc.T("desk.all"), nil, p.unfilter))))
	p.none.Hide()
	p.place = container.NewStack(p.list, p.none)
	top := column(gapParts, p.head, p.filters(), p.count)
	p.object = under(top, container.New(listAndHand{&p.sheet.shown}, p.place, p.hand.object))
	return p
}

// leave goes back to the texts.
func (p *deskPage) leave() { p.env.Shell.Go(Target{Page: Workbook}) }

// Object implements Page.
func (p *deskPage) Object() fyne.CanvasObject { return p.object }

// First implements Focuser.
func (p *deskPage) First() fyne.Focusable { return p.hand.field }

// Close implements Page: what is being typed is kept first.
func (p *deskPage) Close() {
	p.hand.keep()
	p.turns.Close()
}

// Update implements Page.
func (p *deskPage) Update() {
	refresh(p.env, &p.turns, p.fetch, p.update)
}

func (p *deskPage) fetch() (deskData, error) {
	b, ok := p.env.Books.Book(p.bookID)
	if !ok || !slices.Contains(b.Langs, p.lang) {
		return deskData{}, nil
	}
	d := deskData{book: b, called: p.env.Books.Called(b.ID, p.env.Lang()), entries: p.env.Books.Entries(p.bookID, p.lang), who: p.env.Books.Who()}
	segments := make([]bilingual.Segment, len(d.entries))
	for i, e := range d.entries {
		segments[i] = e.Segment
	}
	d.title, d.chapters, d.count = book.Title(segments), book.Chapters(segments), book.Tally(d.entries)
	var err error
	if d.tongue, err = p.env.Desk.Tongue(p.lang); err != nil {
		return d, err
	}
	d.hits = map[int]int{}
	for _, h := range check.Open(d.tongue.CheckAll(d.entries)) {
		d.hits[h.At]++
	}
	return d, nil
}

func (p *deskPage) update(d deskData) {
	if d.book.ID == "" { // taken away, here or by undo
		p.hand.typed = false
		p.leave()
		return
	}
	first := len(p.data.entries) == 0
	p.data, p.tongue = d, d.tongue
	p.chapter.offer(d.chapters, p.chapterName)
	p.narrow() // before anything is drawn anew: the list goes by what is shown
	p.heading()
	p.sheet.follow()
	switch {
	case first:
		p.begin()
	default:
		p.hand.follow()
	}
}
