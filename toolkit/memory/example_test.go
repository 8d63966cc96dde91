package memory_test

import (
	"fmt"
	"maps"

	"kring/toolkit/bilingual"
	"kring/toolkit/memory"
)

// What was translated before serves again: what differs is shown, and where that is only the
// number, it is put in.
func ExampleIndex_Find() {
	asked := "Praat hier 15 minuten over."
	x := memory.NewIndex("ar", maps.All(map[string]memory.Unit{
		"welcome/3": {Source: "Praat hier 20 minuten over.", Lang: "ar", Text: "تحدثوا عن هذا ٢٠ دقيقة.", State: bilingual.Agreed},
		"money/7":   {Source: "Praat hier samen over.", Lang: "ar", Text: "تحدثوا عن هذا معًا.", State: bilingual.Agreed},
	}))
	for _, m := range x.Find(asked, 3, 0.7) {
		fmt.Printf("%.0f%% %s\n", 100*m.Alike, m.Unit.Source)
		for _, c := range m.Diff {
			switch c.Kind {
			case memory.Removed:
				fmt.Println("  -", c.Old.Of(m.Unit.Source))
			case memory.Added:
				fmt.Println("  +", c.New.Of(asked))
			}
		}
		if text, ok := memory.Adapt(m.Unit, asked); ok {
			fmt.Println("  =", text)
		}
	}
	// Output:
	// 96% Praat hier 20 minuten over.
	//   - 20
	//   + 15
	//   = تحدثوا عن هذا ١٥ دقيقة.
}
