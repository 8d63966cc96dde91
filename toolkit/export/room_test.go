package export_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

const roomy = "## Oefening {write}\n\nSchrijf een zin.\n\n___\n___\n\n## Oefening {low}\n\nTeken een zin.\n\n===\n===\n===\n"

// Room to draw in is there in each kind of file, and of an exercise one version prints.
func TestRoomToDraw(t *testing.T) {
	doc := bilingual.Parse([]byte(roomy))
	for name, c := range map[string]struct {
		doc          bilingual.Document
		there, other string
		draws        bool
	}{
		"full": {doc, "Schrijf een zin.", "Teken een zin.", false},
		"low":  {doc.LowText(), "Teken een zin.", "Schrijf een zin.", true},
	} {
		for kind, mark := range map[string]string{"html": `<div class="drawing" style="height:6.6rem">`, "docx": `w:line="1530"`} {
			text := inFile(t, kind, c.doc)
			if !strings.Contains(text, c.there) || strings.Contains(text, c.other) || strings.Contains(text, mark) != c.draws {
				t.Errorf("%s, %s: %s", name, kind, text)
			}
		}
	}
}

// inFile is what is written in a document as a kind of file.
func inFile(t *testing.T, kind string, doc bilingual.Document) string {
	t.Helper()
	var b bytes.Buffer
	if kind == "html" {
		if _, err := export.WriteHTML(&b, doc, export.Options{}); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	if _, err := export.WriteDOCX(&b, doc, export.Options{}); err != nil {
		t.Fatal(err)
	}
	return document(t, b.Bytes())
}

// document is the text of a DOCX.
func document(t *testing.T, docx []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only read
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// A picture to write in is as wide as the text, however small it was made.
func TestWidePicture(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 60, 30))); err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{"a.png": {Data: b.Bytes()}}
	width := func(line string) (wide int) {
		var out bytes.Buffer
		if _, err := export.WriteDOCX(&out, bilingual.Parse([]byte(line)), export.Options{Files: files, Paper: export.A5}); err != nil {
			t.Fatal(err)
		}
		_, extent, _ := strings.Cut(document(t, out.Bytes()), `<wp:extent cx="`)
		if _, err := fmt.Sscan(strings.Split(extent, `"`)[0], &wide); err != nil {
			t.Fatal(err)
		}
		return wide / 12700 // EMU to a point
	}
	if small, wide := width("![a](a.png)\n"), width("![a](a.png) {wide}\n"); small != 28 || wide != 327 {
		t.Errorf("%d and %d points wide", small, wide)
	}
}

// A question and the room to answer it stand on one page, and the heading above them too.
func TestQuestionStaysWithItsRoom(t *testing.T) {
	for before := range 40 {
		text := strings.Repeat("Een regel.\n\n", before) + "## Kop\n\nEen vraag?\n\n___\n___\n___\n"
		book, err := export.LayOut(bilingual.Parse([]byte(text)), export.Options{Paper: export.A5, Layout: export.First})
		if err != nil {
			t.Fatal(err)
		}
		if at := book.Chapters[0].Page; at != len(book.Pages)-1 {
			t.Errorf("after %d lines the heading is on page %d of %d", before, at+1, len(book.Pages))
		}
	}
}
