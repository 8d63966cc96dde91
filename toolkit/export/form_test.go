package export_test

import (
	"strings"
	"testing"

	"kring/toolkit/export"
)

// A form says everything that it asks, in both directions, and what is known stands on it; no
// question is cut in two by the end of a page.
func TestForm(t *testing.T) {
	for lang, words := range map[string][]string{
		"nl": {"Vaardigheden", "Luisteren", "zelf", "Voorbeeld", "doorvragen", "Besproken op"},
		"ar": {"المهارات", "الترحيب", "وحدي", "مثال", "مستمر", "نوقشت في"},
	} {
		f := export.Form{Title: words[0], Intro: words[0], Lang: lang, Heads: []export.FormLine{{Label: words[3]}}, Feet: []export.FormLine{{Label: words[5]}}}
		item := export.FormItem{
			Title: words[1], About: strings.Repeat(words[4]+" ", 30), Boxes: []export.FormBox{{Text: words[2], Ticked: true}, {Text: words[3]}},
			Lines: []export.FormLine{{Label: words[3], Text: strings.Repeat(words[4]+" ", 20)}, {Label: words[3]}},
		}
		group := export.FormGroup{Title: words[2]}
		for range 12 {
			group.Items = append(group.Items, item)
		}
		f.Groups = []export.FormGroup{group}
		pages := f.Pages()
		if len(pages) < 2 || len(pages) > 4 {
			t.Errorf("%s: %d pages", lang, len(pages))
		}
		for i, p := range pages {
			text := tool(t, "pdftotext", write(t, []*export.Page{p}), "-")
			titles, answers := strings.Count(text, words[1]), strings.Count(text, words[4])
			if titles == 0 || answers < titles*45 || answers > titles*50 {
				t.Errorf("%s: page %d has %d questions and %d pieces of their text", lang, i+1, titles, answers)
			}
		}
		text := tool(t, "pdftotext", write(t, pages), "-")
		for _, w := range words {
			if !strings.Contains(text, w) {
				t.Errorf("%s: %q is not on the form", lang, w)
			}
		}
	}
}
