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
	File, Title, Theme string
	Doc                bilingual.Document
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
		theme, _ := doc.Meta["theme"].(string)
		out = append(out, Toolkit{strings.TrimSuffix(f, ".md"), doc.Title(), theme, doc})
	}
	return out, nil
}

// PrintToolkit writes a toolkit as a bilingual PDF.
func PrintToolkit(w io.Writer, k Toolkit) error {
	return Print(w, k.Doc, export.Options{})
}

// PictureToolkit writes a toolkit's first page as a picture.
func PictureToolkit(w io.Writer, k Toolkit) error {
	return Picture(w, k.Doc, export.Options{})
}

// pictureScale makes an A4 page 1240 pixels wide.
const pictureScale = 150.0 / 72

// Print writes any bilingual document as a PDF.
func Print(w io.Writer, doc bilingual.Document, o export.Options) error {
	pages, err := export.LayOut(doc, o)
	if err != nil {
		return fmt.Errorf("laying out: %w", err)
	}
	return export.WritePDF(w, pages, export.Meta{Title: doc.Title(), Lang: "nl"})
}

// Picture writes the first page of a bilingual document as a PNG.
func Picture(w io.Writer, doc bilingual.Document, o export.Options) error {
	pages, err := export.LayOut(doc, o)
	if err != nil {
		return fmt.Errorf("laying out: %w", err)
	}
	return export.WritePNG(w, pages[0], pictureScale)
}
