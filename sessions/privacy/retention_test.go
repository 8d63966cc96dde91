package privacy_test

import (
	"crypto/rand"
	"errors"
	"testing"
	"time"

	"github.com/oklog/ulid/v2"
	"pgregory.net/rapid"

	"kring/sessions/calendar"
	"kring/sessions/privacy"
)

func d(y int, m time.Month, day int) calendar.Date { return calendar.Date{Year: y, Month: m, Day: day} }

func TestAfter(t *testing.T) {
	for _, c := range []struct {
		from   calendar.Date
		months int
		want   calendar.Date
	}{
		{d(2026, 11, 25), 12, d(2027, 11, 25)},
		{d(2024, 2, 29), 12, d(2025, 2, 28)},
		{d(2024, 2, 29), 48, d(2028, 2, 29)},
		{d(2027, 2, 28), 12, d(2028, 2, 28)},
		{d(2026, 8, 31), 6, d(2027, 2, 28)},
		{d(2027, 8, 31), 6, d(2028, 2, 29)},
		{d(2026, 12, 31), 1, d(2027, 1, 31)},
		{d(2026, 3, 31), -1, d(2026, 2, 28)},
		{d(2026, 1, 15), -12, d(2025, 1, 15)},
		{d(2026, 5, 31), 0, d(2026, 5, 31)},
	} {
		if got := privacy.After(c.from, c.months); got != c.want {
			t.Errorf("%s and %d months is %s, not %s", c.from, c.months, got, c.want)
		}
	}
}

// A day so many months later is a day that is in the calendar, in the month that was asked,
// and later dates are never due earlier.
func TestAfterIsInItsMonth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := d(2020, 1, 1).AddDays(rapid.IntRange(0, 9000).Draw(t, "day"))
		months := rapid.IntRange(0, privacy.MostMonths).Draw(t, "months")
		got := privacy.After(from, months)
		if got.AddDays(0) != got {
			t.Fatalf("%s is no day", got)
		}
		if want := from.Year*12 + int(from.Month) + months; got.Year*12+int(got.Month) != want {
			t.Fatalf("%s and %d months is in another month: %s", from, months, got)
		}
		if privacy.After(from.AddDays(1), months).Compare(got) < 0 {
			t.Fatalf("the day after %s is due earlier", from)
		}
	})
}

func TestDue(t *testing.T) {
	year := privacy.Term{Data: privacy.Visitors, Months: 12}
	for _, c := range []struct {
		term         privacy.Term
		since, today calendar.Date
		due          bool
	}{
		{year, d(2025, 11, 25), d(2026, 11, 24), false},
		{year, d(2025, 11, 25), d(2026, 11, 25), true},
		{year, d(2024, 2, 29), d(2025, 2, 27), false},
		{year, d(2024, 2, 29), d(2025, 2, 28), true},
		{year, calendar.Date{}, d(2026, 11, 25), false}, // nobody knows since when
		{privacy.Term{Data: privacy.Visitors}, d(1999, 1, 1), d(2026, 11, 25), false},
		{privacy.Default(privacy.DuoNotes), d(2026, 8, 31), d(2026, 11, 29), false},
		{privacy.Default(privacy.DuoNotes), d(2026, 8, 31), d(2026, 11, 30), true},
	} {
		if got := c.term.IsDue(c.since, c.today); got != c.due {
			t.Errorf("%d months since %s on %s: %v", c.term.Months, c.since, c.today, got)
		}
	}
	for _, k := range privacy.AllData() {
		if err := privacy.Default(k).Validate(); err != nil || privacy.Default(k).Months == 0 {
			t.Errorf("%s has no sensible term: %v", k, err)
		}
	}
	for _, n := range []int{-1, privacy.MostMonths + 1} {
		if err := (privacy.Term{Data: privacy.Visitors, Months: n}).Validate(); !errors.Is(err, privacy.ErrTerm) {
			t.Errorf("%d months: %v", n, err)
		}
	}
}

// What was made late in the evening in Amsterdam is of that day there, whatever the laptop's
// zone.
func TestMadeInAmsterdam(t *testing.T) {
	for at, want := range map[time.Time]calendar.Date{
		time.Date(2026, 7, 1, 21, 59, 59, 0, time.UTC):  d(2026, 7, 1),
		time.Date(2026, 7, 1, 22, 0, 0, 0, time.UTC):    d(2026, 7, 2),
		time.Date(2026, 12, 31, 22, 59, 0, 0, time.UTC): d(2026, 12, 31),
		time.Date(2026, 12, 31, 23, 0, 0, 0, time.UTC):  d(2027, 1, 1),
	} {
		id := ulid.MustNew(ulid.Timestamp(at), rand.Reader).String()
		if got, ok := privacy.Made(id); !ok || got != want {
			t.Errorf("%s: %s, %v", at, got, ok)
		}
		if got, ok := privacy.Made("01HQTFYW00ABCDEFGHJKMNPQRS+" + id); !ok || got != want {
			t.Errorf("of a member, %s: %s, %v", at, got, ok)
		}
	}
	for _, id := range []string{"", "v0001", "Noor", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ"} {
		if got, ok := privacy.Made(id); ok {
			t.Errorf("%q was made on %s", id, got)
		}
	}
}

func TestKeepLonger(t *testing.T) {
	on := d(2026, 11, 25)
	for _, c := range []struct {
		until calendar.Date
		why   string
		err   error
	}{
		{d(2026, 11, 26), "klacht loopt", nil},
		{on, "klacht loopt", privacy.ErrUntil},
		{d(2033, 11, 25), "klacht loopt", nil},
		{d(2033, 11, 26), "klacht loopt", privacy.ErrUntil},
		{calendar.Date{}, "klacht loopt", privacy.ErrUntil},
		{d(2027, 1, 1), "  ", privacy.ErrWhy},
	} {
		if err := (privacy.Keep{Until: c.until, Why: c.why, On: on}).Validate(); !errors.Is(err, c.err) || (err == nil) != (c.err == nil) {
			t.Errorf("until %s because %q: %v", c.until, c.why, err)
		}
	}
	k := privacy.Keep{Until: d(2027, 1, 1)}
	if !k.Holds(d(2027, 1, 1)) || k.Holds(d(2027, 1, 2)) {
		t.Error("the last day counts, and no other")
	}
}

func TestConsent(t *testing.T) {
	for _, c := range []struct {
		c  privacy.Consent
		ok bool
	}{
		{privacy.Consent{Purpose: privacy.ForPhotos}, true},
		{privacy.Consent{Purpose: privacy.ForPhotos, Answer: privacy.Refused, On: d(2026, 1, 1)}, true},
		{privacy.Consent{Purpose: privacy.ForPhotos, Answer: privacy.Agreed}, false},
		{privacy.Consent{Purpose: "iets", Answer: privacy.Agreed, On: d(2026, 1, 1)}, false},
		{privacy.Consent{Purpose: privacy.ForPhotos, Answer: privacy.TakenBack, On: d(2026, 1, 2), Withdrawn: d(2026, 1, 1)}, false},
		{privacy.Consent{Purpose: privacy.ForPhotos, Answer: privacy.TakenBack, On: d(2026, 1, 2), Withdrawn: d(2026, 1, 2)}, true},
	} {
		if err := c.c.Validate(); (err == nil) != c.ok || err != nil && !errors.Is(err, privacy.ErrConsent) {
			t.Errorf("%+v: %v", c.c, err)
		}
	}
}
