// Package calendar reckons with civil dates in the Netherlands: weekly dates that
// skip holidays, and the moment that a date and a time of day stand for.
package calendar

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"
	_ "time/tzdata" // the laptop's own time zones do not matter
)

// Amsterdam is where all times of day are meant.
var Amsterdam = mustLoad("Europe/Amsterdam")

func mustLoad(name string) *time.Location {
	l, err := time.LoadLocation(name)
	if err != nil {
		panic(err) // the embedded zone data is part of the build
	}
	return l
}

// Date is a day without a time of day or a zone.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// ErrDate says that a text is no date.
var ErrDate = errors.New("not a date")

// DateOf is the day of a moment, in the moment's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseDate reads 2026-11-23, 23-11-2026, 23/11/2026, 23.11.2026 and RFC 3339.
func ParseDate(s string) (Date, error) {
	s = strings.TrimSpace(s)
	for _, layout := range []string{"2006-01-02", "2-1-2006", "2/1/2006", "2.1.2006", time.RFC3339} {
		if t, err := time.Parse(layout, s); err == nil {
			return DateOf(t), nil
		}
	}
	return Date{}, fmt.Errorf("%q: %w", s, ErrDate)
}

func (d Date) utc() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// IsZero tells whether no date was given.
func (d Date) IsZero() bool { return d == Date{} }

// AddDays gives the date n days later, or earlier.
func (d Date) AddDays(n int) Date { return DateOf(d.utc().AddDate(0, 0, n)) }

// DaysSince counts the days from o to d.
func (d Date) DaysSince(o Date) int { return int(d.utc().Sub(o.utc()).Hours() / 24) }

// Weekday of the date.
func (d Date) Weekday() time.Weekday { return d.utc().Weekday() }

// Monday is the first day of the date's week.
func (d Date) Monday() Date { return d.AddDays(-((int(d.Weekday()) + 6) % 7)) }

// ISOWeek is the number of the date's week and the year that it belongs to (ISO 8601): a
// week is of the year that has its Thursday, so the 53rd may reach into the next.
func (d Date) ISOWeek() (year, week int) { return d.utc().ISOWeek() }

// Compare is negative when d is before o.
func (d Date) Compare(o Date) int {
	return cmp.Or(cmp.Compare(d.Year, o.Year), cmp.Compare(d.Month, o.Month), cmp.Compare(d.Day, o.Day))
}

// At is the moment of a time of day in Amsterdam. A clock change does not move the
// hour; a time that does not exist in spring becomes the one an hour later.
func (d Date) At(hour, minute int) time.Time {
	return time.Date(d.Year, d.Month, d.Day, hour, minute, 0, 0, Amsterdam)
}

// String is the date as ISO 8601 writes it: 2026-11-23.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	if d.Year < 0 || d.Year > 9999 || d.Month < 0 || d.Month > 99 || d.Day < 0 || d.Day > 99 {
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	}
	digit := func(n int) byte { return '0' + byte(n%10) }
	y, m := d.Year, int(d.Month)
	return string([]byte{ // by hand: every record of an evening is kept by its date
		digit(y / 1000), digit(y / 100), digit(y / 10), digit(y), '-', digit(m / 10), digit(m), '-', digit(d.Day / 10), digit(d.Day),
	})
}

// MarshalText writes the date as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	got, err := ParseDate(string(b))
	*d = got
	return err
}
