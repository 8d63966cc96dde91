package page

import (
	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/toolkit/bilingual"
)

// heading says which text it is, and how far.
func (p *deskPage) heading() {
	loc := p.env.Loc
	back := low(loc.T("nav.workbook"), p.leave)
	pages := kwidget.NewButton(loc.T(map[bool]string{false: "desk.pages", true: "desk.list"}[p.sheet.shown]), nil, p.sheet.turn)
	kwidget.KeepKeyboard(p.head, func() {
		p.head.Objects = []fyne.CanvasObject{title(p.data.called, back, pages, p.otherTongue(), p.menu())}
		p.head.Refresh()
	})
	text := p.env.progress(p.data.count)
	if n := p.data.count[bilingual.Outdated]; n > 0 {
		text = loc.Facts(text, loc.N("desk.old", n))
	}
	if n := len(p.data.hits); n > 0 {
		text = loc.Facts(text, loc.N("desk.tolook", n))
	}
	p.count.SetText(text)
	p.object.Refresh()
}

// otherTongue goes to the desk of another of the text's languages.
func (p *deskPage) otherTongue() fyne.CanvasObject {
	var b *kwidget.Button
	b = kwidget.NewButton(p.env.Loc.Language(p.lang), nil, func() {
		var items []kwidget.MenuItem
		for _, tag := range p.data.book.Langs {
			items = append(items, kwidget.MenuItem{Text: p.env.Loc.Language(tag), Chosen: tag == p.lang, Do: func() {
				p.env.Shell.Go(Target{Page: Workbook, BookID: p.bookID, Lang: tag})
			}})
		}
		kwidget.ShowMenu(b, 0, append(items, kwidget.MenuItem{Text: p.env.Loc.T("workbook.language"), Do: func() { p.env.addLanguage(p.data.book) }})...)
	})
	return b
}

// menu is what is done seldom.
func (p *deskPage) menu() fyne.CanvasObject {
	loc := p.env.Loc
	return more(
		choiceOf{loc.T("workbook.print"), func() { p.env.Shell.Go(Target{Page: Toolkits, BookID: p.bookID}) }},
		choiceOf{loc.T("desk.proof"), p.proof},
		choiceOf{loc.T("desk.proofbook"), p.proofBook},
		choiceOf{loc.T("terms.title"), p.openTerms},
		choiceOf{loc.T("write.open"), func() { p.env.Shell.Go(writeTarget(p.bookID)) }},
		choiceOf{loc.T("desk.marks"), p.hand.showMarks},
		choiceOf{loc.T("hand.send"), func() { p.hand.keep(); p.env.handOver(p.data.book, p.lang) }},
		choiceOf{loc.T("hand.back"), func() { p.hand.keep(); p.env.takeBack(p.data.book, p.lang) }},
		choiceOf{loc.T("desk.who"), p.askWho},
		choiceOf{loc.T("desk.removechapter"), p.removeChapter},
		choiceOf{loc.T("desk.endlanguage"), p.endLanguage},
		choiceOf{loc.T("desk.keys"), p.ListKeys},
	)
}

// openTerms shows the agreed words, and comes back to the piece in hand.
func (p *deskPage) openTerms() {
	p.env.Shell.Go(Target{Page: Toolkits, Tab: Glossary, BookID: p.bookID, Lang: p.lang, SegmentID: p.hand.entry.ID})
}

// askWho asks who sits here: it stands beside what is translated.
func (p *deskPage) askWho() {
	who := kwidget.NewField(p.data.who)
	f := p.env.draft(p.env.Loc.T("desk.who"), p.env.Loc.T("common.save"), column(gapParts, quiet(p.env.Loc.T("desk.whoabout")), who), fyne.NewSize(520, 280), func() func() error {
		name := who.Text
		return func() error { return p.env.Books.SetWho(name) }
	})
	f.on(who)
}

func (p *deskPage) endLanguage() {
	loc := p.env.Loc
	p.env.Shell.Ask(Question{
		Title: loc.T("desk.endlanguage"), Yes: loc.T("common.delete"),
		Text: loc.T("desk.endask", "Language", loc.Language(p.lang)),
		Do: func() {
			p.env.act(func() error { return p.env.Books.RemoveLanguage(p.bookID, p.lang) }, func(err error) {
				if p.env.failUnlessNil(err); err == nil {
					p.leave()
				}
			})
		},
	})
}
