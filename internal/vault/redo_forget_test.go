package vault_test

import (
	"errors"
	"strings"
	"testing"

	"kring/internal/vault"
)

// Redo right after somebody was erased brings back nothing of them: what was taken back before,
// and had their name or their id in it, is no longer there to be done again. What never had to
// do with them still is.
func TestRedoAfterErasingBringsNobodyBack(t *testing.T) {
	for _, about := range []string{"Zwaantje belde", "p-zwaantje"} {
		v, _, _ := create(t)
		c := things(t, v)
		put(t, v, c, "p-zwaantje", thing{Name: "Zwaantje"})
		put(t, v, c, "ander", thing{Name: "van een ander"})
		put(t, v, c, "briefje", thing{Name: about})
		for range 2 { // the note about her, and what is of somebody else
			if _, err := v.Undo(); err != nil {
				t.Fatal(err)
			}
		}
		gone := vault.Traces{IDs: []string{"p-zwaantje"}, Names: []string{"Zwaantje"}}
		if err := v.Forget(vault.NewAction("action.erase"), gone, func(tx *vault.Tx) error { return c.Delete(tx, "p-zwaantje") }); err != nil {
			t.Fatal(err)
		}
		if _, err := v.Redo(); err != nil {
			t.Fatalf("what is of somebody else: %v", err)
		}
		if x, ok := c.Get("ander"); !ok || x.Name != "van een ander" {
			t.Errorf("done again: %v, %v", x, ok)
		}
		if a, err := v.Redo(); !errors.Is(err, vault.ErrNothingToRedo) {
			t.Errorf("%q: %v was done again, %v", about, a, err)
		}
		for k, x := range c.All() {
			if strings.Contains(strings.ToLower(k+x.Name), "zwaantje") {
				t.Errorf("%s is back: %v", k, x)
			}
		}
	}
}
