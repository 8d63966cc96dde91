package page

import (
	"slices"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
)

// editSource changes the Dutch of the segment in hand. What is being typed is kept first.
func (h *deskHand) editSource() {
	if !h.inHand {
		return
	}
	h.keep()
	p, env, id := h.desk, h.desk.env, h.entry.ID
	text := kwidget.NewArea(h.entry.Text, 4)
	text.MaxRows = 10
	about := env.Loc.T("desk.sourceabout")
	f := env.draft(env.Loc.T("desk.source"), env.Loc.T("common.save"), column(gapParts, quiet(about), text), fyne.NewSize(640, 420), func() func() error {
		now := text.Text
		return func() error { return env.Books.SetText(p.bookID, id, now) }
	})
	f.on(text)
	f.then = h.focus
}

// removeChapter takes the chapter of the segment in hand out of the text, after asking.
func (p *deskPage) removeChapter() {
	at := p.at()
	in := slices.IndexFunc(p.data.chapters, func(c book.Chapter) bool { return c.Holds(at) })
	if in < 0 || p.data.chapters[in].ID == "" {
		p.env.Shell.Say(p.env.Loc.T("desk.nochapter"))
		return
	}
	c, loc := p.data.chapters[in], p.env.Loc
	var ids []string
	translated := 0
	for _, e := range p.data.entries[c.From:c.To] {
		ids = append(ids, e.ID)
		if e.State() != bilingual.Empty {
			translated++
		}
	}
	p.env.Shell.Ask(Question{
		Title: loc.T("desk.removechapter"), Yes: loc.T("common.delete"),
		Text: loc.T("desk.removeask", "Title", c.Title, "Number", loc.Int(len(ids)), "Translated", loc.Int(translated)),
		Do:   func() { p.env.do(func() error { return p.env.Books.RemoveSegments(p.bookID, ids...) }) },
	})
}
