package page

import (
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/sessions/plan"
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

// filters narrow the list.
func (p *ideas) filters() fyne.CanvasObject {
	loc := p.env.Loc
	p.text = kwidget.NewField("")
	p.text.SetPlaceHolder(loc.T("ideas.search"))
	p.text.OnChanged = func(string) { p.narrow() }
	p.text.OnEscape = func() { p.text.SetText("") }
	p.text.OnSubmitted = func(string) { p.choose(0); p.env.Window.Canvas().Focus(p.list) }
	p.kind = newChoice(loc.T, "idea.kind.", append([]string{""}, strs(cafe.Kinds())...), "")
	p.noise = newChoice(loc.T, "idea.noise.", []string{"", "1", "2"}, "")
	p.within = newChoice(loc.T, "idea.within.", []string{"", "15", "30", "60"}, "")
	p.crowd = newChoice(loc.T, "idea.crowd.", []string{"", "3", "6", "10", "15", "20"}, "")
	p.energy = newChoice(loc.T, "idea.moving.", []string{"", "1", "2"}, "")
	p.leads = newChoice(loc.T, "idea.leading.", []string{"", "1", "2"}, "")
	p.element = newChoice(loc.T, "element.", []string{"", "1", "2", "3", "4", "5", "6", "7", "8"}, "")
	for _, c := range []*choice{p.kind, p.noise, p.within, p.crowd, p.energy, p.leads, p.element} {
		c.sel.OnChanged = func(int) { p.narrow() }
	}
	p.low = kwidget.NewCheck(loc.T("ideas.low"), func(bool) { p.narrow() })
	p.rest = container.New(evenly{}, p.energy.sel, p.leads.sel, p.element.sel, p.low)
	p.rest.Hide()
	p.starred = kwidget.NewCheck(loc.T("ideas.starred"), func(bool) { p.narrow() })
	p.free = kwidget.NewCheck(loc.T("ideas.free"), func(bool) { p.narrow() })
	var more *kwidget.Button
	more = low(loc.T("ideas.more"), func() { p.unfold(more) })
	checks := beside(gapParts, p.starred, p.free, more)
	return column(gapParts,
		container.NewBorder(nil, nil, nil, checks, p.text),
		container.New(evenly{}, p.kind.sel, p.noise.sel, p.within.sel, p.crowd.sel), p.rest)
}

// unfold shows the filters that are seldom needed, or hides them; then they ask nothing.
func (p *ideas) unfold(b *kwidget.Button) {
	p.rest.Hidden = !p.rest.Hidden
	b.SetText(p.env.Loc.T(map[bool]string{true: "ideas.more", false: "ideas.fewer"}[p.rest.Hidden]))
	if p.rest.Hidden {
		for _, c := range []*choice{p.energy, p.leads, p.element} {
			c.show("")
		}
		p.low.Checked = false
		p.low.Refresh()
		p.narrow()
	}
	p.object.Refresh()
}

func (p *ideas) narrow() {
	p.tonight = false
	p.Update()
}

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

// show writes one idea whole.
func (p *ideas) show(x ideaLine) {
	env, loc, lang := p.env, p.env.Loc, p.env.Lang()
	p.chosen = x.ID
	star := loc.T("idea.star")
	if x.starred {
		star = loc.T("idea.unstar")
	}
	sheet := choiceOf{loc.T("idea.print"), func() {
		env.save(loc.T("idea.file", "Name", x.Title.In(lang))+".pdf", func(w io.Writer) error { return paper.Idea(w, x.Idea) })
	}}
	choices := []choiceOf{sheet}
	if x.Own {
		choices = append(choices,
			choiceOf{loc.T("common.edit"), func() { p.draft(loc.T("common.edit"), x.Idea) }},
			choiceOf{loc.T("ideas.delete"), func() { env.do(func() error { return env.Cafe.DeleteIdea(x.Idea) }) }})
	}
	buttons := []fyne.CanvasObject{p.take(x.Idea), low(star, func() { env.do(func() error { return env.Cafe.SetStar(x.Idea, !x.starred) }) })}
	buttons = append(buttons, more(choices...))
	add(p.detail, section(x.Title.In(lang)), container.NewHBox(buttons...), env.readable(value(x.Aim.In(lang))),
		quiet(paper.IdeaFacts(loc, x.Idea)))
	var steps []fyne.CanvasObject
	for _, s := range x.Steps {
		steps = append(steps, env.readable(value(s.In(lang))))
	}
	if len(steps) > 0 {
		add(p.detail, name(loc.T("idea.steps")), bullets(steps))
	}
	add(p.detail, env.fact("idea.materials", x.Materials.In(lang))...)
	add(p.detail, env.fact("idea.low", x.Low.In(lang))...)
	add(p.detail, env.fact("activity.skills", loc.Facts(env.skillNames(x.Skills)...))...)
	var elements []string
	for _, n := range x.Elements {
		elements = append(elements, loc.T("element."+itoa(n)))
	}
	add(p.detail, env.fact("idea.elements", loc.Facts(elements...))...)
}

// take puts an idea on the evening that is chosen for, or asks on which.
func (p *ideas) take(x cafe.Idea) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	on := func(e cafe.Evening) {
		title := x.Title.In(env.Lang())
		env.act(func() error {
			_, err := env.Cafe.TakeIdea(x, e, title)
			return err
		}, func(err error) {
			if err != nil {
				env.Shell.Fail(err)
				return
			}
			env.Shell.Go(Target{Page: Cafes, PlaceID: e.Place.ID, Date: e.Planned})
		})
	}
	if e, ok := env.Cafe.Evening(p.placeID, p.date); ok {
		return primary(loc.T("idea.take"), func() { on(e) })
	}
	var b *kwidget.Button
	b = primary(loc.T("idea.takeon"), func() {
		var items []kwidget.MenuItem
		for _, place := range env.Cafe.Places(env.Compare) {
			for _, e := range env.Cafe.Next(place.ID, env.Day(), 3) {
				if e.On() {
					items = append(items, kwidget.MenuItem{Text: loc.Facts(env.date(e.Date, i18n.Short), place.Name), Do: func() { on(e) }})
				}
			}
		}
		if len(items) == 0 {
			env.Shell.Say(loc.T("place.noevenings"))
			return
		}
		kwidget.ShowMenu(b, 0, items...)
	})
	return b
}

