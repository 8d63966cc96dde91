package people_test

import (
	"testing"

	"kring/internal/sheet"
	"kring/sessions/people"
)

// TestTheListThatShips imports what `kring demo` imports.
func TestTheListThatShips(t *testing.T) {
	tables, err := sheet.Read("../../assets/demo/aanmeldingen.xlsx")
	if err != nil || len(tables) != 1 {
		t.Fatalf("%d lists: %v", len(tables), err)
	}
	rows := people.Preview(tables[0], people.GuessColumns(tables[0].Header), nil)
	taken, codes := 0, map[people.ProblemCode]int{}
	for _, r := range rows {
		t.Logf("%2d %v %+v %v", r.Line, r.Take, r.Person, r.Problems)
		if r.Take {
			taken++
			if r.Person.Kind == "" || r.Person.Through == "" || len(r.Person.Reads) == 0 {
				t.Errorf("row %d lost an answer: %+v", r.Line, r.Person)
			}
		}
		for _, p := range r.Problems {
			codes[p.Code]++
		}
	}
	if taken != 14 || len(rows) != 16 {
		t.Errorf("%d people out of %d rows, expected 14 out of 16", taken, len(rows))
	}
	if codes[people.NoName] != 1 || codes[people.Twice] != 1 || codes[people.BadPhone] != 1 || len(codes) != 3 {
		t.Errorf("problems %v, expected a missing name, a double and a bad phone", codes)
	}
}
