package paper

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

// ErrKind says that Kring does not write files of a kind.
var ErrKind = errors.New("no such kind of file")

// ErrNobody says that a paper would be for nobody.
var ErrNobody = errors.New("there is nobody for whom to make it")

// Kinds are the kinds of file that a bilingual text becomes, by their extensions.
func Kinds() []string { return []string{".pdf", ".png", ".docx", ".html", ".eml", ".txt"} }

// Sheet is what the pages are made for.
type Sheet string

// The sheets.
const (
	A4      Sheet = "a4"
	A5      Sheet = "a5"
	Booklet Sheet = "booklet" // A5 pages on A4, to be folded
	Phone   Sheet = "phone"   // pictures for a message group
)

// Sheets lists them in the order of a picker.
func Sheets() []Sheet { return []Sheet{A4, A5, Booklet, Phone} }

// On sets the options for a sheet.
func (s Sheet) On(o export.Options) export.Options {
	o.Booklet = s == Booklet
	switch s {
	case A5, Booklet:
		o.Paper = export.A5
	case Phone:
		o.Paper = export.Phone
	default:
		o.Paper = export.A4
	}
	return o
}

// Heads are the words that stand above a table of contents, in each language.
func Heads() export.Heads { return export.Heads{Contents: contents} }

// contents are the words above a table of contents. They are here and not with the words of
// the window, which speaks three languages. A language that is not there gets the word of the
// text's own.
var contents = map[string]string{
	"nl": "Inhoud", "ar": "المحتويات", "en": "Contents", "tr": "İçindekiler", "pl": "Spis treści", "ti": "ትሕዝቶ",
	"so": "Tusmo", "fa": "فهرست مطالب", "uk": "Зміст", "fr": "Sommaire", "es": "Índice", "ur": "فہرست",
	"ku": "Naverok", "ckb": "ناوەڕۆک", "ps": "فهرست", "pt": "Índice", "de": "Inhalt", "he": "תוכן העניינים",
}

// Output writes a bilingual text as the kind of file that a name asks for, and gives the
// names of the files: pictures of several pages are one file each. What is wrong with
// the text comes back as problems; the rest of it is written.
func Output(path string, doc bilingual.Document, o export.Options) ([]string, []bilingual.Problem, error) {
	kind := strings.ToLower(filepath.Ext(path))
	switch kind {
	case ".png":
		return pictures(path, doc, o)
	case ".txt":
		return chats(path, doc, o)
	}
	writers := map[string]func(io.Writer, bilingual.Document, export.Options) ([]bilingual.Problem, error){
		".pdf": print, ".docx": export.WriteDOCX, ".html": export.WriteHTML, ".eml": mail,
	}
	write, ok := writers[kind]
	if !ok {
		return nil, nil, fmt.Errorf("%q: %w", kind, ErrKind)
	}
	problems := slices.Clone(doc.Problems)
	err := File(path, func(w io.Writer) error {
		found, err := write(w, doc, o)
		problems = append(problems, found...)
		return err
	})
	return []string{path}, problems, err
}

// print writes any bilingual document as a PDF.
func print(w io.Writer, doc bilingual.Document, o export.Options) ([]bilingual.Problem, error) {
	book, err := export.LayOut(doc, o)
	if err != nil {
		return nil, fmt.Errorf("laying out: %w", err)
	}
	return book.Problems, export.WritePDF(w, book.Pages, meta(doc, book))
}

// pictureScale is pixels per point: 150 to an inch, and 1080 across for a phone.
func pictureScale(p *export.Page) float64 {
	if p.Paper == export.Phone {
		return 1080 / export.Phone.Width
	}
	return 150.0 / 72
}

// pictures writes a bilingual text as a picture for each page.
func pictures(path string, doc bilingual.Document, o export.Options) ([]string, []bilingual.Problem, error) {
	book, err := export.LayOut(doc, o)
	if err != nil {
		return nil, nil, fmt.Errorf("laying out: %w", err)
	}
	names, err := pagePictures(path, book.Pages)
	if err != nil {
		return names, nil, err
	}
	return names, append(slices.Clone(doc.Problems), book.Problems...), nil
}

// pagePictures writes each page as a picture; of several, the names get a number.
func pagePictures(path string, pages []*export.Page) (names []string, err error) {
	for i, page := range pages {
		name := path
		if len(pages) > 1 {
			ext := filepath.Ext(path)
			name = numbered(path, ext, i+1)
		}
		err := File(name, func(w io.Writer) error { return export.WritePNG(w, page, pictureScale(page)) })
		if err != nil {
			return nil, errors.Join(err, discard(names))
		}
		names = append(names, name)
	}
	return names, nil
}

// numbered is the name of one of several files.
func numbered(path, ext string, n int) string {
	return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, ext), n, ext)
}

// mail writes a document as a draft of a mail.
func mail(w io.Writer, doc bilingual.Document, o export.Options) ([]bilingual.Problem, error) {
	return export.WriteMail(w, doc, o, export.Letter{})
}

// chats writes a short text in each of the languages that are asked for; of several, the names
// get the language. Files that a phone opens as well have no mark of UTF-8 and lines as on it.
func chats(path string, doc bilingual.Document, o export.Options) (names []string, problems []bilingual.Problem, err error) {
	type text struct{ lang, said string }
	var all []text
	langs, err := o.Printed()
	if err != nil {
		return nil, nil, fmt.Errorf("choosing the languages: %w", err)
	}
	for _, lang := range langs {
		if said := export.Chat(doc, lang); said != "" {
			all = append(all, text{lang, said})
		}
	}
	if len(all) == 0 {
		all = []text{{sourceLang, export.Chat(doc, sourceLang)}}
	}
	for _, x := range all {
		name := path
		if len(all) > 1 {
			ext := filepath.Ext(path)
			name = strings.TrimSuffix(path, ext) + "-" + x.lang + ext
		}
		if err := File(name, func(w io.Writer) error {
			_, err := io.WriteString(w, x.said+"\n")
			return err
		}); err != nil {
			return nil, nil, errors.Join(err, discard(names))
		}
		names = append(names, name)
	}
	return names, slices.Clone(doc.Problems), nil
}
