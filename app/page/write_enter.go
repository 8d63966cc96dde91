package page

import (
	"slices"

	"kring/toolkit/bilingual"
)

// enter keeps the block and goes on: after one that was begun here, and after the last of a
// list or of the text, to a new one; else to the next.
func (h *writeHand) enter() {
	p := h.page
	if h.held == nil || !h.good() {
		return
	}
	x, b := h.held, h.now()
	if len(b) == 0 && x.id == "" && !h.kept() {
		p.passNew()
		return
	}
	kind := asKind(h.block, h.kind.id())
	on, at := h.goesOn(kind), p.at()
	if len(b) == 0 {
		on = false // it was emptied
	}
	h.put()
	if !on {
		p.step(1)
		return
	}
	if at >= 0 && hintUnder(p.data, at) != "" {
		p.answer(at)
	} else {
		p.new(x, nextOf(kind), "")
	}
	p.env.Window.Canvas().Focus(h.first())
}

// enterWords goes on from the words of a link to its address, which makes it one.
func (h *writeHand) enterWords() {
	if h.kind.id() == "link" && h.address.Text == "" && h.field.Text != "" {
		h.page.env.Window.Canvas().Focus(h.address)
		h.scroll.ScrollToBottom()
		return
	}
	h.enter()
}

// nextOf is how a new block after one begins: a list goes on.
func nextOf(b bilingual.Block) bilingual.Block {
	if b.Kind == bilingual.Bullet || b.Kind == bilingual.Numbered {
		return bilingual.Block{Kind: b.Kind, Level: b.Level, Number: b.Number + 1}
	}
	return bilingual.Block{}
}

// kept tells whether a new block went to the vault, or is on its way there.
func (h *writeHand) kept() bool { return h.held.id != "" || h.block.Text != "" }

// goesOn tells whether Enter begins a new block after one of a kind.
func (h *writeHand) goesOn(b bilingual.Block) bool {
	at := h.page.at()
	if at < 0 || h.held.fresh {
		return true
	}
	rest := h.page.data.segments[at+1:]
	if len(rest) == 0 {
		return true
	}
	items := []bilingual.Kind{bilingual.Bullet, bilingual.Numbered}
	if slices.Contains(items, b.Kind) {
		return !slices.Contains(items, rest[0].Kind)
	}
	return hintUnder(h.page.data, at) != ""
}
