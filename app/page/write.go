package page

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
	"kring/sessions/people"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
)

// Writing is the tab of a text where its Dutch is written.
const Writing Tab = "writing"

// writePage is where a text is written: its blocks in the order of reading, under them the one
// in hand, and beside both the pages as they print.
type writePage struct {
	turns
	env    *Env
	bookID string
	object fyne.CanvasObject
	head   *fyne.Container

	data    writeData
	rows    []writeRow
	list    *kwidget.List
	hand    *writeHand
	preview *writePreview
	missed  bool // the block in hand was not there the last time

	search  *kwidget.Field
	chapter *chapterFilter
}

// writeData is a text with its translations.
type writeData struct {
	book     book.Book
	called   string // in the language of the window
	segments []bilingual.Segment
	chapters []book.Chapter
}

func newWriting(env *Env, t Target) Page {
	p := &writePage{env: env, bookID: t.BookID, head: container.NewStack()}
	p.list = kwidget.NewList(func() int { return len(p.rows) }, p.line, p.fill, p.press)
	p.list.OnEscape = p.leave
	p.hand = newWriteHand(p)
	p.preview = newWritePreview(p)
	left := under(p.filters(), container.New(listAndBlock{}, p.list, p.hand.object))
	p.object = under(p.head, container.New(textAndPages{}, left, p.preview.object))
	return p
}

// leave goes back to the texts.
func (p *writePage) leave() { p.env.Shell.Go(Target{Page: Workbook}) }

// Object implements Page.
func (p *writePage) Object() fyne.CanvasObject { return p.object }

// First implements Focuser.
func (p *writePage) First() fyne.Focusable { return p.hand.first() }

// Close implements Page: what is being typed is kept first.
func (p *writePage) Close() {
	p.hand.keep()
	p.turns.Close()
	p.preview.Close()
}

// filters narrow what is listed.
func (p *writePage) filters() fyne.CanvasObject {
	loc := p.env.Loc
	p.search = newSearch(loc.T("write.search"), p.narrow)
	p.search.OnEscape = func() { p.search.SetText(""); p.env.Window.Canvas().Focus(p.hand.first()) }
	p.env.leadsToList(p.search, p.list)
	p.chapter = newChapterFilter(loc.T("desk.allchapters"), p.narrow)
	return container.New(evenly{}, p.search, p.chapter.Select)
}

// Update implements Page.
func (p *writePage) Update() { refresh(p.env, &p.turns, p.fetch, p.update) }

func (p *writePage) fetch() (writeData, error) {
	var d writeData
	var err error
	if d.segments, err = p.env.Books.Full(p.bookID); err != nil {
		return d, err
	}
	d.book, _ = p.env.Books.Book(p.bookID)
	d.called, d.chapters = p.env.Books.Called(p.bookID, p.env.Lang()), book.Chapters(d.segments)
	return d, nil
}

func (p *writePage) update(d writeData) {
	first := p.hand.held == nil
	p.data = d
	p.heading()
	p.chapter.offer(d.chapters, func(c book.Chapter) string { return c.Title })
	if first {
		p.begin()
	} else {
		p.follow()
	}
	p.narrow()
	p.preview.languages()
	p.preview.renew()
}

// begin takes in hand what is to be written first: under the first heading that has nothing
// under it, or else the first block; an empty text begins with a paragraph.
func (p *writePage) begin() {
	all := p.data.segments
	at := slices.IndexFunc(all, func(x bilingual.Segment) bool { return x.Meta == "" })
	if at < 0 {
		p.new(nil, bilingual.Block{}, "write.hint.other")
		return
	}
	for i := range all {
		if hint := hintUnder(p.data, i); hint != "" {
			p.answer(i)
			return
		}
	}
	p.take(at)
}

// follow shows what the vault now has of the block in hand. What is being typed stays; where
// its block went meanwhile it becomes a new one at the same place.
func (p *writePage) follow() {
	h := p.hand
	if h.held.id == "" {
		if anchor := h.held.anchor(); anchor != "" && p.index(anchor) < 0 {
			h.held.after = p.near(h.place)
		}
		return
	}
	at := p.at()
	switch {
	case at >= 0:
		p.missed = false
		h.see(p.data.segments[at])
	case !p.missed: // it may have been written while this was read
		p.missed = true
		p.Update()
	default:
		p.missed = false
		near := p.near(h.place)
		if h.typed {
			h.held = &heldBlock{after: near, fresh: true}
			return
		}
		if near != nil {
			p.take(p.index(near.id))
			return
		}
		h.held = nil
		p.begin()
	}
}

