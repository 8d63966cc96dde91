package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kring/toolkit/bilingual"
	"kring/toolkit/book"
)

// Key implements Keyed.
func (p *writePage) Key(key fyne.KeyName, mod fyne.KeyModifier) bool {
	for _, k := range p.writeKeys() {
		if k.key == key && k.mod == mod {
			k.do()
			return true
		}
	}
	return false
}

func (p *writePage) writeKeys() []deskKey {
	ctrl, alt := fyne.KeyModifierControl, fyne.KeyModifierAlt
	return []deskKey{
		{fyne.KeyReturn, ctrl, "Ctrl+Enter", "write.under", p.newUnder},
		{fyne.KeyDown, alt, "Alt+↓", "desk.next", func() { p.pass(1) }},
		{fyne.KeyUp, alt, "Alt+↑", "desk.back", func() { p.pass(-1) }},
		{fyne.KeyDown, alt | fyne.KeyModifierShift, "Alt+Shift+↓", "write.down", func() { p.move(1) }},
		{fyne.KeyUp, alt | fyne.KeyModifierShift, "Alt+Shift+↑", "write.up", func() { p.move(-1) }},
		{fyne.KeyB, ctrl, "Ctrl+B", "write.bold", func() { p.hand.wrap("**") }},
		{fyne.KeyI, ctrl, "Ctrl+I", "write.italic", func() { p.hand.wrap("*") }},
		{fyne.KeyF, ctrl, "Ctrl+F", "desk.search", func() { p.env.Window.Canvas().Focus(p.search) }},
	}
}

// ListKeys implements KeyLister.
func (p *writePage) ListKeys() {
	loc := p.env.Loc
	box := column(gapLines, container.NewGridWithColumns(2, name("Enter"), words(loc.T("write.next"))))
	for _, k := range p.writeKeys() {
		what := k.id
		if what == "desk.search" {
			what = "write.search"
		}
		box.Add(container.NewGridWithColumns(2, name(k.say), words(loc.T(what))))
	}
	p.env.listKeys(box)
}

// take takes a segment in hand.
func (p *writePage) take(at int) {
	x := p.data.segments[at]
	p.missed = false
	p.hand.place = at
	p.hand.take(&heldBlock{id: x.ID, made: x.ID}, x.Block, "")
}

// new takes a block in hand that is not there yet.
func (p *writePage) new(after *heldBlock, b bilingual.Block, hint string) {
	if after != nil {
		if at := p.index(after.id); at >= 0 {
			p.hand.place = at
		}
	}
	p.hand.take(&heldBlock{after: after, fresh: true}, b, hint)
	p.search.SetText("") // what is new was not looked for: it shows where it comes to stand
	p.shown()
}

// shown has list and pages show what is in hand.
func (p *writePage) shown() {
	p.narrow()
	p.preview.renew()
}

// answer begins what a hint under a heading asks for.
func (p *writePage) answer(at int) {
	p.hand.put()
	x, hint := p.data.segments[at], hintUnder(p.data, at)
	p.new(&heldBlock{id: x.ID, made: x.ID}, bilingual.Block{}, hint)
	if hint == "write.hint.video" {
		p.hand.kind.show("link")
		p.hand.show()
		p.list.Refresh()
	}
}

// passNew leaves a new block that is empty: it goes away, and the next one is in hand, or what is
// asked under it where that is a heading with nothing there yet. At the end of the text it stays.
func (p *writePage) passNew() {
	at := p.index(p.hand.held.anchor())
	if at+1 >= len(p.data.segments) {
		p.env.Shell.Say(p.env.Loc.T("desk.end"))
		return
	}
	for i := at + 1; i < len(p.data.segments); i++ {
		if p.data.segments[i].Meta != "" {
			continue
		}
		if hintUnder(p.data, i) != "" {
			p.answer(i)
		} else {
			p.take(i)
			p.shown()
		}
		p.env.Window.Canvas().Focus(p.hand.first())
		return
	}
}

