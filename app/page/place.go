package page

import (
	"io"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
)

// place shows one place: its next evenings, what is done there, and what to know at the
// door.
type place struct {
	simple
	env *Env
	id  string
}

func newPlace(env *Env, id string) Page {
	p := &place{env: env, id: id}
	x, _ := env.Cafe.Place(id)
	loc := env.Loc
	head := title(x.Name,
		kwidget.NewButton(loc.T("common.edit"), nil, func() { p.edit() }),
		more(choiceOf{loc.T("agreed.year", "Year", strconv.Itoa(env.Day().Year)), p.agree}, choiceOf{loc.T("place.delete"), p.remove}),
		primary(loc.T("place.extra"), p.extra))
	p.simple = newSimple(head)
	return p
}

type placeData struct {
	place      cafe.Place
	there      bool
	evenings   []night
	activities []cafe.Activity
	past       []night
	wishes     []cafe.Wish
	stray      int // turns of which the evening is no more
	overlaps   []cafe.Overlap
}

// Update implements Page.
func (p *place) Update() { refresh(p.env, &p.turns, p.fetch, p.update) }

func (p *place) fetch() (placeData, error) {
	x, ok := p.env.Cafe.Place(p.id)
	store, today := p.env.Cafe, p.env.Day()
	return placeData{
		x, ok, p.env.nights(store.Next(p.id, today, shownDates)...),
		store.Activities(p.id, p.env.Compare), p.env.nights(store.Past(p.id, today, shownPast)...), store.Wishes(p.id),
		len(store.Stray(p.id, today)), store.Overlaps(x, today),
	}, nil
}

func (p *place) update(d placeData) {
	if !d.there { // deleted, or its making was undone
		p.env.Shell.Go(Target{Page: Cafes})
		return
	}
	p.show(append(p.warnings(d), container.New(twoColumns{}, p.coming(d), column(gapCards, p.doing(d), p.wished(d.wishes, d.evenings), p.before(d.past), p.facts(d.place))))...)
}

// coming lists the next evenings, and says what is otherwise.
func (p *place) coming(d placeData) fyne.CanvasObject {
	lines := column(gapParts, section(p.env.Loc.T("place.evenings")))
	if len(d.evenings) == 0 {
		lines.Add(quiet(p.env.Loc.T("place.noevenings")))
	}
	for _, e := range d.evenings {
		lines.Add(p.evening(e))
	}
	return card(lines)
}

func (p *place) evening(e night) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	when := name(loc.Commas(env.when(e.Date), env.span(e.Place.Start, e.Place.End)))
	lines := column(gapLines, when)
	if done := env.activities(e.Evening); done != "" && e.On() {
		lines.Add(value(done))
	}
	who, lacks := env.onDuty(e)
	if who != "" && e.On() {
		lines.Add(value(who))
	}
	add(lines, notices(append(env.otherwise(e.Evening), lacks...)...)...)
	if !e.On() {
		when.ColorName = quiet("").ColorName
	}
	badge := container.NewHBox(env.badge(e.Date, e.Date == env.Day() && e.On()), gap(6))
	open := low(loc.T("common.open"), func() { env.Shell.Go(Target{Page: Cafes, PlaceID: p.id, Date: e.Planned}) })
	return container.NewBorder(nil, nil, badge, container.NewCenter(beside(0, open, more(p.choices(e.Evening)...))), halfway(lines))
}

// otherwise says what is not as always.
func (e *Env) otherwise(x cafe.Evening) (out []string) {
	loc := e.Loc
	switch {
	case x.Holiday != calendar.Reason{}:
		out = append(out, loc.T("evening.holiday", "Reason", e.reason(x.Holiday)))
	case x.Change == cafe.Moved:
		out = append(out, loc.T("evening.moved", "Date", e.date(x.Planned, i18n.Medium)))
	case x.Change != "":
		out = append(out, loc.T("evening."+string(x.Change)))
	}
	if x.Reason != "" {
		out = append(out, x.Reason)
	}
	return out
}

