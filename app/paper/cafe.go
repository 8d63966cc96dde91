package paper

import (
	"fmt"
	"io"
	"slices"
	"time"

	"kring/i18n"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/toolkit/export"
)

// season is how far ahead the evenings of a place go into a calendar.
const season = 26 * 7

// CafeCalendar writes the evenings of a place for half a year as one calendar file, without
// those that do not take place. An evening that was moved keeps its name in the file, so that
// a calendar that reads it again moves it too.
func CafeCalendar(w io.Writer, s *cafe.Store, loc *i18n.Localizer, placeID string, from calendar.Date, now time.Time) error {
	p, ok := s.Place(placeID)
	if !ok {
		return fmt.Errorf("the calendar of a place: %w", cafe.ErrNotFound)
	}
	var events []export.Event
	for _, e := range s.Evenings(placeID, from, from.AddDays(season)) {
		if !e.On() {
			continue
		}
		start := e.Date.At(p.Start.Hour(), p.Start.Minute())
		end := e.Date.At(p.End.Hour(), p.End.Minute())
		if !end.After(start) { // over midnight
			end = e.Date.AddDays(1).At(p.End.Hour(), p.End.Minute())
		}
		events = append(events, export.Event{
			UID: placeID + "-" + e.Planned.String(), Summary: p.Name, Place: loc.Commas(p.Address, p.Municipality),
			Text: loc.List(s.Titles(e, loc.Lang().String())), Start: start, End: end,
		})
	}
	return export.ICS(w, p.Name, now, events)
}

// brokenWords says of somebody who is on why they could not be put there now.
var brokenWords = map[error]string{
	cafe.ErrAway: "broken.away", cafe.ErrNoDay: "broken.noday", cafe.ErrNoVOG: "broken.novog",
	cafe.ErrOldVOG: "broken.oldvog", cafe.ErrElsewhere: "broken.elsewhere",
}

// Broken says who is on and could not be put there now.
func Broken(loc *i18n.Localizer, all []cafe.Refusal) (out []string) {
	for _, r := range all {
		out = append(out, loc.T(brokenWords[r.Err], "Name", r.Holder.Name))
	}
	return out
}

// Duty names who is on, on an evening, and says what is missing.
func Duty(loc *i18n.Localizer, e cafe.Evening, on []cafe.Holder) (names string, lacks []string) {
	var who []string
	for _, h := range on {
		who = append(who, h.Name)
	}
	for _, l := range e.Lacks(on) {
		if id, is := l.Skill(); is {
			at := slices.IndexFunc(e.Needs, func(k cafe.Skill) bool { return k.ID == id })
			lacks = append(lacks, loc.T("lack.skill", "Skill", e.Needs[at].Title.In(loc.Lang().String())))
			continue
		}
		lacks = append(lacks, loc.T("lack."+string(l)))
	}
	return loc.List(who), lacks
}
