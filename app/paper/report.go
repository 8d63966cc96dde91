package paper

import (
	"fmt"
	"io"
	"strconv"
	"time"

	"kring/i18n"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/report"
	"kring/toolkit/export"
)

// ReportKinds are the kinds of file of a report: a sheet, pages with bars, and a picture for
// a slide.
func ReportKinds() []string { return []string{".xlsx", ".pdf", ".png"} }

// Numbers are the figures of a year beside the year before, for a funder. There is no name of
// a person in them: the report has numbers and dates only. What the places are called, which
// are no people, is kept apart and put beside the numbers on paper.
type Numbers struct {
	report.Report
	places []string
}

// Count works out the numbers of a year up to a date; those of the year before are of the
// whole of it, as they were reported then.
func Count(places *cafe.Store, courses *course.Store, compare func(a, b string) int, year int, until calendar.Date) Numbers {
	there := places.Places(compare)
	count := func(year int, until calendar.Date) report.Year {
		y := places.Figures(there, year, until)
		y.Courses = courses.Figures(year, until)
		return y
	}
	n := Numbers{Report: report.Make(report.Input{
		This: count(year, until), Before: count(year-1, calendar.Date{Year: year - 1, Month: time.December, Day: 31}),
	})}
	for _, p := range there {
		n.places = append(n.places, p.Name)
	}
	return n
}

// Empty tells whether there is nothing to report.
func (n Numbers) Empty() bool {
	return len(n.places) == 0 && n.This.Courses[report.Started].Sum().N+n.Before.Courses[report.Started].Sum().N == 0
}

// Write writes the report as a kind of file.
func (n Numbers) Write(w io.Writer, kind string, loc *i18n.Localizer) error {
	switch kind {
	case ".xlsx":
		return n.workbook(w, loc)
	case ".pdf":
		r := n.drawn(loc)
		return export.WritePDF(w, r.Pages(), export.Meta{Title: r.Title, Lang: r.Lang})
	case ".png":
		return export.WritePNG(w, n.drawn(loc).Slide(), 2)
	}
	return fmt.Errorf("%q: %w", kind, ErrKind)
}

// Pages are those of the PDF.
func (n Numbers) Pages(loc *i18n.Localizer) []*export.Page { return n.drawn(loc).Pages() }

// cafeMeasures are in the order of the report.
var cafeMeasures = []report.Measure{
	report.Visits, report.Different, report.Newcomers, report.Evenings, report.Activities, report.Hours, report.Supporters,
}

// courseMeasures are in the order of the report.
var courseMeasures = []report.Measure{report.Started, report.Finished, report.Participants}

// answers are what is known of participants.
var answers = []report.Measure{report.Went, report.Who, report.Came, report.Speaks}

// measures are those of the café that have something to tell; visits and evenings always do.
func (n Numbers) measures() (out []report.Measure) {
	if len(n.places) == 0 {
		return nil
	}
	for _, m := range cafeMeasures {
		always := m == report.Visits || m == report.Evenings
		if always || !nobody(n.This.Cafe[m].Sum()) || !nobody(n.Before.Cafe[m].Sum()) {
			out = append(out, m)
		}
	}
	return out
}

func nobody(c report.Cell) bool { return !c.Hidden && c.N == 0 }

// promised is what was agreed of a measure.
func promised(m report.Measure, a report.Agreed) int {
	switch m {
	case report.Visits:
		return a.Visits
	case report.Different:
		return a.People
	case report.Evenings:
		return a.Evenings
	}
	return 0
}

// Period says what is counted: the whole year, or until today.
func (n Numbers) Period(loc *i18n.Localizer) string {
	if (n.This.Until == calendar.Date{Year: n.This.Year, Month: time.December, Day: 31}) {
		return loc.T("report.whole", "Year", strconv.Itoa(n.This.Year), "Before", strconv.Itoa(n.Before.Year))
	}
	return loc.T("report.until", "Date", date(loc, n.This.Until, i18n.Medium), "Before", strconv.Itoa(n.Before.Year))
}

// notes say what is hidden and how it was counted.
func notes(loc *i18n.Localizer) []string {
	return []string{loc.T("report.why", "Least", report.Least), loc.T("report.how.different"), loc.T("report.how.courses"), loc.T("report.how.hours")}
}

// unknown tells whether nobody of those who came is known by name.
func unknown(m report.Measure, f report.Figures, row, col int) bool {
	if m != report.Different {
		return false
	}
	is, v := f.Cafe[m].Cells[row][col], f.Cafe[report.Visits].Cells[row][col]
	return !is.Hidden && is.N == 0 && (v.Hidden || v.N > 0)
}

// comes tells whether a quarter has not begun yet.
func comes(f report.Figures, quarter int) bool {
	return quarter < report.Quarters && int(f.Until.Month-1)/3 < quarter
}

// answer is what somebody said, by its number in the order of its picker.
func answer(loc *i18n.Localizer, m report.Measure, i int) string {
	key := func(prefix, id string) string {
		if id == "" {
			id = "none"
		}
		return loc.T(prefix + id)
	}
	switch m {
	case report.Who:
		return key("kind.", string(kinds[i]))
	case report.Came:
		return key("through.", string(throughs[i]))
	case report.Speaks:
		return key("language.", languages[i])
	}
	return key("report.went.", strconv.Itoa(i))
}