// choices are what can be done with an evening.
func (p *place) choices(e cafe.Evening) []choiceOf {
	env, loc := p.env, p.env.Loc
	except := func(x cafe.Exception) func() {
		x.PlaceID, x.Date = p.id, e.Planned
		return func() { env.do(func() error { return env.Cafe.Except(x) }) }
	}
	if e.Holiday != (calendar.Reason{}) {
		return []choiceOf{{loc.T("evening.open"), except(cafe.Exception{Change: cafe.Opened})}}
	}
	var out []choiceOf
	if e.On() {
		out = append(out, choiceOf{loc.T("evening.duty"), func() { env.duty(e) }})
	}
	if e.Change == "" || e.Change == cafe.Opened || e.Change == cafe.Moved {
		out = append(out, choiceOf{loc.T("evening.cancel"), func() { p.cancel(e) }}, choiceOf{loc.T("evening.move"), func() { p.move(e) }})
	}
	if e.Change != "" {
		out = append(out, choiceOf{loc.T("evening.always"), func() {
			env.do(func() error { return env.Cafe.AsAlways(p.id, e.Planned) })
		}})
	}
	return out
}

func (p *place) cancel(e cafe.Evening) {
	loc := p.env.Loc
	why := kwidget.NewField("")
	why.SetPlaceHolder(loc.T("evening.whyhint"))
	f := p.env.draft(loc.T("evening.cancel"), loc.T("evening.cancel"), formOf(item(loc.T("evening.why"), why)), fyne.NewSize(520, 220), func() func() error {
		x := cafe.Exception{PlaceID: p.id, Date: e.Planned, Change: cafe.Cancelled, Reason: why.Text}
		return func() error { return p.env.Cafe.Except(x) }
	})
	f.on(why)
}

func (p *place) move(e cafe.Evening) {
	p.pick("evening.move", e.Date, func(to calendar.Date) cafe.Exception {
		return cafe.Exception{PlaceID: p.id, Date: e.Planned, Change: cafe.Moved, To: to}
	})
}

// extra adds an evening that the rule does not give.
func (p *place) extra() {
	p.pick("place.extra", p.env.Day(), func(on calendar.Date) cafe.Exception {
		return cafe.Exception{PlaceID: p.id, Date: on, Change: cafe.Extra}
	})
}

// pick asks for a date, and makes the exception of it.
func (p *place) pick(id string, begin calendar.Date, make func(calendar.Date) cafe.Exception) {
	loc := p.env.Loc
	x, _ := p.env.Cafe.Place(p.id)
	on := newDateField(p.env, begin, func() calendar.Region { return x.Region })
	f := p.env.draft(loc.T(id), loc.T("common.save"), formOf(item(loc.T("evening.date"), on.object)), fyne.NewSize(520, 420), func() func() error {
		d, err := calendar.ParseDate(on.Text)
		return func() error {
			if err != nil {
				return err
			}
			return p.env.Cafe.Except(make(d))
		}
	})
	f.on(on.Field)
}

// shownPast is how many of the last evenings are shown.
const shownPast = 5

// before lists the last evenings, with how many came.
func (p *place) before(past []night) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	lines := column(gapParts, section(loc.T("place.past")))
	if len(past) == 0 {
		lines.Add(quiet(loc.T("place.nopast")))
	}
	for _, e := range past {
		facts := column(gapLines, name(env.date(e.Date, i18n.Short)))
		if n := e.tallies[cafe.Visitors]; n > 0 {
			facts.Add(quiet(loc.N("count.visitors", n)))
		}
		if e.debrief.Open() {
			add(facts, notices(loc.T("debrief.open"))...)
		}
		open := low(loc.T("common.open"), func() { env.Shell.Go(Target{Page: Cafes, PlaceID: p.id, Date: e.Planned}) })
		lines.Add(stretched(halfway(facts), open))
	}
	return card(lines)
}

// doing lists the activities with their rhythm.
func (p *place) doing(d placeData) fyne.CanvasObject {
	loc := p.env.Loc
	add := kwidget.NewButton(loc.T("activity.new"), nil, func() { p.activity(loc.T("activity.new"), cafe.Activity{PlaceID: p.id, Rule: d.place.Rule}) })
	lines := column(gapParts, stretched(halfway(section(loc.T("place.activities"))), add))
	if len(d.activities) == 0 {
		lines.Add(quiet(loc.T("place.noactivities")))
	}
	for _, a := range d.activities {
		what := column(gapLines, name(p.env.Cafe.Title(a, p.env.Lang())), quiet(p.env.often(a.Rule)))
		edit := low(loc.T("common.edit"), func() { p.activity(loc.T("activity.edit"), a) })
		remove := choiceOf{loc.T("activity.delete"), func() { p.env.do(func() error { return p.env.Cafe.DeleteActivity(a) }) }}
		lines.Add(stretched(what, edit, more(remove)))
	}
	return card(lines)
}

