package calendar

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func date(t testing.TB, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Ten years of dates are those that another implementation gives: Python's dateutil 2.9,
// rule, first date, last date, dates.
func TestRulesAgainstDateutil(t *testing.T) {
	data, err := os.ReadFile("testdata/dateutil.tsv")
	if err != nil {
		t.Fatal(err)
	}
	cases := strings.Split(strings.TrimSpace(string(data)), "\n")
	if len(cases) < 80 {
		t.Fatalf("only %d cases", len(cases))
	}
	for _, line := range cases {
		f := strings.Split(line, "\t")
		if len(f) == 3 {
			f = append(f, "")
		}
		r := Rule{RRule: f[0], From: date(t, f[1])}
		var got []string
		for _, d := range r.Dates(r.From, date(t, f[2])) {
			got = append(got, d.String())
		}
		if strings.Join(got, ",") != f[3] {
			t.Errorf("%s from %s:\n %s\ndateutil:\n %s", f[0], f[1], strings.Join(got, ","), f[3])
		}
	}
}

// Checked by hand on Dutch calendars: over the turn of the year with its week 53, over both
// clock changes, in a leap year.
func TestRulesByHand(t *testing.T) {
	for _, c := range []struct {
		rhythm Rhythm
		day    time.Weekday
		from   string
		want   string
	}{
		{Week, time.Tuesday, "2026-12-20", "2026-12-22 2026-12-29 2027-01-05"},
		{Fortnight, time.Tuesday, "2026-01-06", "2026-01-06 2026-01-20 2026-02-03"},
		{Fortnight, time.Wednesday, "2026-12-16", "2026-12-16 2026-12-30 2027-01-13"},
		{LastOf, time.Tuesday, "2026-01-28", "2026-02-24 2026-03-31 2026-04-28"},
		{FirstOf, time.Sunday, "2026-03-02", "2026-04-05 2026-05-03 2026-06-07"},
		{LastOf, time.Sunday, "2026-03-29", "2026-03-29 2026-04-26 2026-05-31"},
		{ThirdOf, time.Thursday, "2028-02-01", "2028-02-17 2028-03-16 2028-04-20"},
		{Once, time.Friday, "2026-05-04", "2026-05-04"},
	} {
		r, err := NewRule(c.rhythm, c.day, date(t, c.from))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range r.Next(r.From, 3) {
			got = append(got, d.String())
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s %s from %s: %v, want %s", c.rhythm, c.day, c.from, got, c.want)
		}
		rhythm, day, ok := r.Rhythm()
		if !ok || rhythm != c.rhythm || (rhythm != Once && day != c.day) {
			t.Errorf("%s comes back as %s on %s", r.RRule, rhythm, day)
		}
	}
}

// Every date of a rule is on its weekday, in order, within its bounds; a fortnight has
// fourteen days, also over a change of the clock.
func TestRulesKeepTheirRhythm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rhythm := rapid.SampledFrom(Rhythms()).Draw(t, "rhythm")
		day := time.Weekday(rapid.IntRange(0, 6).Draw(t, "day"))
		from := Date{2020, 1, 1}.AddDays(rapid.IntRange(0, 4000).Draw(t, "from"))
		r, err := NewRule(rhythm, day, from)
		if err != nil {
			t.Fatal(err)
		}
		r.Until = from.AddDays(rapid.IntRange(40, 800).Draw(t, "until"))
		all := r.Dates(from, from.AddDays(2000))
		if len(all) == 0 || all[0] != r.From {
			t.Fatalf("%s from %s begins with %v", r.RRule, r.From, all)
		}
		for i, d := range all {
			if rhythm != Once && d.Weekday() != day || d.Compare(from) < 0 || d.Compare(r.Until) > 0 {
				t.Fatalf("%s has %s", r.RRule, d)
			}
			if i == 0 {
				continue
			}
			gap := d.DaysSince(all[i-1])
			if rhythm == Week && gap != 7 || rhythm == Fortnight && gap != 14 || gap < 7 || gap > 35 {
				t.Fatalf("%s: %d days from %s to %s", r.RRule, gap, all[i-1], d)
			}
		}
		next := r.Next(from, len(all))
		for i := range all {
			if next[i] != all[i] {
				t.Fatalf("next are %v, all are %v", next, all)
			}
		}
	})
}

func TestRulesThatCannotBe(t *testing.T) {
	from := date(t, "2026-01-06")
	for _, r := range []Rule{
		{RRule: "", From: from},
		{RRule: "FREQ=NOOIT", From: from},
		{RRule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", From: from},
		{RRule: "FREQ=MINUTELY", From: from},
		{RRule: "FREQ=WEEKLY;BYDAY=TU"},
		{RRule: "FREQ=WEEKLY;BYDAY=TU", From: from, Until: date(t, "2026-01-05")},
	} {
		if err := r.Validate(); !errors.Is(err, ErrRule) {
			t.Errorf("%+v is taken: %v", r, err)
		}
	}
	if _, err := NewRule("soms", time.Monday, from); !errors.Is(err, ErrRule) {
		t.Errorf("a rhythm that is none: %v", err)
	}
}
