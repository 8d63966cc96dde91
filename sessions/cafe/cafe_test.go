package cafe

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/plan"
)

func day(t testing.TB, s string) calendar.Date {
	t.Helper()
	d, err := calendar.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func rule(t testing.TB, r calendar.Rhythm, w time.Weekday, from string) calendar.Rule {
	t.Helper()
	out, err := calendar.NewRule(r, w, day(t, from))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// gouda is a store with a place that is open on Tuesdays, with a strength circle every
// other week and cooking on the last one of the month.
func gouda(t testing.TB) (*Store, *vault.Vault, Place) {
	t.Helper()
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "proef.kring"), "een lange wachtzin", vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	s, err := Open(v, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.SavePlace(Place{Name: "Gouda", Audience: Young, Rule: rule(t, calendar.Week, time.Tuesday, "2026-12-01"), Start: plan.At(19, 0), End: plan.At(22, 0), Public: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range []Activity{
		{PlaceID: p.ID, Title: "Krachtgroep", Rule: rule(t, calendar.Fortnight, time.Tuesday, "2026-12-01")},
		{PlaceID: p.ID, Title: "Samen koken", Rule: rule(t, calendar.LastOf, time.Tuesday, "2026-12-01")},
	} {
		if _, err := s.SaveActivity(a); err != nil {
			t.Fatal(err)
		}
	}
	return s, v, p
}

// said is a list of evenings in short.
func said(es []Evening) string {
	var out []string
	for _, e := range es {
		line := e.Date.String()[5:]
		if e.Change != "" {
			line += " " + string(e.Change)
		}
		if e.Holiday.Key != "" {
			line += " " + e.Holiday.Key
		}
		for _, a := range e.Activities {
			line += " " + strings.Fields(a.Title)[len(strings.Fields(a.Title))-1]
		}
		out = append(out, line)
	}
	return strings.Join(out, ", ")
}

func TestEvenings(t *testing.T) {
	s, _, p := gouda(t)
	if got, want := said(s.Next(p.ID, day(t, "2026-12-01"), 6)), "12-01 Krachtgroep, 12-08, 12-15 Krachtgroep, 12-22, 12-29 Krachtgroep koken, 01-05"; got != want {
		t.Errorf("the evenings are\n%s\nwant\n%s", got, want)
	}
	for _, x := range []Exception{
		{PlaceID: p.ID, Date: day(t, "2026-12-08"), Change: Cancelled, Reason: "verbouwing"},
		{PlaceID: p.ID, Date: day(t, "2026-12-15"), Change: Moved, To: day(t, "2026-12-17")},
		{PlaceID: p.ID, Date: day(t, "2026-12-24"), Change: Extra, Reason: "kerst"},
	} {
		if err := s.Except(x); err != nil {
			t.Fatal(err)
		}
	}
	want := "12-01 Krachtgroep, 12-08 cancelled, 12-17 moved Krachtgroep, 12-22, 12-24 extra, 12-29 Krachtgroep koken"
	if got := said(s.Evenings(p.ID, day(t, "2026-12-01"), day(t, "2026-12-31"))); got != want {
		t.Errorf("with exceptions\n%s\nwant\n%s", got, want)
	}
	if got := said(s.On(day(t, "2026-12-17"), strings.Compare)); got != "12-17 moved Krachtgroep" {
		t.Errorf("on the day that it moved to: %s", got)
	}
	if got := said(s.On(day(t, "2026-12-15"), strings.Compare)); got != "" {
		t.Errorf("on the day that it moved from: %s", got)
	}
	for _, d := range []string{"2026-12-08", "2026-12-15", "2026-12-24"} {
		if err := s.AsAlways(p.ID, day(t, d)); err != nil {
			t.Fatal(err)
		}
	}
	if got := said(s.Evenings(p.ID, day(t, "2026-12-08"), day(t, "2026-12-28"))); got != "12-08, 12-15 Krachtgroep, 12-22" {
		t.Errorf("taken back: %s", got)
	}
}

// A holiday closes a place that chose so, unless somebody opens it nevertheless.
func TestHolidays(t *testing.T) {
	s, _, p := gouda(t)
	p.Rule = rule(t, calendar.Week, time.Friday, "2026-12-01")
	if _, err := s.SavePlace(p); err != nil {
		t.Fatal(err)
	}
	christmas := day(t, "2026-12-25")
	if e := s.Evenings(p.ID, christmas, christmas); len(e) != 1 || e[0].On() || e[0].Holiday.Key == "" {
		t.Errorf("Christmas: %+v", e)
	}
	if err := s.Except(Exception{PlaceID: p.ID, Date: christmas, Change: Opened}); err != nil {
		t.Fatal(err)
	}
	if e := s.Evenings(p.ID, christmas, christmas); !e[0].On() {
		t.Errorf("opened at Christmas: %+v", e)
	}
}

func TestWhatCannotBe(t *testing.T) {
	s, _, p := gouda(t)
	late, none := p, p
	late.End, none.Name = late.Start, " "
	bad := p
	bad.Rule.RRule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
	for want, x := range map[error]Place{ErrTimes: late, ErrPlace: none, calendar.ErrRule: bad} {
		if _, err := s.SavePlace(x); !errors.Is(err, want) {
			t.Errorf("%+v: %v", x, err)
		}
	}
	night := p
	night.End = plan.At(1, 0)
	if err := night.Validate(); err != nil || night.Minutes() != 360 {
		t.Errorf("over midnight: %d minutes, %v", night.Minutes(), err)
	}
	if _, err := s.SaveActivity(Activity{PlaceID: p.ID, Rule: p.Rule}); !errors.Is(err, ErrActivity) {
		t.Errorf("an activity without a name: %v", err)
	}
	for want, x := range map[error]Exception{
		ErrTaken:    {PlaceID: p.ID, Date: day(t, "2026-12-08"), Change: Moved, To: day(t, "2026-12-15")},
		ErrDate:     {PlaceID: p.ID, Date: day(t, "2026-12-09"), Change: Cancelled},
		ErrNotFound: {PlaceID: "weg", Date: day(t, "2026-12-08"), Change: Cancelled},
	} {
		if err := s.Except(x); !errors.Is(err, want) {
			t.Errorf("%+v: %v", x, err)
		}
	}
	if err := s.Except(Exception{PlaceID: p.ID, Date: day(t, "2026-12-08"), Change: Extra}); !errors.Is(err, ErrTaken) {
		t.Errorf("an extra evening on one that is there: %v", err)
	}
}

func TestSearch(t *testing.T) {
	s, _, p := gouda(t)
	for q, want := range map[string]int{"gou": 1, "GÔUDA": 1, "": 0, "delft": 0} {
		if got := s.Search(q, 10); len(got) != want || want > 0 && got[0].ID != p.ID {
			t.Errorf("%q finds %v", q, got)
		}
	}
}

// What was deleted leaves nothing, and undo brings all of it back.
func TestDeletePlace(t *testing.T) {
	s, v, p := gouda(t)
	if err := s.Except(Exception{PlaceID: p.ID, Date: day(t, "2026-12-08"), Change: Cancelled}); err != nil {
		t.Fatal(err)
	}
	before := said(s.Next(p.ID, day(t, "2026-12-01"), 5))
	if err := s.DeletePlace(p.ID); err != nil {
		t.Fatal(err)
	}
	if broken := s.BrokenReferences(); len(broken) > 0 || len(s.Places(strings.Compare)) > 0 {
		t.Errorf("left: %v", broken)
	}
	if _, err := v.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := said(s.Next(p.ID, day(t, "2026-12-01"), 5)); got != before {
		t.Errorf("undone: %s, before %s", got, before)
	}
}

// Whatever is changed, no place has two evenings on one date, and they are in order.
func TestOneEveningADate(t *testing.T) {
	s, _, p := gouda(t)
	rapid.Check(t, func(t *rapid.T) {
		begin := calendar.Date{Year: 2026, Month: 12, Day: 1}
		any := rapid.IntRange(0, 60)
		for range rapid.IntRange(1, 6).Draw(t, "changes") {
			x := Exception{PlaceID: p.ID, Date: begin.AddDays(any.Draw(t, "date")), To: begin.AddDays(any.Draw(t, "to")), Change: rapid.SampledFrom([]Change{Cancelled, Moved, Extra, Opened}).Draw(t, "change")}
			if err := s.Except(x); err != nil && !errors.Is(err, ErrTaken) && !errors.Is(err, ErrDate) {
				t.Fatal(err)
			}
			if rapid.Bool().Draw(t, "back") {
				if err := s.AsAlways(p.ID, x.Date); err != nil && !errors.Is(err, ErrTaken) {
					t.Fatal(err)
				}
			}
		}
		all := s.Evenings(p.ID, begin, begin.AddDays(90))
		for i := 1; i < len(all); i++ {
			if all[i].Date.Compare(all[i-1].Date) <= 0 {
				t.Fatalf("%s", said(all))
			}
		}
		if !slices.IsSortedFunc(all, func(a, b Evening) int { return a.Date.Compare(b.Date) }) {
			t.Fatal("out of order")
		}
	})
}
