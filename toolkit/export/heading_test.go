package export

import (
	"testing"

	"kring/toolkit/bilingual"
)

// No page ends with a heading, however much stands above it, in any layout.
func TestNoHeadingAtTheFoot(t *testing.T) {
	for _, layout := range []Layout{Subtitles, Columns, Facing, First, Second} {
		for above := range 30 {
			var doc bilingual.Document
			for range above {
				doc.Blocks = append(doc.Blocks, block(8, 8))
			}
			doc.Blocks = append(doc.Blocks, heading("Kop", "عنوان"), block(80, 80))
			book, err := LayOut(doc, Options{Layout: layout})
			if err != nil {
				t.Fatal(err)
			}
			for i, p := range book.Pages {
				if last := lastOf(p); last == "H2" {
					t.Errorf("%s, %d above: page %d ends with a heading", layout, above, i+1)
				}
			}
		}
	}
}

func heading(dutch, arabic string) bilingual.Block {
	return bilingual.Block{Kind: bilingual.Heading, Level: 2, Text: dutch, Translations: map[string]string{"ar": arabic}}
}

// lastOf is the role of the lowest words of a page that are read aloud.
func lastOf(p *Page) (role string) {
	lowest := -1.0
	for _, m := range p.marks {
		if m.line != nil && m.tag != nil && m.y > lowest {
			lowest, role = m.y, m.tag.role
		}
	}
	return role
}
