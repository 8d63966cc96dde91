package paper_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"kring/app/paper"
	"kring/assets"
	"kring/toolkit/bilingual"
	"kring/toolkit/export"

	"golang.org/x/image/draw"
)

// Every drawing is small, has no words in it and prints; and a reader of PDF shows the same
// page, drawn from outlines, as the picture of that page that Kring makes of pixels.
func TestDrawingsInPrint(t *testing.T) {
	names, err := fs.Glob(assets.Drawings(), "*.svg")
	if err != nil || len(names) < 34 {
		t.Fatalf("%d drawings, %v", len(names), err)
	}
	var text strings.Builder
	for _, name := range names {
		data, err := fs.ReadFile(assets.Drawings(), name)
		if err != nil {
			t.Fatal(err)
		}
		if len(data) > 7000 || bytes.Contains(data, []byte("<text")) {
			t.Errorf("%s has %d bytes", name, len(data))
		}
		fmt.Fprintf(&text, "![%s](%s)\nar> رسم\n\n", name, name)
	}
	book, err := export.LayOut(bilingual.Parse([]byte(text.String())), paper.WithDrawings(export.Options{}))
	if err != nil || len(book.Problems) > 0 {
		t.Fatal(book.Problems, err)
	}
	var pdf bytes.Buffer
	if err := export.WritePDF(&pdf, book.Pages, export.Meta{Lang: "nl"}); err != nil {
		t.Fatal(err)
	}
	for i, shown := range shownByPoppler(t, pdf.Bytes()) {
		if off := apart(shown, book.Pages[i].Picture(1)); off > 0.004 {
			t.Errorf("page %d: %.4f of it differs", i+1, off)
		}
	}
}

func shownByPoppler(t *testing.T, pdf []byte) []image.Image {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "a.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("pdftoppm", "-r", "72", "-png", path, filepath.Join(dir, "p")).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	names, err := filepath.Glob(filepath.Join(dir, "p-*.png"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	var out []image.Image
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, img)
	}
	return out
}

// apart is how far two pictures of a page are from each other, from 0 to 1, looked at a
// little blurred: where letters and edges fall within a pixel does not matter.
func apart(a, b image.Image) float64 {
	one, other := image.NewGray(image.Rect(0, 0, 200, 280)), image.NewGray(image.Rect(0, 0, 200, 280))
	draw.ApproxBiLinear.Scale(one, one.Bounds(), a, a.Bounds(), draw.Src, nil)
	draw.ApproxBiLinear.Scale(other, other.Bounds(), b, b.Bounds(), draw.Src, nil)
	sum := 0.0
	for i := range one.Pix {
		sum += math.Abs(float64(one.Pix[i]) - float64(other.Pix[i]))
	}
	return sum / 255 / float64(len(one.Pix))
}

// Texts that come with Kring find all their pictures.
func TestToolkitsHaveTheirDrawings(t *testing.T) {
	kits, err := paper.Toolkits()
	if err != nil || len(kits) == 0 {
		t.Fatal(err)
	}
	shown := 0
	for _, k := range kits {
		book, err := export.LayOut(k.Doc, paper.WithDrawings(export.Options{}))
		if err != nil || len(book.Problems) > 0 {
			t.Error(k.File, book.Problems, err)
		}
		for _, b := range k.Doc.Blocks {
			if b.Kind == bilingual.Image {
				shown++
			}
		}
	}
	if shown < 2 {
		t.Errorf("%d pictures", shown)
	}
}

// One's own picture comes before a drawing of Kring with its name, and no name leads out of
// the folder.
func TestBeside(t *testing.T) {
	files := paper.Beside(fstest.MapFS{"bridge.svg": {Data: []byte("mijn")}, "foto.png": {Data: []byte("foto")}})
	for name, want := range map[string]string{"bridge.svg": "mijn", "foto.png": "foto", "letter.svg": "<svg", "weg.svg": "", "../drawings/letter.svg": ""} {
		data, err := fs.ReadFile(files, name)
		if (err == nil) != (want != "") || !strings.HasPrefix(string(data), want) {
			t.Errorf("%s: %.20q, %v", name, data, err)
		}
	}
}
