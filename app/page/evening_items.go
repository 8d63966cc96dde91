package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/sessions/cafe"
)

// timeline lists the pieces of the evening with their times, and gives the button on which
// the keyboard goes on, if it was on one.
func (p *planTab) timeline(d planData) (list fyne.CanvasObject, hand fyne.Focusable) {
	env, loc := p.env, p.env.Loc
	box := column(gapParts, p.planHead(d))
	if !d.On() {
		return column(gapParts, section(loc.T("timeline.title"))), nil
	}
	for i, x := range d.slots {
		row, buttons := p.item(d, i, x)
		box.Add(row)
		if x.ID == p.hand.id {
			hand = buttons[p.hand.by]
		}
	}
	for _, a := range d.Skipped {
		back := low(loc.T("item.back"), func() { env.do(func() error { return env.Cafe.Unskip(d.Evening, a.ID) }) })
		box.Add(stretched(halfway(quiet(loc.T("item.skipped", "Name", env.Cafe.Title(a, env.Lang())))), back))
	}
	if n := len(d.slots); n > 0 {
		last := d.slots[0].To
		for _, x := range d.slots {
			last = max(last, x.To)
		}
		box.Add(quiet(loc.T("timeline.ready", "Time", env.clock(last))))
	}
	return box, hand
}

func (p *planTab) planHead(d planData) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	choose := primary(loc.T("ideas.choose"), func() {
		env.Shell.Go(Target{Page: Cafes, Tab: Ideas, PlaceID: p.placeID, Date: p.date})
	})
	own := kwidget.NewButton(loc.T("item.new"), nil, func() { p.edit(d, cafe.Item{Kind: cafe.OwnItem, Minutes: 15}) })
	right := []fyne.CanvasObject{own, choose}
	if d.planned {
		right = append(right, more(choiceOf{loc.T("item.reset"), func() {
			env.do(func() error { return env.Cafe.ResetItems(d.Evening) })
		}}))
	}
	return stretched(halfway(section(loc.T("timeline.title"))), right...)
}

// item is one piece: its hour, what it is, who leads it, and what does not fit.
func (p *planTab) item(d planData, i int, x cafe.Slot) (row fyne.CanvasObject, hands map[int]fyne.Focusable) {
	loc := p.env.Loc
	hour := name(p.env.clock(x.From))
	hour.SizeName = theme.SizeNameSubHeadingText
	space := canvas.NewRectangle(nil)
	space.SetMinSize(fyne.NewSize(timeWidth, 1))
	when := container.NewStack(space, column(0, hour, caption(loc.T("plan.min", "Number", loc.Int(x.Minutes)))))
	lines := column(gapLines, name(d.titles[x.ID]))
	if facts := p.facts(d, i, x); facts != "" {
		lines.Add(quiet(facts))
	}
	if x.Note != "" {
		lines.Add(value(x.Note))
	}
	add(lines, notices(p.clashes(d, x)...)...)
	up := iconButton(theme.MoveUpIcon(), func() { p.move(d, x, -1) })
	down := iconButton(theme.MoveDownIcon(), func() { p.move(d, x, 1) })
	if i == 0 {
		up.Disable()
	}
	if i == len(d.slots)-1 {
		down.Disable()
	}
	buttons := container.NewVBox(beside(0, up, down, more(p.itemChoices(d, x)...)))
	body := column(0, container.NewBorder(nil, nil, when, buttons, lines), p.unfolding(d, x))
	return kwidget.NewStripedPanel(paper.ItemColor(x.Kind, d.ideas[x.ID].Kind), body), map[int]fyne.Focusable{-1: up, 1: down}
}

// move puts a piece one place on or back. The keyboard stays on the button.
func (p *planTab) move(d planData, x cafe.Slot, by int) {
	p.hand = handOn{x.ID, by}
	p.env.do(func() error { return p.env.Cafe.MoveItem(d.Evening, x.ID, by) })
}

// facts are what is known of a piece, in short.
func (p *planTab) facts(d planData, i int, x cafe.Slot) string {
	loc := p.env.Loc
	var beside, fixed, leads string
	if x.Beside && i > 0 {
		beside = loc.T("item.beside")
	}
	if x.Fixed {
		fixed = loc.T("item.fixed")
	}
	if names := p.names(d, x.Leads); names != "" {
		leads = loc.T("item.led", "Names", names)
	}
	return loc.Facts(leads, x.Room, beside, fixed)
}

func (p *planTab) names(d planData, ids []string) string {
	var out []string
	for _, id := range ids {
		if n, there := d.people[id]; there {
			out = append(out, n)
		}
	}
	return p.env.Loc.List(out)
}

// clashes say what does not fit.
func (p *planTab) clashes(d planData, x cafe.Slot) []string {
	var out []string
	for _, c := range x.Clashes {
		out = append(out, paper.ClashText(p.env.Loc, c, d.titles[c.Other], d.people[c.HolderID]))
	}
	return out
}

func (p *planTab) itemChoices(d planData, x cafe.Slot) []choiceOf {
	env, loc := p.env, p.env.Loc
	out := []choiceOf{{loc.T("common.edit"), func() { p.edit(d, x.Item) }}}
	if x.Kind == cafe.Doing || x.Kind == cafe.OwnItem {
		out = append(out, choiceOf{loc.T("item.remove." + string(x.Kind)), func() {
			env.do(func() error { return env.Cafe.RemoveItem(d.Evening, x.Item) })
		}})
	}
	return out
}

