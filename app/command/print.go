package command

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kring/app/paper"
	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

var (
	papers   = map[string]export.Paper{"a4": export.A4, "a5": export.A5}
	layouts  = byName(export.Layouts())
	printers = map[string]func(io.Writer, bilingual.Document, export.Options) error{".pdf": paper.Print, ".png": paper.Picture}
)

func byName(all []export.Layout) map[string]export.Layout {
	out := map[string]export.Layout{}
	for _, l := range all {
		out[string(l)] = l
	}
	return out
}

// printing is what the flags of print ask for.
type printing struct {
	in, out string
	options export.Options
	write   func(io.Writer, bilingual.Document, export.Options) error
}

func printFile(e env) error {
	p, err := parsePrinting(e.args)
	if err != nil {
		return err
	}
	b, err := os.ReadFile(p.in)
	if err != nil {
		return fmt.Errorf("reading the text: %w", err)
	}
	doc := bilingual.Parse(b)
	if err := problems(p.in, doc); err != nil {
		return err
	}
	err = paper.File(p.out, func(w io.Writer) error { return p.write(w, doc, p.options) })
	if err != nil {
		return err
	}
	return e.onlyFirst(p, doc)
}

func parsePrinting(args []string) (p printing, err error) {
	fs := flag.NewFlagSet("print", flag.ContinueOnError)
	out := fs.String("out", "", "")
	layout := fs.String("layout", string(export.Subtitles), "")
	size := fs.Float64("text-size", 11, "")
	sheet := fs.String("paper", "a4", "")
	plain, err := parse(fs, args)
	if err != nil {
		return p, err
	}
	if len(plain) != 1 || *out == "" {
		return p, usage("print FILE.md --out FILE.pdf|FILE.png")
	}
	if !(*size >= 6 && *size <= 48) { // so that NaN is refused too
		return p, usage("print: a text size from 6 to 48, not %g", *size)
	}
	p.in, p.out, p.options.TextSize = plain[0], *out, *size
	if p.options.Layout, err = choose("layout", layouts, *layout); err != nil {
		return p, err
	}
	if p.options.Paper, err = choose("paper", papers, *sheet); err != nil {
		return p, err
	}
	p.write, err = choose("kind of file", printers, strings.ToLower(filepath.Ext(*out)))
	return p, err
}

func choose[T any](what string, from map[string]T, name string) (T, error) {
	val, ok := from[name]
	if !ok {
		return val, usage("print: no %s %q; there are %s", what, name, strings.Join(slices.Sorted(maps.Keys(from)), ", "))
	}
	return val, nil
}

// mistakes says the problems of a text for people who wrote it in an editor.
var mistakes = map[bilingual.ProblemCode]string{
	bilingual.NoBlockAbove: "a translation with nothing above it",
	bilingual.OpenMatter:   "front matter that does not end or is no TOML",
	bilingual.NotUTF8:      "the text is not UTF-8",
}

// problems makes of the mistakes in a text one reason: a paper that goes out to a group
// must not be one in which something was guessed.
func problems(file string, doc bilingual.Document) error {
	if len(doc.Problems) == 0 {
		return nil
	}
	p := doc.Problems[0]
	reason := fmt.Sprintf("%s: line %d: %s", file, p.Line, mistakes[p.Code])
	if text := strings.TrimSpace(p.Text); text != "" {
		reason += fmt.Sprintf(" (%s)", text)
	}
	if more := len(doc.Problems) - 1; more > 0 {
		reason += fmt.Sprintf("; and %d more", more)
	}
	return errors.New(reason)
}

// onlyFirst says that a picture shows one page where the text has more.
func (e env) onlyFirst(p printing, doc bilingual.Document) error {
	if !strings.EqualFold(filepath.Ext(p.out), ".png") {
		return nil
	}
	pages, err := export.LayOut(doc, p.options)
	if err != nil || len(pages) < 2 {
		return err
	}
	_, err = fmt.Fprintf(e.stdout, "%s shows page 1 of %d; a PDF has them all\n", p.out, len(pages))
	return err
}
