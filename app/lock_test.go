//go:build linux

package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kring/app/guard"
	"kring/internal/vault"
)

// TestLockedInMidSentence locks a real window with a form open: what was being typed is
// in the vault, sealed, and nowhere else; and a wrong passphrase is remembered by no name.
func TestLockedInMidSentence(t *testing.T) {
	t.Parallel()
	w := startWindow(t, build(t, "kring"))
	w.makeVault()
	w.press("alt+4")
	w.settle()
	w.press("ctrl+n")
	w.settle()
	w.write("Zwaluw Oosterwei")
	w.turns("the window to be locked", func() { w.press("ctrl+l") })
	w.write("dit is hem niet")
	w.press("Return")
	w.await("a wrong one to be counted", func() bool {
		found, err := filepath.Glob(filepath.Join(w.home, ".cache", "kring", "tries-*.json"))
		return err == nil && len(found) == 1
	})
	w.kill()
	v, err := vault.Open(w.vault(), passphrase)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	k, err := guard.Open(v)
	if err != nil {
		t.Fatal(err)
	}
	_, kept := k.Kept()
	if len(kept) != 1 || kept[0].Text != "Zwaluw Oosterwei" || !strings.Contains(kept[0].Page, "people") {
		t.Fatalf("kept %+v", kept)
	}
	err = filepath.WalkDir(w.home, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		for _, word := range []string{"Zwaluw", "Oosterwei", "dit is hem", passphrase} {
			if strings.Contains(string(b), word) {
				t.Errorf("%s has %q", path, word)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
