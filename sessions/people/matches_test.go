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
