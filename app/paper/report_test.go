package paper_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kring/app/paper"
	"kring/i18n"
	"kring/internal/sheet"
	"kring/internal/vault"
	"kring/sessions/cafe"
	"kring/sessions/calendar"
	"kring/sessions/plan"
)

// The numbers of a year are by place and quarter; nobody's name is in them, and no count of
// one to four people.
func TestReport(t *testing.T) {
	v, _, err := vault.Create(filepath.Join(t.TempDir(), "a.kring"), "een lange wachtzin", vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	s, err := cafe.Open(v, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	begin := calendar.Date{Year: 2026, Month: time.January, Day: 6}
	for i, counts := range [][]int{{40, 3}, {30, 20}} {
		rule, err := calendar.NewRule(calendar.Week, time.Tuesday, begin)
		if err != nil {
			t.Fatal(err)
		}
		p, err := s.SavePlace(cafe.Place{Name: []string{"Gouda", "Waddinxveen"}[i], Rule: rule, Start: plan.At(19, 0), End: plan.At(22, 0)})
		if err != nil {
			t.Fatal(err)
		}
		h, err := s.SaveHolder(cafe.Holder{Name: "Yasmina Geheim", Seen: begin.AddDays(-9)})
		if err != nil {
			t.Fatal(err)
		}
		for q, n := range counts {
			e := s.Next(p.ID, begin.AddDays(91*q), 1)[0]
			if err := s.Count(e, cafe.Visitors, n); err != nil {
				t.Fatal(err)
			}
			if err := s.SetTurns(e, []string{h.ID}); err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := paper.Report(&b, ".xlsx", s, i18n.New("nl"), 2026, calendar.Date{Year: 2026, Month: time.June, Day: 30}); err != nil {
		t.Fatal(err)
	}
	tables, err := sheet.ReadFrom(bytes.NewReader(b.Bytes()), "rapport.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, x := range tables {
		for _, row := range x.Rows {
			all.WriteString(strings.Join(row, "|") + "\n")
		}
	}
	for _, want := range []string{"Gouda|13|13|0|0|26", "Gouda|•|•|0|0|43", "Waddinxveen|•|•|0|0|50", "Samen|70|23|0|0|93", "Gouda|3|3|0|0|6"} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("no %q in\n%s", want, all.String())
		}
	}
	if strings.Contains(all.String(), "Yasmina") {
		t.Error("a name is in the report")
	}
}

// Ten years of five places, one report of each year.
func BenchmarkReport(b *testing.B) {
	v, _, err := vault.Create(filepath.Join(b.TempDir(), "a.kring"), "een lange wachtzin", vault.WithKDF(vault.TestKDF))
	if err != nil {
		b.Fatal(err)
	}
	defer v.Close()
	s, err := cafe.Open(v, nil, nil)
	if err != nil {
		b.Fatal(err)
	}
	begin := calendar.Date{Year: 2017, Month: time.January, Day: 2}
	for i := range 5 {
		rule, err := calendar.NewRule(calendar.Week, time.Weekday(1+i), begin)
		if err != nil {
			b.Fatal(err)
		}
		p, err := s.SavePlace(cafe.Place{Name: "Café", Rule: rule, Start: plan.At(19, 0), End: plan.At(22, 0)})
		if err != nil {
			b.Fatal(err)
		}
		for range 10 {
			if _, err := s.SaveActivity(cafe.Activity{PlaceID: p.ID, Title: "Iets", Rule: rule}); err != nil {
				b.Fatal(err)
			}
		}
		for _, e := range s.Evenings(p.ID, begin, begin.AddDays(3652))[:20] { // each is a write to the disk
			if err := s.Count(e, cafe.Visitors, 38); err != nil {
				b.Fatal(err)
			}
		}
	}
	for b.Loop() {
		for year := range 10 {
			if err := paper.Report(&bytes.Buffer{}, ".xlsx", s, i18n.New("nl"), 2017+year, calendar.Date{Year: 2027}); err != nil {
				b.Fatal(err)
			}
		}
	}
}
