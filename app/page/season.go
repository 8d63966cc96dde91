package page

import (
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
)

// season is the board of all places, week by week: who is on, what is done, what is missing.
type season struct {
	turns
	env    *Env
	object fyne.CanvasObject
	heads  *fyne.Container
	body   *fyne.Container
	list   *kwidget.List
	data   seasonData // as it was fetched last
}

// seasonWeeks is how far ahead the board shows.
const seasonWeeks = 52

func newSeason(env *Env) Page {
	p := &season{env: env, heads: container.New(boardRow{}), body: container.NewStack()}
	loc := env.Loc
	back := low(loc.T("nav.cafes"), func() { env.Shell.Go(Target{Page: Cafes}) })
	sheet := kwidget.NewButton(loc.T("roster.sheet"), theme.DocumentSaveIcon(), func() {
		env.save(loc.T("roster.file"), func(w io.Writer) error {
			return paper.Roster(w, env.Cafe, loc, env.Day(), env.Day().AddDays(7*seasonWeeks-1))
		})
	})
	p.list = kwidget.NewList(func() int { return len(p.data.weeks) }, p.row, p.fill, p.choose)
	p.list.OnEscape = func() { env.Shell.Go(Target{Page: Cafes}) }
	top := column(gapLines, title(loc.T("season.title"), back, sheet, primary(loc.T("roster.suggest"), p.suggest)), p.heads)
	p.object = under(top, p.body)
	return p
}

// Object implements Page.
func (p *season) Object() fyne.CanvasObject { return p.object }

type seasonData struct {
	places []cafe.Place
	weeks  []seasonWeek
}

// seasonWeek is a row of the board: the evenings of each place in a week.
type seasonWeek struct {
	monday calendar.Date
	cells  []seasonCell
}

// seasonCell is what the board says of a place in a week.
type seasonCell struct {
	evenings        []cafe.Evening
	when, who, lack string
	off             bool
}

// Update implements Page.
func (p *season) Update() { refresh(p.env, &p.turns, p.fetch, p.update) }

func (p *season) fetch() (seasonData, error) {
	env := p.env
	d := seasonData{places: env.Cafe.Places(env.Compare)}
	column := map[string]int{}
	for i, x := range d.places {
		column[x.ID] = i
	}
	monday := env.Day().Monday()
	for w := range seasonWeeks {
		d.weeks = append(d.weeks, seasonWeek{monday.AddDays(7 * w), make([]seasonCell, len(d.places))})
	}
	for _, e := range env.Cafe.Season(monday, monday.AddDays(7*seasonWeeks-1), env.Compare) {
		c := &d.weeks[e.Date.DaysSince(monday)/7].cells[column[e.Place.ID]]
		if c.evenings = append(c.evenings, e); len(c.evenings) == 1 {
			p.say(c, e)
		} else {
			c.when = env.Loc.Facts(c.when, "+"+env.Loc.Int(len(c.evenings)-1))
		}
	}
	return d, nil
}

// say writes what a cell shows of an evening.
func (p *season) say(c *seasonCell, e cafe.Evening) {
	env := p.env
	c.when, c.off = env.date(e.Date, i18n.Short), !e.On()
	if c.off {
		c.who = env.Loc.Facts(env.otherwise(e)...)
		return
	}
	if done := env.activities(e); done != "" {
		c.when = env.Loc.Facts(c.when, done)
	}
	who := env.Cafe.OnDuty(e, env.Compare)
	on, lacks := env.onDuty(night{Evening: e, on: who, broken: env.Cafe.Broken(e, who)})
	c.who, c.lack = on, env.Loc.Facts(lacks...)
}

