package kit

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"kring/assets"
	"kring/internal/vault"
	"kring/sessions/calendar"

	"pgregory.net/rapid"
)

func day(t testing.TB, s string) calendar.Date {
	t.Helper()
	var d calendar.Date
	if err := d.UnmarshalText([]byte(s)); err != nil {
		t.Fatal(err)
	}
	return d
}

func open(t testing.TB) (*Store, *vault.Vault) {
	t.Helper()
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "a.kring"), "een lange wachtzin", vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	s, err := Open(v)
	if err != nil {
		t.Fatal(err)
	}
	return s, v
}

// A slot is planned, goes on, is sent on a day, and is open again when that is undone.
func TestAYear(t *testing.T) {
	s, v := open(t)
	for _, x := range s.Year(2027) {
		if !x.Empty() || x.Late(day(t, "2030-01-01")) {
			t.Errorf("before anything was planned: %+v", x)
		}
	}
	x := Slot{Year: 2027, Period: 2, Theme: " Praten over geld ", State: Writing, Who: "Samira"}
	if err := s.Save(x, day(t, "2027-02-01")); err != nil {
		t.Fatal(err)
	}
	x = s.Slot(2027, 2)
	if x.Theme != "Praten over geld" || x.Due() != day(t, "2027-03-08") || x.First() != day(t, "2027-03-01") || x.Last() != day(t, "2027-04-30") {
		t.Errorf("planned: %+v, due %s, %s to %s", x, x.Due(), x.First(), x.Last())
	}
	pressing := func(today string, want int) {
		t.Helper()
		if got := s.Pressing(day(t, today)); len(got) != want {
			t.Errorf("on %s %d are pressing, want %d", today, len(got), want)
		}
	}
	pressing("2027-02-14", 0)
	pressing("2027-02-15", 1)
	pressing("2027-03-09", 1)
	x.State = Sent
	if err := s.Save(x, day(t, "2027-03-05")); err != nil {
		t.Fatal(err)
	}
	pressing("2027-03-09", 0)
	if x = s.Slot(2027, 2); x.SentOn != day(t, "2027-03-05") {
		t.Errorf("sent on %s", x.SentOn)
	}
	if _, err := v.Undo(); err != nil || s.Slot(2027, 2).State != Writing {
		t.Errorf("undone: %v, %+v", err, s.Slot(2027, 2))
	}
	if err := s.Clear(x); err != nil || !s.Slot(2027, 2).Empty() {
		t.Errorf("cleared: %v", err)
	}
}

func TestSlotsThatCannotBe(t *testing.T) {
	s, _ := open(t)
	for _, c := range []struct {
		x    Slot
		want error
	}{
		{Slot{Year: 2027, Period: 7, State: Idea}, ErrSlot},
		{Slot{Year: 27, Period: 1, State: Idea}, ErrSlot},
		{Slot{Year: 2027, Period: 1, State: "klaar"}, ErrState},
		{Slot{Year: 2027, Period: 1, State: Idea, Deadline: day(t, "2072-01-01")}, ErrDeadline},
	} {
		if err := s.Save(c.x, day(t, "2027-01-01")); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v", c.x, err)
		}
	}
}

// Nothing is late and soon at once; what was sent is neither; and a state has a next one until
// it was sent.
func TestLateOrSoon(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := Slot{Year: 2027, Period: rapid.IntRange(1, Periods).Draw(t, "period"), State: rapid.SampledFrom(States()).Draw(t, "state")}
		today := x.First().AddDays(rapid.IntRange(-100, 100).Draw(t, "days"))
		late, soon := x.Late(today), x.Soon(today)
		if late && soon || x.State == Sent && (late || soon) || late != (x.State != Sent && today.Compare(x.Due()) > 0) {
			t.Fatalf("%+v on %s: late %v, soon %v", x, today, late, soon)
		}
		if n := x.State.Next(); (n == x.State) != (x.State == Sent) {
			t.Fatalf("after %s comes %s", x.State, n)
		}
	})
}

func TestBalance(t *testing.T) {
	if got := Balance(8, [][]int{{1, 4, 4, 9}, nil, {4, 8, 0}}); !slices.Equal(got, []int{1, 0, 0, 2, 0, 0, 0, 1}) {
		t.Errorf("%v", got)
	}
}

// The occasions that ship have names in three languages, and fall where a calendar on the wall
// has them (Umm al-Qura as Saudi Arabia published it; 2033 has two feasts of breaking the fast).
func TestOccasions(t *testing.T) {
	all, err := LoadOccasions(assets.Calendar, "calendar/gelegenheden.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range all {
		for _, lang := range []string{"nl", "ar", "en"} {
			if !o.Name.Has(lang) {
				t.Errorf("%s has no name in %s", o.ID, lang)
			}
		}
	}
	fall := func(year int) string {
		var out []string
		for _, f := range Between(all, calendar.Date{Year: year, Month: 1, Day: 1}, calendar.Date{Year: year, Month: 12, Day: 31}) {
			if slices.Contains([]string{"ramadan", "suikerfeest", "offerfeest", "moederdag", "vaderdag", "burendag"}, f.ID) {
				out = append(out, f.ID+" "+f.On.String())
			}
		}
		return strings.Join(out, ", ")
	}
	for year, want := range map[int]string{
		2025: "ramadan 2025-03-01, suikerfeest 2025-03-30, moederdag 2025-05-11, offerfeest 2025-06-06, vaderdag 2025-06-15, burendag 2025-09-27",
		2026: "ramadan 2026-02-18, suikerfeest 2026-03-20, moederdag 2026-05-10, offerfeest 2026-05-27, vaderdag 2026-06-21, burendag 2026-09-26",
	} {
		if got := fall(year); got != want {
			t.Errorf("%d: %s", year, got)
		}
	}
	if got := strings.Count(fall(2033), "suikerfeest"); got != 2 {
		t.Errorf("2033 has %d feasts of breaking the fast: %s", got, fall(2033))
	}
	for year := 1990; year <= 2100; year++ { // no year is a panic
		fall(year)
	}
}

func TestOccasionsSayWhatIsWrong(t *testing.T) {
	const good = "[[occasion]]\nid='a'\nmonth=1\nday=1\nsource='x'\nname={nl='A'}\n"
	for _, c := range []struct {
		text string
		ok   bool
	}{
		{good, true},
		{good + good, false},
		{strings.Replace(good, "day=1", "day=40", 1), false},
		{strings.Replace(good, "source='x'", "", 1), false},
		{good + "hijri=[9,1]\n", false},
		{good + "dag=1\n", false},
		{strings.Replace(good, "month=1\nday=1", "hijri=[13,1]", 1), false},
	} {
		if _, err := LoadOccasions(fstest.MapFS{"x.toml": {Data: []byte(c.text)}}, "x.toml"); (err == nil) != c.ok {
			t.Errorf("%q: %v", c.text, err)
		}
	}
}
