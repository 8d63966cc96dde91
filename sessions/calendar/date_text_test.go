package calendar_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"kring/sessions/calendar"
)

// Dates compare as their days do, and read as fmt writes them.
func TestDatesCompareAndRead(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		start := calendar.Date{Year: 1900, Month: 1, Day: 1}
		a := start.AddDays(rapid.IntRange(-1_000_000, 4_000_000).Draw(r, "a"))
		b := a.AddDays(rapid.IntRange(-800, 800).Draw(r, "days"))
		if by := b.DaysSince(a); (by < 0) != (b.Compare(a) < 0) || (by == 0) != (b.Compare(a) == 0) {
			t.Errorf("%v to %v is %d", b, a, b.Compare(a))
		}
		if want := fmt.Sprintf("%04d-%02d-%02d", a.Year, a.Month, a.Day); a.String() != want {
			t.Errorf("%q instead of %q", a, want)
		}
	})
}
