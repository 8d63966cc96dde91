package page

import (
	"slices"
	"strconv"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/assets"
	"kring/i18n"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/toolkit/book"
	"kring/toolkit/kit"
)

// YearPlan is the tab of the toolkits that shows the six of a year.
const YearPlan Tab = "year"

// occasions are what a theme can follow; they ship with Kring.
var occasions = sync.OnceValues(func() ([]kit.Occasion, error) {
	return kit.LoadOccasions(assets.Calendar, "calendar/gelegenheden.toml")
})

// yearPlan is the board of a year's toolkits: theme, how far, who, by when.
type yearPlan struct {
	turns
	env    *Env
	object fyne.CanvasObject
	head   *kwidget.BidiLabel
	body   *fyne.Container
	year   int
	hand   int  // the period one of whose buttons had the keyboard; 0: none
	edited bool // it was the one to change it, not the one of the next step
}

func newYearPlan(env *Env) Page {
	p := &yearPlan{env: env, year: env.Day().Year, body: column(gapCards)}
	loc := env.Loc
	back := low(loc.T("nav.toolkits"), func() { env.Shell.Go(Target{Page: Toolkits}) })
	turn := func(by int) func() { return func() { p.year += by; p.Update() } }
	var head fyne.CanvasObject
	p.head, head = newHead(back, iconButton(theme.NavigateBackIcon(), turn(-1)), iconButton(theme.NavigateNextIcon(), turn(1)))
	p.object = under(head, vscroll(p.body))
	return p
}

// Object implements Page.
func (p *yearPlan) Object() fyne.CanvasObject { return p.object }

// yearData is a year with what ships for it and what falls in it.
type yearData struct {
	year    int
	slots   []yearSlot
	kits    []paper.Toolkit
	own     []ownKit
	balance []int
}

// yearSlot is one of the six, with the toolkit that it was filled with and the occasions of
// its months.
type yearSlot struct {
	kit.Slot
	called string // in the language of the window
	own    string // the id of the text of one's own that it is filled with; or ""
	falls  []kit.Falling
}

// Update implements Page.
func (p *yearPlan) Update() {
	year := p.year
	refresh(p.env, &p.turns, func() (yearData, error) { return p.fetch(year) }, p.update)
}

func (p *yearPlan) fetch(year int) (yearData, error) {
	d := yearData{year: year}
	var err error
	if d.kits, err = paper.Toolkits(); err != nil {
		return d, err
	}
	all, err := occasions()
	if err != nil {
		return d, err
	}
	d.own = p.env.ownKits()
	var served [][]int
	for _, s := range p.env.Kits.Year(year) {
		x := yearSlot{Slot: s, called: p.env.called(s), falls: kit.Between(all, s.First(), s.Last())}
		if at := slices.IndexFunc(d.kits, func(k paper.Toolkit) bool { return k.File == s.File }); at >= 0 {
			served = append(served, d.kits[at].Elements())
		}
		if at := slices.IndexFunc(d.own, func(k ownKit) bool { return k.file() == s.File }); at >= 0 {
			x.own = d.own[at].ID
			served = append(served, d.own[at].Elements)
		}
		d.slots = append(d.slots, x)
	}
	d.balance = kit.Balance(cafe.Elements, served)
	return d, nil
}

func (p *yearPlan) update(d yearData) {
	p.head.SetText(p.env.Loc.T("year.title", "Year", strconv.Itoa(d.year)))
	left := column(gapParts)
	if d.planned() == 0 {
		left.Add(quietly(p.env.Loc.T("year.empty")))
	}
	var hand fyne.Focusable
	coming, past := d.split(p.env.Day())
	for i, x := range append(coming, past...) {
		if i == len(coming) && i > 0 {
			left.Add(section(p.env.Loc.T("year.past")))
		}
		row, edit, next := p.slot(d, x)
		left.Add(row)
		if x.Period == p.hand {
			if hand = next; p.edited || next == nil {
				hand = edit
			}
		}
	}
	p.body.Objects = []fyne.CanvasObject{container.New(twoColumns{}, left, p.balance(d))}
	p.body.Refresh()
	if hand != nil {
		p.env.Window.Canvas().Focus(hand)
	}
	p.hand, p.edited = 0, false
}

// split puts those whose months are over apart, but for a year that is over.
func (d yearData) split(today calendar.Date) (coming, past []yearSlot) {
	for _, x := range d.slots {
		if x.Last().Compare(today) < 0 && d.year == today.Year {
			past = append(past, x)
			continue
		}
		coming = append(coming, x)
	}
	return coming, past
}

