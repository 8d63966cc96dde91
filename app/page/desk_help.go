package page

import (
	"strconv"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	kwidget "kring/app/widget"
	"kring/internal/typeset"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/check"
	"kring/toolkit/desk"
	"kring/toolkit/glossary"
	"kring/toolkit/memory"
)

// deskAid is what helps with the segment in hand.
type deskAid struct {
	uses  []glossary.Use
	alike []memory.Match
	put   []string // what can be put into the translation, by their keys: words, numbers, names
}

// aidFor looks up what helps with an entry.
func aidFor(t *desk.Tongue, bookID string, e bilingual.Entry) deskAid {
	a := deskAid{uses: t.Terms(e.Text)}
	for _, m := range t.Alike(bookID, e) {
		if m.Alike < 1 || m.Unit.Text != e.Translation.Text { // what stands there already helps nobody
			a.alike = append(a.alike, m)
		}
	}
	for _, u := range a.uses {
		if words := u.Term.Words(t.Lang); len(words) > 0 {
			a.put = append(a.put, words[0])
		}
	}
	a.put = append(a.put, desk.Insertable(e.Text)...)
	if e.Kind == bilingual.Link { // the link of a film in this language, to be filled in
		a.put = append(a.put, bilingual.Linked("", "https://"))
	}
	if typeset.RightToLeft(t.Lang) != typeset.RightToLeft(book.Source) {
		a.put = append(a.put, bilingual.Arrows(e.Text)...)
	}
	return a
}

// sourceText is the Dutch: the words of the glossary are dotted in it, and in one that
// changed after it was translated what came and went is marked.
func (h *deskHand) sourceText() fyne.CanvasObject {
	was := h.entry.Translation.Source
	if h.entry.State() != bilingual.Outdated {
		l := words(h.entry.Text)
		l.Lang, l.Selectable = book.Source, true
		var marked []kwidget.Range
		for _, u := range h.aid.uses {
			for _, r := range u.Ranges {
				marked = append(marked, kwidget.Range{From: r.From, To: r.To, Style: kwidget.Dotted})
			}
		}
		l.SetRanges(marked)
		emphasise(l)
		return l
	}
	l := words("")
	l.Lang, l.Selectable = book.Source, true
	showChanged(l, was, h.entry.Text)
	return column(gapLines, l, caption(h.desk.env.Loc.T("desk.changed")))
}

// helps are what stands under the Dutch: the words to use, and what was translated before.
func (h *deskHand) helps() []fyne.CanvasObject {
	loc := h.desk.env.Loc
	var out []fyne.CanvasObject
	if len(h.aid.put) > 0 {
		row := container.New(layout.NewRowWrapLayoutWithCustomPadding(gapLines, gapLines))
		for i, text := range h.aid.put {
			row.Add(h.insertButton(i, text))
		}
		out = append(out, caption(loc.T("desk.words")), row)
	}
	for _, u := range h.aid.uses {
		for _, note := range u.Term.Notes(h.desk.lang, h.desk.env.Lang()) {
			out = append(out, caption(loc.T("desk.note", "Word", u.Term.Dutch, "Note", note)))
		}
	}
	if len(h.aid.alike) > 0 {
		out = append(out, caption(loc.T("desk.memory")))
		for i, m := range h.aid.alike {
			out = append(out, h.match(i, m))
		}
	}
	return out
}

// insertKeys is how many of the words have a key.
const insertKeys = 9

// insertButton puts a word into the translation, where the caret is.
func (h *deskHand) insertButton(i int, text string) fyne.CanvasObject {
	said := text
	if i < insertKeys {
		said = h.desk.env.Loc.T("desk.insertword", "Key", strconv.Itoa(i+1), "Word", text)
	}
	b := kwidget.NewButton(said, nil, func() { h.insert(i) })
	b.OnEscape = func() { h.focus() }
	return b
}

// insert puts the word with a number into the translation.
func (h *deskHand) insert(i int) {
	if i < len(h.aid.put) {
		h.field.Insert(h.aid.put[i])
		h.focus()
	}
}

func (h *deskHand) focus() { h.desk.env.Window.Canvas().Focus(h.field) }

