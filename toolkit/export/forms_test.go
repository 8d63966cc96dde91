package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"kring/toolkit/bilingual"
)

// forms is a text with one of everything.
const forms = `+++
title = "Kleine stap"
title_ar = "خطوة صغيرة"
author = "Stichting Voorbeeld"
+++

# Kleine stap
ar> خطوة صغيرة

## Denken {think}
ar> نفكر

Bel 06-12345678 als het **niet** lukt & zeg <b>niets</b>.
ar> اتصل بالرقم 06-12345678 إذا **لم** تنجح.

![Een rood vlak](vlak.png)
ar> مساحة حمراء

## Schrijven {write}
ar> نكتب

- een
ar> واحد
- twee
1. eerste
ar> أولًا
2. tweede

___
___
___

[Een filmpje](https://example.org/film?t=2&x=1)
ar> فيديو

# Slot
ar> ختام

![Weg](weg.png)
ar> مفقودة
`

func formsFiles(t *testing.T) fstest.MapFS {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 40, 20))
	for i := range img.Pix {
		img.Pix[i] = 0xff
	}
	img.Set(1, 1, color.NRGBA{R: 0xff, A: 0xff})
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return fstest.MapFS{"vlak.png": {Data: b.Bytes()}, "stuk.png": {Data: []byte("geen plaatje")}, "groot.png": {Data: make([]byte, maxPictureFile+1)}}
}

func formsOptions(t *testing.T, l Layout) Options {
	t.Helper()
	return Options{Layout: l, Files: formsFiles(t), Contents: true, Heads: Heads{map[string]string{"nl": "Inhoud", "ar": "المحتويات"}}}
}

// Every block of every layout says its language and direction, in well-formed markup, and
// what a text says is never taken for markup.
func TestHTML(t *testing.T) {
	doc := bilingual.Parse([]byte(forms))
	for _, layout := range Layouts() {
		var b bytes.Buffer
		problems, err := WriteHTML(&b, doc, formsOptions(t, layout))
		if err != nil {
			t.Fatal(err)
		}
		if len(problems) != 1 || problems[0].Code != bilingual.NoPicture {
			t.Errorf("%s: problems %v", layout, problems)
		}
		d := xml.NewDecoder(&b)
		d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
		words := map[string]string{} // what is said in each language
		var langs []string
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", layout, err)
			}
			switch token := token.(type) {
			case xml.StartElement:
				lang := ""
				if len(langs) > 0 {
					lang = langs[len(langs)-1]
				}
				for _, a := range token.Attr {
					if a.Name.Local == "lang" {
						lang = a.Value
					}
					if want := map[string]string{"ar": "rtl", "nl": "ltr"}[lang]; a.Name.Local == "dir" && token.Name.Local != "bdi" && a.Value != want {
						t.Errorf("%s: %s has dir=%s", layout, lang, a.Value)
					}
				}
				langs = append(langs, lang)
			case xml.EndElement:
				langs = langs[:len(langs)-1]
			case xml.CharData:
				if len(langs) > 0 {
					words[langs[len(langs)-1]] += string(token)
				}
			}
		}
		if layout != Second && !strings.Contains(words["nl"], "zeg <b>niets</b>") {
			t.Errorf("%s: Dutch: %q", layout, words["nl"])
		}
		if layout != First && !strings.Contains(words["ar"], "اتصل بالرقم 06-12345678 إذا لم تنجح.") {
			t.Errorf("%s: Arabic: %q", layout, words["ar"])
		}
		if layout == First && regexp.MustCompile(`\p{Arabic}`).MatchString(words["nl"]+words["ar"]) {
			t.Errorf("%s has Arabic", layout)
		}
	}
}

// The Arabic paragraphs of a DOCX, and only they, go from right to left.
func TestDOCX(t *testing.T) {
	doc := bilingual.Parse([]byte(forms))
	for _, layout := range Layouts() {
		var b bytes.Buffer
		if _, err := WriteDOCX(&b, doc, formsOptions(t, layout)); err != nil {
			t.Fatal(err)
		}
		z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			data := unzip(t, f)
			if strings.HasSuffix(f.Name, ".xml") || strings.HasSuffix(f.Name, ".rels") {
				if err := xml.Unmarshal(data, new(struct{})); err != nil {
					t.Errorf("%s: %s: %v", layout, f.Name, err)
				}
			}
			if f.Name != "word/document.xml" {
				continue
			}
			codes := 0
			for _, p := range regexp.MustCompile(`<w:p>.*?</w:p>`).FindAllString(string(data), -1) {
				if strings.Contains(p, ` code"`) { // no words, but for who hears them
					codes++
					continue
				}
				arabic, bidi := regexp.MustCompile(`\p{Arabic}`).MatchString(p), strings.Contains(p, "<w:bidi/>")
				if arabic != bidi || arabic != strings.Contains(p, "<w:rtl/>") {
					t.Errorf("%s: Arabic %v, bidi %v: %s", layout, arabic, bidi, p)
				}
			}
			if want := map[Layout]int{Columns: 2, Facing: 2}[layout]; codes != max(want, 1) {
				t.Errorf("%s: %d codes of one link", layout, codes)
			}
		}
	}
}

