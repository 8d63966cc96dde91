package people_test

import (
	"testing"

	"kring/sessions/people"
)

func TestMatches(t *testing.T) {
	p := people.Person{Name: "Zoë van der Meer", Phone: "+31612345678", Email: "zoe@example.org"}
	for search, want := range map[string]bool{
		"": true, "  ": true, "zoe": true, "MEER": true, "der m": true, "example.org": true,
		"0612": true, "06-1234": true, "+31 6 1234": true, "0031 612": true, "5678": true, "345": true,
		"piet": false, "0699": false, "9": false, "a5678": false,
	} {
		if got := p.Matches(search); got != want {
			t.Errorf("%q: found is %v", search, got)
		}
	}
	if (people.Person{Name: "Anna"}).Matches("06") {
		t.Error("somebody without a number is found by one")
	}
}

func TestFinder(t *testing.T) {
	f := people.NewFinder([]people.Person{{ID: "1", Name: "Anna de Vries", Phone: "+31612345678"}, {ID: "2", Name: "فاطمة"}})
	for _, tt := range []struct {
		p   people.Person
		why people.Why
	}{
		{people.Person{Name: "Vries, Anna de"}, people.SameName},
		{people.Person{Name: "Ana de Vries"}, people.AlikeName},
		{people.Person{Phone: "+31612345678"}, people.SamePhone},
		{people.Person{Name: "فاطمه"}, people.SameName},
		{people.Person{Name: "A"}, ""},
		{people.Person{Name: "Piet"}, ""},
	} {
		var why people.Why
		if m := f.Alike(tt.p); len(m) > 0 {
			why = m[0].Why
		}
		if why != tt.why {
			t.Errorf("%q %s: %q, want %q", tt.p.Name, tt.p.Phone, why, tt.why)
		}
	}
}
