package page

import (
	"slices"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/sessions/cafe"
)

// afterTab is how an evening went.
type afterTab struct {
	simple
	atEvening
}

func newAfterTab(at atEvening) Page { return &afterTab{newSimple(nil), at} }

// Update implements Page.
func (p *afterTab) Update() { refresh(p.env, &p.turns, p.fetch, p.update) }

// afterData is an evening with who was missed at it.
type afterData struct {
	night
	absent []cafe.Absence
}

func (p *afterTab) fetch() (afterData, error) {
	e, err := p.night()
	if err != nil {
		return afterData{}, err
	}
	return afterData{e, p.env.Cafe.Missed(p.placeID, e.Date)}, nil
}

func (p *afterTab) update(e afterData) {
	all := []fyne.CanvasObject{p.written(e.debrief)}
	if missed := p.env.missedCard(e.absent, len(e.absent)); missed != nil {
		all = append(all, section(p.env.Loc.T("missed.title")), missed)
	}
	p.show(all...)
}

// written is the debrief.
func (p *afterTab) written(d cafe.Debrief) fyne.CanvasObject {
	loc := p.env.Loc
	write := primary(loc.T("debrief.write"), p.debrief)
	lines := column(gapParts, stretched(halfway(section(loc.T("evening.debrief"))), write))
	if d.Empty() {
		lines.Add(quiet(loc.T("debrief.empty")))
	}
	env := p.env
	add(lines, slices.Concat(env.fact("debrief.well", d.Well), env.fact("debrief.keep", d.Keep), env.fact("debrief.hard", d.Hard), env.fact("debrief.word", d.Word))...)
	switch {
	case d.Open():
		add(lines, notices(loc.T("debrief.open"))...)
	case !d.DoneOn.IsZero():
		lines.Add(quiet(loc.T("debrief.doneon", "Date", env.date(d.DoneOn, i18n.Medium))))
	}
	return card(lines)
}

// debrief writes down how it went: what went well comes first.
func (p *afterTab) debrief() {
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
		draft, today := d, p.env.Day()
		return func() error { return p.env.Cafe.SaveDebrief(draft, today) }
	})
	f.on(well, keep, hard, word)
}
