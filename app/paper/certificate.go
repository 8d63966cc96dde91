package paper

import (
	"fmt"
	"io"
	"slices"

	"kring/i18n"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/toolkit/export"
)

// Certificates writes a certificate of participation for each who gets one, a page for each,
// in Dutch or in Dutch and Arabic.
func Certificates(w io.Writer, s *course.Store, courseID string, r course.CertificateRule, langs []string, today calendar.Date) error {
	c, ok := s.Course(courseID)
	if !ok {
		return fmt.Errorf("the certificates of a course: %w", course.ErrNotFound)
	}
	sheet := certificates{course: c, sessions: s.Sessions(courseID)}
	for _, lang := range langs {
		sheet.locs = append(sheet.locs, i18n.New(lang))
	}
	p, ok := s.Programme(c.Programme)
	sheet.what = called(p, ok, c.Name, langs)
	var pages []*export.Page
	for _, who := range s.Certified(courseID, r, today, sheet.locs[0].Compare) {
		pages = append(pages, sheet.of(who).Page())
	}
	if len(pages) == 0 {
		return fmt.Errorf("the certificates of a course: %w", ErrNobody)
	}
	return export.WritePDF(w, pages, export.Meta{Title: sheet.locs[0].T("certificate.title"), Lang: langs[0]})
}

// called is what somebody took part in: the programme's name in each language that has one of
// its own, or the name of the course where there is no programme. It is said once where two
// languages say the same.
func called(p course.Programme, known bool, course string, langs []string) []string {
	out := make([]string, len(langs))
	if !known {
		out[0] = course
		return out
	}
	for i, lang := range langs {
		if name := p.Name.In(lang); !slices.Contains(out, name) {
			out[i] = name
		}
	}
	return out
}

type certificates struct {
	course   course.Course
	what     []string // the programme's name in each language, or the course's
	sessions []course.Session
	locs     []*i18n.Localizer
}

// each says something in every language of the sheet.
func (c certificates) each(say func(*i18n.Localizer) string) (out []string) {
	for _, l := range c.locs {
		out = append(out, say(l))
	}
	return out
}

func (c certificates) of(who course.Certified) export.Certificate {
	out := export.Certificate{
		Langs: c.each(func(l *i18n.Localizer) string { return l.Lang().String() }),
		Title: c.each(func(l *i18n.Localizer) string { return l.T("certificate.title") }),
		To:    c.each(func(l *i18n.Localizer) string { return l.T("certificate.to") }),
		For:   c.each(func(l *i18n.Localizer) string { return l.T("certificate.for") }),
		Name:  who.Name, What: c.what,
		Facts: c.each(func(l *i18n.Localizer) string { return c.facts(l, who) }),
	}
	for _, x := range []struct{ name, role string }{{c.course.Trainer, "course.trainer"}, {c.course.Assistant, "course.assistant"}} {
		if x.name != "" {
			out.Signs = append(out.Signs, export.Signature{Name: x.name, Role: c.locs[0].Facts(c.each(func(l *i18n.Localizer) string { return l.T(x.role) })...)})
		}
	}
	return out
}

// facts say when the course was and how often somebody was there.
func (c certificates) facts(l *i18n.Localizer, who course.Certified) string {
	first, last := c.sessions[0].Date, c.sessions[len(c.sessions)-1].Date
	name := c.course.Name
	if slices.Contains(c.what, name) {
		name = ""
	}
	return l.Facts(name, l.T("certificate.when", "From", date(l, first, i18n.Medium), "To", date(l, last, i18n.Medium)),
		l.T("certificate.attended", "Number", l.Int(who.Attended), "All", l.Int(len(c.sessions))))
}
