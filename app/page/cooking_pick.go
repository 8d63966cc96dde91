package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/sessions/cafe/kitchen"
)

// dishPicker is a sheet over the page in which a group chooses a dish: a list that is narrowed
// while one types, and beside it the recipe that was chosen.
type dishPicker struct {
	tab    *cookingTab
	meal   meal
	dialog *kwidget.Dialog
	list   *kwidget.List
	shown  []kitchen.Recipe
	detail *fyne.Container
	scroll *container.Scroll
	count  *kwidget.BidiLabel

	text       *kwidget.Field
	kind, need *choice
	fits       *kwidget.Check
}

// pick opens the sheet. What was shared narrows it from the start; that can be left.
func (p *cookingTab) pick(m meal) *dishPicker {
	loc := p.env.Loc
	s := &dishPicker{tab: p, meal: m, detail: column(gapParts), count: quiet("")}
	s.list = kwidget.NewList(func() int { return len(s.shown) }, s.line, s.fill, s.choose)
	s.scroll = vscroll(s.detail)
	leave := func() { s.dialog.Hide() }
	s.text = kwidget.NewField("")
	s.text.SetPlaceHolder(loc.T("cooking.search"))
	s.text.OnChanged = func(string) { s.narrow() }
	s.kind = newChoice(loc.T, "dish.kind.", append([]string{""}, strs(kitchen.Kinds())...), "")
	s.need = newChoice(loc.T, "need.", append([]string{""}, strs(kitchen.Needs())...), "")
	s.kind.sel.OnChanged, s.need.sel.OnChanged = func(int) { s.narrow() }, func(int) { s.narrow() }
	s.fits = kwidget.NewCheck(loc.T("cooking.fits"), func(bool) { s.narrow() })
	s.fits.Checked = len(m.Needs()) > 0
	s.fits.Hidden = len(m.Needs()) == 0
	closing := kwidget.NewButton(loc.T("common.close"), nil, leave)
	s.text.OnEscape, s.list.OnEscape, s.fits.OnEscape, closing.OnEscape = leave, leave, leave, leave
	s.kind.sel.OnEscape, s.need.sel.OnEscape = leave, leave
	leadsTo(s.text, func() { s.choose(0); p.env.Window.Canvas().Focus(s.list) })
	top := column(gapParts, s.text, container.NewBorder(nil, nil, nil, s.fits, container.New(evenly{}, s.kind.sel, s.need.sel)), s.count)
	foot := container.NewHBox(layout.NewSpacer(), closing)
	middle := container.New(listAndDetail{}, s.list, s.scroll)
	body := container.New(layout.NewBorderLayout(top, foot, nil, nil), top, middle, foot)
	s.dialog = kwidget.ShowDialog(loc.T("cooking.choose"), body, fyne.NewSize(960, 660), p.env.Window)
	s.narrow()
	p.env.Window.Canvas().Focus(s.text)
	return s
}

// narrow shows what passes; the book is in memory, so nothing is fetched.
func (s *dishPicker) narrow() {
	f := kitchen.Filter{Text: s.text.Text, Kind: kitchen.Kind(s.kind.id())}
	if n := s.need.id(); n != "" {
		f.Needs = []kitchen.Need{kitchen.Need(n)}
	}
	if s.fits.Checked {
		f.Needs = append(f.Needs, s.meal.Needs()...)
	}
	s.shown = s.meal.book.Find(f)
	s.count.SetText(s.tab.env.Loc.N("count.recipes", len(s.shown)))
	s.list.Refresh()
	s.detail.Objects = nil
	s.choose(0)
	s.detail.Refresh()
}

func (s *dishPicker) line() fyne.CanvasObject {
	what, facts := inLine(""), inLine("")
	what.Bold, facts.ColorName = true, theme.ColorNamePlaceHolder
	return listLine(column(0, what, facts))
}

