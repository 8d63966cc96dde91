// Package paper turns what the store knows into files: the pages of the app and the
// commands write the same ones.
package paper

import (
	"fmt"
	"io"
	"time"

	"kring/i18n"
	"kring/internal/sheet"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/plan"
	"kring/toolkit/export"
)

func date(loc *i18n.Localizer, d calendar.Date, s i18n.Style) string {
	return loc.Date(d.Year, d.Month, d.Day, s)
}

func clock(loc *i18n.Localizer, c plan.Clock) string { return loc.Time(c.Hour(), c.Minute()) }

func span(loc *i18n.Localizer, from, to plan.Clock) string {
	return loc.Span(clock(loc, from), clock(loc, to))
}

// AttendanceList writes a course's list to sign.
func AttendanceList(w io.Writer, s *course.Store, loc *i18n.Localizer, courseID string) error {
	c, ok := s.Course(courseID)
	if !ok {
		return fmt.Errorf("the list of a course: %w", course.ErrNotFound)
	}
	l := export.List{Title: c.Name, Subtitle: subtitle(loc, c), NameHead: loc.T("person.name"), Spare: 3, Lang: loc.Lang().String()}
	for _, x := range s.Sessions(courseID) {
		l.Columns = append(l.Columns, fmt.Sprintf("%d · %s", x.Number, date(loc, x.Date, i18n.Short)))
	}
	for _, p := range s.Roster(courseID, loc.Compare) {
		if !p.Stopped {
			l.Names = append(l.Names, p.Name)
		}
	}
	return export.WritePDF(w, l.Pages(), export.Meta{Title: loc.T("paper.list"), Lang: l.Lang})
}

func subtitle(loc *i18n.Localizer, c course.Course) string {
	return loc.Facts(c.Place, c.Trainer, c.Assistant)
}

// AttendanceXLSX writes the attendance of every course, a sheet for each.
func AttendanceXLSX(w io.Writer, s *course.Store, loc *i18n.Localizer, today calendar.Date) error {
	var pages []sheet.Page
	for _, c := range s.Courses() {
		pages = append(pages, attendanceSheet(s, loc, c, today))
	}
	if len(pages) == 0 {
		return fmt.Errorf("attendance as a sheet: %w", course.ErrNotFound)
	}
	return sheet.Write(w, pages)
}

func attendanceSheet(s *course.Store, loc *i18n.Localizer, c course.Course, today calendar.Date) sheet.Page {
	sessions := s.Sessions(c.ID)
	p := sheet.Page{Name: c.Name, RTL: loc.RTL(), Header: []string{loc.T("person.name")}}
	for _, x := range sessions {
		p.Header = append(p.Header, fmt.Sprintf("%d · %s", x.Number, date(loc, x.Date, i18n.Short)))
	}
	n := len(p.Header)
	p.Header = append(p.Header, loc.T("xlsx.attended"), loc.T("xlsx.committed"), loc.T("xlsx.share"), loc.T("xlsx.shareall"))
	p.Percent = []int{n + 2, n + 3}
	p.Totals = []any{loc.T("xlsx.present")}
	present := make([]int, len(sessions))
	for _, who := range s.Roster(c.ID, loc.Compare) {
		row := []any{who.Name}
		for i, x := range sessions {
			st := s.MarkOf(x.ID, who.Person.ID).State
			if st.Attended() {
				present[i]++
			}
			row = append(row, word(loc, st))
		}
		count := s.CountOf(sessions, who.Person.ID, today)
		p.Rows = append(p.Rows, append(row, count.Attended, count.Committed, course.Share(count.Attended, count.Past), course.Share(count.Attended, count.All)))
	}
	for _, n := range present {
		p.Totals = append(p.Totals, n)
	}
	return p
}

func word(loc *i18n.Localizer, st course.State) string {
	if st == course.Unknown {
		return ""
	}
	return loc.T("state." + string(st))
}

// Calendar writes a course's sessions as one calendar file.
func Calendar(w io.Writer, s *course.Store, loc *i18n.Localizer, courseID string, now time.Time) error {
	c, ok := s.Course(courseID)
	if !ok {
		return fmt.Errorf("the calendar of a course: %w", course.ErrNotFound)
	}
	var events []export.Event
	for _, x := range s.Sessions(courseID) {
		m, _ := s.Template(x)
		events = append(events, export.Event{
			UID: x.ID, Place: c.Place, Text: m.Theme.In(loc.Lang().String()),
			Summary: loc.T("session.of", "Number", x.Number, "Course", c.Name),
			Start:   x.Date.At(x.Start.Hour(), x.Start.Minute()), End: x.Date.At(x.End.Hour(), x.End.Minute()),
		})
	}
	return export.ICS(w, c.Name, now, events)
}
