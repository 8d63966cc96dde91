package page

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/privacy"
)

// subjectData is what is known before somebody's sheet is shown.
type subjectData struct {
	plan      privacy.Plan
	namesakes []privacy.Subject
	old       []string // names of theirs that the journal still knows
}

// aboutSubject shows what is kept of somebody, and what they may ask: to have it all, to have
// it right, to have it gone. over is the form over which it is shown; it may be nil.
func (e *Env) aboutSubject(sub privacy.Subject, over *draftForm) {
	lookUp(e, func() (subjectData, error) {
		p, err := e.Privacy.Plan(sub)
		if err != nil {
			return subjectData{}, err
		}
		old, err := e.Privacy.OldNames(sub)
		return subjectData{p, e.Privacy.Namesakes(sub), old}, err
	}, func(d subjectData) { e.showSubject(sub, d, over) })
}

func (e *Env) showSubject(sub privacy.Subject, d subjectData, over *draftForm) {
	loc := e.Loc
	var f *draftForm
	again := func() { // what is shown is as it is now
		f.dialog.Hide()
		e.aboutSubject(sub, over)
	}
	content := column(gapCards, card(name(sub.Name), quietly(loc.T("subject."+string(sub.Kind))), e.kept(d.plan)))
	all, first := e.everything(sub, d)
	content.Add(card(all))
	if sub.Kind == privacy.Person {
		content.Add(container.NewHBox(kwidget.NewButton(loc.T("consent.title"), nil, func() { e.consentDraft(sub, again) })))
	}
	if len(d.old) > 0 {
		content.Add(e.oldNames(d.old, func() { f.dialog.Hide() }))
	}
	gone := kwidget.NewButton(loc.T("privacy.erasedots"), theme.DeleteIcon(), func() {
		e.eraseSubject(sub, "", func() {
			f.dialog.Hide()
			if over != nil {
				over.dialog.Hide()
			}
		})
	})
	content.Add(container.NewHBox(gone))
	f = e.draft(loc.T("privacy.about"), loc.T("common.close"), content, fyne.NewSize(660, 620), func() func() error { return func() error { return nil } })
	f.nothing()
	gone.OnEscape = f.dialog.Hide
	leaving(all, f.dialog.Hide) // which a draft does for what stands on no card
	e.Window.Canvas().Focus(first)
}

// kept counts what is kept of somebody, by kind.
func (e *Env) kept(p privacy.Plan) fyne.CanvasObject {
	loc := e.Loc
	var lines []fyne.CanvasObject
	for _, label := range slices.SortedFunc(maps.Keys(p.Records), func(a, b string) int { return e.Compare(loc.T(a), loc.T(b)) }) {
		lines = append(lines, value(loc.T("privacy.count", "What", loc.T(label), "Count", loc.Int(p.Records[label]))))
	}
	if n := len(p.Mentions); n > 0 {
		lines = append(lines, value(loc.N("privacy.mentions", n)))
	}
	lines = append(lines, value(loc.N("privacy.journal", p.Journal)))
	return bullets(lines)
}

// everything offers all that is kept of somebody, as files, and asks who else they are.
func (e *Env) everything(sub privacy.Subject, d subjectData) (fyne.CanvasObject, *kwidget.Button) {
	loc := e.Loc
	box := column(gapParts, name(loc.T("dossier.give")), words(loc.T("dossier.how")))
	var checks []*kwidget.Check
	if len(d.namesakes) > 0 {
		box.Add(words(loc.T("dossier.same")))
	}
	for _, x := range d.namesakes[:min(len(d.namesakes), foundShown)] {
		c := kwidget.NewCheck(loc.Facts(x.Name, loc.T("subject."+string(x.Kind))), nil)
		checks = append(checks, c)
		box.Add(c)
	}
	row := beside(gapParts)
	var first *kwidget.Button
	for _, lang := range paper.DossierLanguages() {
		b := kwidget.NewButton(loc.T("dossier.in", "Language", loc.T("language."+lang)), theme.DocumentSaveIcon(), func() {
			subs := []privacy.Subject{sub}
			for i, c := range checks {
				if c.Checked {
					subs = append(subs, d.namesakes[i])
				}
			}
			e.saveDossier(lang, subs)
		})
		if first == nil {
			first = b
		}
		row.Add(b)
	}
	box.Add(row)
	return box, first
}