// pass keeps what was typed and takes the next block in hand, or the one before.
func (p *writePage) pass(by int) {
	if p.hand.held != nil && p.hand.good() { // before there is a text nothing is in hand
		p.hand.put()
		p.step(by)
	}
}

// step takes the next listed block in hand, or the one before.
func (p *writePage) step(by int) {
	at, to := p.at(), -1
	if at < 0 { // a new one stands after another
		at = p.index(p.hand.held.anchor())
		if by < 0 {
			at++
		}
	}
	for _, r := range p.rows {
		if r.kind != rowBlock {
			continue
		}
		if by > 0 && r.at > at {
			to = r.at
			break
		}
		if by < 0 && r.at < at {
			to = r.at
		}
	}
	if to < 0 {
		p.env.Shell.Say(p.env.Loc.T("desk.end"))
		return
	}
	p.take(to)
	p.shown()
	p.env.Window.Canvas().Focus(p.hand.first())
}

// newUnder begins a new block under the one in hand, of its kind where that is a list.
func (p *writePage) newUnder() {
	h := p.hand
	if h.held == nil || !h.good() || h.held.id == "" && len(h.now()) == 0 {
		return
	}
	x, kind := h.held, asKind(h.block, h.kind.id())
	h.put()
	p.new(x, nextOf(kind), "")
	p.env.Window.Canvas().Focus(h.first())
}

// add puts a block that needs no words under the one in hand, and takes it in hand.
func (p *writePage) add(b bilingual.Block) {
	b.Text = ""
	p.new(p.hand.held, b, "")
	p.write(p.hand.held, book.Writing{Blocks: []bilingual.Block{b}})
}

// move puts the block in hand one place on or back.
func (p *writePage) move(by int) {
	h := p.hand
	if h.held == nil {
		return
	}
	h.keep()
	x, bookID := h.held, p.bookID
	p.env.do(func() error {
		if x.made == "" {
			return nil // it is empty and not there
		}
		return p.env.Books.Move(bookID, x.made, by)
	})
}

// remove takes the block in hand away; a new one just goes.
func (p *writePage) remove() {
	h := p.hand
	if h.held == nil {
		return
	}
	h.stop()
	if h.held.id == "" {
		if h.kept() {
			return // it is on its way to the vault
		}
		h.typed = false
		if near := p.near(p.index(h.held.anchor())); near != nil {
			p.take(p.index(near.id))
		} else {
			p.begin()
		}
		p.shown()
		return
	}
	p.removeIt(h.held.id)
}

// removeIt takes a block away. One with a translation is asked about.
func (p *writePage) removeIt(id string) {
	at := p.index(id)
	if at < 0 {
		return
	}
	gone := func() {
		p.hand.typed = p.hand.typed && p.hand.held.id != id
		p.env.do(func() error { return p.env.Books.RemoveSegments(p.bookID, id) })
	}
	n := len(p.data.segments[at].Translations)
	if n == 0 {
		gone()
		return
	}
	loc := p.env.Loc
	p.env.Shell.Ask(Question{Title: loc.T("write.remove"), Yes: loc.T("common.delete"), Text: loc.T("write.removeask"), Do: gone})
}

// removeChapter takes the chapter away that the block in hand stands in, after asking.
func (p *writePage) removeChapter() {
	loc := p.env.Loc
	c := p.chapterOf(p.at())
	if p.at() < 0 || c.ID == "" {
		p.env.Shell.Say(loc.T("desk.nochapter"))
		return
	}
	var ids []string
	translated := 0
	for _, x := range p.data.segments[c.From:c.To] {
		ids = append(ids, x.ID)
		if len(x.Translations) > 0 {
			translated++
		}
	}
	p.env.Shell.Ask(Question{
		Title: loc.T("desk.removechapter"), Yes: loc.T("common.delete"),
		Text: loc.T("desk.removeask", "Title", c.Title, "Number", loc.Int(len(ids)), "Translated", loc.Int(translated)),
		Do: func() {
			p.hand.typed = false
			p.env.do(func() error { return p.env.Books.RemoveSegments(p.bookID, ids...) })
		},
	})
}
