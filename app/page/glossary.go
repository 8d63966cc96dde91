package page

import (
	"io"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/sessions/people"
	"kring/toolkit/glossary"
)

// Glossary is the tab of the toolkits that shows the agreed words.
const Glossary Tab = "glossary"

// Which terms are shown.
const (
	everyTerm   = "all"
	ownTerms    = "own" // and changed ones
	kringsTerms = "shipped"
	hiddenTerms = "hidden"
)

// terms shows the agreed words in Dutch and one other language: a list that is narrowed while
// one types, and beside it the term that was chosen.
type terms struct {
	came Target // with the text that was being translated, if one was
	turns
	env    *Env
	object fyne.CanvasObject
	text   *kwidget.Field
	lang   *choice
	which  *choice
	count  *kwidget.BidiLabel
	list   *kwidget.List
	shown  []glossary.Term
	chosen string // the id of the one that is shown whole
	reach  bool   // the list goes to it: it was just saved
	detail *fyne.Container
	scroll *container.Scroll
}

func newTerms(env *Env, t Target) Page {
	p := &terms{env: env, came: t, detail: column(gapParts), count: quiet("")}
	loc := env.Loc
	p.list = kwidget.NewList(func() int { return len(p.shown) }, p.line, p.fill, p.choose)
	p.list.OnEscape = p.leave
	p.scroll = vscroll(p.detail)
	back := low(loc.T("nav.toolkits"), p.leave)
	if t.BookID != "" {
		back.SetText(loc.T("workbook.translate"))
	}
	add := kwidget.NewButton(loc.T("terms.new"), nil, p.New)
	lists := more(choiceOf{loc.T("terms.import"), p.importList},
		choiceOf{loc.T("terms.xlsx"), func() { p.export(".xlsx") }}, choiceOf{loc.T("terms.csv"), func() { p.export(".csv") }})
	top := column(gapParts, title(loc.T("terms.title"), back, add, lists), p.filters(), p.count)
	p.object = under(top, container.New(listAndDetail{}, p.list, p.scroll))
	return p
}

// New implements Maker: a word is what is new here.
func (p *terms) New() { p.draft(p.env.Loc.T("terms.new"), glossary.Term{}) }

// leave goes back to where the words are used: the piece in hand, or else the toolkits.
func (p *terms) leave() {
	if p.came.BookID != "" {
		p.env.Shell.Go(Target{Page: Workbook, BookID: p.came.BookID, Lang: p.came.Lang, SegmentID: p.came.SegmentID})
		return
	}
	p.env.Shell.Go(Target{Page: Toolkits})
}

// Object implements Page.
func (p *terms) Object() fyne.CanvasObject { return p.object }

// First implements Focuser.
func (p *terms) First() fyne.Focusable { return p.text }

// filters narrow the list.
func (p *terms) filters() fyne.CanvasObject {
	loc := p.env.Loc
	p.text = kwidget.NewField("")
	p.text.SetPlaceHolder(loc.T("terms.search"))
	p.text.OnChanged = func(string) { p.Update() }
	p.text.OnEscape = func() { p.text.SetText("") }
	leadsTo(p.text, func() { p.choose(0); p.env.Window.Canvas().Focus(p.list) })
	langs := slices.DeleteFunc(people.Languages(), func(l string) bool { return l == glossary.Dutch })
	first := p.env.Lang()
	switch {
	case slices.Contains(langs, p.came.Lang):
		first = p.came.Lang
	case first == glossary.Dutch:
		first = "ar"
	}
	p.lang = newChoice(loc.T, "language.", langs, first)
	p.which = newChoice(loc.T, "terms.which.", []string{everyTerm, ownTerms, kringsTerms, hiddenTerms}, everyTerm)
	for _, c := range []*choice{p.lang, p.which} {
		c.sel.OnChanged = func(int) { p.Update() }
	}
	return container.New(evenly{}, p.text, p.lang.sel, p.which.sel)
}

// Update implements Page.
func (p *terms) Update() {
	text, lang, which := p.text.Text, p.lang.id(), p.which.id()
	refresh(p.env, &p.turns, func() ([]glossary.Term, error) {
		all := p.env.Terms.All(p.env.Compare)
		return slices.DeleteFunc(all, func(t glossary.Term) bool { return !belongs(t, which) || !t.Matches(text, lang) }), nil
	}, p.update)
}

// belongs tells whether a term is among those that were asked for.
func belongs(t glossary.Term, which string) bool {
	switch which {
	case ownTerms:
		return !t.Hidden && (!t.Shipped || t.Changed)
	case kringsTerms:
		return !t.Hidden && t.Shipped
	case hiddenTerms:
		return t.Hidden
	}
	return !t.Hidden
}

func (p *terms) update(shown []glossary.Term) {
	p.shown = shown
	p.count.SetText(p.env.Loc.N("count.terms", len(shown)))
	p.list.Refresh()
	at := max(slices.IndexFunc(shown, func(t glossary.Term) bool { return t.ID == p.chosen }), 0)
	if p.reach && at < len(shown) {
		p.list.ScrollTo(at)
		p.reach = false
	}
	p.detail.Objects = nil
	switch {
	case at < len(shown):
		p.show(shown[at])
	default:
		p.nothing()
	}
	p.detail.Refresh()
}

