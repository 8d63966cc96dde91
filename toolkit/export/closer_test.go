package export_test

import (
	"testing"

	"kring/assets"
	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

// used is how much of its height the last page of a text has in use.
func used(t *testing.T, doc bilingual.Document, o export.Options) float64 {
	t.Helper()
	o.Files = assets.Drawings()
	book, err := export.LayOut(doc, o)
	if err != nil || len(book.Ends) == 0 || len(book.Problems) > 0 {
		t.Fatal(err, len(book.Ends), book.Problems)
	}
	last, margin := book.Ends[len(book.Ends)-1], o.Paper.Width*0.11
	if last.Page != len(book.Pages)-1 {
		t.Fatalf("the last block is on page %d of %d", last.Page+1, len(book.Pages))
	}
	return (last.Y - margin) / (o.Paper.Height - 2*margin)
}

// No toolkit ends with a page of a few lines, in any layout and on any paper that it is
// exported on.
func TestNoLastPageOfAFewLines(t *testing.T) {
	for name, doc := range toolkits(t) {
		for _, layout := range []export.Layout{export.Subtitles, export.Columns, export.First, export.Second} {
			for on, o := range map[string]export.Options{"A4": {Paper: export.A4}, "A5": {Paper: export.A5}, "phone": {Paper: export.Phone, TextSize: 13}} {
				o.Layout = layout
				if of := used(t, doc, o); of < 0.25 {
					t.Errorf("%s, %s on %s: %.0f %% of the last page", name, layout, on, of*100)
				}
			}
		}
	}
}
