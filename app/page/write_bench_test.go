package page

import (
	"testing"

	"kring/app/paper"
	"kring/toolkit/book"
)

// BenchmarkWritePreview makes the pages beside the text anew, as after each kept change: of a
// toolkit of three pages, and of the longest chapter of the workbook; with the pages around
// the block in hand painted as wide as they stand there.
func BenchmarkWritePreview(b *testing.B) {
	shipped, err := paper.Workbook()
	if err != nil {
		b.Fatal(err)
	}
	kits, err := paper.Toolkits()
	if err != nil {
		b.Fatal(err)
	}
	s := newStage(b, "nl")
	for name, d := range map[string]book.Draft{
		"toolkit": {Kind: book.Toolkit, Doc: kits[0].Doc}, "chapter": {Kind: book.Workbook, Doc: shipped.Doc},
	} {
		x, err := s.env.Books.Make(d, s.env.by())
		if err != nil {
			b.Fatal(err)
		}
		p := s.writing(x)
		s.calm(p)
		longest := p.data.chapters[0]
		for _, c := range p.data.chapters {
			if c.To-c.From > longest.To-longest.From {
				longest = c
			}
		}
		p.take((longest.From + longest.To) / 2)
		segments, in := p.printed()
		o := paper.WithDrawings(p.preview.options(x, "ar"))
		b.Run(name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				laid, err := layText(segments, in, nil, o)
				if err != nil {
					b.Fatal(err)
				}
				n = len(laid.pages)
				for i := max(laid.at-1, 0); i <= min(laid.at+1, n-1); i++ {
					laid.pages[i].paint(float64(writeZooms[0]) / laid.pages[i].Paper.Width)
				}
			}
			b.ReportMetric(float64(n), "pages")
		})
	}
}
