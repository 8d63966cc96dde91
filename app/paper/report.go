package paper

import (
	"io"
	"strconv"
	"time"

	"kring/i18n"
	"kring/internal/sheet"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/sessions/report"
	"kring/toolkit/export"
)

// quarters in a year.
const quarters = 4

// ReportKinds are the kinds of file of a report: a sheet, a page with bars, and that as a
// picture for a slide.
func ReportKinds() []string { return []string{".xlsx", ".pdf", ".png"} }

// Report writes the numbers of a year up to a date, by place and quarter, for a funder: no
// names, and no small counts of people.
func Report(w io.Writer, kind string, s *cafe.Store, loc *i18n.Localizer, year int, until calendar.Date) error {
	places := s.Places(loc.Compare)
	found := tables(s, places, year, until)
	if kind == ".xlsx" {
		var sheets []sheet.Page
		for i, t := range found {
			sheets = append(sheets, reportSheet(loc, measures[i].id, year, places, t))
		}
		return sheet.Write(w, sheets)
	}
	r := export.Report{Title: loc.T("report.head", "Year", strconv.Itoa(year)), Note: loc.T("report.why", "Least", report.Least), Hidden: loc.T("report.hidden"), Lang: loc.Lang().String()}
	if last := (calendar.Date{Year: year, Month: time.December, Day: 31}); until.Compare(last) < 0 {
		r.Subtitle = loc.T("report.until", "Date", date(loc, until, i18n.Medium))
	}
	for i, t := range found {
		r.Charts = append(r.Charts, chart(loc, measures[i].id, places, t))
	}
	if kind == ".png" {
		page := r.Pages()[0]
		return export.WritePNG(w, page, pictureScale(page))
	}
	return export.WritePDF(w, r.Pages(), export.Meta{Title: r.Title, Lang: r.Lang})
}

// chart is a table as bars.
func chart(loc *i18n.Localizer, id string, places []cafe.Place, t report.Table) export.Chart {
	c := export.Chart{Title: loc.T("report." + id)}
	for q := range quarters {
		c.Heads = append(c.Heads, loc.T("report.q", "Number", q+1))
	}
	c.Heads = append(c.Heads, loc.T("report.total"))
	for i, cells := range t.Cells {
		bar := export.Bar{Name: loc.T("report.total"), Sum: i == len(places)}
		if !bar.Sum {
			bar.Name = places[i].Name
		}
		for _, x := range cells {
			n := loc.Int(x.N)
			if x.Hidden {
				n = loc.T("report.hidden")
			}
			bar.Numbers = append(bar.Numbers, n)
		}
		bar.Length = cells[len(cells)-1].N // nothing where it is hidden
		c.Bars = append(c.Bars, bar)
	}
	return c
}

// tables are the measures of a year.
func tables(s *cafe.Store, places []cafe.Place, year int, until calendar.Date) (out []report.Table) {
	evenings := make([][]cafe.Evening, len(places))
	for i, p := range places {
		evenings[i] = held(s, p, year, until)
	}
	for _, m := range measures {
		counts := make([][]int, len(places))
		for i := range places {
			counts[i] = make([]int, quarters)
			for _, e := range evenings[i] {
				counts[i][(e.Date.Month-1)/3] += m.count(s, e)
			}
			for q := range counts[i] {
				counts[i][q] /= m.unit
			}
		}
		table := report.Counts(counts)
		if m.people {
			table = report.People(counts)
		}
		out = append(out, table)
	}
	return out
}

// held are the evenings of a year that took place.
func held(s *cafe.Store, p cafe.Place, year int, until calendar.Date) []cafe.Evening {
	last := calendar.Date{Year: year, Month: time.December, Day: 31}
	if until.Compare(last) < 0 {
		last = until
	}
	var out []cafe.Evening
	for _, e := range s.Evenings(p.ID, calendar.Date{Year: year, Month: time.January, Day: 1}, last) {
		if e.On() {
			out = append(out, e)
		}
	}
	return out
}

// measure is one thing that is counted of evenings; unit is what its sum is divided by.
type measure struct {
	id     string
	people bool
	unit   int
	count  func(*cafe.Store, cafe.Evening) int
}

var measures = []measure{
	{"evenings", false, 1, func(*cafe.Store, cafe.Evening) int { return 1 }},
	{"visits", true, 1, func(s *cafe.Store, e cafe.Evening) int { return s.Counted(e, cafe.Visitors) }},
	{"newcomers", true, 1, func(s *cafe.Store, e cafe.Evening) int { return s.Counted(e, cafe.Newcomers) }},
	{"supporters", true, 1, func(s *cafe.Store, e cafe.Evening) int { return s.Counted(e, cafe.Supporters) }},
	{"activities", false, 1, func(_ *cafe.Store, e cafe.Evening) int { return len(e.Activities) }},
	{"hours", false, 60, volunteerMinutes},
}

// volunteerMinutes is the time of the volunteers who were on.
func volunteerMinutes(s *cafe.Store, e cafe.Evening) int {
	n := 0
	for _, h := range s.OnDuty(e, func(a, b string) int { return 0 }) {
		if !h.Paid {
			n += e.Place.Minutes()
		}
	}
	return n
}

func reportSheet(loc *i18n.Localizer, id string, year int, places []cafe.Place, t report.Table) sheet.Page {
	p := sheet.Page{Name: loc.T("report." + id), RTL: loc.RTL(), Header: []string{loc.T("roster.place")}}
	for q := range quarters {
		p.Header = append(p.Header, loc.T("report.quarter", "Number", q+1, "Year", strconv.Itoa(year)))
	}
	p.Header = append(p.Header, loc.T("report.total"))
	hidden := false
	for i, cells := range t.Cells {
		row := []any{loc.T("report.total")}
		if i < len(places) {
			row = []any{places[i].Name}
		}
		for _, c := range cells {
			if c.Hidden {
				hidden = true
				row = append(row, loc.T("report.hidden"))
				continue
			}
			row = append(row, c.N)
		}
		p.Rows = append(p.Rows, row)
	}
	if hidden {
		p.Rows = append(p.Rows, []any{loc.T("report.why", "Least", report.Least)})
	}
	return p
}