// draft edits an idea of their own.
func (p *ideas) draft(title string, x cafe.Idea) {
	loc, lang := p.env.Loc, p.env.Lang()
	field := kwidget.NewField
	var steps []string
	for _, s := range x.Steps {
		steps = append(steps, s.In(lang))
	}
	what, aim, how := field(x.Title.In(lang)), kwidget.NewArea(x.Aim.In(lang), 2), kwidget.NewArea(strings.Join(steps, "\n"), 4)
	materials, low := field(x.Materials.In(lang)), field(x.Low.In(lang))
	how.SetPlaceHolder(loc.T("idea.stepshint"))
	numbers := []*kwidget.Field{field(itoa(x.Minutes[0])), field(itoa(x.Minutes[1])), field(itoa(x.People[0])), field(itoa(x.People[1]))}
	kind := newChoice(loc.T, "idea.kind.", strs(cafe.Kinds()), string(x.Kind))
	noise := newChoice(loc.T, "idea.noise.", []string{"1", "2", "3"}, itoa(x.Noise))
	energy := newChoice(loc.T, "idea.energy.", []string{"1", "2", "3"}, itoa(x.Energy))
	leads := newChoice(loc.T, "leads.", []string{"1", "2", "3", "4"}, itoa(x.Leads))
	f := p.env.draft(title, loc.T("common.save"), formOf(
		item(loc.T("activity.name"), what), item(loc.T("idea.kind"), kind.sel), item(loc.T("idea.aim"), aim), item(loc.T("idea.steps"), how),
		item(loc.T("idea.materials"), materials), item(loc.T("idea.low"), low),
		item(loc.T("idea.fromto"), container.NewGridWithColumns(2, numbers[0], numbers[1])),
		item(loc.T("idea.howmany"), container.NewGridWithColumns(2, numbers[2], numbers[3])),
		item(loc.T("idea.noise"), noise.sel), item(loc.T("idea.energy"), energy.sel), item(loc.T("activity.leads"), leads.sel),
	), fyne.NewSize(720, 640), func() func() error {
		draft := x
		typed := func(was plan.Text, f *kwidget.Field) plan.Text { return was.Typed(lang, strings.TrimSpace(f.Text)) }
		draft.Title, draft.Aim, draft.Materials, draft.Low = typed(x.Title, what), typed(x.Aim, aim), typed(x.Materials, materials), typed(x.Low, low)
		draft.Steps = nil
		for _, line := range strings.Split(how.Text, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				draft.Steps = append(draft.Steps, plan.Text{}.Typed(lang, line))
			}
		}
		draft.Kind = cafe.Kind(kind.id())
		for i, into := range []*int{&draft.Minutes[0], &draft.Minutes[1], &draft.People[0], &draft.People[1]} {
			*into, _ = number(numbers[i].Text) // 0, where it is no number, is refused
		}
		draft.Noise, _ = number(noise.id())
		draft.Energy, _ = number(energy.id())
		draft.Leads, _ = number(leads.id())
		return func() error {
			if strings.TrimSpace(draft.Title.In(lang)) == "" {
				return cafe.ErrActivity
			}
			saved, err := p.env.Cafe.SaveIdea(draft)
			if err == nil {
				p.env.OnUI(func() { p.chosen = saved.ID })
			}
			return err
		}
	})
	f.on(append([]*kwidget.Field{what, aim, how, materials, low}, numbers...)...)
}

// listAndDetail gives a list two fifths of the width, and what was chosen the rest.
type listAndDetail struct{}

// Layout implements fyne.Layout.
func (listAndDetail) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first := size.Width * 0.4
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(first, size.Height))
	objects[1].Move(fyne.NewPos(first+columnGap, 0))
	objects[1].Resize(fyne.NewSize(size.Width-first-columnGap, size.Height))
}

// MinSize implements fyne.Layout.
func (listAndDetail) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(a.Width+columnGap+b.Width, max(a.Height, b.Height))
}

// evenly gives objects beside each other equal parts of the width, be they wider or not.
type evenly struct{}

// Layout implements fyne.Layout.
func (evenly) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n := float32(len(objects))
	each := (size.Width - (n-1)*gapParts) / n
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*(each+gapParts), 0))
		o.Resize(fyne.NewSize(each, size.Height))
	}
}

// MinSize implements fyne.Layout.
func (evenly) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var out fyne.Size
	for _, o := range objects {
		out.Height = max(out.Height, o.MinSize().Height)
	}
	return out
}
