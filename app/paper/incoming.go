package paper

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/bring"
	"kring/toolkit/exchange"
	"kring/toolkit/export"
	"kring/toolkit/memory"
)

// MaxPictures is how many bytes the pictures of a text may have together: each copy of the
// vault holds them.
const MaxPictures = 40 << 20

// ErrPictures says that the pictures of a text are too large together.
var ErrPictures = errors.New("the pictures are too large together")

// IncomingKinds are the files that a text can be made of, by their extensions.
func IncomingKinds() []string {
	return append([]string{".docx", ".md", ".txt"}, TranslatorKinds()...)
}

// TranslatorKinds are the files that a translator sends, by their extensions.
func TranslatorKinds() []string { return []string{".xlf", ".xliff", ".po"} }

// Incoming is a file that was read to become a text of one's own.
type Incoming struct {
	bring.Translated
	Name string        // of the file, without its extension
	File exchange.File // as it was read, of a translator's file
}

// IsTranslators tells whether it is a translator's file.
func (in Incoming) IsTranslators() bool { return len(in.File.Units) > 0 }

// ReadIncoming reads a file that a text is to be made of, its pictures too. Ending the context
// ends the reading.
func ReadIncoming(ctx context.Context, path string) (in Incoming, err error) {
	in.Name = strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	f, err := os.Open(path)
	if err != nil {
		return in, fmt.Errorf("reading %s: %w", filepath.Base(path), err)
	}
	defer f.Close() //nolint:errcheck // only read
	patient := reading{ctx, f}
	switch kind := strings.ToLower(filepath.Ext(path)); {
	case slices.Contains(TranslatorKinds(), kind):
		if in.File, err = exchange.Read(filepath.Base(path), patient); err == nil && in.File.Target != "" {
			in.Translated, err = bring.FromTranslation(in.File)
		}
	case kind == ".md" || kind == ".txt":
		in.Result, err = readPlain(ctx, path, patient)
	default:
		in.Result, err = readDocx(patient, f)
	}
	if err == nil {
		err = in.weigh()
	}
	return in, errors.Join(err, ctx.Err())
}

// reading ends with its context.
type reading struct {
	ctx  context.Context
	file *os.File
}

// Read implements io.Reader.
func (r reading) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.file.Read(b)
}

// ReadAt implements io.ReaderAt.
func (r reading) ReadAt(b []byte, at int64) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.file.ReadAt(b, at)
}

// Stat has a file that is too big not begun.
func (r reading) Stat() (fs.FileInfo, error) { return r.file.Stat() }

func readDocx(r io.ReaderAt, f *os.File) (bring.Result, error) {
	info, err := f.Stat()
	if err != nil {
		return bring.Result{}, fmt.Errorf("reading the document: %w", err)
	}
	return bring.FromDOCX(r, info.Size())
}

// readPlain reads a text and the pictures that it names, from the folder that it stands in and
// nowhere else.
func readPlain(ctx context.Context, path string, r io.Reader) (bring.Result, error) {
	b, err := io.ReadAll(io.LimitReader(r, bring.MaxText+1))
	if err != nil {
		return bring.Result{}, fmt.Errorf("reading the text: %w", err)
	}
	got, err := bring.FromText(b)
	if err != nil {
		return got, err
	}
	if len(got.Doc.Blocks) == 0 {
		return got, fmt.Errorf("reading the text: %w", bring.ErrNothingIn)
	}
	root, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return got, fmt.Errorf("reading the pictures: %w", err)
	}
	defer root.Close() //nolint:errcheck // only read
	takePictures(ctx, &got, root.FS())
	return got, nil
}

// takePictures takes those along that stand beside a text; a drawing that comes with Kring needs
// not be there. What is wrong with the others becomes remarks.
func takePictures(ctx context.Context, got *bring.Result, folder fs.FS) {
	heading, sum := "", 0
	for _, b := range got.Doc.Blocks {
		if b.Kind == bilingual.Heading {
			heading = b.Text
		}
		if b.Kind != bilingual.Image || got.Pictures[b.Path] != nil || shipped(b.Path) || ctx.Err() != nil || sum > MaxPictures {
			continue
		}
		data, wrong := picture(folder, b.Path)
		if wrong != "" {
			got.NotUnderstood = append(got.NotUnderstood, bring.Remark{Kind: wrong, Place: bring.Place{Line: b.Line, Heading: heading}, Text: b.Path})
			continue
		}
		sum += len(keepPicture(got, b.Path, data))
	}
}

func picture(folder fs.FS, name string) ([]byte, bring.Kind) {
	if strings.Contains(name, "://") {
		return nil, bring.External
	}
	f, err := folder.Open(filepath.ToSlash(name))
	if err != nil {
		return nil, bring.NoPicture
	}
	defer f.Close() //nolint:errcheck // only read
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, bring.NoPicture
	}
	data, err := io.ReadAll(io.LimitReader(f, MaxPictures+1))
	if err != nil {
		return nil, bring.BadPicture
	}
	switch export.CheckPicture(name, data, true) {
	case bilingual.HugePicture:
		return nil, bring.HugePicture
	case "":
		return data, ""
	}
	return nil, bring.BadPicture
}

// shipped tells whether a picture is a drawing that comes with Kring.
func shipped(name string) bool {
	_, err := fs.Stat(Beside(Brought(nil)), name)
	return err == nil
}

// weigh refuses pictures that are too large together.
func (in Incoming) weigh() error {
	sum := 0
	for _, p := range in.Pictures {
		sum += len(p)
	}
	if sum > MaxPictures {
		return fmt.Errorf("%d bytes of pictures: %w", sum, ErrPictures)
	}
	return nil
}

// TooLong is the first piece of a text that is longer than a page, with the heading above it.
func (in Incoming) TooLong() (what, heading string, ok bool) {
	for _, b := range in.Doc.Blocks {
		if b.Kind == bilingual.Heading {
			heading = b.Text
		}
		for _, text := range append([]string{b.Text}, values(b.Translations)...) {
			if book.Fits(text) != nil {
				return text, heading, true
			}
		}
	}
	return "", "", false
}

func values(of map[string]string) (out []string) {
	for _, text := range of {
		out = append(out, text)
	}
	return out
}

// Units are what the memory keeps of a translator's file.
func Units(f exchange.File, lang string) []memory.Unit {
	var out []memory.Unit
	for _, u := range f.Units {
		x := memory.Unit{Source: u.Source, Lang: lang, Text: u.Text, From: f.Title, When: u.When, State: u.State}
		if u.State == bilingual.Outdated {
			x.State = bilingual.Draft
			if u.Was != "" {
				x.Source = u.Was
			}
		}
		out = append(out, x)
	}
	return out
}

// ReadBack reads what a translator sent back, in any of the formats.
func ReadBack(ctx context.Context, path string) (exchange.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return exchange.File{}, fmt.Errorf("reading %s: %w", filepath.Base(path), err)
	}
	defer f.Close() //nolint:errcheck // only read
	if ext := strings.ToLower(filepath.Ext(path)); ext == ".md" || ext == ".txt" {
		return exchange.ReadText(reading{ctx, f})
	}
	return exchange.Read(filepath.Base(path), reading{ctx, f})
}
