package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/sessions/cafe"
)

// planTab is what is planned for an evening: its pieces with their times, who is on, what to
// watch for, how the rooms are set, what to know at the door.
type planTab struct {
	simple
	atEvening
	opened map[string]bool // pieces whose steps are shown
	bare   bool            // the watch points are shown
	hand   handOn
}

// handOn is the button on which the keyboard was when a piece moved: it stays there.
type handOn struct {
	id string
	by int
}

func newPlanTab(at atEvening) Page {
	return &planTab{simple: newSimple(nil), atEvening: at, opened: map[string]bool{}}
}

// planData is what the tab shows. Of ideas and titles it has what the evening's pieces need.
type planData struct {
	night
	slots   []cafe.Slot
	titles  map[string]string    // by piece
	ideas   map[string]cafe.Idea // by piece
	people  map[string]string    // names by space-holder
	setting cafe.Setting
	watches []cafe.Watch
	planned bool
}

// Update implements Page.
func (p *planTab) Update() { refresh(p.env, &p.turns, p.fetch, p.update) }

func (p *planTab) fetch() (planData, error) {
	e, err := p.night()
	if err != nil {
		return planData{}, err
	}
	store := p.env.Cafe
	d := planData{
		night: e, slots: store.Timeline(e.Evening), ideas: map[string]cafe.Idea{}, people: map[string]string{},
		setting: store.Setting(e.Evening), watches: store.Watches(e.Evening, p.env.Day()), planned: store.Planned(e.Evening),
	}
	d.titles = paper.ItemTitles(store, p.env.Loc, e.Evening, d.slots)
	for _, h := range store.Holders(p.env.Compare) {
		d.people[h.ID] = h.Name
	}
	for _, a := range e.Activities {
		if x, ok := store.Idea(a.IdeaID); ok {
			d.ideas[a.ID] = x
		}
	}
	return d, nil
}

func (p *planTab) update(d planData) {
	right := column(gapCards, p.who(d.night))
	if d.On() {
		right.Add(p.watching(d))
		right.Add(p.rooms(d))
	}
	right.Add(p.know(d.Place))
	left, moved := p.timeline(d)
	p.show(container.New(twoColumns{}, left, right))
	if moved != nil {
		p.env.Window.Canvas().Focus(moved)
	}
	p.hand = handOn{}
}

// who says who is on and what is missing.
func (p *planTab) who(e night) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	lines := column(gapLines, section(loc.T("evening.duty")), quiet(env.span(e.Place.Start, e.Place.End)))
	names, lacks := env.onDuty(e)
	if names != "" {
		lines.Add(value(names))
	}
	add(lines, notices(append(env.otherwise(e.Evening), lacks...)...)...)
	if !e.On() {
		return card(lines)
	}
	duty := kwidget.NewButton(loc.T("evening.duty"), nil, func() { env.duty(e.Evening) })
	circle := kwidget.NewButton(loc.T("circle.title"), nil, func() { p.circle(e) })
	return card(lines, container.NewHBox(duty), container.NewHBox(circle))
}

// know is what to know at the door of the place.
func (p *planTab) know(x cafe.Place) fyne.CanvasObject {
	lines := column(gapParts, section(p.env.Loc.T("place.facts")))
	add(lines, p.env.atTheDoor(x)...)
	return card(lines)
}

// rooms says how they are set, and where it is quiet.
func (p *planTab) rooms(d planData) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	edit := low(loc.T("common.edit"), func() { p.set(d.setting) })
	lines := column(gapParts, stretched(halfway(section(loc.T("setting.title"))), edit))
	if d.setting.Rooms == "" && d.setting.Quiet == "" {
		lines.Add(quiet(loc.T("setting.empty")))
	}
	add(lines, env.fact("setting.rooms", d.setting.Rooms)...)
	add(lines, env.fact("setting.quiet", d.setting.Quiet)...)
	return card(lines)
}

// set writes how the rooms are set for this evening only.
func (p *planTab) set(x cafe.Setting) {
	loc := p.env.Loc
	rooms, calm := kwidget.NewArea(x.Rooms, 3), kwidget.NewField(x.Quiet)
	f := p.env.draft(loc.T("setting.title"), loc.T("common.save"), column(gapParts, quiet(loc.T("setting.about")),
		formOf(item(loc.T("setting.rooms"), rooms), item(loc.T("setting.quiet"), calm))), fyne.NewSize(620, 380), func() func() error {
		x.Rooms, x.Quiet = rooms.Text, calm.Text
		draft := x
		return func() error { return p.env.Cafe.SaveSetting(draft) }
	})
	f.on(rooms, calm)
}
