package paper_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"kring/app/paper"
	"kring/i18n"
	"kring/toolkit/export"
	"kring/toolkit/kit"
)

// A folder that goes away while something is made in it is said to be gone, and nothing of what
// was begun stays behind.
func TestTheFolderGoesAway(t *testing.T) {
	stick := filepath.Join(t.TempDir(), "stick")
	if err := os.Mkdir(stick, 0o755); err != nil {
		t.Fatal(err)
	}
	lines := []kit.SendLine{lineOf("1", "Amal", "ar", kit.AsPDF), lineOf("2", "Ans", "nl", kit.AsPDF)}
	_, err := paper.MakeAll(t.Context(), filepath.Join(stick, "uit"), paper.JobsOf(lines, aKit(t), aKit(t).Spoken(nil), paper.Makes(), true), i18n.New("nl"), func(done, _ int, _ string) {
		if done == 2 {
			if err := os.RemoveAll(stick); err != nil {
				t.Error(err)
			}
		}
	})
	if !errors.Is(err, paper.ErrPlaceGone) {
		t.Errorf("everything: %v", err)
	}
	if _, err := os.Stat(stick); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("something stays behind: %v", err)
	}
	if err := paper.File(filepath.Join(stick, "a.pdf"), func(io.Writer) error { return nil }); !errors.Is(err, paper.ErrPlaceGone) {
		t.Errorf("one file: %v", err)
	}
	if err := paper.File(filepath.Join(t.TempDir(), "a.pdf"), func(io.Writer) error { return os.ErrNotExist }); errors.Is(err, paper.ErrPlaceGone) {
		t.Errorf("a folder that is there: %v", err)
	}
}

// Of several pictures or texts that do not all succeed none stays.
func TestNoneOfSeveralStays(t *testing.T) {
	for _, x := range []struct{ name, last string }{{"kit.png", "kit-3.png"}, {"kit.txt", "kit-ar.txt"}} {
		dir := t.TempDir()
		if err := os.MkdirAll(filepath.Join(dir, x.last, "in de weg"), 0o755); err != nil {
			t.Fatal(err)
		}
		k := aKit(t)
		names, _, err := paper.Output(filepath.Join(dir, x.name), k.Doc, k.With(paper.Phone.On(export.Options{})))
		left, fault := os.ReadDir(dir)
		if err == nil || fault != nil || len(names) != 0 || len(left) != 1 {
			t.Errorf("%s: %v %v, %d left", x.name, names, err, len(left))
		}
	}
}