func (p *season) update(d seasonData) {
	fresh := len(d.places) != len(p.data.places)
	p.data = d
	if len(d.places) == 0 {
		p.body.Objects = []fyne.CanvasObject{container.NewVBox(emptyPage(p.env.Loc.T("cafes.empty"), p.env.Loc.T("nav.cafes"), func() { p.env.Shell.Go(Target{Page: Cafes}) }))}
		p.body.Refresh()
		return
	}
	p.heads.Objects = []fyne.CanvasObject{inLine("")}
	for _, x := range d.places {
		l := inLine(x.Name)
		l.Bold = true
		p.heads.Add(l)
	}
	p.heads.Refresh()
	if fresh || len(p.body.Objects) == 0 {
		p.body.Objects = []fyne.CanvasObject{p.list}
		p.body.Refresh()
		p.env.Window.Canvas().Focus(p.list)
	}
	p.list.Refresh()
}

// boardRow gives the week a narrow column and the places the rest in equal parts.
type boardRow struct{}

const weekWidth float32 = 92

// Layout implements fyne.Layout.
func (boardRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) == 0 {
		return
	}
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(weekWidth, size.Height))
	evenly{}.Layout(objects[1:], fyne.NewSize(size.Width-weekWidth-gapParts, size.Height))
	for _, o := range objects[1:] {
		o.Move(o.Position().AddXY(weekWidth, 0))
	}
}

// MinSize implements fyne.Layout.
func (boardRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(weekWidth, evenly{}.MinSize(objects).Height)
}

// row is an empty line of the board; the list uses it for one week after another.
func (p *season) row() fyne.CanvasObject {
	box := container.New(boardRow{}, inLine(""))
	for range p.data.places {
		lines := make([]fyne.CanvasObject, 3)
		for i := range lines {
			lines[i] = inLine("")
		}
		box.Add(kwidget.NewPressable(column(0, lines...)))
	}
	return kwidget.Mirror(container.New(layout.NewCustomPaddedLayout(4, 6, 6, 0), box))
}

// fill writes a week into a row.
func (p *season) fill(i int, o fyne.CanvasObject) {
	w := p.data.weeks[i]
	cells := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	show := func(o fyne.CanvasObject, text string, ink fyne.ThemeColorName, bold bool) {
		l := o.(*kwidget.BidiLabel)
		l.ColorName, l.Bold = ink, bold
		l.SetText(text)
	}
	_, number := w.monday.ISOWeek()
	show(cells[0], p.env.Loc.T("season.week", "Number", number), theme.ColorNamePlaceHolder, false)
	for k, c := range w.cells {
		if k+1 >= len(cells) { // a row of before a place was added; a new one follows
			return
		}
		press := cells[k+1].(*kwidget.Pressable)
		lines := press.Lines()
		ink := theme.ColorNameForeground
		if c.off {
			ink = theme.ColorNamePlaceHolder
		}
		show(lines[0], c.when, ink, true)
		show(lines[1], c.who, ink, false)
		show(lines[2], c.lack, theme.ColorNameWarning, false)
		press.OnTap = nil
		if len(c.evenings) > 0 {
			press.OnTap = func() { p.open(c.evenings) }
		}
	}
}

// choose is Enter on a week.
func (p *season) choose(i int) {
	var all []cafe.Evening
	for _, c := range p.data.weeks[i].cells {
		all = append(all, c.evenings...)
	}
	p.open(all)
}

// open asks who is on; where there is more than one evening, first on which.
func (p *season) open(all []cafe.Evening) {
	env := p.env
	show := func(e cafe.Evening) {
		if e.On() {
			env.duty(e)
			return
		}
		env.Shell.Go(Target{Page: Cafes, PlaceID: e.Place.ID})
	}
	if len(all) == 1 {
		show(all[0])
		return
	}
	var items []kwidget.MenuItem
	for _, e := range all {
		items = append(items, kwidget.MenuItem{Text: env.Loc.Facts(env.date(e.Date, i18n.Short), e.Place.Name), Do: func() { show(e) }})
	}
	if len(items) > 0 {
		kwidget.ShowMenu(p.heads, 0, items...)
	}
}

