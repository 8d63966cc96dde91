package export_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

// In a document to edit a text stays with the translation under it; in one language nothing is kept.
func TestDocumentKeepsATextWithItsTranslation(t *testing.T) {
	doc := bilingual.Parse([]byte("Neem een jas mee.\nar> خذوا معطفًا.\n"))
	for langs, want := range map[string]int{"nl ar": 1, "nl": 0} {
		var b bytes.Buffer
		if _, err := export.WriteDOCX(&b, doc, export.Options{Languages: strings.Fields(langs)}); err != nil {
			t.Fatal(err)
		}
		z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil {
			t.Fatal(err)
		}
		f, err := z.Open("word/document.xml")
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(body), "<w:keepNext/>"); n != want {
			t.Errorf("%s: %d are kept", langs, n)
		}
	}
}
