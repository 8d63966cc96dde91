//go:build compare

package exchange_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"kring/toolkit/bilingual"
	"kring/toolkit/exchange"
)

// carriedByXliff is what the npm package xliff keeps of a unit: no states, no metadata and
// no names on notes.
type carriedByXliff struct {
	id, chapter, source, text string
	notes                     []string
}

func carried(f exchange.File) []carriedByXliff {
	var out []carriedByXliff
	for _, u := range f.Units {
		c := carriedByXliff{u.ID, u.Chapter, u.Source, u.Text, nil}
		if u.Note != "" {
			c.notes = append(c.notes, u.Note)
		}
		for _, said := range u.Comments {
			c.notes = append(c.notes, said.Text)
		}
		out = append(out, c)
	}
	return out
}

func TestAgainstXliff(t *testing.T) {
	script := os.Getenv("COMPARE_XLIFF")
	if script == "" {
		t.Fatal("run this by make compare-xliff")
	}
	for name, f := range files() {
		for i := range f.Units { // the package writes & and < in an attribute as they are
			f.Units[i].Chapter = strings.NewReplacer("&", "+", "<", "(", `"`, "'").Replace(f.Units[i].Chapter)
		}
		for version, write := range map[string]exchange.Writer{"1.2": exchange.WriteXLIFF1, "2.1": exchange.WriteXLIFF2} {
			in, err := throughXliff(t, script, version, saved(t, write, f))
			if err != nil {
				t.Errorf("%s %s: %v", name, version, err)
				continue
			}
			if got, want := carried(in), carried(f); !reflect.DeepEqual(got, want) {
				t.Errorf("%s %s:\n%q\nis not\n%q", name, version, got, want)
			}
			if in.Book != f.Book || in.Source != f.Source || in.Target != f.Target {
				t.Errorf("%s %s: %q %s %s", name, version, in.Book, in.Source, in.Target)
			}
			nothingToTake(t, name+" "+version, f, in)
		}
	}
}

// nothingToTake: what a tool forgot changes no text and no state here.
func nothingToTake(t *testing.T, name string, now, in exchange.File) {
	t.Helper()
	for _, w := range exchange.Compare(now, in).Apply("", now.Written) {
		if w.Translation != (bilingual.Translation{}) {
			t.Errorf("%s: %+v", name, w)
		}
	}
}

func throughXliff(t *testing.T, script, version, path string) (exchange.File, error) {
	t.Helper()
	back := filepath.Join(t.TempDir(), "back")
	if out, err := exec.Command("node", script, version, path, back).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	f, err := os.Open(back)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	return exchange.Read(back, f)
}