// activity edits what is done, and when. It happens on the evenings that its own rule has.
func (p *place) activity(title string, a cafe.Activity) {
	loc := p.env.Loc
	what := kwidget.NewField(a.Title)
	what.SetPlaceHolder(loc.T("activity.hint"))
	leads := newChoice(loc.T, "leads.", []string{"1", "2", "3", "4"}, itoa(max(a.Leads, 1)))
	rule := newRuleFields(p.env, a.Rule, func() calendar.Region { return calendar.NoRegion })
	items := append([]formItem{item(loc.T("activity.name"), what)}, rule.items()...)
	skills := newSkillChecks(p.env, p.env.Cafe.SkillsOf(a))
	items = append(items, item(loc.T("activity.leads"), leads.sel))
	content := column(gapParts, formOf(items...), name(loc.T("activity.skills")), skills.object)
	f := p.env.draft(title, loc.T("common.save"), content, fyne.NewSize(680, 640), func() func() error {
		draft := a
		draft.Title = what.Text
		if ids := skills.chosen(); !slices.Equal(ids, skills.was) {
			draft.Skills, draft.OwnSkills = ids, true
		}
		draft.Leads, _ = number(leads.id())
		var err error
		draft.Rule, err = rule.rule()
		return func() error {
			if err != nil {
				return err
			}
			_, err := p.env.Cafe.SaveActivity(draft)
			return err
		}
	})
	f.on(what, rule.from.Field)
}

// facts are what to know before the door opens.
func (p *place) facts(x cafe.Place) fyne.CanvasObject {
	loc := p.env.Loc
	lines := column(gapParts, section(loc.T("place.facts")))
	add(lines, p.env.fact("rule.often", p.env.since(x.Rule))...)
	add(lines, p.env.fact("place.for", loc.T("audience."+string(x.Audience)))...)
	add(lines, p.env.atTheDoor(x)...)
	ics := kwidget.NewButton(loc.T("paper.ics"), theme.DocumentSaveIcon(), func() {
		p.env.save(loc.T("paper.cafefile"), func(w io.Writer) error {
			return paper.CafeCalendar(w, p.env.Cafe, loc, p.id, p.env.Day(), p.env.Now())
		})
	})
	ics.Alignment = widget.ButtonAlignLeading
	lines.Add(container.NewHBox(ics))
	lines.Add(container.NewHBox(p.poster()))
	return card(lines)
}

// atTheDoor is what to know of a place before its door opens.
func (e *Env) atTheDoor(x cafe.Place) []fyne.CanvasObject {
	return slices.Concat(e.fact("place.address", e.Loc.Commas(x.Address, x.Municipality)),
		e.fact("place.key", e.Loc.List(e.Cafe.KeyHolders(x, e.Compare))), e.fact("place.door", x.Door), e.fact("place.agreements", x.Agreements))
}

// poster makes the programme of this month or the next, for the wall or the phone.
func (p *place) poster() fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	var b *kwidget.Button
	b = kwidget.NewButton(loc.T("paper.poster"), theme.DocumentSaveIcon(), func() {
		this := env.Day()
		next := this.AddDays(32 - this.Day)
		var items []kwidget.MenuItem
		for _, month := range []calendar.Date{this, next} {
			for _, kind := range paper.PosterKinds() {
				items = append(items, kwidget.MenuItem{Text: loc.T("poster.kind."+string(kind), "Month", loc.Month(month.Month)), Do: func() {
					env.save(loc.T("paper.posterfile")+kind.Ext(), func(w io.Writer) error {
						return paper.Poster(w, kind, env.Cafe, p.id, month)
					})
				}})
			}
		}
		kwidget.ShowMenu(b, b.Size().Width, items...)
	})
	b.Alignment = widget.ButtonAlignLeading
	return b
}

func (p *place) edit() {
	if x, ok := p.env.Cafe.Place(p.id); ok {
		p.env.placeDraft(p.env.Loc.T("place.edit"), x)
	}
}

// agree edits what was agreed with a funder for this year.
func (p *place) agree() {
	if x, ok := p.env.Cafe.Place(p.id); ok {
		p.env.agreedDraft(x, p.env.Day().Year)
	}
}

func (p *place) remove() {
	loc := p.env.Loc
	x, _ := p.env.Cafe.Place(p.id)
	p.env.Shell.Ask(Question{
		Title: loc.T("place.delete"), Text: loc.T("place.deleteask", "Name", x.Name), Yes: loc.T("common.delete"),
		Do: func() { p.env.do(func() error { return p.env.Cafe.DeletePlace(p.id) }) },
	})
}
