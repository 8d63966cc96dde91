package paper

import (
	"fmt"
	"io"
	"io/fs"
	"strings"

	"kring/assets"
	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

// Toolkit is one that comes with Kring.
type Toolkit struct {
	File string
	Doc  bilingual.Document
}

// Toolkits reads those that come with Kring.
func Toolkits() ([]Toolkit, error) {
	files, err := fs.Glob(assets.Toolkits(), "*.md")
	if err != nil {
		return nil, fmt.Errorf("listing toolkits: %w", err)
	}
	var out []Toolkit
	for _, f := range files {
		b, err := fs.ReadFile(assets.Toolkits(), f)
		if err != nil {
			return nil, fmt.Errorf("reading the toolkit %s: %w", f, err)
		}
		doc := bilingual.Parse(b)
		out = append(out, Toolkit{strings.TrimSuffix(f, ".md"), doc})
	}
	return out, nil
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