func unzip(t *testing.T, f *zip.File) []byte {
	t.Helper()
	r, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close() //nolint:errcheck // only read
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// A picture that is not there, that is none, that is too large or that lies elsewhere is
// named with its line; its caption and all the rest print.
func TestBadPictures(t *testing.T) {
	for path, want := range map[string]bilingual.ProblemCode{
		"weg.png": bilingual.NoPicture, "../vlak.png": bilingual.NoPicture, "/vlak.png": bilingual.NoPicture,
		"stuk.png": bilingual.BadPicture, "groot.png": bilingual.HugePicture,
	} {
		doc := bilingual.Parse([]byte("# Kop\n\n![Bijschrift](" + path + ")\n\nDaarna.\n"))
		book, err := LayOut(doc, Options{Files: formsFiles(t)})
		if err != nil {
			t.Fatal(err)
		}
		if len(book.Problems) != 1 || book.Problems[0].Code != want || book.Problems[0].Line != 3 {
			t.Errorf("%s: %v", path, book.Problems)
		}
		if text := spokenText(book.Pages); !strings.Contains(text, "Bijschrift") || !strings.Contains(text, "Daarna.") {
			t.Errorf("%s: only %q prints", path, text)
		}
	}
}

func spokenText(pages []*Page) string {
	var b strings.Builder
	seen := map[*element]bool{}
	for _, p := range pages {
		for _, m := range p.marks {
			if m.tag != nil && !seen[m.tag] {
				seen[m.tag] = true
				b.WriteString(m.tag.text + "\n")
			}
		}
	}
	return b.String()
}

// A reader that follows the structure gets every text in order and in reading order, in
// each layout; and the file is sound.
func TestTaggedPDF(t *testing.T) {
	doc := bilingual.Parse([]byte(forms))
	for _, layout := range Layouts() {
		book, err := LayOut(doc, formsOptions(t, layout))
		if err != nil {
			t.Fatal(err)
		}
		text, at := spokenText(book.Pages), 0
		for _, b := range doc.Blocks {
			for _, want := range []string{plain(b.Text), b.Translations["ar"]} {
				if want == "" || layout == First && want != plain(b.Text) || layout == Second && b.Translations["ar"] != "" && want == plain(b.Text) || layout == Facing {
					continue
				}
				i := strings.Index(text[at:], plain(want)+"\n")
				if i < 0 {
					t.Errorf("%s: %q is not read after %q", layout, want, text[:at])
					continue
				}
				at += i
			}
		}
		var b bytes.Buffer
		if err := WritePDF(&b, book.Pages, Meta{Title: "T", Lang: book.Lang, Chapters: book.Chapters}); err != nil {
			t.Fatal(err)
		}
		soundPDF(t, string(layout), b.Bytes())
	}
}

// Each chapter is on the page that the table of contents says, also in a booklet.
func TestChapters(t *testing.T) {
	doc := bilingual.Parse([]byte(forms))
	for _, layout := range Layouts() {
		for _, booklet := range []bool{false, true} {
			o := formsOptions(t, layout)
			o.Booklet = booklet
			book, err := LayOut(doc, o)
			if err != nil {
				t.Fatal(err)
			}
			if len(book.Chapters) != 4 {
				t.Fatalf("%s: %d chapters", layout, len(book.Chapters))
			}
			for _, c := range book.Chapters {
				want := c.Title
				pages := book.Pages[c.Page : c.Page+1]
				if layout == Facing && !booklet {
					pages = book.Pages[c.Page-1 : c.Page]
				}
				if layout == Facing && booklet {
					pages = book.Pages
				}
				if !strings.Contains(spokenText(pages), want+"\n") {
					t.Errorf("%s, booklet %v: %q is not on page %d", layout, booklet, want, c.Page+1)
				}
			}
		}
	}
}

// A picture stands sharp on paper and no sharper: one of a large camera does not make the
// file large.
func TestLargePictureIsMadeSmaller(t *testing.T) {
	p := &picture{image: image.NewNRGBA(image.Rect(0, 0, 6000, 4000))}
	p.fit(400, 500)
	if w := p.image.Bounds().Dx(); float64(w) > 400*sharp/72+1 || p.w > 400 || p.h > 500 {
		t.Errorf("%d pixels for %.0f points", w, p.w)
	}
}

func soundPDF(t *testing.T, name string, data []byte) {
	t.Helper()
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("qpdf is not here")
	}
	file := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(qpdf, "--check", file).CombinedOutput(); err != nil {
		t.Errorf("%s: %v\n%s", name, err, out)
	}
}
