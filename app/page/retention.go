package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/privacy"
)

// Privacy is the page that shows how long data are kept, and what is to be reviewed.
const Privacy Name = "privacy"

// retention lists what is due, finds somebody over all rooms, and has the terms.
type retention struct {
	simple
	env  *Env
	who  *kwidget.Field
	all  map[privacy.Data]bool // of which all is shown
	data retentionData
}

func newRetention(env *Env) Page {
	back := low(env.Loc.T("nav.settings"), func() { env.Shell.Go(Target{Page: Settings, Tab: Reviewed}) })
	return retentionUnder(env, title(env.Loc.T("privacy.title"), back))
}

// newReviewed is the same under a tab of the settings.
func newReviewed(env *Env) Page { return retentionUnder(env, gap(0)) }

func retentionUnder(env *Env, head fyne.CanvasObject) Page {
	p := &retention{env: env, all: map[privacy.Data]bool{}}
	p.who = newSearch(env.Loc.T("privacy.who"), p.Update)
	p.who.Names = true
	p.who.OnSubmitted = func(string) { p.first() }
	p.simple = newSimple(head)
	return p
}

type retentionData struct {
	due       []privacy.Review
	found     []privacy.Subject
	terms     []privacy.Term
	decisions []privacy.Decision
}

// Shown at most: of a kind that is due, of who is found, of decisions.
const (
	dueShown      = 5
	foundShown    = 8
	decisionShown = 6
)

// Update implements Page.
func (p *retention) Update() {
	text := p.who.Text
	refresh(p.env, &p.turns, func() (retentionData, error) { return p.fetch(text), nil }, p.update)
}

func (p *retention) fetch(text string) retentionData {
	d := retentionData{due: p.env.Privacy.Due(p.env.Day()), decisions: p.env.Privacy.Decisions(decisionShown)}
	for _, k := range privacy.AllData() {
		d.terms = append(d.terms, p.env.Privacy.Term(k))
	}
	if text != "" {
		for _, x := range p.env.Privacy.People(p.env.Compare) {
			if len(d.found) < foundShown && x.Matches(text) {
				d.found = append(d.found, x)
			}
		}
	}
	return d
}

func (p *retention) update(d retentionData) {
	p.data = d
	left := column(gapCards, section(p.env.Loc.T("privacy.due")))
	if len(d.due) == 0 {
		left.Add(card(value(p.env.Loc.T("privacy.nothing"))))
	}
	for _, k := range privacy.AllData() {
		of := slices.DeleteFunc(slices.Clone(d.due), func(r privacy.Review) bool { return r.Data != k })
		if len(of) > 0 {
			left.Add(p.kind(k, of))
		}
	}
	right := column(gapCards, section(p.env.Loc.T("privacy.about")), p.finder(d), section(p.env.Loc.T("privacy.terms")), p.terms(d))
	if len(d.decisions) > 0 {
		right.Add(section(p.env.Loc.T("privacy.decisions")))
		right.Add(p.decisions(d))
	}
	p.show(container.New(twoColumns{}, left, right))
}

// first opens who is found first.
func (p *retention) first() {
	if len(p.data.found) > 0 {
		p.env.aboutSubject(p.data.found[0], nil)
	}
}

// kind is what is due of one kind of data.
func (p *retention) kind(k privacy.Data, of []privacy.Review) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	box := column(gapParts, name(loc.T("data."+string(k))), quietly(env.termReason(env.Privacy.Term(k))))
	shown, rest := few(env, of, dueShown, p.all[k], func() { p.all[k] = true; p.Update() })
	for _, r := range shown {
		box.Add(p.review(r))
	}
	foot := column(gapLines)
	if rest != nil {
		foot.Add(rest)
	}
	if len(of) > 1 {
		foot.Add(container.NewHBox(kwidget.NewButton(loc.N("privacy.eraseall", len(of)), theme.DeleteIcon(), func() { p.eraseAll(of) })))
	}
	return card(box, foot)
}

