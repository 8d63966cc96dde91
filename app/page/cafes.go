package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
	"kring/sessions/cafe"
	"kring/sessions/plan"
)

// cafes lists the places where people can drop in.
type cafes struct {
	simple
	env *Env
}

func newCafes(env *Env) Page {
	p := &cafes{env: env}
	season := kwidget.NewButton(env.Loc.T("season.title"), nil, func() { env.Shell.Go(Target{Page: Cafes, Tab: Season}) })
	numbers := kwidget.NewButton(env.Loc.T("report.open"), nil, func() { env.Shell.Go(Target{Page: Cafes, Tab: Reports}) })
	ideas := kwidget.NewButton(env.Loc.T("ideas.title"), nil, func() { env.Shell.Go(Target{Page: Cafes, Tab: Ideas}) })
	p.simple = newSimple(title(env.Loc.T("nav.cafes"), ideas, season, numbers, primary(env.Loc.T("cafes.new"), p.add)))
	return p
}

func (p *cafes) add() { p.env.newPlace() }

// New implements Maker.
func (p *cafes) New() { p.env.newPlace() }

// newPlace makes a place.
func (e *Env) newPlace() {
	e.placeDraft(e.Loc.T("cafes.new"), cafe.Place{Audience: cafe.Young, Start: plan.At(19, 0), End: plan.At(22, 0), Public: true})
}

// placeLine is a place with its next evening.
type placeLine struct {
	place    cafe.Place
	next     []cafe.Evening
	overlaps []cafe.Overlap // other places in its way
}

type cafesData struct {
	places  []placeLine
	holders []cafe.Holder
}

// Update implements Page.
func (p *cafes) Update() { refresh(p.env, &p.turns, p.fetch, p.update) }

func (p *cafes) fetch() (cafesData, error) {
	d := cafesData{holders: p.env.Cafe.Holders(p.env.Compare)}
	for _, x := range p.env.Cafe.Places(p.env.Compare) {
		d.places = append(d.places, placeLine{x, p.env.nextOn(x.ID), p.env.Cafe.Overlaps(x, p.env.Day())})
	}
	return d, nil
}

// nextOn is the first evening of a place to which people can come.
func (e *Env) nextOn(placeID string) []cafe.Evening {
	for _, x := range e.Cafe.Next(placeID, e.Day(), shownDates) {
		if x.On() {
			return []cafe.Evening{x}
		}
	}
	return nil
}

func (p *cafes) update(d cafesData) {
	if len(d.places) == 0 && len(d.holders) == 0 {
		p.show(emptyPage(p.env.Loc.T("cafes.empty"), p.env.Loc.T("cafes.new"), p.add))
		return
	}
	var out []fyne.CanvasObject
	for _, l := range d.places {
		out = append(out, p.line(l))
	}
	p.show(append(out, p.holders(d.holders)...)...)
}

func (p *cafes) line(l placeLine) fyne.CanvasObject {
	env, x := p.env, l.place
	lines := column(gapLines, name(x.Name), value(env.Loc.Commas(env.often(x.Rule), env.span(x.Start, x.End))),
		quiet(env.Loc.Facts(env.Loc.T("audience."+string(x.Audience)), x.Municipality)))
	add(lines, notices(env.inTheWay(l.overlaps)...)...)
	lead := container.NewHBox()
	for _, e := range l.next {
		lead = container.NewHBox(env.badge(e.Date, e.Date == env.Day()), gap(6))
		if done := env.activities(e); done != "" {
			lines.Add(value(done))
		}
	}
	open := kwidget.NewButton(env.Loc.T("common.open"), nil, func() { env.Shell.Go(Target{Page: Cafes, PlaceID: x.ID}) })
	return card(container.NewBorder(nil, nil, lead, container.NewCenter(open), lines))
}

// activities names what is done on an evening.
func (e *Env) activities(x cafe.Evening) string {
	return e.Loc.Facts(e.Cafe.Titles(x, e.Lang())...)
}

// listed are the words of a list that was typed with commas.
func listed(text string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;،؛", r) }) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
