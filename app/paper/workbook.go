package paper

import (
	"fmt"
	"io"
	"io/fs"

	"kring/assets"
	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

// workbookFile is what its papers are called.
const workbookFile = "werkboek"

// Workbook joins the chapters of the example workbook: each begins on a new page. What it
// says of itself stands in the first.
func Workbook() (Toolkit, error) {
	book := Toolkit{Key: workbookFile, File: workbookFile}
	files, err := fs.Glob(assets.Workbook(), "*.md")
	if err != nil {
		return book, fmt.Errorf("listing the chapters of the workbook: %w", err)
	}
	for i, f := range files {
		b, err := fs.ReadFile(assets.Workbook(), f)
		if err != nil {
			return book, fmt.Errorf("reading the chapter %s: %w", f, err)
		}
		chapter := bilingual.Parse(b)
		if i == 0 {
			book.Doc = chapter
			continue
		}
		book.Doc.Blocks = append(book.Doc.Blocks, bilingual.Block{Kind: bilingual.PageBreak})
		book.Doc.Blocks = append(book.Doc.Blocks, chapter.Blocks...)
		book.Doc.Problems = append(book.Doc.Problems, chapter.Problems...)
	}
	return book, nil
}

// IsWorkbook tells the workbook from the toolkits that it is listed with.
func (k Toolkit) IsWorkbook() bool { return k.Doc.Meta["kind"] == "workbook" }

// LowText is the same with few words.
func (k Toolkit) LowText() Toolkit {
	k.File += "-weinig-tekst"
	k.Doc = k.Doc.LowText()
	return k
}

// PrintWorkbook writes the workbook on A5, in a layout; low: with few words.
func PrintWorkbook(w io.Writer, layout export.Layout, low bool) error {
	book, err := Workbook()
	if err != nil {
		return err
	}
	if low {
		book = book.LowText()
	}
	_, err = print(w, book.Doc, WithDrawings(export.Options{Layout: layout, Paper: export.A5}))
	return err
}
