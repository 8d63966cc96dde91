package vault_test

import (
	"errors"
	"os"
	"testing"

	"kring/internal/vault"
)

// What a rewriting that was broken off left behind goes when the vault opens.
func TestBrokenOffRewritingGoes(t *testing.T) {
	v, path, _ := create(t)
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	left := path + ".compact"
	if err := os.WriteFile(left, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	v, err := vault.Open(path, pass)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if _, err := os.Stat(left); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("it is still there: %v", err)
	}
}
