package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/cafe"
)

// missedToday is how many Today names; the evening itself names all.
const missedToday = 4

// absent are the visitors of all places who stayed away and like to be told that they were
// missed.
func (e *Env) absent() []cafe.Absence {
	var out []cafe.Absence
	for _, p := range e.Cafe.Places(e.Compare) {
		out = append(out, e.Cafe.Missed(p.ID, e.Day().AddDays(-1))...)
	}
	return out
}

// missedCard says who was missed, one under the other, with what helps to tell them, at
// most so many; nil: nobody.
func (e *Env) missedCard(all []cafe.Absence, most int) fyne.CanvasObject {
	if len(all) == 0 {
		return nil
	}
	lines := column(gapCards)
	for i, a := range all[:min(len(all), most)] {
		if i > 0 {
			lines.Add(rule())
		}
		lines.Add(e.missedLine(a))
	}
	if n := len(all) - most; n > 0 {
		lines.Add(quiet(e.Loc.N("missed.more", n)))
	}
	return card(lines)
}

func (e *Env) missedLine(a cafe.Absence) fyne.CanvasObject {
	loc := e.Loc
	var text *kwidget.Button
	text = kwidget.NewButton(loc.T("missed.copy"), theme.ContentCopyIcon(), func() {
		var items []kwidget.MenuItem
		for _, lang := range []string{"nl", "ar"} {
			items = append(items, kwidget.MenuItem{Text: loc.T("language." + lang), Do: func() { e.copyMissed(a, lang) }})
		}
		kwidget.ShowMenu(text, 0, items...)
	})
	done := kwidget.NewButton(loc.T("missed.done"), theme.ConfirmIcon(), func() {
		e.do(func() error { return e.Cafe.SetTold(a, e.Day()) })
	})
	buttons := container.New(layout.NewRowWrapLayout(), text, done)
	head := container.NewBorder(nil, nil, beside(0, kwidget.NewDisc(tile(a.Visitor, false)), gap(gapParts)), nil, halfway(name(a.Visitor.Name)))
	return column(gapLines, head,
		value(loc.N("missed.away", a.Away, "Place", a.Place.Name)),
		quiet(loc.T("visitors.last", "Date", e.date(a.Last, i18n.Medium))),
		e.readable(value(e.told(a.Visitor))), buttons)
}

// copyMissed puts a text to send on the clipboard, in the language that the visitor likes.
func (e *Env) copyMissed(a cafe.Absence, lang string) {
	fyne.CurrentApp().Clipboard().SetContent(i18n.New(lang).T("missed.text", "Name", a.Visitor.Name, "Place", a.Place.Name))
	e.Shell.Say(e.Loc.T("missed.copied"))
}