// unfolding shows how an activity is done, step by step, when it is asked.
func (p *planTab) unfolding(d planData, x cafe.Slot) fyne.CanvasObject {
	idea, lang := d.ideas[x.ID], p.env.Lang()
	if len(idea.Steps) == 0 {
		return spaceHigh(0)
	}
	icon, text := theme.MenuExpandIcon(), "plan.steps"
	if p.opened[x.ID] {
		icon, text = theme.MenuDropDownIcon(), "plan.fold"
	}
	toggle := low(p.env.Loc.T(text), func() {
		p.opened[x.ID] = !p.opened[x.ID]
		p.Update()
	})
	toggle.Icon = icon
	inset := func(o fyne.CanvasObject) fyne.CanvasObject {
		return container.New(layout.NewCustomPaddedLayout(0, 0, timeWidth-8, 0), o)
	}
	if !p.opened[x.ID] {
		return inset(container.NewHBox(toggle))
	}
	var steps []fyne.CanvasObject
	for _, s := range idea.Steps {
		steps = append(steps, p.env.readable(value(s.In(lang))))
	}
	box := column(gapParts, container.NewHBox(toggle), bullets(steps))
	add(box, p.env.fact("idea.materials", idea.Materials.In(lang))...)
	add(box, p.env.fact("idea.low", idea.Low.In(lang))...)
	return inset(box)
}

// edit changes a piece, or adds an own one.
func (p *planTab) edit(d planData, x cafe.Item) {
	f := newItemForm(p.env, d, x)
	title := d.titles[x.ID]
	if x.ID == "" {
		title = p.env.Loc.T("item.new")
	}
	form := p.env.draft(title, p.env.Loc.T("common.save"), f.content(), fyne.NewSize(640, 560), func() func() error {
		draft, err := f.draft()
		return func() error {
			if err != nil {
				return err
			}
			_, err := p.env.Cafe.SaveItem(d.Evening, draft)
			return err
		}
	})
	form.on(f.fields()...)
}

// itemForm edits a draft of a piece of an evening.
type itemForm struct {
	env                *Env
	item               cafe.Item
	title, minutes, at *kwidget.Field
	note               *kwidget.Field
	room               *kwidget.Field
	beside             *kwidget.Check
	leads              *holderTicks
}

func newItemForm(env *Env, d planData, x cafe.Item) *itemForm {
	f := &itemForm{env: env, item: x, minutes: kwidget.NewField(env.Loc.Int(x.Minutes)), at: kwidget.NewField(""), room: kwidget.NewField(x.Room), note: kwidget.NewArea(x.Note, 2)}
	if x.Kind == cafe.OwnItem {
		f.title = kwidget.NewField(x.Title)
		f.title.SetPlaceHolder(env.Loc.T("item.hint"))
	}
	if x.Fixed {
		f.at.SetText(env.clock(x.At))
	}
	f.at.SetPlaceHolder(env.Loc.T("item.athint"))
	f.room.SetPlaceHolder(env.Loc.Commas(d.Place.Rooms...))
	f.beside = kwidget.NewCheck(env.Loc.T("item.besidelong"), nil)
	f.beside.Checked = x.Beside
	f.leads = newHolderTicks(d.on, x.Leads)
	return f
}

func (f *itemForm) content() fyne.CanvasObject {
	loc := f.env.Loc
	var items []formItem
	if f.title != nil {
		items = append(items, item(loc.T("plan.name"), f.title))
	}
	who := f.leads.object
	if len(f.leads.boxes) == 0 { // on its own: beside others a text takes the width of its longest word
		who = container.New(layout.NewCustomPaddedLayout(labelDrop, 0, 0, 0), quiet(loc.T("item.nobody")))
	}
	return formOf(append(items,
		item(loc.T("plan.minuteslabel"), f.minutes), item("", f.beside), item(loc.T("item.at"), f.at),
		item(loc.T("item.leads"), who), item(loc.T("item.room"), f.room), item(loc.T("item.note"), f.note))...)
}

func (f *itemForm) fields() []*kwidget.Field {
	out := []*kwidget.Field{f.minutes, f.at, f.room, f.note}
	if f.title != nil {
		return append([]*kwidget.Field{f.title}, out...)
	}
	return out
}

// draft is what was typed, or what of it cannot be read.
func (f *itemForm) draft() (cafe.Item, error) {
	x := f.item
	if f.title != nil {
		x.Title = f.title.Text
	}
	n, ok := number(strings.TrimSpace(f.minutes.Text))
	if !ok {
		n = -1 // refused, as no number of minutes
	}
	x.Minutes, x.Beside, x.Room, x.Note, x.Leads = n, f.beside.Checked, f.room.Text, f.note.Text, f.leads.chosen()
	x.Fixed, x.At = false, 0
	if at := strings.TrimSpace(f.at.Text); at != "" {
		if x.At, x.Fixed = parseClock(at); !x.Fixed {
			return x, cafe.ErrAt
		}
	}
	return x, nil
}
