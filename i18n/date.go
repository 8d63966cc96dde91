package i18n

import (
	"fmt"
	"strings"
	"time"

	"github.com/nicksnyder/go-i18n/v2/i18n"
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
	parts := map[string]any{"First": l.Commas(words[:last]...), "Last": l.isolate(words[last])}
	return l.say(&i18n.LocalizeConfig{MessageID: "format.list", TemplateData: parts}, "format.list")
}

// Span says from when to when, or from how many to how many. Arabic says it in words: of
// two numbers with a dash between them nobody knows at which side to begin.
func (l *Localizer) Span(from, to string) string { return l.T("format.span", "From", from, "To", to) }

// Commas joins words by commas alone.
func (l *Localizer) Commas(words ...string) string { return l.join(l.T("format.comma"), words) }

// Facts joins short facts about one thing on one line: "a · b". Empty ones go.
func (l *Localizer) Facts(facts ...string) string { return l.join(" · ", facts) }

// join keeps each part of the other direction together.
func (l *Localizer) join(between string, parts []string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, l.isolate(p))
		}
	}
	return strings.Join(out, between)
}
