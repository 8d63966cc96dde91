package page

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/calendar"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
)

// deskHand is the segment in hand: its Dutch, the field for its translation, and what helps.
type deskHand struct {
	desk   *deskPage
	object fyne.CanvasObject
	entry  bilingual.Entry
	typed  bool // the field holds something that is not in the vault
	inHand bool // something is
	idle   *time.Timer
	field  *kwidget.Field
	source *fyne.Container
	foot   *fyne.Container
	aid    deskAid
	marks  *kwidget.MarkBar
}

// calmKeys is after how long without a key what was typed goes to the vault as a draft.
const calmKeys = 3 * time.Second

func newDeskHand(p *deskPage) *deskHand {
	h := &deskHand{desk: p, source: column(gapLines), foot: column(gapLines)}
	h.field = kwidget.NewArea("", 3)
	h.field.MaxRows = 8
	h.field.SetLang(p.lang)
	h.field.SetShowMarks(true)
	h.marks = kwidget.NewMarkBar(h.field, "", p.env.marks(p.lang)...)
	h.marks.Hide()
	h.field.OnEnter = func() { h.done(bilingual.ToCheck) }
	h.field.OnEscape = func() { p.env.Window.Canvas().Focus(p.list) }
	h.field.OnChanged = func(string) { h.changed() }
	loc := p.env.Loc
	done := primary(loc.T("desk.done"), func() { h.done(bilingual.ToCheck) })
	agree := kwidget.NewButton(loc.T("desk.agree"), nil, func() { h.done(bilingual.Agreed) })
	steps := container.NewHBox(layout.NewSpacer(), agree, done)
	left := container.NewVScroll(scrolled(h.source))
	right := container.NewBorder(nil, steps, nil, nil, container.NewVScroll(scrolled(column(gapParts, h.field, h.marks, h.foot))))
	h.object = container.NewGridWithColumns(2, left, right)
	return h
}

// take shows a segment.
func (h *deskHand) take(e bilingual.Entry) {
	h.entry = e
	h.inHand = true
	h.field.OnChanged = nil
	h.field.SetText(e.Translation.Text)
	h.field.OnChanged = func(string) { h.changed() }
	h.typed = false
	h.show()
	h.desk.env.Window.Canvas().Focus(h.field)
}

// follow shows what the vault now has for the segment in hand. What is being typed stays.
func (h *deskHand) follow() {
	at := h.desk.at()
	if at < 0 {
		h.entry, h.typed, h.inHand = bilingual.Entry{}, false, false
		h.desk.begin()
		return
	}
	e := h.desk.data.entries[at]
	if !h.typed {
		h.take(e)
		return
	}
	h.entry = e
	h.show()
}

func (h *deskHand) changed() {
	h.typed = h.inHand && h.field.Text != h.entry.Translation.Text
	if h.idle != nil {
		h.idle.Stop()
	}
	h.idle = time.AfterFunc(calmKeys, func() { h.desk.env.OnUI(h.keep) })
	h.help()
}

// keep puts what was typed in the vault as a draft.
func (h *deskHand) keep() {
	if h.idle != nil {
		h.idle.Stop()
	}
	if h.typed {
		h.save(bilingual.Draft)
	}
}

func (h *deskHand) save(state bilingual.State) {
	env, p := h.desk.env, h.desk
	c := book.Change{SegmentID: h.entry.ID, Text: h.field.Text, State: state}
	h.typed = false
	by := env.by()
	env.do(func() error { return env.Books.Translate(p.bookID, p.lang, by, c) })
}

// done keeps a translation in a state and goes on to the next segment.
func (h *deskHand) done(state bilingual.State) {
	if !h.inHand || h.field.Text == "" {
		h.desk.step(1)
		return
	}
	if h.idle != nil {
		h.idle.Stop()
	}
	h.save(state)
	h.desk.step(1)
}

// copySource puts the Dutch in the field, for what stays as it is.
func (h *deskHand) copySource() { h.field.SetText(h.entry.Text) }

// show lays out the Dutch and what is known of the segment.
func (h *deskHand) show() {
	loc := h.desk.env.Loc
	what := loc.T("desk.kind." + paper.KindID(h.entry))
	if h.entry.Chapter != "" {
		what = loc.Facts(what, h.entry.Chapter)
	}
	edit := iconButton(theme.DocumentCreateIcon(), h.editSource)
	if h.desk.tongue != nil {
		h.aid = aidFor(h.desk.tongue, h.desk.bookID, h.entry)
	}
	h.source.Objects = []fyne.CanvasObject{stretched(halfway(caption(what)), edit), h.sourceText()}
	add(h.source, h.helps()...)
	h.source.Refresh()
	h.help()
}

// help shows how far the translation is and what could be better.
func (h *deskHand) help() {
	env := h.desk.env
	t := h.entry.Translation
	line := env.Loc.T("desk.state." + string(h.entry.State()))
	if h.typed {
		line = env.Loc.T("desk.typing")
	} else if !t.When.IsZero() {
		line = env.Loc.Facts(line, t.Who, env.date(calendar.DateOf(t.When.In(calendar.Amsterdam)), i18n.Short))
	}
	h.foot.Objects = []fyne.CanvasObject{caption(line)}
	add(h.foot, h.judge()...)
	add(h.foot, h.waived()...)
	add(h.foot, h.comments()...)
	h.foot.Refresh()
}