// nothing says what can be done where no term is shown.
func (p *terms) nothing() {
	loc := p.env.Loc
	p.detail.Add(quietly(loc.T("terms.none")))
	if text := p.text.Text; text != "" && p.which.id() != hiddenTerms {
		p.detail.Add(container.NewHBox(kwidget.NewButton(loc.T("terms.new"), nil, func() { p.draft(loc.T("terms.new"), glossary.Term{Dutch: text}) })))
	}
}

func (p *terms) line() fyne.CanvasObject {
	dutch, other := inLine(""), inLine("")
	dutch.Bold, other.ColorName = true, theme.ColorNamePlaceHolder
	return listLine(column(0, dutch, other))
}

func (p *terms) fill(i int, o fyne.CanvasObject) {
	t := p.shown[i]
	labels := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	labels[0].(*kwidget.BidiLabel).SetText(t.Dutch)
	said := glossary.JoinWords(t.Words(p.lang.id()))
	if said == "" {
		said = p.env.Loc.T("terms.notyet")
	}
	labels[1].(*kwidget.BidiLabel).SetText(said)
}

func (p *terms) choose(i int) {
	if i >= len(p.shown) {
		return
	}
	p.detail.Objects = nil
	p.show(p.shown[i])
	p.detail.Refresh()
	p.scroll.ScrollToTop()
}

// show writes one term whole: the chosen language first, then the others.
func (p *terms) show(t glossary.Term) {
	env, loc, lang := p.env, p.env.Loc, p.lang.id()
	p.chosen = t.ID
	head := section(t.Dutch)
	head.ByWindow = true
	add(p.detail, head, p.buttons(t), quietly(p.from(t)))
	add(p.detail, env.fact("terms.column.dutchforms", glossary.JoinWords(t.Forms))...)
	w := t.In[lang]
	said := glossary.JoinWords(w.Words)
	if said == "" {
		said = loc.T("terms.notyet")
	}
	agreed := section(said)
	agreed.ByWindow = true
	add(p.detail, column(0, caption(loc.T("language."+lang)), agreed))
	add(p.detail, env.fact("terms.column.forms", glossary.JoinWords(w.Forms))...)
	add(p.detail, env.fact("terms.column.note", t.Note.In(env.Lang()))...)
	add(p.detail, env.fact("terms.column.about", w.Note.In(env.Lang()))...)
	p.avoided("terms.avoidin", lang, w)
	p.avoided("terms.avoidin", glossary.Dutch, t.In[glossary.Dutch])
	for _, l := range t.Languages() {
		if words := t.Words(l); l != lang && len(words) > 0 {
			add(p.detail, column(0, caption(loc.T("language."+l)), env.readable(value(glossary.JoinWords(words)))))
		}
	}
}

// avoided lists the words that one does not want to see in a language.
func (p *terms) avoided(head, lang string, w glossary.Wording) {
	if len(w.Avoid) == 0 {
		return
	}
	lines := column(gapLines, caption(p.env.Loc.T(head, "Language", p.env.Loc.T("language."+lang))))
	for _, a := range w.Avoid {
		lines.Add(value(a.Word))
		if why := a.Why.In(p.env.Lang()); why != "" {
			lines.Add(p.env.readable(quietly(why)))
		}
	}
	p.detail.Add(lines)
}

// from says where a term comes from.
func (p *terms) from(t glossary.Term) string {
	switch {
	case t.Hidden:
		return p.env.Loc.T("terms.ishidden")
	case t.Changed:
		return p.env.Loc.T("terms.ischanged")
	case t.Shipped:
		return p.env.Loc.T("terms.isshipped")
	}
	return p.env.Loc.T("terms.isown")
}

// buttons are what can be done with a term.
func (p *terms) buttons(t glossary.Term) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	if t.Hidden {
		return container.NewHBox(primary(loc.T("terms.restore"), func() { env.do(func() error { return env.Terms.Restore(t.ID) }) }))
	}
	edit := primary(loc.T("common.edit"), func() { p.draft(loc.T("common.edit"), t) })
	remove := func() { env.do(func() error { return env.Terms.Remove(t.ID) }) }
	if !t.Shipped {
		return container.NewHBox(edit, more(choiceOf{loc.T("common.delete"), remove}))
	}
	choices := []choiceOf{{loc.T("terms.hide"), remove}}
	if t.Changed {
		choices = append(choices, choiceOf{loc.T("terms.reset"), func() { env.do(func() error { return env.Terms.Reset(t.ID) }) }})
	}
	return container.NewHBox(edit, more(choices...))
}

// export writes the terms that are used, for the chosen language.
func (p *terms) export(kind string) {
	env, lang := p.env, p.lang.id()
	env.save(env.Loc.T("terms.file", "Language", lang)+kind, func(w io.Writer) error {
		all := slices.DeleteFunc(env.Terms.All(env.Compare), func(t glossary.Term) bool { return t.Hidden })
		return paper.Glossary(w, kind, all, lang, env.Loc)
	})
}
