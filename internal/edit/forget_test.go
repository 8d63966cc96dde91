package edit

import (
	"slices"
	"testing"
)

// What was a secret is written over wherever it stood, also in what could be taken back.
func TestForget(t *testing.T) {
	x := Text{}
	x.Set("geheim")
	was := x.runes
	x.Insert(" en meer")
	now, past := x.runes, x.past
	x.Forget()
	for _, runes := range [][]rune{was, now, past[0].runes} {
		if slices.ContainsFunc(runes, func(r rune) bool { return r != 0 }) {
			t.Errorf("left: %q", string(runes))
		}
	}
	if x.Undo(); x.String() != "" {
		t.Errorf("taken back: %q", x.String())
	}
}
