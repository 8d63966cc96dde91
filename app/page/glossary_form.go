package page

import (
	"strings"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/toolkit/glossary"
)

// draft edits a term in Dutch and the chosen language.
func (p *terms) draft(head string, t glossary.Term) {
	env, loc, lang, window := p.env, p.env.Loc, p.lang.id(), p.env.Lang()
	w, dutchOnly := t.In[lang], t.In[glossary.Dutch]
	in := func(id, lang string) string { return loc.T(id, "Language", loc.T("language."+lang)) }
	area := func(text, hint string) *kwidget.Field {
		f := kwidget.NewArea(text, 2)
		f.SetPlaceHolder(loc.T(hint))
		return f
	}
	dutch, forms := kwidget.NewField(t.Dutch), kwidget.NewField(glossary.JoinWords(t.Forms))
	forms.SetPlaceHolder(loc.T("terms.formshint"))
	words := area(strings.Join(w.Words, "\n"), "terms.wordshint")
	others := kwidget.NewField(glossary.JoinWords(w.Forms))
	others.SetPlaceHolder(loc.T("terms.othershint"))
	avoid := area(avoidLines(w, window), "terms.avoidhint")
	avoidDutch := area(avoidLines(dutchOnly, window), "terms.avoidhint")
	note := area(t.Note.In(window), "terms.notehint")
	about := area(w.Note.In(window), "terms.abouthint")
	var saved glossary.Term
	f := env.draft(head, loc.T("common.save"), formOf(
		item(loc.T("terms.column.dutch"), dutch), item(loc.T("terms.column.dutchforms"), forms),
		item(loc.T("language."+lang), words), item(loc.T("terms.column.forms"), others),
		item(loc.T("terms.column.note"), note), item(in("terms.aboutin", lang), about),
		item(in("terms.avoidin", lang), avoid), item(in("terms.avoidin", glossary.Dutch), avoidDutch),
	), fyne.NewSize(760, 640), func() func() error {
		draft := t
		draft.Dutch, draft.Forms = dutch.Text, glossary.SplitWords(forms.Text)
		if s := strings.TrimSpace(note.Text); s != t.Note.In(window) {
			draft.Note = t.Note.Typed(window, s)
		}
		noted := w.Note
		if s := strings.TrimSpace(about.Text); s != noted.In(window) {
			noted = noted.Typed(window, s)
		}
		draft = draft.With(lang, glossary.Wording{
			Note:  noted,
			Words: glossary.SplitWords(words.Text), Forms: glossary.SplitWords(others.Text), Avoid: glossary.SplitAvoid(avoid.Text, window, w.Avoid),
		})
		only := dutchOnly
		only.Avoid = glossary.SplitAvoid(avoidDutch.Text, window, dutchOnly.Avoid)
		draft = draft.With(glossary.Dutch, only)
		return func() (err error) {
			saved, err = env.Terms.Save(draft)
			return err
		}
	})
	f.then = func() { p.found(saved) }
	f.on(dutch, forms, words, others, note, about, avoid, avoidDutch)
}

// found shows a term that was just saved, also where the list was narrowed to others.
func (p *terms) found(t glossary.Term) {
	p.chosen, p.reach = t.ID, true
	if !t.Matches(p.text.Text, p.lang.id()) {
		quietText(p.text)
	}
	if !belongs(t, p.which.id()) {
		p.which.show(everyTerm)
	}
	p.Update()
}

// quietText empties a field without telling anybody.
func quietText(f *kwidget.Field) {
	tell := f.OnChanged
	f.OnChanged = nil
	f.SetText("")
	f.OnChanged = tell
}

// avoidLines writes words to avoid on lines of their own.
func avoidLines(w glossary.Wording, window string) string {
	var out []string
	for _, a := range w.Avoid {
		out = append(out, glossary.JoinAvoid([]glossary.Avoid{a}, window))
	}
	return strings.Join(out, "\n")
}
