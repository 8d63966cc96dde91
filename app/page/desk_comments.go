package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/calendar"
)

// comments are what was said about the segment in hand, and the way to say something.
func (h *deskHand) comments() []fyne.CanvasObject {
	env, p, id := h.desk.env, h.desk, h.entry.ID
	var out []fyne.CanvasObject
	for _, c := range h.entry.Comments {
		day := env.date(calendar.DateOf(c.When.In(calendar.Amsterdam)), i18n.Short)
		gone := iconButton(theme.DeleteIcon(), func() {
			env.do(func() error { return env.Books.Unsay(p.bookID, id, p.lang, c.ID) })
		})
		out = append(out, stretched(column(0, caption(env.Loc.Facts(c.Who, day)), env.readable(value(c.Text))), gone))
	}
	return append(out, container.NewHBox(low(env.Loc.T("desk.comment"), h.comment)))
}

// comment asks what there is to say about the segment in hand.
func (h *deskHand) comment() {
	if !h.inHand {
		return
	}
	h.keep()
	env, p, id := h.desk.env, h.desk, h.entry.ID
	text := kwidget.NewArea("", 3)
	text.SetPlaceHolder(env.Loc.T("desk.commenthint"))
	f := env.draft(env.Loc.T("desk.comment"), env.Loc.T("common.save"), text, fyne.NewSize(560, 320), func() func() error {
		said, by := text.Text, env.by()
		return func() error { return env.Books.Say(p.bookID, id, p.lang, by, said) }
	})
	f.on(text)
}