func (e *Env) saveDossier(lang string, subs []privacy.Subject) {
	e.saveFiles(e.Loc.T("dossier.file")+".pdf", func(path string) ([]string, error) {
		d, err := e.Privacy.Dossier(subs...)
		if err != nil {
			return nil, err
		}
		return paper.Dossier(path, d, lang, e.Now())
	})
}

// oldNames offers to take names out of the journal that somebody had before.
func (e *Env) oldNames(old []string, then func()) fyne.CanvasObject {
	loc := e.Loc
	forget := kwidget.NewButton(loc.T("oldname.forget"), nil, func() {
		e.Shell.Ask(Question{
			Title: loc.T("oldname.title"), Text: loc.T("oldname.ask", "Names", loc.List(old)), Yes: loc.T("oldname.yes"),
			Do: func() {
				then()
				e.do(func() error { return e.erasing(func() error { return e.Privacy.ForgetNames(old) }) })
			},
		})
	})
	return card(name(loc.T("oldname.title")), words(loc.T("oldname.about", "Names", loc.List(old))), container.NewHBox(forget))
}

// eraseSubject plans and asks.
func (e *Env) eraseSubject(sub privacy.Subject, d privacy.Data, then func()) {
	lookUp(e, func() (privacy.Plan, error) { return e.Privacy.Plan(sub) }, func(p privacy.Plan) { e.eraseDraft(p, d, then) })
}

// mentionsShown is how many places with a name are shown one by one; the rest follows the last.
const mentionsShown = 30

// eraseDraft says what goes and what stays, and asks which of the places where somebody is
// named are meant.
func (e *Env) eraseDraft(p privacy.Plan, d privacy.Data, then func()) *draftForm {
	loc := e.Loc
	content := column(gapCards, card(name(p.Subject.Name), words(loc.T("erase.what."+eraseWords(p.Subject.Kind))), words(loc.T("erase.forgood")),
		words(loc.T("erase.copies", "Date", e.date(privacy.LastCopy(e.Day()), i18n.Medium)))))
	checks := map[int]*kwidget.Check{}
	if len(p.Mentions) > 0 {
		box := column(gapParts, name(loc.T("erase.mentions")), words(loc.T("erase.mentionshint")))
		for i, m := range p.Mentions[:min(len(p.Mentions), mentionsShown)] {
			c := kwidget.NewCheck(loc.Facts(loc.T(m.Label), e.placed(m.Where)), nil)
			c.Checked = m.Likely
			checks[i] = c
			box.Add(column(0, c, quietly(m.Text)))
		}
		if n := len(p.Mentions) - mentionsShown; n > 0 {
			box.Add(words(loc.N("erase.moremention", n)))
		}
		content.Add(card(box))
	}
	f := e.draft(loc.T("erase.title"), loc.T("privacy.forgood"), content, fyne.NewSize(660, 600), func() func() error {
		var chosen []privacy.Mention
		for i, m := range p.Mentions {
			if c, shown := checks[i]; shown && c.Checked || !shown && m.Likely {
				chosen = append(chosen, m)
			}
		}
		return func() error {
			return e.erasing(func() error { return e.Privacy.Erase(p, chosen, d, e.Day()) })
		}
	})
	f.yes.Importance = widget.DangerImportance
	f.yes.Refresh()
	f.then = then
	for _, c := range checks {
		c.OnEscape = f.dialog.Hide
	}
	e.Window.Canvas().Focus(f.no) // who presses Enter without reading loses nothing
	return f
}

// eraseWords are the words that say what goes with somebody of a kind.
func eraseWords(k privacy.Kind) string {
	switch k {
	case privacy.Notes, privacy.Evenings, privacy.Deleted, privacy.Translator, privacy.Member:
		return string(k)
	}
	return "somebody"
}
