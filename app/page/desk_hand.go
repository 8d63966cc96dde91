package page

import (
	"strings"
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
	typed  bool        // the field holds something that is not in the vault
	inHand bool        // something is
	idle   *time.Timer // until what was typed is kept
	rest   *time.Timer // until it is checked
	field  *kwidget.Field
	source *fyne.Container
	foot   *fyne.Container
	right  *fyne.Container // the field and what stands under it
	aid    deskAid
	marks  *kwidget.MarkBar
}

// calmKeys is after how long without a key what was typed goes to the vault as a draft.
const calmKeys = 3 * time.Second

// shortPause is after how long without a key what was typed is checked.
const shortPause = 500 * time.Millisecond

func newDeskHand(p *deskPage) *deskHand {
	h := &deskHand{desk: p, source: column(gapLines), foot: column(gapLines)}
	h.field = kwidget.NewArea("", 3)
	h.field.MaxRows = 8
	h.field.SetLang(p.lang)
	h.field.SetShowMarks(true)
	h.marks = kwidget.NewMarkBar(h.field, "", p.env.marks(p.lang)...)
	h.marks.Hide()
	h.field.OnEnter = func() { h.done(bilingual.ToCheck) }
	h.field.OnEscape = p.toList
	h.field.OnChanged = func(string) { h.changed() }
	h.field.PassUndo = true
	h.field.Longest, h.field.OnFull = book.Longest, func() { p.env.Shell.Fail(book.ErrLong) }
	loc := p.env.Loc
	done := primary(loc.T("desk.done"), func() { h.done(bilingual.ToCheck) })
	agree := kwidget.NewButton(loc.T("desk.agree"), nil, func() { h.done(bilingual.Agreed) })
	steps := container.NewHBox(layout.NewSpacer(), agree, done)
	h.right = column(gapParts, h.field, h.marks, h.foot)
	right := vscroll(h.right)
	caretInSight(right, h.field)
	h.object = container.New(handParts{&p.sheet.shown}, vscroll(h.source), container.NewBorder(nil, steps, nil, nil, right))
	return h
}

// handParts puts the translation beside the Dutch; under it where the pages stand beside both.
type handParts struct{ under *bool }

// Layout implements fyne.Layout.
func (l handParts) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	half, at := fyne.NewSize((size.Width-gapParts)/2, size.Height), fyne.NewPos((size.Width+gapParts)/2, 0)
	if *l.under {
		half, at = fyne.NewSize(size.Width, (size.Height-gapParts)/2), fyne.NewPos(0, (size.Height+gapParts)/2)
	}
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(half)
	objects[1].Move(at)
	objects[1].Resize(half)
}

// MinSize implements fyne.Layout.
func (handParts) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 200) }

// take shows a segment, with the caret after its words.
func (h *deskHand) take(e bilingual.Entry) {
	h.inHand = true
	h.entry, h.typed = e, false
	h.quietly(func() { h.field.Begin(e.Translation.Text) })
	h.show()
}

// put shows what the vault has of a segment. The field keeps its caret, and the spaces and
// lines at its end that the vault leaves out: who pauses within a sentence goes on there.
func (h *deskHand) put(e bilingual.Entry) {
	h.entry, h.typed = e, false
	if book.Tidy(h.field.Text) != e.Translation.Text {
		h.quietly(func() { h.field.SetText(e.Translation.Text) })
	}
	h.show()
}

// quietly changes the field without that counting as typed.
func (h *deskHand) quietly(change func()) {
	h.field.OnChanged = nil
	change()
	h.field.OnChanged = func(string) { h.changed() }
	h.grow()
}

// grow gives the field the height of its text at once: Fyne would do so one text later.
func (h *deskHand) grow() {
	if h.field.Size().Height != h.field.MinSize().Height {
		h.right.Refresh()
	}
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
		h.put(e) // the keyboard stays where it is: in a comment, in the search
		return
	}
	h.entry = e
	h.show()
}

func (h *deskHand) changed() {
	h.grow()
	h.typed = h.inHand && book.Tidy(h.field.Text) != h.entry.Translation.Text
	if h.idle != nil {
		h.idle.Stop()
	}
	h.idle = time.AfterFunc(calmKeys, func() { h.desk.env.OnUI(h.keep) })
	if h.rest != nil {
		h.rest.Stop()
	}
	h.rest = time.AfterFunc(shortPause, func() { h.desk.env.OnUI(h.paused) })
}

// paused checks what was typed and shows it on the pages: half a word is no mistake.
func (h *deskHand) paused() {
	if !h.desk.closed {
		h.help()
		h.desk.sheet.follow()
	}
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

// done keeps a translation in a state and goes on to the next segment. What was agreed and
// is only read again stays agreed.
func (h *deskHand) done(state bilingual.State) {
	read := !h.typed && state == bilingual.ToCheck && h.entry.State() == bilingual.Agreed
	if !h.inHand || h.field.Text == "" || read {
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
func (h *deskHand) copySource() { h.field.Replace(h.entry.Text) }

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
	kwidget.KeepKeyboard(h.source, func() {
		h.source.Objects = []fyne.CanvasObject{stretched(halfway(caption(what)), edit), h.sourceText()}
		if strings.Contains(h.entry.Text, "*") {
			h.source.Add(caption(loc.T("desk.emphasis")))
		}
		add(h.source, h.helps()...)
		h.source.Refresh()
	})
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
	kwidget.KeepKeyboard(h.foot, func() {
		h.foot.Objects = []fyne.CanvasObject{caption(line)}
		add(h.foot, h.judge()...)
		add(h.foot, h.waived()...)
		add(h.foot, h.comments()...)
		h.foot.Refresh()
	})
}