func (s *dishPicker) fill(i int, o fyne.CanvasObject) {
	r, loc := s.shown[i], s.tab.env.Loc
	labels := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	what := r.Title.In(s.tab.env.Lang())
	if s.meal.Has(r.ID) {
		what = "✓ " + what
	}
	labels[0].(*kwidget.BidiLabel).SetText(what)
	labels[1].(*kwidget.BidiLabel).SetText(loc.Facts(loc.T("dish.kind."+string(r.Kind)), loc.N("cooking.minutes", r.Minutes)))
}

func (s *dishPicker) choose(i int) {
	if i >= len(s.shown) {
		return
	}
	r, loc := s.shown[i], s.tab.env.Loc
	var take fyne.CanvasObject = aboutDish(loc.T("cooking.taken"))
	if !s.meal.Has(r.ID) {
		b := primary(loc.T("cooking.take"), func() { s.take(r) })
		b.OnEscape = func() { s.dialog.Hide() }
		take = container.NewHBox(b)
	}
	s.detail.Objects = append([]fyne.CanvasObject{section(r.Title.In(s.tab.env.Lang())), take}, s.tab.recipeLines(s.meal, r)...)
	s.detail.Refresh()
	s.scroll.ScrollToTop()
}

// take puts a recipe on the menu and leaves the sheet when that is on disk.
func (s *dishPicker) take(r kitchen.Recipe) {
	env := s.tab.env
	env.act(func() error { return env.Cafe.TakeDish(s.meal.Evening, r) }, func(err error) {
		env.failUnlessNil(err)
		s.dialog.Hide()
	})
}

// recipe shows one of the menu, for the people who come.
func (p *cookingTab) recipe(m meal, r kitchen.Recipe) {
	var d *kwidget.Dialog
	ok := primary(p.env.Loc.T("common.close"), func() { d.Hide() })
	ok.OnEscape = ok.OnTapped
	foot := container.NewHBox(layout.NewSpacer(), ok)
	scroll := vscroll(column(gapParts, p.recipeLines(m, r)...))
	d = kwidget.ShowDialog(r.Title.In(p.env.Lang()), container.New(layout.NewBorderLayout(nil, foot, nil, nil), scroll, foot), fyne.NewSize(760, 640), p.env.Window)
	p.env.Window.Canvas().Focus(ok)
}

// recipeLines write a recipe whole, for the people who come.
func (p *cookingTab) recipeLines(m meal, r kitchen.Recipe) []fyne.CanvasObject {
	env, loc, lang := p.env, p.env.Loc, p.env.Lang()
	out := []fyne.CanvasObject{
		env.readable(value(r.About.In(lang))),
		aboutDish(loc.Facts(loc.N("cooking.for", m.Heads), loc.N("cooking.minutes", r.Minutes), paper.Fits(loc, r))),
		aboutDish(paper.Contains(loc, r)),
	}
	for _, c := range m.Conflicts(r) {
		out = append(out, notices("⚠ "+paper.ConflictText(loc, c))...)
	}
	parts, steps, tasks := []fyne.CanvasObject{}, []fyne.CanvasObject{}, []fyne.CanvasObject{}
	for _, x := range r.Parts {
		parts = append(parts, value(loc.Facts(x.Ingredient.Name.In(lang), paper.Amount(loc, x.Amount.For(r.Serves, m.Heads)))))
	}
	for _, x := range r.Steps {
		steps = append(steps, env.readable(value(x.In(lang))))
	}
	for _, x := range r.Tasks {
		tasks = append(tasks, value(x.In(lang)))
	}
	out = append(out, name(loc.T("cooking.parts")), bullets(parts), name(loc.T("cooking.steps")), bullets(steps))
	if len(tasks) > 0 {
		out = append(out, name(loc.T("cooking.tasks")), bullets(tasks))
	}
	if text := r.Hygiene.In(lang); text != "" {
		out = append(out, notices(text)...)
	}
	return append(out, aboutDish(loc.T("cooking.labels")))
}
