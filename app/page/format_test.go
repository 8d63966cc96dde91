package page

import (
	"testing"

	"kring/sessions/plan"
)

// Numbers and times are read as an Arabic keyboard writes them, too; what is none is refused.
func TestNumbersAsTheyAreTyped(t *testing.T) {
	for typed, want := range map[string]int{"15": 15, "٣٠": 30, "۳۰": 30, " 7 ": 7, "": -1, "-3": -1, "1e3": -1, "9999999999": -1, "een": -1} {
		n, ok := number(typed)
		if !ok {
			n = -1
		}
		if n != want {
			t.Errorf("%q is %d, not %d", typed, n, want)
		}
	}
	if at, ok := parseClock("١٩:٣٠"); !ok || at != plan.At(19, 30) {
		t.Errorf("half past seven is %v, %v", at, ok)
	}
}
