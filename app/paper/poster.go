package paper

import (
	"fmt"
	"io"
	"time"

	"kring/i18n"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/toolkit/export"
)

// PosterKinds are the kinds of file of a poster: a PDF of A4 and a picture for a phone.
func PosterKinds() []string { return []string{".pdf", ".png"} }

// Poster writes the programme of a place for the month of a date, in Dutch and Arabic.
func Poster(w io.Writer, kind string, s *cafe.Store, placeID string, month calendar.Date) error {
	p, ok := s.Place(placeID)
	if !ok {
		return fmt.Errorf("the programme of a place: %w", cafe.ErrNotFound)
	}
	locs := [2]*i18n.Localizer{i18n.New("nl"), i18n.New("ar")}
	both := func(say func(*i18n.Localizer) string) [2]string { return [2]string{say(locs[0]), say(locs[1])} }
	hours := clock(locs[0], p.Start) + "–" + clock(locs[0], p.End)
	out := export.Poster{
		Langs: [2]string{"nl", "ar"}, Title: p.Name, Where: locs[0].Commas(p.Address, p.Municipality),
		Month: both(func(l *i18n.Localizer) string {
			return l.T("poster.month", "Month", l.Month(month.Month), "Year", fmt.Sprint(month.Year))
		}),
		For:  both(func(l *i18n.Localizer) string { return l.T("audience." + string(p.Audience)) }),
		When: both(func(l *i18n.Localizer) string { return l.Commas(Often(l, p.Rule), hours) }),
		Foot: both(func(l *i18n.Localizer) string { return l.T("poster.foot") }),
	}
	first := month.AddDays(1 - month.Day)
	last := calendar.DateOf(time.Date(first.Year, first.Month+1, 0, 0, 0, 0, 0, time.UTC))
	for _, e := range s.Evenings(placeID, first, last) {
		line := export.PosterEvening{
			Day: locs[0].Int(e.Date.Day), Off: !e.On(),
			Week: both(func(l *i18n.Localizer) string { return l.Weekday(e.Date.Weekday()) }),
			Note: both(func(l *i18n.Localizer) string { return l.T("poster.off") }),
		}
		line.What = what(s, locs, e)
		out.Evenings = append(out.Evenings, line)
	}
	if kind == ".png" {
		page := out.Page(export.Phone)
		return export.WritePNG(w, page, pictureScale(page))
	}
	return export.WritePDF(w, []*export.Page{out.Page(export.A4)}, export.Meta{Title: p.Name, Lang: "nl"})
}

// what names the activities of an evening: in Dutch, and beside it in Arabic where that has
// a name of its own.
func what(s *cafe.Store, locs [2]*i18n.Localizer, e cafe.Evening) string {
	var done []string
	for _, a := range e.Activities {
		first, second := s.Title(a, "nl"), s.Title(a, "ar")
		if second != first {
			first += " " + second
		}
		done = append(done, first)
	}
	return locs[0].Facts(done...)
}
