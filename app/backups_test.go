package app

import (
	"path/filepath"
	"testing"
	"time"

	"kring/app/page"
	"kring/internal/backup"
	"kring/internal/vault"
)

// TestACopyMadeByItselfIsNoNews opens a vault as a user does each day: that a copy was made
// changes no page and says nothing.
func TestACopyMadeByItselfIsNoNews(t *testing.T) {
	dir := t.TempDir()
	v, _, err := vault.Create(filepath.Join(dir, "proef.kring"), "een lange wachtzin", vault.WithKDF(vault.TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	heard := make(chan vault.Event, 1)
	defer v.Watch(func(e vault.Event) { heard <- e })()
	k, err := backup.Start(v, filepath.Join(dir, backup.FolderName), time.Now, func() {})
	if err != nil {
		t.Fatal(err)
	}
	defer k.Close(time.Minute)
	s := &shell{env: &page.Env{Vault: v}} // no page: one that is shown anew would be missed
	s.happened(<-heard)
	if s.messages != 0 {
		t.Error("it is said")
	}
}
