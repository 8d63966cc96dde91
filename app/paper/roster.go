package paper

import (
	"io"
	"time"

	"kring/i18n"
	"kring/internal/sheet"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
)

// Roster writes who is on from one date to another: a sheet of all evenings, and one of
// everybody's turns.
func Roster(w io.Writer, s *cafe.Store, loc *i18n.Localizer, from, to calendar.Date) error {
	evenings := sheet.Page{Name: loc.T("season.title"), RTL: loc.RTL(), Header: []string{
		loc.T("evening.date"), loc.T("rule.day"), loc.T("roster.place"), loc.T("course.times"), loc.T("place.activities"), loc.T("evening.duty"), loc.T("roster.missing"),
	}}
	turns := sheet.Page{Name: loc.T("holders.title"), RTL: loc.RTL(), Header: []string{loc.T("person.name"), loc.T("roster.turns"), loc.T("roster.when")}}
	dates := map[string][]string{}
	for _, e := range s.Season(from, to, loc.Compare) {
		on := s.OnDuty(e, loc.Compare)
		names, lacks := Duty(loc, e, on)
		lacks = append(lacks, Broken(loc, s.Broken(e, on))...)
		if !e.On() {
			on, names, lacks = nil, "", []string{loc.T("poster.off")}
		}
		for _, h := range on {
			dates[h.ID] = append(dates[h.ID], loc.Facts(date(loc, e.Date, i18n.Short), e.Place.Name))
		}
		evenings.Rows = append(evenings.Rows, []any{
			time.Date(e.Date.Year, e.Date.Month, e.Date.Day, 0, 0, 0, 0, time.UTC), loc.Weekday(e.Date.Weekday()), e.Place.Name,
			span(loc, e.Place.Start, e.Place.End), loc.Facts(s.Titles(e, loc.Lang().String())...), names, loc.Facts(lacks...),
		})
	}
	for _, h := range s.Holders(loc.Compare) {
		turns.Rows = append(turns.Rows, []any{h.Name, len(dates[h.ID]), loc.List(dates[h.ID])})
	}
	return sheet.Write(w, []sheet.Page{evenings, turns})
}
