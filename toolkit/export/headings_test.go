package export

import (
	"testing"

	"kring/toolkit/bilingual"
)

// A heading with a heading under it stays with what stands below both.
func TestHeadingsStayWithWhatFollows(t *testing.T) {
	for _, layout := range []Layout{First, Second, Columns} {
		for n := range 60 {
			var doc bilingual.Document
			for range n {
				doc.Blocks = append(doc.Blocks, block(3, 3))
			}
			for level := 1; level <= 2; level++ {
				b := block(1, 1)
				b.Kind, b.Level = bilingual.Heading, level
				doc.Blocks = append(doc.Blocks, b)
			}
			doc.Blocks = append(doc.Blocks, block(3, 3))
			book, err := LayOut(doc, Options{Layout: layout, Paper: Phone})
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range book.Chapters {
				if c.Page != len(book.Pages)-1 {
					t.Errorf("%s: after %d blocks a heading stands on page %d, its text on %d", layout, n, c.Page+1, len(book.Pages))
				}
			}
		}
	}
}
