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

	search  *kwidget.Field
	state   *choice
	chapter *kwidget.Select
	first   string // the id of the segment to begin with; empty: the first that asks for work
	within  string // the id of the chapter that is shown; empty: all
}

// deskData is a text in one language.
type deskData struct {
	book     book.Book
	title    string
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
	p.place = container.NewStack(p.list)
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

// filters narrow what is listed.
func (p *deskPage) filters() fyne.CanvasObject {
	loc := p.env.Loc
	p.search = kwidget.NewField("")
	p.search.SetPlaceHolder(loc.T("desk.search"))
	p.search.OnChanged = func(string) { p.narrow() }
	p.search.OnEscape = func() { p.search.SetText("") }
	p.search.OnSubmitted = func(string) { p.list.Begin(); p.env.Window.Canvas().Focus(p.list) }
	p.state = newChoice(loc.T, "desk.state.", append([]string{"", checked}, strs(bilingual.States())...), "")
	p.state.sel.OnChanged = func(int) { p.narrow() }
	p.chapter = kwidget.NewSelect([]string{loc.T("desk.allchapters")}, nil)
	p.chapter.SetSelectedIndex(0)
	return container.New(evenly{}, p.search, p.chapter, p.state.sel)
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
	d := deskData{book: b, entries: p.env.Books.Entries(p.bookID, p.lang), who: p.env.Books.Who()}
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
	p.showChapters()
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

// openTerms shows the agreed words, and comes back to the piece in hand.
func (p *deskPage) openTerms() {
	p.env.Shell.Go(Target{Page: Toolkits, Tab: Glossary, BookID: p.bookID, Lang: p.lang, SegmentID: p.hand.entry.ID})
}

// begin takes the segment in hand that was asked for, or the first that asks for work, or else
// the first.
func (p *deskPage) begin() {
	asked := func(e bilingual.Entry) bool { return e.ID == p.first }
	if at := p.next(-1, asked); p.first != "" && at >= 0 {
		p.first = ""
		p.choose(at)
		return
	}
	if at := p.next(-1, needsWork); at >= 0 {
		p.choose(at)
		return
	}
	if at := p.next(-1, bilingual.Entry.Worded); at >= 0 {
		p.choose(at)
	}
}

func needsWork(e bilingual.Entry) bool {
	return e.Worded() && (e.State() == bilingual.Empty || e.State() == bilingual.Outdated)
}

// next is the first entry after a place for which something holds, or -1.
func (p *deskPage) next(after int, holds func(bilingual.Entry) bool) int {
	for i := after + 1; i < len(p.data.entries); i++ {
		if holds(p.data.entries[i]) {
			return i
		}
	}
	return -1
}

// heading says which text it is, and how far.
func (p *deskPage) heading() {
	loc := p.env.Loc
	back := low(loc.T("nav.workbook"), p.leave)
	pages := kwidget.NewButton(loc.T(map[bool]string{false: "desk.pages", true: "desk.list"}[p.sheet.shown]), nil, p.sheet.turn)
	kwidget.KeepKeyboard(p.head, func() {
		p.head.Objects = []fyne.CanvasObject{title(p.data.title, back, pages, p.otherTongue(), p.menu())}
		p.head.Refresh()
	})
	text := p.env.progress(p.data.count)
	if n := p.data.count[bilingual.Outdated]; n > 0 {
		text = loc.Facts(text, loc.N("desk.old", n))
	}
	if n := len(p.data.hits); n > 0 {
		text = loc.Facts(text, loc.N("desk.tolook", n))
	}
	p.count.SetText(text)
	p.object.Refresh()
}

// otherTongue goes to the desk of another of the text's languages.
func (p *deskPage) otherTongue() fyne.CanvasObject {
	var b *kwidget.Button
	b = kwidget.NewButton(p.env.Loc.Language(p.lang), nil, func() {
		var items []kwidget.MenuItem
		for _, tag := range p.data.book.Langs {
			items = append(items, kwidget.MenuItem{Text: p.env.Loc.Language(tag), Chosen: tag == p.lang, Do: func() {
				p.env.Shell.Go(Target{Page: Workbook, BookID: p.bookID, Lang: tag})
			}})
		}
		kwidget.ShowMenu(b, 0, append(items, kwidget.MenuItem{Text: p.env.Loc.T("workbook.language"), Do: func() { p.env.addLanguage(p.data.book) }})...)
	})
	return b
}

// menu is what is done seldom.
func (p *deskPage) menu() fyne.CanvasObject {
	loc := p.env.Loc
	return more(
		choiceOf{loc.T("workbook.print"), func() { p.env.Shell.Go(Target{Page: Toolkits, BookID: p.bookID}) }},
		choiceOf{loc.T("desk.proof"), p.proof},
		choiceOf{loc.T("desk.proofbook"), p.proofBook},
		choiceOf{loc.T("terms.title"), p.openTerms},
		choiceOf{loc.T("write.open"), func() { p.env.Shell.Go(writeTarget(p.bookID)) }},
		choiceOf{loc.T("desk.marks"), p.hand.showMarks},
		choiceOf{loc.T("hand.send"), func() { p.hand.keep(); p.env.handOver(p.data.book, p.lang) }},
		choiceOf{loc.T("hand.back"), func() { p.hand.keep(); p.env.takeBack(p.data.book, p.lang) }},
		choiceOf{loc.T("desk.who"), p.askWho},
		choiceOf{loc.T("desk.removechapter"), p.removeChapter},
		choiceOf{loc.T("desk.endlanguage"), p.endLanguage},
		choiceOf{loc.T("desk.keys"), p.ListKeys},
	)
}

// showChapters fills the picker of chapters, with how much of each is agreed.
func (p *deskPage) showChapters() {
	loc := p.env.Loc
	names, at := []string{loc.T("desk.allchapters")}, 0
	ids := []string{""}
	for _, c := range p.data.chapters {
		if c.ID == "" {
			continue
		}
		of := book.Tally(p.data.entries[c.From:c.To])
		names = append(names, loc.T("desk.chapter", "Title", c.Title, "Share", loc.Percent(of.Share())))
		if ids = append(ids, c.ID); c.ID == p.within {
			at = len(ids) - 1
		}
	}
	p.chapter.OnChanged = nil
	p.chapter.Options = names
	p.chapter.SetSelectedIndex(at)
	p.chapter.Refresh()
	p.chapter.OnChanged = func(i int) {
		p.within = ids[i]
		p.narrow()
	}
}

// narrow lists what the filters let through. The segment in hand stays in hand.
func (p *deskPage) narrow() {
	p.shown = nil
	q, state := people.Fold(p.search.Text), bilingual.State(p.state.id())
	for i, e := range p.data.entries {
		if e.Worded() && p.inState(i, state) && p.inChapter(i) && found(e, q) {
			p.shown = append(p.shown, i)
		}
	}
	p.list.Refresh()
	p.markHand()
}

// checked is the filter for what the checks found something in.
const checked = "checked"

func (p *deskPage) inState(i int, state bilingual.State) bool {
	switch state {
	case "":
		return true
	case checked:
		return p.data.hits[i] > 0
	}
	return p.data.entries[i].State() == state
}

func found(e bilingual.Entry, q string) bool {
	return q == "" || strings.Contains(people.Fold(e.Text), q) || strings.Contains(people.Fold(e.Translation.Text), q)
}

func (p *deskPage) inChapter(i int) bool {
	if p.within == "" {
		return true
	}
	at := slices.IndexFunc(p.data.chapters, func(c book.Chapter) bool { return c.ID == p.within })
	return at >= 0 && i >= p.data.chapters[at].From && i < p.data.chapters[at].To
}

// choose takes a segment in hand; what was typed for the one before is kept.
func (p *deskPage) choose(i int) {
	p.hand.keep()
	p.hand.take(p.data.entries[i])
	p.markHand()
	p.sheet.follow()
}

// markHand has the list show which segment is in hand, and brings it in sight.
func (p *deskPage) markHand() {
	if at := p.row(); at >= 0 {
		p.list.ScrollTo(at)
	}
	p.list.Refresh()
}

// row is where the segment in hand is listed, or -1.
func (p *deskPage) row() int {
	return slices.IndexFunc(p.shown, func(i int) bool { return p.data.entries[i].ID == p.hand.entry.ID })
}

// toList gives the list the keyboard, at the segment in hand.
func (p *deskPage) toList() {
	p.list.MoveTo(p.row())
	p.env.Window.Canvas().Focus(p.list)
}

// at is where the segment in hand stands, or -1 where it is gone.
func (p *deskPage) at() int {
	return slices.IndexFunc(p.data.entries, func(e bilingual.Entry) bool { return e.ID == p.hand.entry.ID })
}

// step takes the next (or the one before) of what is listed in hand.
func (p *deskPage) step(by int) {
	here := p.at()
	at := -1
	if by > 0 {
		at = slices.IndexFunc(p.shown, func(i int) bool { return i > here })
	} else {
		for n, i := range p.shown {
			if i < here {
				at = n
			}
		}
	}
	if at < 0 {
		p.env.Shell.Say(p.env.Loc.T("desk.end"))
		return
	}
	p.choose(p.shown[at])
}

// jump takes the next segment in hand that has no translation of its present words, and
// begins again at the top after the last.
func (p *deskPage) jump() {
	at := p.next(p.at(), needsWork)
	if at < 0 {
		at = p.next(-1, needsWork)
	}
	if at < 0 {
		p.env.Shell.Say(p.env.Loc.T("desk.nothingempty"))
		return
	}
	p.choose(at)
}

// askWho asks who sits here: it stands beside what is translated.
func (p *deskPage) askWho() {
	who := kwidget.NewField(p.data.who)
	f := p.env.draft(p.env.Loc.T("desk.who"), p.env.Loc.T("common.save"), column(gapParts, quiet(p.env.Loc.T("desk.whoabout")), who), fyne.NewSize(520, 280), func() func() error {
		name := who.Text
		return func() error { return p.env.Books.SetWho(name) }
	})
	f.on(who)
}

func (p *deskPage) endLanguage() {
	loc := p.env.Loc
	p.env.Shell.Ask(Question{
		Title: loc.T("desk.endlanguage"), Yes: loc.T("common.delete"),
		Text: loc.T("desk.endask", "Language", loc.Language(p.lang)),
		Do: func() {
			p.env.act(func() error { return p.env.Books.RemoveLanguage(p.bookID, p.lang) }, func(err error) {
				if p.env.failUnlessNil(err); err == nil {
					p.leave()
				}
			})
		},
	})
}
