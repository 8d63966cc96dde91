package export

import (
	"strings"
	"testing"

	"kring/toolkit/bilingual"
)

// block is a paragraph of so many words in each language.
func block(dutch, arabic int) bilingual.Block {
	return bilingual.Block{
		Kind: bilingual.Text, Text: strings.Repeat("woord ", dutch),
		Translations: map[string]string{"ar": strings.Repeat("كلمة ", arabic)},
	}
}

// firsts gives for each page the heights at which blocks begin, by the x of their text.
func tops(p *Page, left bool) map[float64]bool {
	out := map[float64]bool{}
	for _, m := range p.marks {
		if m.line != nil && len(m.line.Runs) > 0 && m.line.RTL != left {
			out[m.y] = true
		}
	}
	return out
}

// Each block begins at the same height in both languages, whichever is longer, also
// where one goes on over several pages.
func TestBlocksStandBesideEachOther(t *testing.T) {
	doc := bilingual.Document{}
	for i := range 12 {
		doc.Blocks = append(doc.Blocks, block(10+40*(i%3), 10+60*((i+1)%3)))
	}
	doc.Blocks = append(doc.Blocks, block(3000, 1200))
	for _, layout := range []Layout{Columns, Facing} {
		book, err := LayOut(doc, Options{Layout: layout})
		pages := book.Pages
		if err != nil {
			t.Fatal(err)
		}
		from, step := 0, 1
		if layout == Facing {
			from, step = 1, 2
			if len(pages)%2 != 1 {
				t.Errorf("a cover and pairs of pages are %d pages", len(pages))
			}
		}
		for i := from; i < len(pages); i += step {
			dutch, arabic := tops(pages[i], true), tops(pages[i+step-1], false)
			first := 1e9
			for y := range arabic {
				first = min(first, y)
			}
			if len(arabic) > 0 && !dutch[first] {
				t.Errorf("%s, page %d: the Arabic begins at %.0f, no Dutch line does", layout, i+1, first)
			}
		}
	}
}

// Nothing goes over an edge of the paper, in any layout, on any paper, at any size.
func TestAllStaysOnThePaper(t *testing.T) {
	doc := bilingual.Document{Blocks: []bilingual.Block{
		{Kind: bilingual.Heading, Level: 1, Text: "Een lange kop over luisteren", Translations: map[string]string{"ar": "عنوان طويل عن الإصغاء"}},
		block(400, 300),
		{Kind: bilingual.Numbered, Number: 12, Level: 1, Text: "punt", Translations: map[string]string{"ar": "نقطة"}},
		{Kind: bilingual.Text, Text: strings.Repeat("Woordzonderspatie", 12), Translations: map[string]string{"ar": strings.Repeat("كلمة", 40)}},
	}}
	for _, layout := range Layouts() {
		for _, paper := range []Paper{A4, A5} {
			for _, size := range []float64{11, 18, 30} {
				book, err := LayOut(doc, Options{Layout: layout, Paper: paper, TextSize: size})
				pages := book.Pages
				if err != nil {
					t.Fatal(err)
				}
				for i, p := range pages {
					for _, m := range p.marks {
						if m.line != nil && (m.x+m.line.X < 0 || m.x+m.line.X+m.line.Width > paper.Width+0.5 || m.y < 0 || m.y+m.line.Height > paper.Height) {
							t.Errorf("%s at %g on %.0f: a line of page %d at %.0f, %.0f, %.0f wide", layout, size, paper.Width, i+1, m.x, m.y, m.line.Width)
						}
					}
				}
			}
		}
	}
}
