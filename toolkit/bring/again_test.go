package bring

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

// beside gives a text the drawings of Kring, whatever folder it names.
type beside struct{ dirs []fs.FS }

func (b beside) Open(name string) (fs.File, error) {
	var f fs.File
	err := fs.ErrNotExist
	for _, dir := range b.dirs {
		if f, err = dir.Open(name); err == nil {
			return f, nil
		}
	}
	return nil, err //nolint:wrapcheck // a test
}

func drawings(t testing.TB) fs.FS {
	t.Helper()
	var b beside
	for _, dir := range []string{"pictures", "workbook", "toolkits", "drawings"} {
		b.dirs = append(b.dirs, os.DirFS(filepath.Join("../../assets", dir)))
	}
	return b
}

// written is a document as a Word file.
func written(t testing.TB, doc bilingual.Document, o export.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	problems, err := export.WriteDOCX(&b, doc, o)
	if err != nil || len(problems) > 0 {
		t.Fatalf("%v %v", problems, err)
	}
	return b.Bytes()
}

func fromBytes(b []byte) (Result, error) { return FromDOCX(bytes.NewReader(b), int64(len(b))) }

// bare is what a Word file keeps of a document: no parts and no places, and of a picture no
// name.
func bare(blocks []bilingual.Block) (out []bilingual.Block) {
	for _, b := range blocks {
		b.Line, b.Part = 0, ""
		if b.Kind == bilingual.Image {
			b.Path = ""
		}
		if n := len(out); n > 0 && out[n-1].Kind == bilingual.Writing && b.Kind == bilingual.Writing {
			out[n-1].Number += b.Number
			continue
		}
		out = append(out, b)
	}
	return out
}

// What Kring writes for Word comes back as it was: each toolkit and each chapter of the
// workbook, in the layouts with both languages.
func TestWhatKringWritesComesBack(t *testing.T) {
	files, err := filepath.Glob("../../assets/*/*.md")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d texts: %v", len(files), err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all := bilingual.Parse(b)
		for _, layout := range []export.Layout{export.Subtitles, export.Columns} {
			for version, doc := range map[string]bilingual.Document{"full": all.Full(), "low": all.LowText()} {
				if layout == export.Columns && strings.Contains(f, "workbook") || version == "low" && !all.HasLowText() {
					continue // much the same once more
				}
				got, err := fromBytes(written(t, doc, export.Options{Layout: layout, Files: drawings(t), Paper: export.A5}))
				if err != nil {
					t.Fatalf("%s: %v", f, err)
				}
				want := bare(doc.Blocks)
				if mine := bare(got.Doc.Blocks); !reflect.DeepEqual(mine, want) {
					t.Errorf("%s %s %s: %s", f, layout, version, difference(mine, want))
				}
				if len(got.NotUnderstood) > 0 {
					t.Errorf("%s: %+v", f, got.NotUnderstood)
				}
				if got.Doc.Title() != doc.Title() {
					t.Errorf("%s: the title is %q", f, got.Doc.Title())
				}
				for _, block := range got.Doc.Blocks {
					if block.Kind == bilingual.Image && got.Pictures[block.Path] == nil {
						t.Errorf("%s: the picture %q did not come along", f, block.Path)
					}
				}
			}
		}
	}
}
