package export_test

import (
	"testing"

	"kring/assets"
	"kring/toolkit/export"
)

// A toolkit does not end with a page of a few lines, where smaller pictures make room for them.
func TestNoLastPageOfAFewLines(t *testing.T) {
	doc := toolkits(t)["luisteren-zonder-oplossen.md"]
	book, err := export.LayOut(doc, export.Options{Layout: export.First, Files: assets.Drawings()})
	if err != nil || len(doc.Blocks) == 0 {
		t.Fatal(err, len(doc.Blocks))
	}
	if len(book.Pages) != 2 {
		t.Errorf("%d pages", len(book.Pages))
	}
}
