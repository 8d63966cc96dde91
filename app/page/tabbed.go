package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	kwidget "kring/app/widget"
)

// tabbed shows one of some tabs; only the open one is made.
type tabbed struct {
	env       *Env
	prefix    string // of the names of its tabs in the catalogue
	tabs      []Tab
	make      func(Tab) Page
	open      Tab
	tab       Page
	body, bar *fyne.Container
}

func newTabbed(env *Env, prefix string, tabs []Tab, make func(Tab) Page) tabbed {
	return tabbed{env: env, prefix: prefix, tabs: tabs, make: make, body: container.NewStack(), bar: beside(2)}
}

// under puts the tabs under a page's head.
func (p *tabbed) under(head fyne.CanvasObject) fyne.CanvasObject {
	return under(column(2, head, p.bar, rule(), gap(0)), p.body)
}

func (p *tabbed) choose(tab Tab) {
	if p.tab != nil {
		p.tab.Close()
	}
	p.open = tab
	kwidget.KeepKeyboard(p.bar, func() {
		p.bar.Objects = nil
		for _, t := range p.tabs {
			p.bar.Add(tabButton(p.env.Loc.T(p.prefix+string(t)), t == tab, func() { p.turn(t) }))
		}
	})
	p.tab = p.make(tab)
	p.body.Objects = []fyne.CanvasObject{p.tab.Object()}
	p.body.Refresh()
	p.bar.Refresh()
}

// turn opens a tab and shows what the vault has for it.
func (p *tabbed) turn(tab Tab) {
	p.choose(tab)
	p.tab.Update()
	if f, ok := p.tab.(Focuser); ok {
		p.env.Window.Canvas().Focus(f.First())
	}
}

// Step implements Stepper.
func (p *tabbed) Step(n int) {
	at := (slices.Index(p.tabs, p.open) + n + len(p.tabs)) % len(p.tabs)
	p.env.Window.Canvas().Unfocus()
	p.turn(p.tabs[at])
}

// Close implements Page.
func (p *tabbed) Close() { p.tab.Close() }

// rule is a thin line from edge to edge.
func rule() fyne.CanvasObject {
	l := canvas.NewRectangle(theme.Color(theme.ColorNameSeparator))
	l.SetMinSize(fyne.NewSize(1, 1))
	return l
}

// tabButton is a word above a bar that says which tab is open.
func tabButton(text string, open bool, do func()) fyne.CanvasObject {
	bar := canvas.NewRectangle(theme.Color(theme.ColorNamePrimary))
	bar.SetMinSize(fyne.NewSize(1, 4))
	bar.CornerRadius = 2
	bar.Hidden = !open
	return container.NewBorder(nil, container.NewStack(spaceHigh(4), bar), nil, nil, low(text, do))
}

func spaceHigh(h float32) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(h, 0, 0, 0))
}
