package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/toolkit/book"
	"kring/toolkit/export"
)

// toolkits shows the workbooks and toolkits, one's own and those that come with Kring, as the
// pages that print.
type toolkits struct {
	turns
	env    *Env
	object fyne.CanvasObject
	kits   []paper.Toolkit
	chosen string // its key; empty: the first toolkit
	side   *fyne.Container
	*pile
	layout   *choice
	under    *underChoice // which languages, where a text has more than one
	size     *choice
	sheet    *choice
	contents *kwidget.Check
	low      *kwidget.Check // the exercises with few words, where a text has them
	laid     []*export.Page
	single   *kwidget.Check // one page at a time
	at       int            // which one
	turned   bool           // another text was chosen: the keyboard goes to its choices
	turning  *fyne.Container
	count    *kwidget.BidiLabel
}

// zooms are widths of a page on the screen; the first one to see fits beside the choices.
var zooms = []float32{300, 420, 560, 760, 1000}

func newToolkits(env *Env, t Target) Page {
	p := &toolkits{env: env, side: column(gapCards), pile: newPile(env, zooms, 1)}
	if p.chosen = t.Text; t.BookID != "" {
		p.chosen = paper.OwnKey(t.BookID)
	}
	p.layout = newChoice(env.Loc.T, "layout.", strs(export.Layouts()), string(export.Subtitles))
	p.size = newChoice(env.Loc.T, "textsize.", []string{"normal", "large", "huge"}, "normal")
	p.layout.sel.OnChanged = func(int) { p.Update() }
	p.under = &underChoice{changed: p.Update}
	sheet := paper.A4
	if b, ok := env.Books.Book(t.BookID); ok && b.Kind == book.Workbook {
		sheet = paper.A5
	}
	p.sheet = newChoice(env.Loc.T, "sheet.", strs(paper.Sheets()), string(sheet))
	p.contents = kwidget.NewCheck(env.Loc.T("toolkits.contents"), func(bool) { p.Update() })
	p.low = kwidget.NewCheck(env.Loc.T("toolkits.low"), func(bool) { p.Update() })
	p.single = kwidget.NewCheck(env.Loc.T("toolkits.single"), func(bool) { p.lay() })
	p.turning = p.turner()
	for _, c := range []*choice{p.size, p.sheet} {
		c.sel.OnChanged = func(int) { p.Update() }
	}
	year := kwidget.NewButton(env.Loc.T("year.open"), nil, func() { env.Shell.Go(Target{Page: Toolkits, Tab: YearPlan}) })
	groups := kwidget.NewButton(env.Loc.T("groups.title"), nil, func() { env.Shell.Go(Target{Page: Toolkits, Tab: Groups}) })
	body := container.NewBorder(nil, nil, container.New(fixedWidth(280), vscroll(p.side)), nil, under(p.view(), p.scroll))
	terms := more(choiceOf{env.Loc.T("terms.title"), func() { env.Shell.Go(Target{Page: Toolkits, Tab: Glossary}) }})
	p.object = under(title(env.Loc.T("nav.toolkits"), groups, year, terms), body)
	return p
}

// New implements Maker.
func (p *toolkits) New() { p.env.newGroupDraft() }

// Object implements Page.
func (p *toolkits) Object() fyne.CanvasObject { return p.object }

// textSizes are in points.
var textSizes = map[string]float64{"normal": 11, "large": 14, "huge": 18}

func (p *toolkits) options() export.Options {
	o := export.Options{Layout: export.Layout(p.layout.id()), TextSize: textSizes[p.size.id()], Contents: p.contents.Checked}
	o.Languages, o.Heads = p.under.languages(), paper.Heads()
	return paper.Sheet(p.sheet.id()).On(o)
}

type kitPages struct {
	kits  []paper.Toolkit
	shown int
	pages []*export.Page
	lacks []paper.Unfinished
}

// Update implements Page.
func (p *toolkits) Update() {
	chosen, low, o := p.chosen, p.low.Checked, p.options()
	refresh(p.env, &p.turns, func() (kitPages, error) { return fetchKit(p.env, chosen, low, o) }, p.update)
}

func fetchKit(env *Env, chosen string, low bool, o export.Options) (kitPages, error) {
	var d kitPages
	var err error
	if d.kits, err = paper.Texts(env.Books); err != nil || len(d.kits) == 0 {
		return d, err
	}
	at := func(is func(paper.Toolkit) bool) int { return max(slices.IndexFunc(d.kits, is), 0) }
	if d.shown = at(func(k paper.Toolkit) bool { return k.Key == chosen }); chosen == "" {
		d.shown = at(func(k paper.Toolkit) bool { return !k.IsWorkbook() })
	}
	k := printed(d.kits[d.shown], low)
	pages, err := export.LayOut(k.Doc, k.With(o))
	if err != nil {
		return d, err
	}
	d.pages = pages.Pages
	d.lacks, err = env.unfinishedIn(d.kits[d.shown], o)
	return d, err
}

// printed is the text as it goes on paper: with few words where that is asked for and it
// has such exercises.
func printed(k paper.Toolkit, low bool) paper.Toolkit {
	if low && k.Doc.HasLowText() {
		return k.LowText()
	}
	return k
}

