package page

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kring/app/folder"
	kwidget "kring/app/widget"
	"kring/i18n"
)

// aDesktop is a stage with a home of its own: Documenten with a list and a folder in it.
func aDesktop(t *testing.T) (s *stage, f Files, docs string) {
	t.Helper()
	home := t.TempDir()
	docs = filepath.Join(home, "Documenten")
	t.Setenv("HOME", home)
	t.Setenv("XDG_DOCUMENTS_DIR", docs)
	if err := os.MkdirAll(filepath.Join(docs, "Gouda"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"lijst.xlsx", "brief.pdf"} {
		if err := os.WriteFile(filepath.Join(docs, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s = newStage(t, "nl")
	return s, s.env.files(), docs
}

// read waits until a sheet shows a folder.
func (s *stage) read(x *fileSheet, dir string) {
	s.Helper()
	s.await("the folder "+dir, func() bool { return x.dir == dir })
}

func TestOpenAFile(t *testing.T) {
	s, f, docs := aDesktop(t)
	var got []string
	x := f.opening("Kies", []string{".xlsx"}, func(path string) { got = append(got, path) })
	s.read(x, docs)
	if len(x.entries) != 2 || x.entries[1].Name != "lijst.xlsx" {
		t.Fatalf("lists %v", x.entries)
	}
	press := func(names ...fyne.KeyName) {
		for _, n := range names {
			x.list.TypedKey(&fyne.KeyEvent{Name: n})
		}
	}
	press(fyne.KeyDown, fyne.KeyReturn)
	s.read(x, filepath.Join(docs, "Gouda"))
	press(fyne.KeyBackspace)
	s.read(x, docs)
	x.choose(2)
	if len(got) != 1 || got[0] != filepath.Join(docs, "lijst.xlsx") {
		t.Errorf("chose %q", got)
	}
	if last := fyne.CurrentApp().Preferences().String(PrefFolder); last != docs {
		t.Errorf("remembers %q", last)
	}
	f.Open("Kies", []string{".xlsx"}, func(path string) { got = append(got, path) })
	s.env.Window.Canvas().Focused().(*kwidget.List).TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(got) != 1 || s.env.Window.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not leave")
	}
}

func TestSaveAFile(t *testing.T) {
	s, f, docs := aDesktop(t)
	var got []string
	x := f.saving("Bewaren", "lijst.xlsx", func(path string) { got = append(got, path) })
	name := s.env.Window.Canvas().Focused().(*kwidget.Field)
	if name.SelectedText() != "lijst" {
		t.Errorf("%q is selected", name.SelectedText())
	}

	s.read(x, docs)
	name.SetText("wat?")
	name.OnSubmitted("")
	if x.problem.Hidden || len(got) > 0 {
		t.Error("a name that cannot be is taken")
	}
	name.SetText("lijst")
	name.OnSubmitted("")
	if len(got) > 0 || x.yes.Text != s.env.Loc.T("file.replace") {
		t.Errorf("replaces without asking: %q", got)
	}
	name.SetText("lijst2")
	if x.yes.Text != s.env.Loc.T("common.save") || !x.problem.Hidden {
		t.Error("another name still replaces")
	}
	name.SetText("lijst.xlsx")
	name.OnSubmitted("")
	name.OnSubmitted("")
	if len(got) != 1 || got[0] != filepath.Join(docs, "lijst.xlsx") {
		t.Errorf("saved as %q", got)
	}
	if data, err := os.ReadFile(got[0]); err != nil || string(data) != "x" {
		t.Errorf("the sheet itself wrote: %q, %v", data, err)
	}
}

// Escape leaves the sheet from every button on it.
func TestEscapeFromEveryButton(t *testing.T) {
	s, f, docs := aDesktop(t)
	for _, text := range []string{"file.newfolder", "common.cancel", "common.save", "place.documents"} {
		x := f.saving("Bewaren", "lijst.xlsx", func(string) { t.Error("saved") })
		s.read(x, docs)
		button(t, s.env.Window.Canvas().Overlays().Top(), s.env.Loc.T(text)).TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if s.env.Window.Canvas().Overlays().Top() != nil {
			t.Errorf("Escape on %s does not leave", text)
		}
	}
}

// Pictures and short texts are several files, of which the names differ from the one that was
// typed: they are not replaced without asking either.
func TestSeveralAreNotReplacedUnasked(t *testing.T) {
	s, f, docs := aDesktop(t)
	f.several = true
	for typed, there := range map[string]string{"kit.png": "kit-1.png", "kit.txt": "kit-ar.txt"} {
		if err := os.WriteFile(filepath.Join(docs, there), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		got := ""
		x := f.saving("Bewaren", typed, func(path string) { got = path })
		s.read(x, docs)
		x.name.OnSubmitted("")
		if got != "" || !strings.Contains(x.problem.Text, there) || x.yes.Text != s.env.Loc.T("file.replace") {
			t.Errorf("%s: %q is replaced: %q", typed, got, x.problem.Text)
		}
		x.name.OnSubmitted("")
		if got != filepath.Join(docs, typed) {
			t.Errorf("%s: saved as %q", typed, got)
		}
	}
}

func TestNewFolder(t *testing.T) {
	s, f, docs := aDesktop(t)
	var got string
	x := f.choosing("Waar", func(path string) { got = path })
	s.read(x, docs)
	x.newFolder()
	want := filepath.Join(docs, s.env.Loc.T("file.newfolder"))
	s.read(x, want)
	if err := os.Remove(want); err != nil {
		t.Fatal(err)
	}
	x.enter(want)
	s.await("the folder that is gone", func() bool { return !x.problem.Hidden })
	if x.dir != want || !strings.HasPrefix(x.problem.Text, "uitleg") {
		t.Errorf("%s: %q", x.dir, x.problem.Text)
	}
	x.yes.OnTapped()
	if got != want {
		t.Errorf("chose %q", got)
	}
}

// A name that cannot be has a sentence, in every language.
func TestNamesAreExplained(t *testing.T) {
	if err := folder.CheckName("a/b"); !errors.Is(err, folder.ErrName) {
		t.Fatal(err)
	}
	for _, lang := range i18n.Languages() {
		if i18n.New(lang).T("error.filename") == "" {
			t.Errorf("%s says nothing", lang)
		}
	}
}
