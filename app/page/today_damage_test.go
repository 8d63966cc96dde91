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

// A damaged journal is told on Today and with the copies when the vault opens, not only when a copy fails on it.
func TestADamagedJournalIsTold(t *testing.T) {
	where := []Target{{Page: Today}, {Page: Settings, Tab: Copying}}
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		told := func(at Target) bool {
			p := s.open(at)
			if at.Page == Settings { // whose tab fetches
				(<-s.ui)()
			}
			return strings.Contains(said(p), s.env.Loc.T("backup.damaged"))
		}
		for _, at := range where {
			if told(at) {
				t.Errorf("%s, %s: a sound vault is called damaged", lang, at.Page)
			}
		}
		v := brokenJournal(t, s.env.Vault)
		defer v.Close()
		stores, err := command.OpenStores(v, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer stores.Close()
		s.env.Privacy = stores.Privacy
		for _, at := range where {
			if !told(at) {
				t.Errorf("%s, %s: nothing is said of the damage", lang, at.Page)
			}
		}
	}
}
