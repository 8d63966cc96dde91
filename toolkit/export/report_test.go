package export_test

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"kring/toolkit/export"
)

func someReport(lang string, rows int) export.Report {
	r := export.Report{
		Title: "Rapport 2026", Subtitle: "Het hele jaar", Years: [2]string{"2026", "2025"}, Legend: [2]string{"2026", "2025, ervoor"}, Lang: lang,
		PageOf:  func(n, all int) string { return strings.Repeat("I", n) + "/" + strings.Repeat("I", all) },
		Tiles:   []export.Tile{{"Bezoeken", "301", "in 2025: 274"}},
		Columns: export.ColumnChart{Title: "Per kwartaal", Groups: []export.Group{{"kw 1", export.Number{Text: "•"}, export.Number{Text: "12", Value: 12}}}},
		Notes:   []string{"Verborgen"},
	}
	c := export.Chart{Title: "Bezoeken", Heads: []string{"Samen"}}
	for range rows {
		c.Rows = append(c.Rows, export.Row{
			Name: "Gouda", This: export.Line{Numbers: []string{"142"}, Length: 142}, Before: export.Line{Numbers: []string{"•"}}, Agreed: 200, Promise: "142 van 200",
		})
	}
	r.Charts = []export.Chart{c}
	return r
}

// A chart that is longer than a page goes on, and every page has its number.
func TestReportPages(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		pages := someReport(lang, 40).Pages()
		if len(pages) != 3 {
			t.Errorf("%s: %d pages", lang, len(pages))
		}
		text := tool(t, "pdftotext", write(t, pages), "-")
		for _, want := range []string{"Rapport 2026", "III/III", "Gouda", "Verborgen"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q in the PDF", lang, want)
			}
		}
		if n := strings.Count(text, "Gouda"); n != 40 {
			t.Errorf("%s: %d rows", lang, n)
		}
	}
}

// The slide is 1920 by 1080, and mirrored where one reads from the right: its chart stands at
// the other side.
func TestSlide(t *testing.T) {
	dark := map[string][2]int{}
	for _, lang := range []string{"nl", "ar"} {
		var b bytes.Buffer
		if err := export.WritePNG(&b, someReport(lang, 1).Slide(), 2); err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(&b)
		if err != nil {
			t.Fatal(err)
		}
		if s := img.Bounds().Size(); s.X != 1920 || s.Y != 1080 {
			t.Errorf("%s: %v", lang, s)
		}
		var n [2]int
		for x := range 1920 {
			if r, _, _, _ := img.At(x, 800).RGBA(); r>>8 < 0x80 {
				n[x/960]++
			}
		}
		dark[lang] = n
	}
	if nl, ar := dark["nl"], dark["ar"]; nl[1] <= nl[0] || ar[0] <= ar[1] {
		t.Errorf("columns stand at %v and %v", nl, ar)
	}
}