// review is one line: who or what, since when, and what can be decided.
func (p *retention) review(r privacy.Review) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	about := r.About
	if r.N > 0 {
		about = loc.Facts(about, loc.N("count.notes", r.N))
	}
	lines := column(0, value(r.Name), quietly(loc.Facts(about, loc.T("privacy.last", "Date", env.date(r.Since, i18n.Medium)))))
	if r.Kept.Why != "" {
		lines.Add(quietly(loc.T("privacy.waskept", "Why", r.Kept.Why)))
	}
	erase := kwidget.NewButton(loc.T("privacy.erase"), nil, func() { env.eraseSubject(r.Subject, r.Data, nil) })
	keep := low(loc.T("privacy.keep"), func() { env.keepDraft(r) })
	return column(gapLines, lines, container.NewHBox(erase, keep))
}

func (p *retention) eraseAll(of []privacy.Review) {
	env, loc := p.env, p.env.Loc
	env.Shell.Ask(Question{
		Title: loc.N("privacy.eraseall", len(of)), Text: loc.T("privacy.eraseallask", "Date", env.date(privacy.LastCopy(env.Day()), i18n.Medium)), Yes: loc.T("privacy.forgood"),
		Do: func() {
			erase := func() error { return env.erasing(func() error { return env.Privacy.EraseAll(of, env.Day()) }) }
			env.act(erase, func(err error) {
				p.scroll.ScrollToTop() // what is due ends above now, beside the longer terms
				env.failUnlessNil(err)
			})
		},
	})
}

// finder finds somebody over all rooms.
func (p *retention) finder(d retentionData) fyne.CanvasObject {
	loc := p.env.Loc
	box := column(gapLines, p.who)
	if p.who.Text != "" && len(d.found) == 0 {
		box.Add(quietly(loc.T("privacy.nobody")))
	}
	for _, x := range d.found {
		show := low(loc.T("common.show"), func() { p.env.aboutSubject(x, nil) })
		box.Add(stretched(column(0, value(x.Name), quietly(loc.T("subject."+string(x.Kind)))), show))
	}
	return card(box, quietly(loc.T("privacy.abouthint")))
}

// terms are how long each kind of data is kept.
func (p *retention) terms(d retentionData) fyne.CanvasObject {
	loc := p.env.Loc
	box := column(gapParts)
	for _, t := range d.terms {
		change := low(loc.T("common.edit"), func() { p.env.termDraft(t) })
		box.Add(stretched(column(0, value(loc.T("data."+string(t.Data))), quietly(p.env.termWords(t))), change))
	}
	return card(box)
}

func (p *retention) decisions(d retentionData) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	box := column(gapLines)
	for _, x := range d.decisions {
		what := loc.T("privacy.asked")
		if x.Data != "" {
			what = loc.T("data." + string(x.Data))
		}
		said := loc.T("decided." + string(x.Did))
		if !x.Until.IsZero() {
			said = loc.T("decided.until", "Date", env.date(x.Until, i18n.Medium))
		}
		box.Add(column(0, value(loc.Facts(env.date(x.On, i18n.Medium), said)), quietly(loc.Facts(what, x.Why))))
	}
	return card(box)
}

// termWords says how long a kind of data is kept.
func (e *Env) termWords(t privacy.Term) string {
	if t.Months == 0 {
		return e.Loc.T("privacy.noterm")
	}
	return e.Loc.N("count.months", t.Months)
}

// termReason says how long a kind of data is kept, and why.
func (e *Env) termReason(t privacy.Term) string {
	why := t.Why
	if why == "" {
		why = e.Loc.T("why." + string(t.Data))
	}
	return e.Loc.Facts(e.termWords(t), why)
}

// due counts what is to be reviewed.
func (e *Env) due() int { return len(e.Privacy.Due(e.Day())) }

// reviews is what Today says of it.
func (p *today) reviews(n int) []fyne.CanvasObject {
	if n == 0 {
		return nil
	}
	loc := p.env.Loc
	show := low(loc.T("common.show"), func() { p.env.Shell.Go(Target{Page: Privacy}) })
	return []fyne.CanvasObject{section(loc.T("privacy.title")), card(stretched(value(loc.N("privacy.todo", n)), show))}
}

// placed says what a record is about.
func (e *Env) placed(w privacy.Where) string { return paper.Place(e.Loc, w) }
