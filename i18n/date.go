package i18n

import (
	"fmt"
	"strings"
	"time"
)

// Style is how much of a date is written out.
type Style int

// The styles.
const (
	Long   Style = iota // dinsdag 6 januari 2026
	Medium              // 6 januari 2026
	Short               // di 6 jan
)

// Date writes a date.
func (l *Localizer) Date(year int, month time.Month, day int, s Style) string {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	args := []any{
		"Weekday", l.Weekday(t.Weekday()), "ShortWeekday", l.T(fmt.Sprintf("weekday.short.%d", t.Weekday())),
		"Day", fmt.Sprint(day), "Month", l.T(fmt.Sprintf("month.%d", month)),
		"ShortMonth", l.T(fmt.Sprintf("month.short.%d", month)), "Year", fmt.Sprint(year),
	}
	return l.T([]string{"date.long", "date.medium", "date.short"}[s], args...)
}

// Weekday names a day of the week.
func (l *Localizer) Weekday(d time.Weekday) string { return l.T(fmt.Sprintf("weekday.%d", d)) }

// Month names a month in the middle of a sentence.
func (l *Localizer) Month(m time.Month) string { return l.T(fmt.Sprintf("month.%d", m)) }

// ShortMonth names a month where there is little room.
func (l *Localizer) ShortMonth(m time.Month) string { return l.T(fmt.Sprintf("month.short.%d", m)) }

// Time writes a time of day, always with 24 hours.
func (l *Localizer) Time(hour, minute int) string { return fmt.Sprintf("%02d:%02d", hour, minute) }

// List joins words: "a, b en c".
func (l *Localizer) List(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return l.T("format.list", "First", strings.Join(words[:last], l.T("format.comma")), "Last", words[last])
}
