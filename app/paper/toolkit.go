package paper

import (
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"kring/assets"
	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

// Toolkit is a text that prints: one that comes with Kring, or one's own.
type Toolkit struct {
	Key      string // tells it from all others (see TextOf)
	File     string // what its papers are called
	Doc      bilingual.Document
	Pictures map[string][]byte // that it brought along
}

// Elements are those of normalising that it serves, as its front matter says.
func (k Toolkit) Elements() []int {
	var out []int
	tags, _ := k.Doc.Meta["tags"].([]any)
	for _, t := range tags {
		if n, err := strconv.Atoi(fmt.Sprint(t)); err == nil {
			out = append(out, n)
		}
	}
	return out
}

// Toolkits reads those that come with Kring, in the order of the years and months they are for.
func Toolkits() ([]Toolkit, error) {
	files, err := fs.Glob(assets.Toolkits(), "*.md")
	if err != nil {
		return nil, fmt.Errorf("listing toolkits: %w", err)
	}
	var out []Toolkit
	for _, f := range files {
		k, err := ToolkitNamed(strings.TrimSuffix(f, ".md"))
		if err != nil {
			return nil, err
		}
		out = append(out, k)
	}
	slices.SortStableFunc(out, func(a, b Toolkit) int { return cmp.Compare(a.place(), b.place()) })
	return out, nil
}

// periods are the times of the year in front matter, in their order.
var periods = []string{"jan-feb", "mar-apr", "may-jun", "jul-aug", "sep-oct", "nov-dec"}

// place is where a toolkit stands among the others: by its year and the months it is for.
func (k Toolkit) place() int {
	year, _ := k.Doc.Meta["year"].(int64)
	period, _ := k.Doc.Meta["period"].(string)
	return int(year)*len(periods) + slices.Index(periods, period)
}

// ToolkitNamed reads one that comes with Kring, by the name of its file.
func ToolkitNamed(name string) (Toolkit, error) {
	b, err := fs.ReadFile(assets.Toolkits(), name+".md")
	if err != nil {
		return Toolkit{}, fmt.Errorf("reading the toolkit %s: %w", name, err)
	}
	return Toolkit{Key: name, File: name, Doc: bilingual.Parse(b)}, nil
}

// PrintToolkit writes a toolkit as a bilingual PDF.
func PrintToolkit(w io.Writer, k Toolkit) error {
	_, err := print(w, k.Doc, WithDrawings(export.Options{}))
	return err
}

// PictureToolkit writes a toolkit's first page as a picture.
func PictureToolkit(w io.Writer, k Toolkit) error {
	book, err := export.LayOut(k.Doc, WithDrawings(export.Options{}))
	if err != nil {
		return fmt.Errorf("laying out: %w", err)
	}
	return export.WritePNG(w, book.Pages[0], pictureScale(book.Pages[0]))
}

// meta is what a file says of itself, from the front matter.
func meta(doc bilingual.Document, book export.Book) export.Meta {
	m := export.Meta{Title: doc.Say("title", book.Lang), Lang: book.Lang, Chapters: book.Chapters}
	m.Author, m.Subject = doc.Say("author", book.Lang), doc.Say("theme", book.Lang)
	tags, _ := doc.Meta["tags"].([]any)
	for _, t := range tags {
		m.Keywords = append(m.Keywords, fmt.Sprint(t))
	}
	return m
}

// Shipped are the documents of the workbook and the toolkits that come with Kring.
func Shipped() ([]bilingual.Document, error) {
	book, err := Workbook()
	if err != nil {
		return nil, err
	}
	out := []bilingual.Document{book.Doc}
	kits, err := Toolkits()
	for _, k := range kits {
		out = append(out, k.Doc)
	}
	return out, err
}
