package memory

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// On the shipped texts, each block asked with a word changed, dropped or added: all that
// comparing with every block finds is found, and its own translation is the first.
func TestRecallOnTheShippedTexts(t *testing.T) {
	units := map[string]Unit{}
	blocks := shipped(t)
	for i, p := range blocks {
		units[fmt.Sprintf("%04d", i)] = unit(p.nl, p.ar)
	}
	x := NewIndex("ar", maps.All(units))
	asked, found, wanted := 0, 0, 0
	for i := 0; i < len(blocks); i += 41 {
		for _, source := range variants(blocks[i].nl) {
			want := bruteForce(units, source, len(blocks), .3)
			got := x.Find(source, len(blocks), .3)
			asked, found, wanted = asked+1, found+len(got), wanted+len(want)
			if !same(got, want) {
				t.Errorf("%q: %d of %d found", source, len(got), len(want))
			}
		}
		if got := x.Find(blocks[i].nl, 3, .6); len(got) == 0 || got[0].Alike != 1 || got[0].Unit.Source != blocks[i].nl {
			t.Errorf("%q is not its own repeat: %+v", blocks[i].nl, got)
		}
	}
	if wanted == 0 {
		t.Error("nothing was alike")
	}
	t.Logf("%d blocks, %d asked: %d of %d alike found", len(blocks), asked, found, wanted)
}

// variants are a text as it is, without its middle word, with one more and with one other.
func variants(s string) []string {
	ts := pieces(s)
	at := len(ts) / 2
	out := []string{s}
	for _, in := range []string{"", "eigenlijk " + ts[at], "eigenlijk"} {
		v := slices.Clone(ts)
		v[at] = in
		out = append(out, strings.Join(v, ""))
	}
	return out
}
