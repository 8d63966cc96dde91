package command

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"kring/app/paper"
	"kring/toolkit/bilingual"
	"kring/toolkit/bring"
)

// readText reads a text and where its pictures are: beside it, or in the Word document.
func readText(e env, name string) (bilingual.Document, fs.FS, error) {
	if strings.EqualFold(filepath.Ext(name), ".docx") {
		return readWord(e, name)
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return bilingual.Document{}, nil, fmt.Errorf("reading the text: %w", err)
	}
	return bilingual.Parse(b), paper.Beside(os.DirFS(filepath.Dir(name))), nil
}

// readWord says what of a document does not come along, a line for each.
func readWord(e env, name string) (bilingual.Document, fs.FS, error) {
	f, err := os.Open(name)
	if err != nil {
		return bilingual.Document{}, nil, fmt.Errorf("reading the document: %w", err)
	}
	defer f.Close() //nolint:errcheck // only read
	info, err := f.Stat()
	if err != nil {
		return bilingual.Document{}, nil, fmt.Errorf("reading the document: %w", err)
	}
	got, err := bring.FromDOCX(f, info.Size())
	if err != nil {
		return bilingual.Document{}, nil, fmt.Errorf("reading the document: %w", err)
	}
	for _, r := range got.NotUnderstood {
		what, where := paper.Remark(e.words, r)
		line := strings.Join(append(where, what), ": ")
		if r.Text != "" {
			line += fmt.Sprintf(" (%s)", r.Text)
		}
		fmt.Fprintf(e.stderr, "kring: %s: %s\n", name, line)
	}
	return got.Doc, paper.Brought(got.Pictures), nil
}
