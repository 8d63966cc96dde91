package page

import (
	"slices"

	"kring/toolkit/bilingual"
)

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

// choose takes a segment in hand, and the keyboard with it.
func (p *deskPage) choose(i int) {
	p.bring(i)
	p.hand.focus()
}

// bring takes a segment in hand; what was typed for the one before is kept.
func (p *deskPage) bring(i int) {
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
