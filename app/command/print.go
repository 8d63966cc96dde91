package command

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"kring/app/paper"
	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

var (
	sheets  = byName(paper.Sheets())
	layouts = byName(export.Layouts())
)

func byName[T ~string](all []T) map[string]T {
	out := map[string]T{}
	for _, one := range all {
		out[string(one)] = one
	}
	return out
}

// printing is what the flags of print ask for.
type printing struct {
	in, out string
	lowText bool
	options export.Options
}

// printFile prints what it can: a mistake in the text, or a picture that is not there, is
// said with its line and does not keep the rest from the paper.
func printFile(e env) error {
	p, err := parsePrinting(e.args)
	if err != nil {
		return err
	}
	doc, files, err := readText(e, p.in)
	if err != nil {
		return err
	}
	p.options.Files = files
	p.options.Heads = paper.Heads()
	if p.lowText {
		doc = doc.LowText()
	}
	names, problems, err := paper.Output(p.out, doc, p.options)
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		fmt.Fprintf(e.stderr, "kring: %s; the rest is in %s\n", mistakesIn(p.in, problems), p.out)
	}
	if len(names) > 1 {
		fmt.Fprintf(e.stdout, "%d pages: %s to %s\n", len(names), names[0], names[len(names)-1])
	}
	return nil
}

func parsePrinting(args []string) (p printing, err error) {
	fs := flag.NewFlagSet("print", flag.ContinueOnError)
	out := fs.String("out", "", "")
	layout := fs.String("layout", string(export.Subtitles), "")
	size := fs.Float64("text-size", 11, "")
	sheet := fs.String("paper", string(paper.A4), "")
	langs := fs.String("languages", "", "")
	contents := fs.Bool("contents", false, "")
	fs.BoolVar(&p.lowText, "low-text", false, "")
	plain, err := parse(fs, args)
	if err != nil {
		return p, err
	}
	if len(plain) != 1 || *out == "" {
		return p, usage("print FILE.md|.docx --out FILE.pdf|.png|.docx|.html|.eml|.txt")
	}
	if !(*size >= 6 && *size <= 48) { // so that NaN is refused too
		return p, usage("print: a text size from 6 to 48, not %g", *size)
	}
	if *langs != "" {
		p.options.Languages = strings.Split(*langs, ",")
	}
	p.in, p.out, p.options.TextSize, p.options.Contents = plain[0], *out, *size, *contents
	if p.options.Layout, err = choose("layout", layouts, *layout); err != nil {
		return p, err
	}
	on, err := choose("paper", sheets, *sheet)
	if err != nil {
		return p, err
	}
	p.options = on.On(p.options)
	_, err = choose("kind of file", byName(paper.Kinds()), strings.ToLower(filepath.Ext(*out)))
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
	bilingual.NoExercise:   "a low-text version with no exercise above it",
	bilingual.NoPicture:    "the picture is not there",
	bilingual.BadPicture:   "the picture cannot be read",
	bilingual.HugePicture:  "the picture is larger than 20 MB or 50 million pixels, or than 2 MB as SVG",
	bilingual.NoLetter:     "no font has these letters",
}

// mistakesIn makes one sentence of the mistakes in a text.
func mistakesIn(file string, problems []bilingual.Problem) string {
	p := problems[0]
	reason := fmt.Sprintf("%s: line %d: %s", file, p.Line, mistakes[p.Code])
	if text := strings.TrimSpace(p.Text); text != "" {
		reason += fmt.Sprintf(" (%s)", text)
	}
	if more := len(problems) - 1; more > 0 {
		reason += fmt.Sprintf("; and %d more", more)
	}
	return oneLine(errors.New(reason))
}
