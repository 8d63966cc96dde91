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

// Visitors is the tab of the places that lists who is known by name at the door.
const Visitors Tab = "visitors"

// visitors lists who is known by name, to change a card or to take away who comes no more.
type visitors struct {
	turns
	env    *Env
	target Target // of the evening from which it was opened
	object fyne.CanvasObject
	text   *kwidget.Field
	gone   *kwidget.Check
	list   *kwidget.List
	shown  []visitorLine
	chosen string // the id of the one that is shown whole
	count  *kwidget.BidiLabel
	detail *fyne.Container
}

type visitorLine struct {
	cafe.Visitor
	times int
	last  calendar.Date // zero: never
	at    cafe.Place    // where they were last
}

// goneAfter is after how many days without a visit somebody comes no more.
const goneAfter = 182

func newVisitors(env *Env, t Target) Page {
	p := &visitors{env: env, target: t, detail: column(gapCards), count: quiet("")}
	loc := env.Loc
	p.text = newSearch(loc.T("visitors.search"), p.Update)
	p.text.Names = true
	p.text.OnEscape = p.leave
	leadsTo(p.text, func() { p.choose(0); env.Window.Canvas().Focus(p.list) })
	p.gone = kwidget.NewCheck(loc.T("visitors.gone"), func(bool) { p.Update() })
	p.list = kwidget.NewList(func() int { return len(p.shown) }, visitorLineOf, p.fill, p.choose)
	p.list.OnEscape = p.leave
	back := low(loc.T("nav.cafes"), p.leave)
	if e, ok := env.Cafe.Evening(t.PlaceID, t.Date); ok {
		back.SetText(loc.Facts(e.Place.Name, env.date(e.Date, i18n.Medium)))
	}
	top := column(gapParts, title(loc.T("visitors.title"), back), container.NewBorder(nil, nil, nil, p.gone, p.text), p.count)
	p.object = under(top, container.New(listAndDetail{}, p.list, vscroll(p.detail)))
	return p
}

// leave goes back to the door of the evening.
func (p *visitors) leave() {
	t := p.target
	if t.Tab = Door; t.Date.IsZero() {
		t.Tab = ""
	}
	p.env.Shell.Go(t)
}

// Object implements Page.
func (p *visitors) Object() fyne.CanvasObject { return p.object }

// First implements Focuser.
func (p *visitors) First() fyne.Focusable { return p.text }

// Update implements Page.
func (p *visitors) Update() {
	text, gone := p.text.Text, p.gone.Checked
	refresh(p.env, &p.turns, func() ([]visitorLine, error) { return p.fetch(text, gone), nil }, p.update)
}

// fetch finds those with a name like a text; gone asks for who comes no more only.
func (p *visitors) fetch(text string, gone bool) []visitorLine {
	var out []visitorLine
	for _, v := range p.env.Cafe.VisitorsLike(text, p.env.Compare) {
		times, last, at := p.env.Cafe.Came(v.ID)
		if !gone || last.IsZero() || p.env.Day().DaysSince(last) > goneAfter {
			out = append(out, visitorLine{v, times, last, at})
		}
	}
	return out
}

func (p *visitors) update(shown []visitorLine) {
	p.shown = shown
	p.count.SetText(p.env.Loc.N("count.known", len(shown)))
	p.list.Refresh()
	at := 0
	for i, x := range shown {
		if x.ID == p.chosen {
			at = i
		}
	}
	p.show(at)
}

func visitorLineOf() fyne.CanvasObject {
	what, facts := inLine(""), inLine("")
	what.Bold, facts.ColorName = true, theme.ColorNamePlaceHolder
	return listLine(column(0, what, facts))
}

func (p *visitors) fill(i int, o fyne.CanvasObject) {
	labels := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	labels[0].(*kwidget.BidiLabel).SetText(p.shown[i].Name)
	labels[1].(*kwidget.BidiLabel).SetText(p.lastSeen(p.shown[i]))
}

// lastSeen says when somebody came last.
func (p *visitors) lastSeen(x visitorLine) string {
	if x.last.IsZero() {
		return p.env.Loc.T("visitors.never")
	}
	return p.env.Loc.T("visitors.last", "Date", p.env.date(x.last, i18n.Medium))
}

func (p *visitors) choose(i int) { p.show(i) }

// show shows one whole, with what can be done.
func (p *visitors) show(i int) {
	env, loc := p.env, p.env.Loc
	p.detail.Objects = nil
	if i >= len(p.shown) {
		p.detail.Add(card(quiet(loc.T("visitors.empty"))))
		p.detail.Refresh()
		return
	}
	x := p.shown[i]
	p.chosen = x.ID
	face := kwidget.NewTiles()
	face.SetTiles([]kwidget.Tile{tile(x.Visitor, false)}, false)
	face.OnPress = func(int) { env.visitorDraft(x.Visitor) }
	lines := column(gapLines, face, quiet(p.lastSeen(x)))
	if x.times > 0 {
		lines.Add(quiet(loc.Facts(loc.N("visitors.times", x.times), x.at.Name)))
	}
	lines.Add(value(env.told(x.Visitor)))
	edit := kwidget.NewButton(loc.T("common.edit"), nil, func() { env.visitorDraft(x.Visitor) })
	remove := low(loc.T("visitors.delete"), func() { p.remove(x.Visitor) })
	p.detail.Add(card(lines, container.NewHBox(edit, remove), container.NewHBox(low(loc.T("privacy.about"), func() { env.aboutSubject(visitorSubject(x.Visitor), nil) }))))
	p.detail.Refresh()
}

// remove takes somebody away by name, after asking.
func (p *visitors) remove(v cafe.Visitor) {
	env, loc := p.env, p.env.Loc
	env.Shell.Ask(Question{
		Title: loc.T("visitors.delete"), Text: loc.T("visitors.deleteask", "Name", v.Name), Yes: loc.T("common.delete"),
		Do: func() { env.do(func() error { return env.Cafe.DeleteVisitor(v.ID) }) },
	})
}

// told says whether and how somebody likes to hear that they were missed.
func (e *Env) told(v cafe.Visitor) string {
	if v.Channel == cafe.NoChannel {
		return e.Loc.T("visitors.nottold")
	}
	return e.Loc.T("missed.by", "Channel", e.Loc.T("channel."+string(v.Channel)), "Reach", shownReach(v))
}
