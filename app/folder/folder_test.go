package folder

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// Folders come first by name, then the files that are asked for, the newest first.
func TestList(t *testing.T) {
	dir := t.TempDir()
	for i, name := range []string{"oud.csv", "nieuw.xlsx", "brief.pdf", ".verborgen.csv", "lijst.CSV"} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		when := time.Date(2026, 11, 1+i, 9, 0, 0, 0, time.UTC)
		if err := os.Chtimes(path, when, when); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"Zomer", "Aanmeldingen", ".git"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(dir, "weg"), filepath.Join(dir, "nergens.csv")); err != nil {
		t.Fatal(err)
	}
	lists := func(name string) bool {
		return slices.Contains([]string{".csv", ".xlsx"}, strings.ToLower(filepath.Ext(name)))
	}
	got, err := List(dir, lists, strings.Compare)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range got {
		names = append(names, e.Name)
	}
	if want := "Aanmeldingen Zomer lijst.CSV nieuw.xlsx oud.csv"; strings.Join(names, " ") != want {
		t.Errorf("lists %q", names)
	}
	if _, err := List(filepath.Join(dir, "weg"), lists, strings.Compare); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a folder that is not there: %v", err)
	}
}

func TestCheckName(t *testing.T) {
	for _, ok := range []string{"Presentielijst.pdf", "قائمة الحضور.pdf", "a"} {
		if err := CheckName(ok); err != nil {
			t.Error(err)
		}
	}
	for _, bad := range []string{"", " ", "..", "a/b.pdf", `a\b`, "a:b", "wat?", "a\nb", strings.Repeat("x", 300)} {
		if err := CheckName(bad); !errors.Is(err, ErrName) {
			t.Errorf("%q may be a name", bad)
		}
	}
}

// The known places are those that are there, each once.
func TestPlaces(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_DOCUMENTS_DIR", filepath.Join(home, "Documenten"))
	t.Setenv("XDG_DOWNLOAD_DIR", filepath.Join(home, "weg"))
	t.Setenv("XDG_DESKTOP_DIR", home)
	if err := os.Mkdir(filepath.Join(home, "Documenten"), 0o700); err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, p := range Places() {
		ids = append(ids, p.ID)
	}
	if got := strings.Join(ids, " "); !strings.HasPrefix(got, "documents desktop") || strings.Contains(got, "home") || strings.Contains(got, "downloads") {
		t.Errorf("the places are %q", got)
	}
}
