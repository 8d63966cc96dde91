package paper_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kring/app/paper"
	"kring/internal/vault"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/export"
)

// A picture of one's own leaves under a plain name, in the order of the text, in a mail and beside
// the text format; one that came with a name keeps it, and no two share one.
func TestOwnPicturesHavePlainNames(t *testing.T) {
	s, _ := someBooks(t)
	first, second := vault.NewID()+".svg", vault.NewID()+".svg"
	drawn := func(n string) []byte {
		return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 180"><circle cx="` + n + `" cy="90" r="60" fill="#1F6F6B"/></svg>`)
	}
	doc := bilingual.Parse([]byte("# Samen\n\n![Twee](" + second + ")\n\n![Een](" + first + ")\n\n![Tuin](afbeelding-1.svg)\n\n![Twee](" + second + ")\n\n![Brug](bridge.svg)\n"))
	b, err := s.Make(book.Draft{Kind: book.Toolkit, Doc: doc, Pictures: map[string][]byte{first: drawn("80"), second: drawn("120"), "afbeelding-1.svg": drawn("100")}}, book.By{})
	if err != nil {
		t.Fatal(err)
	}
	k, err := paper.Own(s, b)
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, x := range k.Doc.Blocks {
		if x.Kind == bilingual.Image {
			paths = append(paths, x.Path)
		}
	}
	if want := []string{"afbeelding-2.svg", "afbeelding-3.svg", "afbeelding-1.svg", "afbeelding-2.svg", "bridge.svg"}; !slices.Equal(paths, want) {
		t.Fatalf("%q", paths)
	}
	if len(k.Pictures) != 3 || !bytes.Equal(k.Pictures["afbeelding-2.svg"], drawn("120")) || !bytes.Equal(k.Pictures["afbeelding-1.svg"], drawn("100")) {
		t.Errorf("%d pictures", len(k.Pictures))
	}
	mail := filepath.Join(t.TempDir(), "x.eml")
	if _, problems, err := paper.Output(mail, k.Doc, k.With(export.Options{})); err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	got, err := os.ReadFile(mail)
	if err != nil || strings.Contains(string(got), first[:10]) || !strings.Contains(string(got), "afbeelding-2.png") {
		t.Errorf("the mail has the names of the vault: %v", err)
	}
	if kept, err := s.Document(b.ID); err != nil || kept.Blocks[1].Path != second {
		t.Errorf("in the vault it is %q: %v", kept.Blocks[1].Path, err)
	}
}
