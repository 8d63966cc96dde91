package page

import (
	"strconv"
	"strings"

	"kring/i18n"
	"kring/sessions/calendar"
	"kring/sessions/people"
	"kring/sessions/plan"
)

func (e *Env) date(d calendar.Date, s i18n.Style) string {
	return e.Loc.Date(d.Year, d.Month, d.Day, s)
}

func (e *Env) clock(c plan.Clock) string { return e.Loc.Time(c.Hour(), c.Minute()) }

func (e *Env) span(from, to plan.Clock) string { return e.Loc.Span(e.clock(from), e.clock(to)) }

// languages names languages in the window's language.
func (e *Env) languages(tags []string) string {
	names := make([]string, len(tags))
	for i, t := range tags {
		names[i] = e.Loc.T("language." + t)
	}
	return e.Loc.List(names)
}

// parseClock reads 9:30, 09.30, 930 and 9.
func parseClock(s string) (plan.Clock, bool) {
	s = strings.NewReplacer(".", ":", " ", "", "u", ":").Replace(strings.ToLower(strings.TrimSpace(s)))
	h, m, colon := strings.Cut(strings.TrimSuffix(s, ":"), ":")
	if !colon && len(h) > 2 {
		h, m = h[:len(h)-2], h[len(h)-2:]
	}
	hour, ok := number(h)
	minute, ok2 := number(m)
	if m == "" {
		ok2 = true
	}
	if !ok || !ok2 || hour > 23 || minute > 59 {
		return 0, false
	}
	return plan.At(hour, minute), true
}

// number reads a whole number as people type it, also in Arabic digits.
func number(s string) (int, bool) {
	s = people.Fold(s)
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' || n > 100000 {
			return 0, false
		}
		n = n*10 + int(r-'0')
	}
	return n, s != ""
}

func itoa(n int) string { return strconv.Itoa(n) }