func (p *toolkits) update(d kitPages) {
	p.kits, p.chosen = d.kits, d.kits[d.shown].Key
	p.side.Objects = []fyne.CanvasObject{quiet(p.env.Loc.T("toolkits.about"))}
	for i, k := range d.kits {
		p.side.Add(p.kit(k, i == d.shown, d.lacks))
	}
	p.side.Refresh()
	p.laid = d.pages
	p.lay()
	if p.turned { // the button that was pressed is gone, and the choices are somewhere else
		p.turned = false
		p.env.Window.Canvas().Focus(p.layout.sel)
	}
}

// lay puts the pages under each other, or the one that is turned to.
func (p *toolkits) lay() {
	p.at = max(min(p.at, len(p.laid)-1), 0)
	shown := p.laid
	if p.single.Checked && len(shown) > 0 {
		shown = shown[p.at : p.at+1]
	}
	p.turning.Hidden = !p.single.Checked
	p.count.SetText(p.env.Loc.T("toolkits.page", "Number", p.env.Loc.Int(p.at+1), "All", p.env.Loc.Int(len(p.laid))))
	p.lie(shown)
	p.pages.Refresh()
	p.object.Refresh()
	p.sight()
}

// view is how the pages are looked at: larger or smaller, one by one.
func (p *toolkits) view() fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, gapParts, gapCards, 0), container.NewHBox(
		iconButton(theme.ZoomOutIcon(), func() { p.magnify(-1) }), iconButton(theme.ZoomInIcon(), func() { p.magnify(1) }),
		p.single, layout.NewSpacer(), p.turning))
}

// turner turns to the page before and to the next one.
func (p *toolkits) turner() *fyne.Container {
	p.count = aside("")
	turn := func(by int) func() {
		return func() {
			p.at += by
			p.scroll.ScrollToTop()
			p.lay()
		}
	}
	row := beside(gapParts, iconButton(theme.NavigateBackIcon(), turn(-1)), halfway(p.count), iconButton(theme.NavigateNextIcon(), turn(1)))
	row.Hide()
	return row
}

// choose shows another text from its beginning, on the paper that it is made for.
func (p *toolkits) choose(k paper.Toolkit) {
	sheet := paper.A4
	if k.IsWorkbook() {
		sheet = paper.A5
	}
	p.sheet.show(string(sheet))
	p.under.of(p.env, k.Doc) // what was chosen for another text may not be in this one
	p.chosen, p.at, p.turned = k.Key, 0, true
	p.scroll.ScrollToTop()
	p.Update()
}

func (p *toolkits) kit(k paper.Toolkit, chosen bool, lacks []paper.Unfinished) fyne.CanvasObject {
	loc := p.env.Loc
	head, under := k.Doc.Say("title", p.env.Lang()), k.Doc.Say("theme", p.env.Lang())
	if k.IsWorkbook() && !k.IsOwn() {
		head, under = loc.T("toolkits.workbook"), loc.T("toolkits.example")
	}
	if !chosen { // on one line, so that what can be done with the chosen one is in sight
		show := kwidget.NewButton(loc.T("common.show"), nil, func() { p.choose(k) })
		return card(stretched(halfway(name(head)), show))
	}
	lines := []fyne.CanvasObject{column(gapLines, name(head), value(under))}
	if k.IsOwn() {
		work := kwidget.NewButton(loc.T("workbook.translate"), nil, func() { p.env.openText(k) })
		lines = append(lines, column(gapLines, caption(loc.T("workbook.own")), container.NewHBox(work)))
	}
	if k.Doc.HasLowText() {
		lines = append(lines, p.low)
	}
	if under := p.under.of(p.env, k.Doc); under != nil {
		lines = append(lines, under)
	}
	lines = append(lines, notices(p.env.unfinishedWords(lacks)...)...)
	return card(append(lines,
		column(gapLines, caption(loc.T("toolkits.languages")), p.layout.sel),
		column(gapLines, caption(loc.T("toolkits.letters")), p.size.sel),
		column(gapLines, caption(loc.T("toolkits.sheet")), p.sheet.sel),
		p.contents,
		primary(loc.T("toolkits.pdf"), func() { p.write(k, ".pdf") }), p.others(k))...)
}

// others is a button for the kinds of file that are asked for less.
func (p *toolkits) others(k paper.Toolkit) fyne.CanvasObject {
	var b *kwidget.Button
	b = kwidget.NewButton(p.env.Loc.T("toolkits.as"), nil, func() {
		var items []kwidget.MenuItem
		for _, kind := range paper.Kinds()[1:] {
			items = append(items, kwidget.MenuItem{Text: p.env.Loc.T("filekind." + kind[1:]), Do: func() { p.write(k, kind) }})
		}
		kwidget.ShowMenu(b, b.Size().Width, items...)
	})
	return b
}

// write asks where, and writes beside the window.
func (p *toolkits) write(k paper.Toolkit, kind string) {
	o, loc := p.options(), p.env.Loc
	k = printed(k, p.low.Checked)
	p.env.saveFiles(paper.KitFile(loc, k, o, paper.Sheet(p.sheet.id()), kind), func(path string) ([]string, error) {
		names, problems, err := paper.Output(path, k.Doc, k.With(o))
		if err == nil && len(problems) > 0 {
			p.env.OnUI(func() { p.env.Shell.Say(loc.N("toolkits.problems", len(problems))) })
		}
		return names, err
	})
}

// fixedWidth gives its one object a width of its own.
type fixedWidth float32

// Layout implements fyne.Layout.
func (fixedWidth) Layout(objects []fyne.CanvasObject, s fyne.Size) { objects[0].Resize(s) }

// MinSize implements fyne.Layout.
func (w fixedWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(w), objects[0].MinSize().Height)
}
