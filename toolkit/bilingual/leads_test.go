package bilingual

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// A translation that is a link leads to its own address; any other text leads where the block
// does.
func TestLeads(t *testing.T) {
	b := Block{Kind: Link, Text: "Een film", Path: "https://film.example/nl"}
	for text, want := range map[string][2]string{
		"فيلم":                                       {"فيلم", b.Path},
		"[فيلم](https://film.example/ar)":            {"فيلم", "https://film.example/ar"},
		" [فيلم](http://a.example?q=%D9%81+x) ":      {"فيلم", "http://a.example?q=%D9%81+x"},
		"[فيلم](https://a.example?q=%D)":             {"[فيلم](https://a.example?q=%D)", b.Path},
		"[فيلم](https://)":                           {"[فيلم](https://)", b.Path},
		"[](https://film.example/ar)":                {"[](https://film.example/ar)", b.Path},
		"[فيلم](film.example)":                       {"[فيلم](film.example)", b.Path},
		"انظروا [فيلم](https://film.example/ar) هنا": {"انظروا [فيلم](https://film.example/ar) هنا", b.Path},
	} {
		if words, address := b.Leads(text); words != want[0] || address != want[1] {
			t.Errorf("%q: %q leads to %q", text, words, address)
		}
	}
	p := Block{Kind: Text, Text: "Kijk"}
	if words, address := p.Leads("[فيلم](https://film.example/ar)"); words != "[فيلم](https://film.example/ar)" || address != "" {
		t.Errorf("a paragraph leads: %q to %q", words, address)
	}
}

// The own address of a translation stays as it is when a text is written and read again.
func TestOwnAddressComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringMatching(`[a-zء-ي][a-zء-ي:\]\\*]{0,8}[a-zء-ي]`).Draw(t, "words")
		link := Linked(words, rapid.StringMatching(`https://[a-z]{1,9}\.nl/[a-z%A-F0-9()?=+]{0,9}`).Draw(t, "address"))
		doc := Document{Blocks: []Block{{Kind: Link, Text: "film", Path: "https://a.nl", Translations: map[string]string{"ar": link}}}}
		got := Parse(Format(doc))
		if len(got.Blocks) != 1 || !reflect.DeepEqual(got.Blocks[0].Translations, doc.Blocks[0].Translations) {
			t.Fatalf("%q came back as %+v", link, got.Blocks)
		}
	})
}