// planned is how many of the six are.
func (d yearData) planned() (n int) {
	for _, x := range d.slots {
		if !x.Empty() {
			n++
		}
	}
	return n
}

// slot is one toolkit: its months, what it is, and the next step, where there is one.
func (p *yearPlan) slot(d yearData, x yearSlot) (row fyne.CanvasObject, change, next fyne.Focusable) {
	env, loc := p.env, p.env.Loc
	lines := column(gapLines, name(p.months(x.Slot)))
	var buttons []fyne.CanvasObject
	edit := kwidget.NewButton(loc.T("common.edit"), nil, func() { p.draft(d, x.Slot) })
	switch {
	case x.Empty():
		edit.SetText(loc.T("year.plan"))
		buttons = []fyne.CanvasObject{edit, more(p.ownWays(d, x)...)}
	default:
		if x.called != "" {
			lines.Add(value(x.called))
		}
		lines.Add(quiet(loc.Facts(p.by(x.Slot), x.Who)))
		add(lines, notices(env.kitWorries(x.Slot)...)...)
		var menu []choiceOf
		buttons, menu, next = p.nextOf(x)
		menu = append(append(menu, p.ownWays(d, x)...), choiceOf{loc.T("year.clear"), func() { p.clear(x.Slot) }})
		buttons = append(buttons, edit, more(menu...))
	}
	var falls []string
	for _, f := range x.falls {
		falls = append(falls, p.falling(f))
	}
	if len(falls) > 0 {
		lines.Add(caption(loc.Facts(falls...)))
	}
	if len(buttons) > 3 { // beside so many the words have no room
		return card(column(gapParts, lines, container.NewHBox(buttons...))), edit, next
	}
	return card(stretched(lines, buttons...)), edit, next
}

// nextOf are the next step of a toolkit that is planned and the way to its text and its send list,
// the rarer of them for the menu. One that is ready is made and sent from its list: that is its
// next step, before somebody says that it was sent.
func (p *yearPlan) nextOf(x yearSlot) (buttons []fyne.CanvasObject, menu []choiceOf, next fyne.Focusable) {
	loc := p.env.Loc
	list := choiceOf{loc.T("send.title"), func() { p.env.Shell.Go(slotTarget(x.Slot)) }}
	text := choiceOf{loc.T("write.open"), func() { p.env.Shell.Go(writeTarget(x.own)) }}
	step := choiceOf{loc.T("kitnext." + string(x.State)), func() { p.goOn(x.Slot) }}
	if x.State == kit.Ready {
		first := primary(list.text, list.do)
		buttons, next = append(buttons, first, kwidget.NewButton(step.text, nil, step.do)), first
		if x.own != "" {
			menu = append(menu, text)
		}
		return buttons, menu, next
	}
	if x.State != kit.Sent {
		first := primary(step.text, step.do)
		buttons, next = append(buttons, first), first
	}
	if x.own != "" {
		buttons = append(buttons, kwidget.NewButton(text.text, nil, text.do))
	}
	return buttons, append(menu, list), next
}

// months names those of a slot.
func (p *yearPlan) months(x kit.Slot) string {
	return p.env.Loc.T("year.months", "From", p.env.Loc.Month(x.First().Month), "To", p.env.Loc.Month(x.Last().Month))
}

// by says how far it is and when it is to be sent, or when it was.
func (p *yearPlan) by(x kit.Slot) string {
	if x.State == kit.Sent {
		return p.env.Loc.T("year.senton", "Date", p.env.date(x.SentOn, i18n.Medium))
	}
	return p.env.Loc.Facts(p.env.Loc.T("kitstate."+string(x.State)), p.env.Loc.T("year.by", "Date", p.env.date(x.Due(), i18n.Medium)))
}

// falling says an occasion with its date; one that is near it only, so.
func (p *yearPlan) falling(f kit.Falling) string {
	id := "year.on"
	if f.Approximate() {
		id = "year.about"
	}
	return p.env.Loc.T(id, "Name", f.Name.In(p.env.Lang()), "Date", p.env.Loc.T("date.daymonth", "Day", f.On.Day, "Month", p.env.Loc.Month(f.On.Month)))
}

