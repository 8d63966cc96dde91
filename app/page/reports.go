package page

import (
	"io"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/toolkit/export"
)

// Reports is the tab of the places that shows the numbers of a year as they print.
const Reports Tab = "reports"

// reports shows the numbers for a funder: the pages of the PDF, beside what can be chosen.
type reports struct {
	turns
	env    *Env
	object fyne.CanvasObject
	year   int
	side   *fyne.Container
	*pile
}

// reportZooms are widths of a page on the screen; the first one fits beside the choices.
var reportZooms = []float32{470, 640, 860}

func newReports(env *Env) Page {
	p := &reports{env: env, year: env.Day().Year, side: column(gapCards), pile: newPile(env, reportZooms, 0)}
	p.open = true // a report has numbers, and never a name
	back := kwidget.NewButton(env.Loc.T("nav.cafes"), theme.NavigateBackIcon(), func() { env.Shell.Go(Target{Page: Cafes}) })
	body := container.NewBorder(nil, nil, container.New(fixedWidth(280), vscroll(p.side)), nil, p.scroll)
	p.object = under(title(env.Loc.T("report.open"), iconButton(theme.ZoomOutIcon(), func() { p.magnify(-1) }), iconButton(theme.ZoomInIcon(), func() { p.magnify(1) }), back), body)
	return p
}

// Object implements Page.
func (p *reports) Object() fyne.CanvasObject { return p.object }

// reportData is a year that was worked out.
type reportData struct {
	year    int
	numbers paper.Numbers
	pages   []*export.Page
	places  []cafe.Place
	agreed  []cafe.Agreed // by place
}

// Update implements Page.
func (p *reports) Update() {
	year := p.year
	refresh(p.env, &p.turns, func() (reportData, error) { return p.fetch(year), nil }, p.update)
}

func (p *reports) fetch(year int) reportData {
	env := p.env
	d := reportData{year: year, numbers: env.count(year), places: env.Cafe.Places(env.Compare)}
	if !d.numbers.Empty() {
		d.pages = d.numbers.Pages(env.Loc)
	}
	for _, x := range d.places {
		d.agreed = append(d.agreed, env.Cafe.Agreed(x.ID, year))
	}
	return d
}

// count works out the numbers of a year: the whole of it, or until today.
func (e *Env) count(year int) paper.Numbers {
	return paper.Count(e.Cafe, e.Store, e.Compare, year, e.lastDay(year))
}

// lastDay is the last day of a year that can be counted.
func (e *Env) lastDay(year int) calendar.Date {
	if last := (calendar.Date{Year: year, Month: 12, Day: 31}); last.Compare(e.Day()) < 0 {
		return last
	}
	return e.Day()
}

func (p *reports) update(d reportData) {
	loc := p.env.Loc
	if d.numbers.Empty() {
		p.lie(nil)
		p.side.Objects = nil
		p.pages.Add(emptyPage(loc.T("report.empty"), loc.T("cafes.new"), p.env.newPlace))
		p.refresh()
		return
	}
	kwidget.KeepKeyboard(p.side, func() {
		p.side.Objects = []fyne.CanvasObject{p.choices(d), p.agreed(d)}
		p.side.Refresh()
	})
	p.lie(d.pages)
	p.refresh()
}

func (p *reports) refresh() {
	p.side.Refresh()
	p.pages.Refresh()
	p.object.Refresh()
	p.sight()
}

// yearsBack is how many years can be looked at.
const yearsBack = 6

// choices are the year, and the files that can be saved of it.
func (p *reports) choices(d reportData) fyne.CanvasObject {
	loc := p.env.Loc
	var years []string
	for i := range yearsBack {
		years = append(years, strconv.Itoa(p.env.Day().Year-i))
	}
	year := kwidget.NewSelect(years, nil)
	year.SetSelectedIndex(p.env.Day().Year - d.year)
	year.OnChanged = func(i int) {
		p.year = p.env.Day().Year - i
		p.scroll.ScrollToTop()
		p.Update()
	}
	lines := []fyne.CanvasObject{
		column(gapLines, caption(loc.T("report.year")), year),
		value(d.numbers.Period(loc)), p.quietly(loc.T("report.nonames")),
	}
	for i, kind := range paper.ReportKinds() {
		b := kwidget.NewButton(loc.T("report.kind."+kind[1:]), theme.DocumentSaveIcon(), func() { p.write(d, kind) })
		if i == 0 {
			b.Importance = widget.HighImportance
		}
		lines = append(lines, b)
	}
	return card(lines...)
}

func (p *reports) quietly(text string) fyne.CanvasObject {
	l := quiet(text)
	l.ByWindow = true
	return l
}

func (p *reports) write(d reportData, kind string) {
	loc := p.env.Loc
	p.env.save(loc.T("report.file", "Year", strconv.Itoa(d.year))+kind, func(w io.Writer) error { return d.numbers.Write(w, kind, loc) })
}

// agreed lists what was agreed for each place.
func (p *reports) agreed(d reportData) fyne.CanvasObject {
	loc := p.env.Loc
	lines := column(gapParts, section(loc.T("agreed.year", "Year", strconv.Itoa(d.year))))
	for i, x := range d.places {
		what := column(gapLines, name(x.Name))
		for _, said := range p.env.promises(d.agreed[i]) {
			what.Add(p.quietly(said))
		}
		lines.Add(stretched(halfway(what), low(loc.T("common.edit"), func() { p.env.agreedDraft(x, d.year) })))
	}
	return card(lines)
}
