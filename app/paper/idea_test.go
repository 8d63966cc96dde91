package paper_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kring/app/paper"
	"kring/assets"
	"kring/sessions/cafe"
)

// Every idea of the catalogue prints on one page in both languages; one that somebody wrote in
// one language prints in that.
func TestIdeaOnPaper(t *testing.T) {
	ideas, err := cafe.LoadCatalogue(assets.Catalogue())
	if err != nil {
		t.Fatal(err)
	}
	own := cafe.Idea{Title: map[string]string{"nl": "Sjoelen"}, Steps: nil, Minutes: [2]int{10, 20}, People: [2]int{2, 6}, Noise: 2, Energy: 1, Leads: 1}
	for _, x := range append(ideas, own) {
		var b bytes.Buffer
		if err := paper.Idea(&b, x); err != nil {
			t.Fatalf("%s: %v", x.ID, err)
		}
		if n := bytes.Count(b.Bytes(), []byte("/Type/Page/")); n != 1 {
			t.Errorf("%s: %d pages", x.ID, n)
		}
	}
	path := filepath.Join(t.TempDir(), "idee.pdf")
	var b bytes.Buffer
	if err := paper.Idea(&b, ideas[0]); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", path, "-").Output()
	if err != nil {
		t.Fatalf("%v: `make test` installs what this test needs", err)
	}
	if text := string(out); !strings.Contains(text, ideas[0].Title["nl"]) {
		t.Errorf("the title is not in %q", text)
	}
}
