package paper_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"kring/app/paper"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/bring"
	"kring/toolkit/exchange"
)

func aPicture(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 2))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func writeAll(t *testing.T, dir string, files map[string][]byte) {
	t.Helper()
	for name, b := range files {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// A text brings the pictures along that stand in its folder. Nothing from elsewhere is read, and
// what is missing or wrong is named with its place.
func TestATextBringsItsPictures(t *testing.T) {
	dir := t.TempDir()
	writeAll(t, dir, map[string][]byte{
		"in/boek.md":    []byte("# Boom\n\n![a](p/foto.png)\n\n![b](../geheim.png)\n\n![c](weg.png)\n\n![d](nep.png)\n\n![e](breathing.svg)\n\n![f](https://voorbeeld.nl/x.png)\n\n![g](koppeling.png)\n"),
		"in/p/foto.png": aPicture(t), "geheim.png": aPicture(t), "in/nep.png": []byte("geen plaatje"),
	})
	if err := os.Symlink(filepath.Join(dir, "geheim.png"), filepath.Join(dir, "in", "koppeling.png")); err != nil {
		t.Fatal(err)
	}
	in, err := paper.ReadIncoming(context.Background(), filepath.Join(dir, "in", "boek.md"))
	if err != nil {
		t.Fatal(err)
	}
	if len(in.Pictures) != 1 || in.Pictures["p/foto.png"] == nil || in.Name != "boek" || in.IsTranslators() {
		t.Errorf("%d pictures of %q", len(in.Pictures), in.Name)
	}
	got := map[string]bring.Kind{}
	for _, r := range in.NotUnderstood {
		got[r.Text] = r.Kind
		if r.Place.Line == 0 || r.Place.Heading != "Boom" {
			t.Errorf("%+v", r)
		}
	}
	want := map[string]bring.Kind{
		"../geheim.png": bring.NoPicture, "weg.png": bring.NoPicture, "nep.png": bring.BadPicture,
		"https://voorbeeld.nl/x.png": bring.External, "koppeling.png": bring.NoPicture,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// Files that are none, or are too much, are refused; ending the reading gives nothing.
func TestFilesThatAreNoTexts(t *testing.T) {
	dir := t.TempDir()
	writeAll(t, dir, map[string][]byte{
		"leeg.md": nil, "pdf.docx": []byte("%PDF-1.4 x"), "half.xlf": []byte("<xliff"), "turks.po": []byte("x"), "lang.md": []byte("# Kop\n\n" + strings.Repeat("woord ", 1100)),
		"ok.md": []byte("# Kop\n"),
	})
	for name, want := range map[string]error{
		"leeg.md": bring.ErrNothingIn, "pdf.docx": bring.ErrPDF, "half.xlf": exchange.ErrCut, "turks.po": exchange.ErrFormat, "weg.md": os.ErrNotExist,
	} {
		if _, err := paper.ReadIncoming(context.Background(), filepath.Join(dir, name)); !errors.Is(err, want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	in, err := paper.ReadIncoming(context.Background(), filepath.Join(dir, "lang.md"))
	if err != nil {
		t.Fatal(err)
	}
	if what, heading, ok := in.TooLong(); !ok || heading != "Kop" || !strings.HasPrefix(what, "woord") {
		t.Errorf("%q under %q is too long: %v", what, heading, ok)
	}
	ended, end := context.WithCancel(context.Background())
	end()
	for _, name := range []string{"ok.md", "pdf.docx", "half.xlf"} {
		if _, err := paper.ReadIncoming(ended, filepath.Join(dir, name)); !errors.Is(err, context.Canceled) {
			t.Errorf("ended, %s: %v", name, err)
		}
	}
}

// Pictures that are too large together are refused, however many there are.
func TestPicturesThatAreTooMuch(t *testing.T) {
	dir := t.TempDir()
	large := append(aPicture(t), make([]byte, 14<<20)...)
	writeAll(t, dir, map[string][]byte{"boek.md": []byte("![](a.png)\n\n![](b.png)\n\n![](c.png)\n\n![](d.png)\n"), "a.png": large, "b.png": large, "c.png": large, "d.png": large})
	if _, err := paper.ReadIncoming(context.Background(), filepath.Join(dir, "boek.md")); !errors.Is(err, paper.ErrPictures) {
		t.Error(err)
	}
}

// A text goes out with its pictures and comes in again as it was.
func TestATextGoesOutAndComesIn(t *testing.T) {
	dir := t.TempDir()
	doc := bilingual.Parse([]byte("+++\ntitle = \"Boek\"\n+++\n# Boom\nar> شجرة\n\n![een boom](a/foto.png)\nar> صورة\n\n![nog een](b/foto.png)\n\n___\n"))
	pictures := map[string][]byte{"a/foto.png": aPicture(t), "b/foto.png": append(aPicture(t), 0)}
	path := filepath.Join(dir, "boek.md")
	for range 2 { // the second takes the place of the first
		if err := paper.TextOut(path, doc, pictures, "plaatjes"); err != nil {
			t.Fatal(err)
		}
	}
	in, err := paper.ReadIncoming(context.Background(), path)
	if err != nil || len(in.NotUnderstood) > 0 {
		t.Fatal(err, in.NotUnderstood)
	}
	back := map[string][]byte{"boek-plaatjes/foto.png": pictures["a/foto.png"], "boek-plaatjes/foto-2.png": pictures["b/foto.png"]}
	if !reflect.DeepEqual(in.Pictures, back) {
		t.Errorf("%d pictures came back", len(in.Pictures))
	}
	if in.Doc.Title() != "Boek" || len(in.Doc.Blocks) != 4 || in.Doc.Blocks[1].Translations["ar"] != "صورة" || doc.Blocks[1].Path != "a/foto.png" {
		t.Errorf("%+v", in.Doc)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 2 {
		t.Errorf("%v, %v", entries, err)
	}
}

// The memory keeps an outdated translation with the words that it translates.
func TestWhatTheMemoryKeepsOfAFile(t *testing.T) {
	got := paper.Units(exchange.File{Title: "X", Units: []exchange.Unit{
		{Source: "Dag", Text: "يوم", State: bilingual.Agreed}, {Source: "Avond", Text: "مساء", State: bilingual.Outdated, Was: "Nacht"}, {Source: "Leeg", State: bilingual.Empty},
	}}, "ar")
	if len(got) != 3 || got[1].Source != "Nacht" || got[1].State != bilingual.Draft || got[0].From != "X" || got[2].Whole() {
		t.Errorf("%+v", got)
	}
	s, _ := someBooks(t)
	n, err := s.Remember("X", got)
	if n != 2 || err != nil {
		t.Errorf("%d kept: %v", n, err)
	}
	if _, err := s.Remember("X", got[2:]); !errors.Is(err, book.ErrEmpty) {
		t.Error(err)
	}
}
