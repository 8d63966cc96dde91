package paper_test

import (
	"testing"

	"kring/app/paper"
)

// Two years of toolkits ship, one for each two months, each whole in both languages; together
// the six of a year serve every element.
func TestTwelveToolkits(t *testing.T) {
	kits, err := paper.Toolkits()
	if err != nil {
		t.Fatal(err)
	}
	if len(kits) != 12 || kits[0].File != "luisteren-zonder-oplossen" {
		t.Fatalf("%d toolkits, first %s", len(kits), kits[0].File)
	}
	order := []string{"jan-feb", "mar-apr", "may-jun", "jul-aug", "sep-oct", "nov-dec"}
	served := [2]map[int]bool{{}, {}}
	for i, k := range kits {
		year, _ := k.Doc.Meta["year"].(int64)
		if int(year) != i/6+1 || k.Doc.Meta["period"] != order[i%6] {
			t.Errorf("%s is for %v of year %d", k.File, k.Doc.Meta["period"], year)
		}
		if len(k.Doc.Problems) > 0 || k.Doc.Say("title", "ar") == "" || k.Doc.Say("theme", "ar") == "" {
			t.Errorf("%s: %v", k.File, k.Doc.Problems)
		}
		for _, b := range k.Doc.Blocks {
			if b.Text != "" && b.Translations["ar"] == "" {
				t.Errorf("%s, line %d: no Arabic", k.File, b.Line)
			}
		}
		for _, n := range k.Elements() {
			served[i/6][n] = true
		}
	}
	for year, of := range served {
		if len(of) != 8 {
			t.Errorf("year %d serves %v", year+1, of)
		}
	}
}
