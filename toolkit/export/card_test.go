package export

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"kring/toolkit/bilingual"
)

const (
	nlFilm = "https://www.youtube.com/results?search_query=leren+fietsen"
	arFilm = "https://www.youtube.com/results?search_query=%D8%AF%D8%B1%D8%A7%D8%AC%D8%A9+%D8%B7%D9%81%D9%84"
)

// filmDoc has a link with an address for each language, and one that both share.
func filmDoc() bilingual.Document {
	return bilingual.Parse([]byte(`# Film
ar> فيلم

[Zoek op YouTube: leren fietsen](` + nlFilm + `)
ar> [ابحثوا في يوتيوب: دراجة طفل](` + arFilm + `)

[Onze pagina](https://kring.example/a)
ar> صفحتنا
`))
}

// codes are the addresses of the codes on pages, and where each stands.
func codes(pages []*Page) (out []string, at []mark) {
	for _, p := range pages {
		for _, m := range p.marks {
			if m.address != "" {
				out, at = append(out, m.address), append(at, m)
			}
		}
	}
	return out, at
}

// Each language has a code of its own where it leads elsewhere; one where they share an address
// and the width of the page.
func TestCodesOfEachLanguage(t *testing.T) {
	const page = "https://kring.example/a"
	for layout, want := range map[Layout][]string{
		Subtitles: {nlFilm, arFilm, page}, Columns: {nlFilm, arFilm, page, page}, Facing: {nlFilm, page, arFilm, page},
		First: {nlFilm, page}, Second: {arFilm, page},
	} {
		for name, paper := range map[string]Paper{"A4": A4, "A5": A5, "phone": Phone} {
			book, err := LayOut(filmDoc(), Options{Layout: layout, Paper: paper})
			if err != nil {
				t.Fatal(err)
			}
			got, _ := codes(book.Pages)
			if !slices.Equal(got, want) {
				t.Errorf("%s on %s: %v", layout, name, got)
			}
		}
	}
}

// Messages, mails, pages and documents lead where each language leads.
func TestEachLanguageLeadsElsewhere(t *testing.T) {
	doc := filmDoc()
	if nl, ar := Chat(doc, "nl"), Chat(doc, "ar"); !strings.Contains(nl, "leren fietsen "+nlFilm) || strings.Contains(nl, arFilm) || !strings.Contains(ar, arFilm) || strings.Contains(ar, nlFilm) {
		t.Errorf("%s\n\n%s", nl, ar)
	}
	page := strings.NewReplacer("&amp;", "&")
	for layout, want := range map[Layout][2]int{Subtitles: {1, 1}, Columns: {1, 1}, First: {1, 0}, Second: {0, 1}} {
		o, err := Options{Layout: layout}.filled()
		if err != nil {
			t.Fatal(err)
		}
		var h bytes.Buffer
		if _, err := WriteHTML(&h, doc, o); err != nil {
			t.Fatal(err)
		}
		m := (&mailPage{o: o, pictures: &flow{o: o}}).file(doc)
		d := &docx{o: o, pictures: &flow{o: o}}
		for _, b := range doc.Blocks {
			d.block(b)
		}
		for kind, text := range map[string]string{"html": page.Replace(h.String()), "mail": page.Replace(m), "plain": plainMail(doc, o), "docx": strings.Join(d.links, `"`)} {
			quotes := `"`
			if kind == "plain" || kind == "docx" {
				quotes = ""
			}
			nl, ar := strings.Count(text, quotes+nlFilm), strings.Count(text, quotes+arFilm)
			if (nl > 0) != (want[0] > 0) || (ar > 0) != (want[1] > 0) || strings.Contains(text, "[ابحثوا") {
				t.Errorf("%s, %s: %d Dutch and %d Arabic ones\n%s", layout, kind, nl, ar, text)
			}
		}
	}
}

// A card stands whole on its page, with the text that it is about, however full that is.
func TestACardIsNeverCut(t *testing.T) {
	film := filmDoc().Blocks[1]
	for _, layout := range []Layout{Subtitles, Columns, First, Second} {
		for lines := range 46 {
			var doc bilingual.Document
			for range lines {
				doc.Blocks = append(doc.Blocks, bilingual.Block{Text: "Regel", Translations: map[string]string{"ar": "سطر"}})
			}
			doc.Blocks = append(doc.Blocks, bilingual.Block{Kind: bilingual.Heading, Level: 2, Text: "Kop", Translations: map[string]string{"ar": "عنوان"}},
				bilingual.Block{Text: "Zoek samen.", Translations: map[string]string{"ar": "ابحثوا معًا."}}, film)
			book, err := LayOut(doc, Options{Layout: layout, Paper: A5})
			if err != nil {
				t.Fatal(err)
			}
			_, at := codes(book.Pages)
			for _, m := range at {
				if m.y+m.h > A5.Height-A5.Width*0.11 || m.x < 0 || m.x+m.w > A5.Width {
					t.Errorf("%s after %d lines: a card from %.0f to %.0f", layout, lines, m.y, m.y+m.h)
				}
			}
			if ends := book.Ends[len(book.Ends)-3:]; ends[0].Page != ends[2].Page || ends[1].Page != ends[2].Page {
				t.Errorf("%s after %d lines: heading, text and link end on %v", layout, lines, ends)
			}
		}
	}
}

// An address that searches for the words above it says its site alone; another is whole.
func TestShownAddress(t *testing.T) {
	for address, want := range map[string]string{
		nlFilm: "youtube.com", "https://kring.example/a?b=c": "https://kring.example/a?b=c",
		"https://a.example/?q=iets+anders": "https://a.example/?q=iets+anders", "https://%": "https://%",
	} {
		if got := shown(address, "Zoek op YouTube: leren fietsen"); got != want {
			t.Errorf("%s is shown as %s", address, got)
		}
	}
}

// No heading stands alone above the white of its page, where its text and its link are more than
// one page holds.
func TestNoHeadingAlone(t *testing.T) {
	film := filmDoc().Blocks[1]
	for words := 5; words < 160; words += 5 {
		for _, layout := range []Layout{Subtitles, Columns, First} {
			doc := bilingual.Document{Blocks: []bilingual.Block{
				{Text: "Regel", Translations: map[string]string{"ar": "سطر"}},
				{Kind: bilingual.Heading, Level: 2, Text: "Kop", Translations: map[string]string{"ar": "عنوان"}},
				{Text: strings.Repeat("Zoek samen. ", words), Translations: map[string]string{"ar": strings.Repeat("ابحثوا معًا. ", words)}},
				film,
			}}
			book, err := LayOut(doc, Options{Layout: layout, Paper: Phone, TextSize: 13})
			if err != nil {
				t.Fatal(err)
			}
			text := -1
			for i, p := range book.Pages {
				for _, m := range p.marks {
					if m.tag != nil && strings.HasPrefix(m.tag.text, "Zoek samen.") && text < 0 {
						text = i
					}
				}
			}
			if head := book.Ends[1].Page; head != text {
				t.Errorf("%s, %d words: the heading is on page %d, its text begins on %d", layout, words, head+1, text+1)
			}
		}
	}
}