// suggest asks for how long and within which bounds, and shows the roster that comes of it.
func (p *season) suggest() {
	env, loc := p.env, p.env.Loc
	weeks := newChoice(loc.T, "roster.weeks.", []string{"4", "13", "26", "52"}, "13")
	row := newChoice(loc.T, "roster.row.", []string{"1", "2", "3", "4", "0"}, "3")
	var found cafe.Proposal
	f := env.draft(loc.T("roster.suggest"), loc.T("roster.look"), column(gapCards, words(loc.T("roster.about")),
		formOf(item(loc.T("roster.howlong"), weeks.sel), item(loc.T("roster.inrow"), row.sel))), fyne.NewSize(600, 380), func() func() error {
		n, _ := number(weeks.id())
		inRow, _ := number(row.id())
		from := env.Day()
		return func() error {
			found = cafe.Suggest(env.Cafe.Ask(from, from.AddDays(7*n-1), inRow, env.Compare))
			return nil
		}
	})
	f.then = func() { p.proposed(found) }
	f.begin()
}

// shownGaps is how many open places are said one by one.
const shownGaps = 25

// proposed shows a roster before it is kept: what it fills, and what stays open and why.
func (p *season) proposed(x cafe.Proposal) {
	env, loc := p.env, p.env.Loc
	box := column(gapParts, name(loc.T("roster.filled", "Filled", len(x.Turns), "Asked", x.Asked)))
	if x.New == 0 && len(x.Turns) > 0 {
		box.Add(quiet(loc.T("roster.same")))
	}
	if x.Skills.Needed > 0 {
		box.Add(quietly(loc.T("roster.skills", "Covered", x.Skills.Covered, "Needed", x.Skills.Needed, "Bound", x.Skills.Bound)))
	}
	box.Add(quiet(loc.T("roster.confirm")))
	for i, g := range x.Gaps {
		if i == shownGaps {
			box.Add(quiet(loc.N("roster.moregaps", len(x.Gaps)-i)))
			break
		}
		box.Add(p.gap(g))
	}
	p.missing(box, x.Missing)
	f := env.draft(loc.T("roster.suggest"), loc.T("roster.keep"), box, fyne.NewSize(720, 600), func() func() error {
		return func() error { return env.Cafe.TakeRoster(x) }
	})
	f.then = func() { env.Window.Canvas().Focus(p.list) }
	if len(x.Turns) == 0 {
		f.nothing()
		return
	}
	f.begin()
}

// gap says what stays open, and of whom why.
func (p *season) gap(g cafe.Gap) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	head := loc.Facts(env.date(g.Evening.Date, i18n.Medium), g.Evening.Place.Name, loc.T("gap."+string(g.Role)))
	return p.why(head, g.Why, loc.T("gap.nobody"))
}

// missing says which skills nobody has who would be on, and why.
func (p *season) missing(box *fyne.Container, all []cafe.SkillGap) {
	env, loc := p.env, p.env.Loc
	for i, g := range all {
		if i == shownGaps {
			box.Add(quiet(loc.N("roster.moregaps", len(all)-i)))
			return
		}
		head := loc.Facts(env.date(g.Evening.Date, i18n.Medium), g.Evening.Place.Name, loc.T("lack.skill", "Skill", g.Skill.Title.In(env.Lang())))
		box.Add(p.why(head, g.Why, loc.T("gap.noskill")))
	}
}

// why lists reasons under a head, each with those for whom it holds; nobody is said where
// there are none.
func (p *season) why(head string, all []cafe.Refusal, nobody string) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	lines := column(0, notices(head)...)
	var order []string
	by := map[string][]string{}
	for _, w := range all {
		why := env.Shell.Explain(w.Err)
		if by[why] == nil {
			order = append(order, why)
		}
		by[why] = append(by[why], w.Holder.Name)
	}
	if len(order) == 0 {
		lines.Add(quiet(nobody))
	}
	for _, why := range order {
		lines.Add(quiet(loc.T("gap.why", "Names", loc.Commas(by[why]...), "Why", why)))
	}
	return lines
}
