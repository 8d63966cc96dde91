package vault

import (
	"path/filepath"
	"testing"
)

// TestClosedVaultHoldsNoRecords: a window may keep a collection of a vault that is locked,
// but no records with it.
func TestClosedVaultHoldsNoRecords(t *testing.T) {
	v, _, err := Create(filepath.Join(t.TempDir(), "proef.kring"), "een lange wachtzin", WithKDF(TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	c, err := NewCollection[string](v, "people")
	if err != nil {
		t.Fatal(err)
	}
	stop := c.Watch(func(string, string, bool) {})
	err = v.Do(NewAction("action.person"), func(tx *Tx) error { return c.Put(tx, "1", "Zwaluw Oosterwei") })
	if err != nil || c.Len() != 1 {
		t.Fatalf("%d records, %v", c.Len(), err)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	if got, there := c.Get("1"); there || c.Len() != 0 || len(c.values) != 0 {
		t.Errorf("the closed vault still has %q, %d records", got, c.Len())
	}
	for k := range c.All() {
		t.Errorf("the closed vault still goes over %s", k)
	}
	stop()
	c.Watch(func(string, string, bool) {})()
}
