package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kring/sessions/people"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
)

// filters narrow what is listed.
func (p *deskPage) filters() fyne.CanvasObject {
	loc := p.env.Loc
	p.search = newSearch(loc.T("desk.search"), p.narrow)
	p.env.leadsToList(p.search, p.list)
	p.state = newChoice(loc.T, "desk.state.", append([]string{"", checked}, strs(bilingual.States())...), "")
	p.state.sel.OnChanged = func(int) { p.narrowed() }
	p.chapter = newChapterFilter(loc.T("desk.allchapters"), p.narrowed)
	return container.New(evenly{}, p.search, p.chapter.Select, p.state.sel)
}

// chapterName is a chapter with how much of it is agreed.
func (p *deskPage) chapterName(c book.Chapter) string {
	share := book.Tally(p.data.entries[c.From:c.To]).Share()
	return p.env.Loc.T("desk.chapter", "Title", c.Title, "Share", p.env.Loc.Percent(share))
}

// narrowed is narrow after somebody chose a filter: what was chosen comes in hand too. The
// keyboard stays with the filters.
func (p *deskPage) narrowed() {
	p.narrow()
	if p.row() < 0 && len(p.shown) > 0 {
		p.bring(p.shown[0])
	}
}

// unfilter lists everything again.
func (p *deskPage) unfilter() {
	p.search.SetText("")
	p.state.sel.SetSelectedIndex(0)
	p.chapter.SetSelectedIndex(0)
	p.narrow()
	p.hand.focus()
}

// narrow lists what the filters let through. The segment in hand stays in hand.
func (p *deskPage) narrow() {
	p.shown = nil
	q, state := people.Fold(p.search.Text), bilingual.State(p.state.id())
	for i, e := range p.data.entries {
		if e.Worded() && p.inState(i, state) && p.chapter.lets(p.data.chapters, i) && found(e, q) {
			p.shown = append(p.shown, i)
		}
	}
	p.none.Hidden = len(p.shown) > 0
	p.none.Refresh()
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