// kitWorries are what is pressing of a planned toolkit.
func (e *Env) kitWorries(x kit.Slot) []string {
	switch today := e.Day(); {
	case x.Late(today):
		return []string{e.Loc.N("year.late", today.DaysSince(x.Due()))}
	case x.Soon(today) && x.Due() == today:
		return []string{e.Loc.T("year.today")}
	case x.Soon(today):
		return []string{e.Loc.N("year.soon", x.Due().DaysSince(today))}
	}
	return nil
}

// goOn takes the next step. The keyboard stays on its button.
func (p *yearPlan) goOn(x kit.Slot) {
	p.hand = x.Period
	x.State = x.State.Next()
	today := p.env.Day()
	p.env.do(func() error { return p.env.Kits.Save(x, today) })
}

// clear forgets what was planned. The keyboard stays at its months.
func (p *yearPlan) clear(x kit.Slot) {
	p.hand, p.edited = x.Period, true
	p.env.do(func() error { return p.env.Kits.Clear(x) })
}

// balance shows how often the year's toolkits serve each of the elements.
func (p *yearPlan) balance(d yearData) fyne.CanvasObject {
	loc := p.env.Loc
	lines := column(gapParts, section(loc.T("year.balance")), quiet(loc.T("year.balanceabout")))
	for i, n := range d.balance {
		row := column(0, value(loc.T("element."+itoa(i+1))))
		if n == 0 {
			add(row, notices(loc.T("year.never"))...)
		} else {
			row.Add(quiet(loc.N("year.times", n)))
		}
		lines.Add(row)
	}
	return card(lines)
}

// fromKit tells whether a theme was not typed by hand: it is empty, or came with a toolkit,
// in whatever language.
func (d yearData) fromKit(theme string) bool {
	if theme == "" {
		return true
	}
	for _, k := range d.kits {
		for _, lang := range append(k.Doc.Languages(), book.Source) {
			if theme == k.Doc.Say("title", lang) || theme == k.Doc.Say("theme", lang) {
				return true
			}
		}
	}
	return slices.ContainsFunc(d.own, func(k ownKit) bool { return theme == k.title || theme == k.theme })
}

// draft edits a slot. A theme can follow an occasion, or come with a toolkit that ships.
func (p *yearPlan) draft(d yearData, x kit.Slot) *draftForm {
	env, loc := p.env, p.env.Loc
	if x.Empty() {
		x.State = kit.Idea
	}
	what, who := kwidget.NewField(x.Theme), kwidget.NewField(x.Who)
	what.SetPlaceHolder(loc.T("year.themehint"))
	files, titles := []string{""}, []string{loc.T("year.nokit")}
	for _, k := range d.own { // whoever wrote one comes to plan it
		files, titles = append(files, k.file()), append(titles, loc.T("year.ownkit", "Title", k.called))
	}
	for _, k := range d.kits {
		files, titles = append(files, k.File), append(titles, k.Doc.Say("title", env.Lang()))
	}
	ships := kwidget.NewSelect(titles, nil)
	ships.SetSelectedIndex(max(slices.Index(files, x.File), 0))
	ships.OnChanged = func(i int) {
		switch ships := i - 1 - len(d.own); {
		case i == 0 || !d.fromKit(what.Text):
		case ships < 0:
			what.SetText(d.own[i-1].theme)
		default:
			what.SetText(d.kits[ships].Doc.Say("theme", env.Lang()))
		}
	}
	state := newChoice(loc.T, "kitstate.", strs(kit.States()), string(x.State))
	by := newDateField(env, x.Deadline, func() calendar.Region { return calendar.NoRegion })
	by.SetPlaceHolder(env.date(x.Due(), i18n.Medium))
	f := env.draft(p.months(x), loc.T("common.save"), formOf(
		item(loc.T("year.theme"), what), item(loc.T("bookkind.toolkit"), ships), item(loc.T("year.state"), state.sel),
		item(loc.T("year.who"), who), item(loc.T("year.deadline"), by.object),
	), fyne.NewSize(640, 520), func() func() error {
		draft, today := x, env.Day()
		draft.Theme, draft.Who, draft.File, draft.State = what.Text, who.Text, files[ships.SelectedIndex()], kit.State(state.id())
		var err error
		draft.Deadline, err = by.optional()
		if err == nil { // the keyboard comes back to where it was
			p.hand, p.edited = x.Period, true
		}
		return func() error {
			if err != nil {
				return err
			}
			return env.Kits.Save(draft, today)
		}
	})
	f.on(what, who, by.Field)
	return f
}
