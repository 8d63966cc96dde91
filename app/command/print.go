package command

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"kring/app/paper"
	"kring/toolkit/bilingual"
	"kring/toolkit/export"
)

func printFile(e env) error {
	fs := flag.NewFlagSet("print", flag.ContinueOnError)
	out := fs.String("out", "", "")
	layout := fs.String("layout", string(export.Subtitles), "")
	size := fs.Float64("text-size", 11, "")
	sheet := fs.String("paper", "a4", "")
	plain, err := parse(fs, e.args)
	if err != nil {
		return err
	}
	papers := map[string]export.Paper{"a4": export.A4, "a5": export.A5}
	p, ok := papers[*sheet]
	switch {
	case len(plain) != 1 || *out == "":
		return usage("print FILE.md --out FILE.pdf|FILE.png")
	case !ok:
		return usage("print: no paper %q; there are a4 and a5", *sheet)
	case *size < 6 || *size > 48:
		return usage("print: a text size from 6 to 48, not %g", *size)
	}
	b, err := os.ReadFile(plain[0])
	if err != nil {
		return fmt.Errorf("reading the text: %w", err)
	}
	doc := bilingual.Parse(b)
	for _, problem := range doc.Problems {
		fmt.Fprintf(e.stderr, "%s: %s\n", plain[0], problem)
	}
	o := export.Options{Layout: export.Layout(*layout), Paper: p, TextSize: *size}
	write := paper.Print
	if strings.EqualFold(filepath.Ext(*out), ".png") {
		write = paper.Picture
	}
	return paper.File(*out, func(w io.Writer) error { return write(w, doc, o) })
}
