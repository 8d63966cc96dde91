package export_test

import (
	"fmt"
	"testing"

	"kring/toolkit/export"
)

// The first recipe begins a page of its own, for the list goes along to the shop; but it
// follows on a page that has no more than the table of what is in the dishes.
func TestNoPageForTheTableAlone(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		k := export.Kitchen{Title: "Koken", ListTitle: "Lijst", TableTitle: "Wat zit erin", Lang: lang, Sections: []export.ShopSection{{Name: "Brood"}}}
		pages := func(table, recipe bool) int {
			x := k
			for i := range 8 {
				if table {
					x.Table = append(x.Table, export.Labelled{Label: fmt.Sprint("Gerecht ", i), Text: "bevat gluten"})
				}
			}
			if recipe {
				x.Recipes = []export.KitchenRecipe{{Title: "Soep", Steps: []string{"Koken."}}}
			}
			return len(x.Pages())
		}
		if got := pages(true, true); got != 2 {
			t.Errorf("%s: a short list and a recipe are %d pages", lang, got)
		}
		for pages(true, false) == 1 {
			k.Sections[0].Lines = append(k.Sections[0].Lines, export.ShopLine{Name: "meel", Amount: "1 kg"})
		}
		if bare := pages(false, false); bare != 1 {
			t.Fatalf("%s: the list alone is %d pages", lang, bare)
		}
		if got := pages(true, true); got != 2 {
			t.Errorf("%s: the table has a page for itself, of %d", lang, got)
		}
	}
}
