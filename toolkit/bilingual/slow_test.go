package bilingual_test

import (
	"strings"
	"testing"
	"time"

	"kring/toolkit/bilingual"
)

// A text of megabytes that is all signs is split in the time of any other.
func TestInlineOfSigns(t *testing.T) {
	for name, of := range map[string]string{"escaped": `\*`, "stars": "* ", "links": "[a](https://kring.nl)", "bold": "**a** "} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			pieces := bilingual.Inline(strings.Repeat(of, (1<<20)/len(of)))
			if len(pieces) == 0 || bilingual.Compose(pieces) == "" {
				t.Error("nothing is left")
			}
			if took := time.Since(began); took > 20*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}
