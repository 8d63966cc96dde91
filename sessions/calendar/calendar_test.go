package calendar_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"kring/assets"
	"kring/sessions/calendar"

	"pgregory.net/rapid"
)

func school(t testing.TB) *calendar.School {
	t.Helper()
	f, err := assets.Calendar.Open("calendar/schoolvakanties.toml")
	if err != nil {
		t.Fatal(err)
	}
	s, err := calendar.ReadSchool(f)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func date(t testing.TB, s string) calendar.Date {
	t.Helper()
	d, err := calendar.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestPublicHolidays(t *testing.T) {
	for _, c := range []struct{ date, want string }{
		{"2026-01-01", "newyear"},
		{"2026-04-03", ""},
		{"2026-04-06", "eastermonday"},
		{"2026-04-27", "kingsday"},
		{"2025-04-27", ""},
		{"2025-04-26", "kingsday"},
		{"2025-05-05", "liberationday"},
		{"2026-05-05", ""},
		{"2026-05-14", "ascension"},
		{"2026-05-25", "whitmonday"},
		{"2026-12-26", "boxingday"},
		{"2027-03-28", "easter"},
	} {
		r, ok := calendar.Public(date(t, c.date))
		if r.Key != c.want || ok != (c.want != "") {
			t.Errorf("%s: %q, expected %q", c.date, r.Key, c.want)
		}
	}
}

func TestSchoolHolidaysPerRegion(t *testing.T) {
	s := school(t)
	d := date(t, "2026-10-12")
	if r, ok := s.Closed(d, calendar.North); !ok || r.Key != "herfst" {
		t.Errorf("north: %v", r)
	}
	if _, ok := s.Closed(d, calendar.South); ok {
		t.Error("south is open that week")
	}
	if s.Until() != date(t, "2030-09-01") {
		t.Errorf("known until %s", s.Until())
	}
}

func TestWeeklySkipsAndSaysWhy(t *testing.T) {
	dates, skipped := calendar.Weekly(date(t, "2026-12-03"), 6, school(t).ClosedDays(calendar.Middle))
	want := "[2026-12-03 2026-12-10 2026-12-17 2027-01-07 2027-01-14 2027-01-21]"
	if fmt.Sprint(dates) != want || len(skipped) != 2 || skipped[0].Reason.Key != "kerst" {
		t.Fatalf("dates %v, skipped %v", dates, skipped)
	}
}

func TestWeeklyIsOnTheWeekdayRisingAndOpen(t *testing.T) {
	closed := school(t).ClosedDays(calendar.North)
	rapid.Check(t, func(t *rapid.T) {
		first := calendar.Date{Year: 2026, Month: time.January, Day: 1}.AddDays(rapid.IntRange(0, 1500).Draw(t, "day"))
		n := rapid.IntRange(1, 12).Draw(t, "n")
		dates, _ := calendar.Weekly(first, n, closed)
		if len(dates) != n {
			t.Fatalf("%d dates", len(dates))
		}
		for i, d := range dates {
			if _, ok := closed(d); ok || d.Weekday() != first.Weekday() || i > 0 && d.Compare(dates[i-1]) <= 0 {
				t.Fatalf("wrong date %s in %v", d, dates)
			}
		}
	})
}

func TestClockChangeKeepsTheHour(t *testing.T) {
	for _, d := range []string{"2026-03-24", "2026-03-31", "2026-10-20", "2026-10-27"} {
		if at := date(t, d).At(9, 30); at.Hour() != 9 || at.Minute() != 30 {
			t.Errorf("%s starts at %s", d, at)
		}
	}
	gap := date(t, "2026-03-31").At(9, 30).Sub(date(t, "2026-03-24").At(9, 30))
	if gap != 7*24*time.Hour-time.Hour {
		t.Errorf("the week of the clock change has %s", gap)
	}
}

func TestMove(t *testing.T) {
	closed := school(t).ClosedDays(calendar.NoRegion)
	dates, _ := calendar.Weekly(date(t, "2026-11-03"), 3, closed)
	one, _ := calendar.Move(dates, 1, date(t, "2026-11-12"), false, closed)
	if fmt.Sprint(one) != "[2026-11-03 2026-11-12 2026-11-17]" {
		t.Errorf("one moved: %v", one)
	}
	rest, _ := calendar.Move(dates, 1, date(t, "2026-11-12"), true, closed)
	if fmt.Sprint(rest) != "[2026-11-03 2026-11-12 2026-11-19]" {
		t.Errorf("the rest moved: %v", rest)
	}
	if dates[1] != date(t, "2026-11-10") {
		t.Error("the original was changed")
	}
}

func TestDatesAsPeopleWriteThem(t *testing.T) {
	for _, s := range []string{"2026-11-03", "3-11-2026", "03/11/2026", " 3.11.2026 "} {
		if d, err := calendar.ParseDate(s); err != nil || d.String() != "2026-11-03" {
			t.Errorf("%q: %v %v", s, d, err)
		}
	}
	for _, s := range []string{"", "31-02-2026", "morgen", "2026-13-01"} {
		if _, err := calendar.ParseDate(s); err == nil {
			t.Errorf("%q was taken for a date", s)
		}
	}
}

func TestBadSchoolFileNamesTheEntry(t *testing.T) {
	_, err := calendar.ReadSchool(strings.NewReader("[[vakantie]]\nnaam='mei'\nvan=2026-05-01\ntot=2026-04-01\n"))
	if err == nil || !strings.Contains(err.Error(), "holiday 1 (mei") {
		t.Fatal(err)
	}
}

func ExampleWeekly() {
	first, _ := calendar.ParseDate("2026-04-20")
	dates, skipped := calendar.Weekly(first, 3, calendar.Public)
	fmt.Println(dates, skipped[0].Reason.Key)
	// Output: [2026-04-20 2026-05-04 2026-05-11] kingsday
}

// Weeks begin on Monday; the 53rd week of 2026 reaches into 2027, as Dutch calendars have it.
func TestWeeks(t *testing.T) {
	for _, c := range []struct {
		day, monday string
		year, week  int
	}{
		{"2026-12-31", "2026-12-28", 2026, 53},
		{"2027-01-03", "2026-12-28", 2026, 53},
		{"2027-01-04", "2027-01-04", 2027, 1},
		{"2026-03-29", "2026-03-23", 2026, 13},
		{"2025-12-29", "2025-12-29", 2026, 1},
	} {
		d, err := calendar.ParseDate(c.day)
		if err != nil {
			t.Fatal(err)
		}
		if year, week := d.ISOWeek(); d.Monday().String() != c.monday || year != c.year || week != c.week {
			t.Errorf("%s: Monday %s, week %d of %d; want %+v", c.day, d.Monday(), week, year, c)
		}
	}
}
