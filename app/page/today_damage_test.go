package page

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kring/app/command"
	"kring/internal/vault"
)

// brokenJournal is a copy of a vault with a byte changed in an entry of its journal, so that
// it opens and holds all its records.
func brokenJournal(t *testing.T, v *vault.Vault) *vault.Vault {
	t.Helper()
	whole := filepath.Join(t.TempDir(), "heel.kring")
	if _, err := v.Backup(whole); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	for at := len(b) - 100; at > 0; at -= 150 {
		path := filepath.Join(t.TempDir(), "kapot.kring")
		c := bytes.Clone(b)
		c[at] ^= 0x41
		if err := os.WriteFile(path, c, 0o600); err != nil {
			t.Fatal(err)
		}
		again, err := vault.Open(path, stagePass)
		if err != nil {
			continue
		}
		if _, err := again.Entries(0, nil, func(vault.Entry) {}); err != nil {
			return again
		}
		if err := again.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Fatal("no byte is of the journal alone")
	return nil
}

// A damaged journal is told on Today when the vault opens, not only when a copy fails on it.
func TestTodayTellsOfADamagedJournal(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		said := func() string { return said(s.open(Target{Page: Today})) }
		if strings.Contains(said(), s.env.Loc.T("backup.damaged")) {
			t.Errorf("%s: a sound vault is called damaged", lang)
		}
		v := brokenJournal(t, s.env.Vault)
		defer v.Close()
		stores, err := command.OpenStores(v, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer stores.Close()
		s.env.Privacy = stores.Privacy
		if !strings.Contains(said(), s.env.Loc.T("backup.damaged")) {
			t.Errorf("%s: nothing is said of the damage", lang)
		}
	}
}