// near is the block that stands where another one stood.
func (p *writePage) near(place int) *heldBlock {
	for i := min(place, len(p.data.segments)-1); i >= 0; i-- {
		if x := p.data.segments[i]; x.Meta == "" {
			return &heldBlock{id: x.ID, made: x.ID}
		}
	}
	return nil
}

// index is where a segment stands, or -1.
func (p *writePage) index(id string) int {
	return slices.IndexFunc(p.data.segments, func(x bilingual.Segment) bool { return id != "" && x.ID == id })
}

// at is where the block in hand stands, or -1 where it is new or gone.
func (p *writePage) at() int {
	if p.hand.held == nil {
		return -1
	}
	return p.index(p.hand.held.id)
}

// heading says which text it is.
func (p *writePage) heading() {
	loc := p.env.Loc
	back := low(loc.T("nav.workbook"), p.leave)
	about := kwidget.NewButton(loc.T("write.about"), nil, func() { p.env.aboutText(p.bookID) })
	kwidget.KeepKeyboard(p.head, func() {
		p.head.Objects = []fyne.CanvasObject{title(p.data.called, back, about, p.toDesk(), p.menu())}
		p.head.Refresh()
	})
}

// toDesk goes to where the text is translated, in one of its languages, when what was typed is
// kept: the desk begins at what is not translated yet.
func (p *writePage) toDesk() fyne.CanvasObject {
	loc := p.env.Loc
	to := func(tag string) func() {
		return func() {
			p.hand.keep()
			p.env.act(func() error { return nil }, func(error) { p.env.Shell.Go(Target{Page: Workbook, BookID: p.bookID, Lang: tag}) })
		}
	}
	var b *kwidget.Button
	b = kwidget.NewButton(loc.T("workbook.translate"), nil, func() {
		langs := p.data.book.Langs
		if len(langs) == 1 {
			to(langs[0])()
			return
		}
		var items []kwidget.MenuItem
		for _, tag := range langs {
			items = append(items, kwidget.MenuItem{Text: loc.Language(tag), Do: to(tag)})
		}
		kwidget.ShowMenu(b, 0, append(items, kwidget.MenuItem{Text: loc.T("workbook.language"), Do: func() { p.env.addLanguage(p.data.book) }})...)
	})
	return b
}

// menu is what is done seldom.
func (p *writePage) menu() fyne.CanvasObject {
	loc := p.env.Loc
	return more(
		choiceOf{loc.T("write.under"), p.newUnder},
		choiceOf{loc.T("write.up"), func() { p.move(-1) }},
		choiceOf{loc.T("write.down"), func() { p.move(1) }},
		choiceOf{loc.T("desk.removechapter"), p.removeChapter},
		choiceOf{loc.T("desk.keys"), p.ListKeys},
	)
}

// chapterOf is the chapter that a segment stands in.
func (p *writePage) chapterOf(i int) book.Chapter {
	for _, c := range p.data.chapters {
		if c.Holds(i) {
			return c
		}
	}
	return book.Chapter{To: len(p.data.segments)}
}

// narrow lists what the filters let through; what is new stands where it will be.
func (p *writePage) narrow() {
	p.rows = nil
	q := people.Fold(strings.TrimSpace(p.search.Text))
	anchor, fresh := "", p.hand.held != nil && p.hand.held.id == "" && q == ""
	if fresh {
		anchor = p.hand.held.anchor()
	}
	if fresh && anchor == "" {
		p.rows = append(p.rows, writeRow{kind: rowNew})
	}
	for i, x := range p.data.segments {
		if x.Meta == "" && p.chapter.lets(p.data.chapters, i) && (q == "" || strings.Contains(people.Fold(x.Text), q)) {
			p.rows = append(p.rows, writeRow{at: i})
			if hint := hintUnder(p.data, i); hint != "" && q == "" && !(fresh && anchor == x.ID) {
				p.rows = append(p.rows, writeRow{at: i, kind: rowHint})
			}
		}
		if fresh && x.ID == anchor {
			p.rows = append(p.rows, writeRow{at: i, kind: rowNew})
		}
	}
	p.list.Refresh()
	p.sight()
}

// row is where the block in hand is listed, or -1.
func (p *writePage) row() int {
	if p.hand.held == nil {
		return -1
	}
	id := p.hand.held.id
	return slices.IndexFunc(p.rows, func(r writeRow) bool {
		return id == "" && r.kind == rowNew || id != "" && r.kind == rowBlock && p.data.segments[r.at].ID == id
	})
}

// toList gives the list the keyboard, at the block in hand.
func (p *writePage) toList() {
	p.list.MoveTo(p.row())
	p.env.Window.Canvas().Focus(p.list)
}

// sight brings the block in hand in sight in the list.
func (p *writePage) sight() {
	if at := p.row(); at >= 0 {
		p.list.ScrollTo(at)
	}
}
