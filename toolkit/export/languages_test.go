package export

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"kring/toolkit/bilingual"
)

// many says the same (~ stands for the joiner of Farsi) in languages of every script and
// direction that groups read.
var many = strings.ReplaceAll(`# Samen luisteren
ar> نصغي معًا
ti> ብሓባር ምስማዕ
uk> Слухаємо разом: ґанок, їжа, єдність
fa> با هم گوش می~دهیم: پنجره، چای، گل
so> Wada dhegeysi iyo xushmad
pl> Słuchamy razem: żółć, źdźbło, ćma
tr> Birlikte dinleriz: ğüşıöç, İyi
ur> ہم مل کر سنتے ہیں: ٹھیک، ڑ، ے
ckb> پێکەوە گوێ دەگرین: ڕۆژ، ڵ، ژیان
ps> موږ یوځای اورو: ښه، ړ، ځ
he> מקשיבים יחד

Je kind komt **boos** thuis. Bel 06-12345678.
ar> يعود طفلك **غاضبًا**. اتصل 06-12345678.
ti> ውላድካ *ሓሪቑ* ናብ ገዛ ይምለስ። ደውል 06-12345678፧
uk> Твоя дитина приходить додому зла — подзвони 06-12345678.
fa> فرزندت عصبانی به خانه می~آید؛ تماس ۰۶-۱۲۳۴۵۶۷۸.
so> Ilmahaagu guriga ayuu caro ku yimid.
pl> Dziecko wraca złe do domu.
tr> Çocuğun eve öfkeli geliyor.

- Alleen hier in het Turks.
tr> Yalnızca burada Türkçe.
`, "~", "\u200c")

// Each of the languages of the groups prints whole under the Dutch, alone and with a second
// one, in its own direction, without a letter that no font has.
func TestEveryLanguagePrints(t *testing.T) {
	doc := bilingual.Parse([]byte(many))
	right := map[string]bool{"ar": true, "fa": true, "ur": true, "ckb": true, "ps": true, "he": true}
	for _, lang := range doc.Languages() {
		for _, langs := range [][]string{{"nl", lang}, {"nl", "tr", lang}, {lang}, {lang, "nl"}} {
			for _, layout := range []Layout{Subtitles, Columns, Facing} {
				if len(langs) == 3 && layout != Subtitles {
					continue // they have two sides
				}
				book, err := LayOut(doc, Options{Languages: langs, Layout: layout})
				if err != nil || len(book.Problems) > 0 {
					t.Fatalf("%v: %v %v", langs, err, book.Problems)
				}
				if book.Lang != langs[0] {
					t.Errorf("%v: the book is in %s", langs, book.Lang)
				}
				title, _ := doc.Named(lang)
				if spoken, ok := spokenIn(book.Pages, lang); lang != "tr" && (!ok || !strings.Contains(spoken, title)) {
					t.Errorf("%v, %s: %q is not said in %q", langs, layout, title, spoken)
				}
				for _, p := range book.Pages {
					for _, m := range p.marks {
						if m.line != nil && m.tag != nil && m.tag.lang == lang && m.line.RTL != right[lang] {
							t.Errorf("%v: %q runs the wrong way", langs, m.tag.text)
						}
					}
				}
			}
		}
	}
}

// spokenIn is what pages say in a language.
func spokenIn(pages []*Page, lang string) (text string, ok bool) {
	for _, p := range pages {
		for _, m := range p.marks {
			if m.tag != nil && m.tag.lang == lang {
				text, ok = text+m.tag.text+"\n", true
			}
		}
	}
	return text, ok
}

// What has no words in a language is left out there, and keeps the others.
func TestWhatIsNotTranslatedIsLeftOut(t *testing.T) {
	doc := bilingual.Parse([]byte(many))
	o, err := Options{Languages: []string{"nl", "ar", "tr", "ti"}}.filled()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(o.Languages, []string{"nl", "ar", "tr"}) {
		t.Fatalf("%v: two under the text are the most", o.Languages)
	}
	var langs []string
	for _, x := range o.said(doc.Blocks[2]) {
		langs = append(langs, x.lang)
	}
	if !slices.Equal(langs, []string{"nl", "tr"}) {
		t.Errorf("a block with Turkish only is said in %v", langs)
	}
	alone, err := Options{Languages: []string{"ar"}}.filled()
	if err != nil {
		t.Fatal(err)
	}
	if got := alone.said(doc.Blocks[2]); len(got) != 1 || got[0].lang != "nl" {
		t.Errorf("a block without the one language is said in %v", got)
	}
}

// Web page and document hold three languages, each with its own tag and direction.
func TestThreeLanguagesInFiles(t *testing.T) {
	doc := bilingual.Parse([]byte(many))
	o := Options{Languages: []string{"nl", "fa", "ti"}}
	var page, file bytes.Buffer
	if _, err := WriteHTML(&page, doc, o); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`lang="fa" dir="rtl">با هم`, `lang="ti" dir="ltr">ብሓባር`, `lang="nl" dir="ltr">Samen`, `<strong>ሓሪቑ</strong>`} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if _, err := WriteDOCX(&file, doc, o); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<w:rtl/><w:lang w:bidi="fa"/>`, `<w:lang w:val="ti"/>`, `<w:lang w:val="nl"/>`} {
		if !bytes.Contains(text, []byte(want)) {
			t.Errorf("the document lacks %s", want)
		}
	}
}

// Numbers in the margin follow the blocks that are printed, in every layout.
func TestNumbersInTheMargin(t *testing.T) {
	doc := bilingual.Parse([]byte(many))
	for _, layout := range Layouts() {
		book, err := LayOut(doc, Options{Layout: layout, Numbers: []int{7, 0, 93}})
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, p := range book.Pages {
			for _, m := range p.marks {
				if s := lineText(m); s == "7" || s == "93" {
					found = append(found, s)
				}
			}
		}
		if !slices.Equal(found, []string{"7", "93"}) {
			t.Errorf("%s: %v in the margin", layout, found)
		}
	}
}

func lineText(m mark) (s string) {
	if m.line == nil {
		return ""
	}
	for _, r := range m.line.Runs {
		for _, g := range r.Glyphs {
			s += g.Text
		}
	}
	return s
}
