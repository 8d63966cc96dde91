//go:build linux

package app

import (
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestChoicesOutliveTheirFile leaves of Fyne's own file what a power cut or a full disk
// leaves: the next start still has the language, the look and the vault.
func TestChoicesOutliveTheirFile(t *testing.T) {
	chosen := `{"language":"ar","darkness":"dark","vault":"/x/groep.kring"}`
	want := map[string]string{prefLanguage: "ar", prefDarkness: "dark", prefVault: "/x/groep.kring"}
	for name, left := range map[string]string{"empty": "", "cut short": chosen[:25], "whole": chosen, "zeros": "\x00\x00\x00\x00"} {
		t.Run(name, func(t *testing.T) {
			home := t.TempDir()
			t.Setenv("HOME", home)
			t.Setenv("XDG_CONFIG_HOME", "")
			file := filepath.Join(home, ".config", "fyne", ID, "preferences.json")
			put(t, file, chosen)
			startAndRead(t)
			put(t, file, left)
			if got := startAndRead(t); !maps.Equal(got, want) {
				t.Errorf("after a file that is %s the choices are %v", name, got)
			}
		})
	}
}

// TestChoicesAtTheFirstStart: nothing was ever chosen, or its file was thrown away.
func TestChoicesAtTheFirstStart(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", "")
	if got := startAndRead(t); len(got) != 0 {
		t.Errorf("chosen before anybody chose: %v", got)
	}
	file := filepath.Join(home, ".config", "fyne", ID, "preferences.json")
	put(t, file, `{"language":"ar"}`)
	startAndRead(t)
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if got := startAndRead(t); len(got) != 0 {
		t.Errorf("back after the file was thrown away: %v", got)
	}
}

func put(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// startAndRead starts with preferences that are read as Fyne reads them.
func startAndRead(t *testing.T) map[string]string {
	t.Helper()
	file, err := fyneFile()
	if err != nil {
		t.Fatal(err)
	}
	a := withChoices(func() fyne.App {
		a := test.NewTempApp(t)
		values := map[string]string{}
		b, err := os.ReadFile(file)
		if err == nil {
			err = json.Unmarshal(b, &values)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("Fyne finds a file that it cannot read: %v", err)
		}
		for key, value := range values {
			a.Preferences().SetString(key, value)
		}
		return a
	})
	got := map[string]string{}
	for _, key := range []string{prefLanguage, prefDarkness, prefVault} {
		if value := a.Preferences().String(key); value != "" {
			got[key] = value
		}
	}
	return got
}
