package export_test

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

// A picture that stands in a text again and again is in the file once.
func TestAPictureIsWrittenOnce(t *testing.T) {
	const drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 180"><circle cx="120" cy="90" r="60" fill="#1F6F6B"/></svg>`
	files := fstest.MapFS{"a.svg": {Data: []byte(drawn)}, "b.svg": {Data: []byte(strings.Replace(drawn, "60", "50", 1))}}
	size := func(text string) int {
		t.Helper()
		book, err := export.LayOut(bilingual.Parse([]byte(text)), export.Options{Files: files})
		if err != nil || len(book.Problems) > 0 {
			t.Fatal(err, book.Problems)
		}
		var b bytes.Buffer
		if err := export.WritePDF(&b, book.Pages, export.Meta{Lang: "nl"}); err != nil {
			t.Fatal(err)
		}
		return bytes.Count(b.Bytes(), []byte("/Subtype/Form"))
	}
	if n := size("![](a.svg)\n\n![](a.svg)\n\n![](a.svg)\n"); n != 1 {
		t.Errorf("the same three times: %d", n)
	}
	if n := size("![](a.svg)\n\n![](b.svg)\n"); n != 2 {
		t.Errorf("two that differ: %d", n)
	}
	if n := size("[een](https://kring.nl)\n\ntekst\n\n[twee](https://kring.nl)\n"); n != 1 {
		t.Errorf("the code of the same address: %d", n)
	}
	if n := size("[een](https://kring.nl)\n\n[twee](https://kring.nl/2)\n"); n != 2 {
		t.Errorf("the codes of two addresses: %d", n)
	}
}
