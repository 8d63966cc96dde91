package calendar

import (
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/nl"
)

// Kind says why a day is closed.
type Kind string

// Why a day is closed.
const (
	PublicHoliday Kind = "public"
	SchoolHoliday Kind = "school"
)

// Reason is why a day is closed. Key is the last part of a message id: "holiday."
// or "schoolholiday." and the key.
type Reason struct {
	Kind Kind
	Key  string
}

// publicHolidays are the days on which a community centre is closed. Good Friday is
// not among them, and Liberation Day only every fifth year, when most people are
// free (collective labour agreements; the government leaves it to employers).
var publicHolidays = []struct {
	key     string
	holiday *cal.Holiday
	every   int // years
}{
	{"newyear", nl.Nieuwjaar, 1},
	{"easter", &cal.Holiday{Offset: 0, Func: cal.CalcEasterOffset}, 1},
	{"eastermonday", nl.TweedePaasdag, 1},
	{"kingsday", nl.Koningsdag, 1},
	{"liberationday", nl.BevrijdingsDag, 5},
	{"ascension", nl.Hemelvaart, 1},
	{"whitsun", &cal.Holiday{Offset: 49, Func: cal.CalcEasterOffset}, 1},
	{"whitmonday", nl.TweedePinksterDag, 1},
	{"christmas", nl.EersteKerstdag, 1},
	{"boxingday", nl.TweedeKerstdag, 1},
}

// Public tells whether a date is a Dutch public holiday.
func Public(d Date) (Reason, bool) {
	for _, h := range publicHolidays {
		if d.Year%h.every != 0 {
			continue
		}
		actual, observed := h.holiday.Calc(d.Year)
		day := actual
		if h.key == "kingsday" {
			day = observed // moves to Saturday when 27 April is a Sunday
		}
		if !day.IsZero() && DateOf(day) == d {
			return Reason{PublicHoliday, h.key}, true
		}
	}
	return Reason{}, false
}

// Weekdays in the Dutch order: the week begins on Monday.
func Weekdays() []time.Weekday {
	return []time.Weekday{
		time.Monday, time.Tuesday, time.Wednesday, time.Thursday,
		time.Friday, time.Saturday, time.Sunday,
	}
}
