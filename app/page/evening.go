package page

import (
	"fmt"
	"io"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
)

// evening is one evening at a place: who is on, what is done, who came, how it went.
type evening struct {
	simple
	env     *Env
	placeID string
	date    calendar.Date // that the rule gives
	now     cafe.Evening  // as it was shown last
	door    fyne.CanvasObject
	rows    map[cafe.Who]doorRow
}

// doorRow counts one kind of people. It stays while the page is open, so that the keyboard
// stays on its button.
type doorRow struct {
	number     *kwidget.BidiLabel
	less, more *kwidget.Button
}

func newEvening(env *Env, t Target) Page {
	p := &evening{env: env, placeID: t.PlaceID, date: t.Date, rows: map[cafe.Who]doorRow{}}
	loc := env.Loc
	e, _ := env.Cafe.Evening(p.placeID, p.date)
	p.now, p.door = e, p.counters()
	back := low(e.Place.Name, func() { env.Shell.Go(Target{Page: Cafes, PlaceID: p.placeID}) })
	sheet := kwidget.NewButton(loc.T("paper.evening"), theme.DocumentSaveIcon(), func() {
		env.save(loc.T("paper.eveningfile"), func(w io.Writer) error {
			e, ok := env.Cafe.Evening(p.placeID, p.date)
			if !ok {
				return fmt.Errorf("the sheet of an evening: %w", cafe.ErrNotFound)
			}
			return paper.Evening(w, env.Cafe, loc, e)
		})
	})
	p.simple = newSimple(title(env.date(e.Date, i18n.Medium), back, sheet, primary(loc.T("evening.debrief"), p.debrief)))
	return p
}

type eveningData struct {
	night
	there bool
}

// Update implements Page.
func (p *evening) Update() { refresh(p.env, &p.turns, p.fetch, p.update) }

func (p *evening) fetch() (eveningData, error) {
	e, ok := p.env.Cafe.Evening(p.placeID, p.date)
	return eveningData{p.env.nights(e)[0], ok}, nil
}

func (p *evening) update(d eveningData) {
	if !d.there {
		p.env.Shell.Go(Target{Page: Cafes})
		return
	}
	p.now = d.Evening
	for who, row := range p.rows {
		row.show(p.env.Loc.Int(d.tallies[who]), d.tallies[who] > 0)
	}
	left := []fyne.CanvasObject{p.tonight(d.night), p.door}
	right := []fyne.CanvasObject{p.written(d.debrief), p.know(d.Place)}
	p.show(container.New(twoColumns{}, column(gapCards, left...), column(gapCards, right...)))
}

// tonight says what is done and who is on.
func (p *evening) tonight(e night) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	lines := column(gapLines, name(env.span(e.Place.Start, e.Place.End)))
	for _, what := range env.Cafe.Titles(e.Evening, env.Lang()) {
		lines.Add(value(what))
	}
	who, lacks := env.onDuty(e)
	if who != "" {
		lines.Add(column(0, caption(loc.T("evening.duty")), value(who)))
	}
	add(lines, notices(append(env.otherwise(e.Evening), lacks...)...)...)
	if !e.On() {
		return card(lines)
	}
	choose := kwidget.NewButton(loc.T("ideas.choose"), nil, func() {
		env.Shell.Go(Target{Page: Cafes, Tab: Ideas, PlaceID: p.placeID, Date: p.date})
	})
	duty := kwidget.NewButton(loc.T("evening.duty"), nil, func() { env.duty(e.Evening) })
	circle := kwidget.NewButton(loc.T("circle.title"), nil, func() { p.circle(e) })
	return card(lines, container.NewHBox(choose, duty), container.NewHBox(circle))
}

// show changes the number; nothing can be taken from none.
func (r doorRow) show(n string, some bool) {
	r.number.SetText(n)
	if some {
		r.less.Enable()
	} else {
		r.less.Disable()
	}
}

// counters count who comes, with large buttons. There is no field for a name or a reason.
func (p *evening) counters() fyne.CanvasObject {
	loc := p.env.Loc
	lines := column(gapParts, section(loc.T("door.title")), quiet(loc.T("door.about")))
	for _, who := range cafe.Whos() {
		count := func(by int) func() {
			return func() {
				e := p.now
				p.env.do(func() error { return p.env.Cafe.Count(e, who, by) })
			}
		}
		n := section(loc.Int(0))
		n.Line, n.SizeName = kwidget.Whole, theme.SizeNameHeadingText
		less := kwidget.NewButton("", theme.ContentRemoveIcon(), count(-1))
		more := primary("", count(1))
		more.Icon = theme.ContentAddIcon()
		p.rows[who] = doorRow{n, less, more}
		lines.Add(stretched(halfway(value(loc.T("door."+string(who)))), less, container.New(fixedWidth(56), container.NewCenter(n)), container.New(fixedWidth(96), more)))
	}
	return card(lines)
}

// written is the debrief.
func (p *evening) written(d cafe.Debrief) fyne.CanvasObject {
	loc := p.env.Loc
	lines := column(gapParts, section(loc.T("evening.debrief")))
	if d.Empty() {
		lines.Add(quiet(loc.T("debrief.empty")))
	}
	env := p.env
	add(lines, slices.Concat(env.fact("debrief.well", d.Well), env.fact("debrief.keep", d.Keep), env.fact("debrief.hard", d.Hard), env.fact("debrief.word", d.Word))...)
	if d.Word != "" && !d.Done {
		add(lines, notices(loc.T("debrief.open"))...)
	}
	return card(lines)
}

// know is what to know at the door of the place.
func (p *evening) know(x cafe.Place) fyne.CanvasObject {
	lines := column(gapParts, section(p.env.Loc.T("place.facts")))
	add(lines, p.env.atTheDoor(x)...)
	return card(lines)
}

// debrief writes down how it went: what went well comes first.
func (p *evening) debrief() {
	loc := p.env.Loc
	e, ok := p.env.Cafe.Evening(p.placeID, p.date)
	if !ok {
		return
	}
	d := p.env.Cafe.Debrief(e)
	well, keep, hard, word := kwidget.NewArea(d.Well, 2), kwidget.NewArea(d.Keep, 2), kwidget.NewArea(d.Hard, 2), kwidget.NewArea(d.Word, 2)
	done := kwidget.NewCheck(loc.T("debrief.done"), nil)
	done.Checked = d.Done
	f := p.env.draft(loc.T("evening.debrief"), loc.T("common.save"), formOf(
		item(loc.T("debrief.well"), well), item(loc.T("debrief.keep"), keep), item(loc.T("debrief.hard"), hard),
		item(loc.T("debrief.word"), word), item("", done),
	), fyne.NewSize(680, 520), func() func() error {
		d.Well, d.Keep, d.Hard, d.Word, d.Done = well.Text, keep.Text, hard.Text, word.Text, done.Checked
		draft := d
		return func() error { return p.env.Cafe.SaveDebrief(draft) }
	})
	f.on(well, keep, hard, word)
}
