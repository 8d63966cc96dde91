package vault_test

import (
	"testing"

	"kring/internal/vault"
)

// What is made after each other sorts so, also within one millisecond.
func TestIDsRise(t *testing.T) {
	last := vault.NewID()
	for range 10_000 {
		id := vault.NewID()
		if id <= last {
			t.Fatalf("%s after %s", id, last)
		}
		last = id
	}
}
