package bring

import (
	"fmt"
	"reflect"

	"kring/toolkit/bilingual"
)

// difference is the first block that two documents do not share.
func difference(got, want []bilingual.Block) string {
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			return fmt.Sprintf("block %d is missing: %+v", i, want[i])
		case i >= len(want):
			return fmt.Sprintf("block %d is too much: %+v", i, got[i])
		case !reflect.DeepEqual(got[i], want[i]):
			return fmt.Sprintf("block %d is\n%+v, not\n%+v", i, got[i], want[i])
		}
	}
	return ""
}
