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

// PosterKind is what a poster is made for.
type PosterKind string

// The kinds of posters.
const (
	PosterA4    PosterKind = "a4"
	PosterA3    PosterKind = "a3"
	PosterPhone PosterKind = "phone"
)

// PosterKinds lists them in the order of a menu.
func PosterKinds() []PosterKind { return []PosterKind{PosterA4, PosterA3, PosterPhone} }

// Ext is how the name of its file ends.
func (k PosterKind) Ext() string {
	if k == PosterPhone {
		return ".png"
	}
	return ".pdf"
}

// Poster writes the programme of a place for the month of a date, in Dutch and Arabic.
func Poster(w io.Writer, kind PosterKind, s *cafe.Store, placeID string, month calendar.Date) error {
	p, ok := s.Place(placeID)
	if !ok {
		return fmt.Errorf("the programme of a place: %w", cafe.ErrNotFound)
	}
	locs := [2]*i18n.Localizer{i18n.New("nl"), i18n.New("ar")}
	both := func(say func(*i18n.Localizer) string) [2]string { return [2]string{say(locs[0]), say(locs[1])} }
	out := export.Poster{
		Langs: [2]string{"nl", "ar"}, Title: p.Name, Where: locs[0].Commas(p.Address, p.Municipality),
		Month: both(func(l *i18n.Localizer) string {
			return l.T("poster.month", "Month", l.Month(month.Month), "Year", fmt.Sprint(month.Year))
		}),
		For:  both(func(l *i18n.Localizer) string { return l.T("audience." + string(p.Audience)) }),
		When: both(func(l *i18n.Localizer) string { return l.Commas(Often(l, p.Rule), span(l, p.Start, p.End)) }),
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
	if kind == PosterPhone {
		page := out.Page(export.Phone)
		return export.WritePNG(w, page, pictureScale(page))
	}
	sheet := export.A4
	if kind == PosterA3 {
		sheet = export.A3
	}
	return export.WritePDF(w, []*export.Page{out.Page(sheet)}, export.Meta{Title: p.Name, Lang: "nl"})
}

// what names the activities of an evening in both languages; the second is empty where none of
// them has a name of its own in Arabic.
func what(s *cafe.Store, locs [2]*i18n.Localizer, e cafe.Evening) (out [2]string) {
	own := false
	for i, lang := range [2]string{"nl", "ar"} {
		out[i] = locs[i].Facts(s.Titles(e, lang)...)
	}
	for _, a := range e.Activities {
		own = own || s.Title(a, "nl") != s.Title(a, "ar")
	}
	if !own {
		out[1] = ""
	}
	return out
}