// match is an earlier translation: how alike its Dutch was, what differs, and what it said.
func (h *deskHand) match(i int, m memory.Match) fyne.CanvasObject {
	loc := h.desk.env.Loc
	how := loc.T("desk.repeat")
	if m.Alike < 1 {
		how = loc.T("desk.alike", "Share", loc.Percent(min(m.Alike, 0.99)))
	}
	lines := column(gapLines, caption(loc.Facts(how, m.Unit.From)))
	if m.Alike < 1 {
		diff := quiet("")
		diff.Lang = book.Source
		showChanged(diff, m.Unit.Source, h.entry.Text)
		lines.Add(diff)
	}
	said := words(m.Unit.Text)
	said.Lang = h.desk.lang
	emphasise(said)
	lines.Add(said)
	buttons := []fyne.CanvasObject{kwidget.NewButton(loc.T("desk.use"), nil, func() { h.use(i) })}
	if desk.Kept(m) {
		buttons = append(buttons, more(choiceOf{loc.T("desk.forget"), func() { h.forget(m) }}))
	}
	return stretched(lines, buttons...)
}

// use puts an earlier translation in the field; of a repeat with other numbers, with those.
func (h *deskHand) use(i int) {
	if i >= len(h.aid.alike) {
		return
	}
	u := h.aid.alike[i].Unit
	text := u.Text
	if adapted, ok := memory.Adapt(u, h.entry.Text); ok {
		text = adapted
	}
	h.field.Replace(text)
	h.focus()
}

// forget takes an earlier translation out of the memory; what is being typed stays.
func (h *deskHand) forget(m memory.Match) {
	env := h.desk.env
	env.do(func() error { return env.Desk.Forget(m) })
	h.focus()
}

// judge checks what is in the field: what could be better is marked there and said under it.
// Space at the end goes when it is kept: who is between two words is not told of it.
func (h *deskHand) judge() []fyne.CanvasObject {
	if h.desk.tongue == nil || !h.inHand {
		return nil
	}
	found := h.desk.tongue.Check(h.entry, strings.TrimRightFunc(h.field.Text, unicode.IsSpace))
	var out []fyne.CanvasObject
	var marked []kwidget.Range
	for _, f := range found {
		for _, r := range f.In {
			marked = append(marked, kwidget.Range{From: r.From, To: r.To, Style: kwidget.Wavy})
		}
		out = append(out, h.finding(f))
	}
	h.field.SetRanges(marked)
	return out
}

// finding says what could be better, and lets it be waved through.
func (h *deskHand) finding(f check.Finding) fyne.CanvasObject {
	said := warning(h.desk.env.sayFinding(f))
	said.ByWindow = true
	return stretched(said, low(h.desk.env.Loc.T("desk.waive"), func() { h.waive(f) }))
}

func (e *Env) sayFinding(f check.Finding) string {
	return e.Loc.T("check."+strings.TrimPrefix(f.Key(), "check."), "Of", f.Of, "Want", f.Want, "Got", f.Got)
}

// waive asks why a check does not hold for the segment in hand.
func (h *deskHand) waive(f check.Finding) {
	h.keep()
	env, p, id := h.desk.env, h.desk, h.entry.ID
	why := kwidget.NewField("")
	why.SetPlaceHolder(env.Loc.T("desk.waivehint"))
	form := env.draft(env.Loc.T("desk.waive"), env.Loc.T("common.save"), column(gapParts, quiet(env.sayFinding(f)), why), fyne.NewSize(560, 300), func() func() error {
		reason := why.Text
		return func() error { return env.Books.Waive(p.bookID, id, p.lang, string(f.Code), reason) }
	})
	form.on(why)
}

// waived are the checks of the segment in hand that were waved through.
func (h *deskHand) waived() []fyne.CanvasObject {
	env, p, id := h.desk.env, h.desk, h.entry.ID
	var out []fyne.CanvasObject
	for _, code := range check.Codes() {
		why, ok := h.entry.Waived[string(code)]
		if !ok {
			continue
		}
		text := env.Loc.T("desk.waived", "Check", env.Loc.T("check."+string(code)), "Why", why)
		out = append(out, stretched(quiet(text), low(env.Loc.T("desk.unwaive"), func() {
			env.do(func() error { return env.Books.Unwaive(p.bookID, id, p.lang, string(code)) })
		})))
	}
	return out
}
