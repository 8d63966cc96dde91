package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
)

// ideas shows what can be done on an evening: a list that is narrowed while one types, and
// beside it the idea that was chosen.
type ideas struct {
	turns
	env     *Env
	placeID string // of the evening that is chosen for; else ""
	date    calendar.Date
	object  fyne.CanvasObject
	list    *kwidget.List
	shown   []ideaLine
	chosen  string // the id of the one that is shown whole
	tonight bool   // only what is suggested for the evening
	detail  *fyne.Container
	scroll  *container.Scroll
	count   *kwidget.BidiLabel

	text                       *kwidget.Field
	kind, noise, within, crowd *choice
	energy, leads, element     *choice // among those that are shown when they are asked
	starred, free, low         *kwidget.Check
	rest                       *fyne.Container
}

type ideaLine struct {
	cafe.Idea
	starred bool
}

func newIdeas(env *Env, t Target) Page {
	p := &ideas{env: env, placeID: t.PlaceID, date: t.Date, detail: column(gapParts)}
	loc := env.Loc
	p.count = quiet("")
	p.list = kwidget.NewList(func() int { return len(p.shown) }, p.line, p.fill, p.choose)
	p.scroll = vscroll(p.detail)
	own := kwidget.NewButton(loc.T("ideas.new"), nil, func() {
		p.draft(loc.T("ideas.new"), cafe.Idea{Kind: cafe.Talk, Minutes: [2]int{15, 45}, People: [2]int{2, 12}, Noise: 1, Energy: 1, Leads: 1})
	})
	back := low(loc.T("nav.cafes"), p.leave)
	p.list.OnEscape = p.leave
	actions := []fyne.CanvasObject{back, own}
	head := loc.T("ideas.title")
	if e, ok := env.Cafe.Evening(t.PlaceID, t.Date); ok {
		head = loc.T("ideas.for", "Date", env.date(e.Date, i18n.Short))
		back.SetText(e.Place.Name)
		actions = append(actions, primary(loc.T("ideas.three"), p.three))
	}
	top := column(gapParts, title(head, actions...), p.filters(), p.count)
	p.object = under(top, container.New(listAndDetail{}, p.list, p.scroll))
	return p
}

// leave goes back to where the ideas were opened.
func (p *ideas) leave() { p.env.Shell.Go(Target{Page: Cafes, PlaceID: p.placeID, Date: p.date}) }

// Object implements Page.
func (p *ideas) Object() fyne.CanvasObject { return p.object }

// First implements Focuser.
func (p *ideas) First() fyne.Focusable { return p.text }

// three shows what is suggested for the evening.
func (p *ideas) three() {
	p.tonight, p.chosen = true, ""
	p.Update()
}

// shownIdeas is how many are suggested for an evening.
const shownIdeas = 3

// Update implements Page.
func (p *ideas) Update() {
	f := cafe.Filter{Text: p.text.Text, Kind: cafe.Kind(p.kind.id()), Starred: p.starred.Checked, Free: p.free.Checked}
	f.Noise, _ = number(p.noise.id())
	f.Minutes, _ = number(p.within.id())
	f.Element, _ = number(p.element.id())
	f.People, _ = number(p.crowd.id())
	f.Energy, _ = number(p.energy.id())
	f.Leads, _ = number(p.leads.id())
	f.Low = p.low.Checked
	tonight := p.tonight
	refresh(p.env, &p.turns, func() ([]ideaLine, error) { return p.fetch(f, tonight), nil }, p.update)
}

func (p *ideas) fetch(f cafe.Filter, tonight bool) []ideaLine {
	store := p.env.Cafe
	all := store.Ideas(p.env.Lang(), p.env.Compare)
	if tonight {
		f = cafe.Filter{}
		e, _ := store.Evening(p.placeID, p.date)
		all = store.ForTonight(e, shownIdeas)
	}
	var out []ideaLine
	for _, x := range all {
		if starred := store.Starred(x.ID); f.Holds(x, starred) {
			out = append(out, ideaLine{x, starred})
		}
	}
	return out
}

func (p *ideas) update(shown []ideaLine) {
	p.shown = shown
	p.count.SetText(p.env.Loc.N("count.ideas", len(shown)))
	p.list.Refresh()
	at := -1
	for i, x := range shown {
		if x.ID == p.chosen {
			at = i
		}
	}
	if at < 0 && len(shown) > 0 {
		at = 0
	}
	p.detail.Objects = nil
	if at >= 0 {
		p.show(shown[at])
	}
	p.detail.Refresh()
}

func (p *ideas) line() fyne.CanvasObject {
	what, facts := inLine(""), inLine("")
	what.Bold, facts.ColorName = true, theme.ColorNamePlaceHolder
	return listLine(column(0, what, facts))
}

func (p *ideas) fill(i int, o fyne.CanvasObject) {
	x, loc := p.shown[i], p.env.Loc
	labels := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	what := x.Title.In(p.env.Lang())
	if x.starred {
		what = "★ " + what
	}
	labels[0].(*kwidget.BidiLabel).SetText(what)
	labels[1].(*kwidget.BidiLabel).SetText(loc.Facts(loc.T("idea.kind."+string(x.Kind)), p.minutes(x.Idea)))
}

func (p *ideas) minutes(x cafe.Idea) string {
	return p.env.Loc.N("idea.minutes", x.Minutes[1], "From", x.Minutes[0])
}

func (p *ideas) choose(i int) {
	if i >= len(p.shown) {
		return
	}
	p.chosen = p.shown[i].ID
	p.detail.Objects = nil
	p.show(p.shown[i])
	p.detail.Refresh()
	p.scroll.ScrollToTop()
}
