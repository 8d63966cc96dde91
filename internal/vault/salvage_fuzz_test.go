package vault_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"kring/internal/vault"
)

// FuzzSalvage reads any bytes as a damaged vault: it ends, and what it saves opens.
func FuzzSalvage(f *testing.F) {
	path := filepath.Join(f.TempDir(), "klein.kring")
	v, _, err := vault.Create(path, pass, cheap)
	if err != nil {
		f.Fatal(err)
	}
	c, err := vault.NewCollection[thing](v, "things")
	if err != nil {
		f.Fatal(err)
	}
	err = v.Do(vault.Action{Kind: "put"}, func(tx *vault.Tx) error { return c.Put(tx, "a", thing{Name: "een"}) })
	if err := errors.Join(err, v.Close()); err != nil {
		f.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add(b[:len(b)/2])
	f.Add([]byte("een brief"))
	f.Fuzz(func(t *testing.T, b []byte) {
		dir := t.TempDir()
		from, to := filepath.Join(dir, "kapot.kring"), filepath.Join(dir, "gered.kring")
		if err := os.WriteFile(from, b, 0o600); err != nil {
			t.Fatal(err)
		}
		_, _ = vault.Look(from, pass) // it may refuse, it may not panic
		_ = vault.Sound(from)
		if _, err := vault.Salvage(from, pass, to); err != nil {
			return
		}
		if _, err := vault.Look(to, pass); err != nil {
			t.Fatal(err)
		}
	})
}
