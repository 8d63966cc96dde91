package export_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"kring/toolkit/export"
)

func posterOf(n int) export.Poster {
	p := export.Poster{
		Langs: [2]string{"nl", "ar"}, Title: "Ervaringscafé Gouda", Month: [2]string{"december 2026", "ديسمبر 2026"},
		For: [2]string{"16 tot 30 jaar", "من 16 إلى 30 سنة"}, When: [2]string{"elke week op dinsdag", "كل أسبوع يوم الثلاثاء"},
		Where: "De Walvis, Gouda", Foot: [2]string{"Loop gewoon binnen.", "تفضلوا بالدخول."},
	}
	for i := range n {
		e := export.PosterEvening{Day: fmt.Sprint(i + 1), Week: [2]string{"dinsdag", "الثلاثاء"}, What: [2]string{fmt.Sprintf("Activiteit nummer%d en ook nog samen koken en eten", i+1), "نطبخ معًا ونأكل معًا"}, Note: [2]string{"niet open", "مغلق"}}
		e.Off = i == 2
		p.Evenings = append(p.Evenings, e)
	}
	return p
}

// Every evening of a month is on the poster, however many there are, and its words come out
// in both languages.
func TestPoster(t *testing.T) {
	for _, n := range []int{0, 1, 5, 31} {
		for name, paper := range map[string]export.Paper{"A3": export.A3, "A4": export.A4, "phone": export.Phone} {
			page := posterOf(n).Page(paper)
			text := tool(t, "pdftotext", write(t, []*export.Page{page}), "-")
			for i := range n {
				word := fmt.Sprintf("nummer%d", i+1)
				if has := strings.Contains(text+"\n", word+" ") || strings.Contains(text, word+"\n"); has == (i == 2) {
					t.Errorf("%s with %d: %q is there: %v", name, n, word, has)
				}
			}
			shown := n - min(n/3, 1)
			if got := words(text, unicode.Arabic); len(got) < 8+4*shown || strings.Count(text, "niet open") != min(n/3, 1) {
				t.Errorf("%s with %d: %d Arabic words, %d closed", name, n, len(got), strings.Count(text, "niet open"))
			}
			if low := lowestInk(page); low > 0.93 && n > 0 {
				t.Errorf("%s with %d: the rows reach %.2f of the page", name, n, low)
			}
		}
	}
}

// lowestInk is how far down the page the boxes of the days reach.
func lowestInk(p *export.Page) float64 {
	img := p.Picture(1)
	box := img.Bounds()
	for y := box.Max.Y - 1; y > 0; y-- {
		for x := range box.Max.X {
			c := img.NRGBAAt(x, y)
			if c.R == 0xC8 && c.G == 0x5F && c.B == 0x3C {
				return float64(y) / float64(box.Max.Y)
			}
		}
	}
	return 0
}
