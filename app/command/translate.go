package command

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"kring/app/paper"
	"kring/toolkit/book"
	"kring/toolkit/exchange"
)

// translate hands a text to a translator or takes it back.
func translate(e env) error {
	if len(e.args) > 0 {
		rest := e
		rest.args = e.args[1:]
		switch e.args[0] {
		case "export":
			return translateExport(rest)
		case "import":
			return translateImport(rest)
		case "-h", "--help":
			return errHelp
		}
	}
	return usage("translate export --format xliff|xliff12|po|text --lang TAG --vault FILE --out FILE, or translate import FILE --vault FILE")
}

var formats = byName(paper.Formats())

func translateExport(e env) (err error) {
	fs := flag.NewFlagSet("translate export", flag.ContinueOnError)
	format, lang, text := fs.String("format", "", ""), fs.String("lang", "", ""), fs.String("text", "", "")
	file, out, only, pass := fs.String("vault", "", ""), fs.String("out", "", ""), fs.String("only", "", ""), fs.String("passphrase-file", "", "")
	plain, err := parse(fs, e.args)
	if err != nil {
		return err
	}
	if len(plain) > 0 || *file == "" || *out == "" {
		return usage("translate export --format xliff|xliff12|po|text --lang TAG --vault FILE --out FILE")
	}
	f, ok := formats[formatOf(*format, *out)]
	if !ok {
		return usage("translate export: no format %q; there are po, text, xliff, xliff12", *format)
	}
	if *only != "" && *only != "empty" {
		return usage("translate export: --only empty, not %q", *only)
	}
	return e.withBooks(*file, *pass, func(books *book.Store) error {
		b, err := oneText(books, *text)
		if err != nil {
			return err
		}
		h := paper.HandOver{Lang: *lang, Only: *only == "empty", When: time.Now()}
		if h.Lang, err = textLanguage(books, b, *lang); err != nil {
			return err
		}
		handed, err := h.File(books, e.loc, b.ID)
		if err != nil {
			return err
		}
		if err := paper.File(*out, func(w io.Writer) error { return f.Write(w, handed) }); err != nil {
			return err
		}
		_, err = fmt.Fprintf(e.stdout, "%d pieces of %q in %s\n", handed.Asked(), handed.Title, *out)
		return err
	})
}

// formatOf is the format that was asked for, or the one that the name of the file asks for.
func formatOf(format, out string) string {
	if format != "" {
		return format
	}
	switch strings.ToLower(filepath.Ext(out)) {
	case ".po":
		return string(paper.PO)
	case ".xlf", ".xliff":
		return string(paper.XLIFF)
	case ".md", ".txt":
		return string(paper.Plain)
	}
	return ""
}

// withBooks opens the texts of a vault for as long as do takes.
func (e env) withBooks(file, pass string, do func(*book.Store) error) (err error) {
	v, err := e.openVault(file, pass)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, v.Close()) }()
	books, err := openBooks(v)
	if err != nil {
		return err
	}
	return do(books)
}

// oneText finds a text by its id or a part of its title; named by nothing it is the one
// workbook.
func oneText(books *book.Store, name string) (book.Book, error) {
	if b, ok := books.Book(name); ok {
		return b, nil
	}
	var found []book.Book
	var titles []string
	for _, b := range books.Books() {
		title := books.Title(b.ID)
		if name != "" && strings.EqualFold(title, name) {
			return b, nil
		}
		if name == "" && b.Kind == book.Workbook || name != "" && strings.Contains(strings.ToLower(title), strings.ToLower(name)) {
			found, titles = append(found, b), append(titles, fmt.Sprintf("%q (%s)", title, b.ID))
		}
	}
	what := fmt.Sprintf("text called %q", name)
	if name == "" {
		what = "workbook"
	}
	switch len(found) {
	case 0:
		return book.Book{}, fmt.Errorf("no %s in the vault", what)
	case 1:
		return found[0], nil
	}
	return book.Book{}, fmt.Errorf("more than one %s: %s; say which with --text", what, strings.Join(titles, ", "))
}

// textLanguage is a language of a text: the one that was asked for, or the only one.
func textLanguage(books *book.Store, b book.Book, lang string) (string, error) {
	if lang == "" && len(b.Langs) == 1 {
		return b.Langs[0], nil
	}
	if tag, err := book.CheckLang(lang); lang != "" && err == nil {
		lang = tag
	}
	if !slices.Contains(b.Langs, lang) {
		return "", fmt.Errorf("%q is translated into %s, not %q; say which with --lang", books.Title(b.ID), strings.Join(b.Langs, ", "), lang)
	}
	return lang, nil
}

// taking is what the flags of translate import ask for.
type taking struct {
	file, text, lang string
	dry, conflicts   bool
}

func translateImport(e env) error {
	var t taking
	fs := flag.NewFlagSet("translate import", flag.ContinueOnError)
	file, pass := fs.String("vault", "", ""), fs.String("passphrase-file", "", "")
	fs.StringVar(&t.text, "text", "", "")
	fs.StringVar(&t.lang, "lang", "", "")
	fs.BoolVar(&t.dry, "dry-run", false, "")
	fs.BoolVar(&t.conflicts, "take-conflicts", false, "")
	plain, err := parse(fs, e.args)
	if err != nil {
		return err
	}
	if len(plain) != 1 || *file == "" {
		return usage("translate import FILE --vault FILE")
	}
	t.file = plain[0]
	in, err := paper.ReadBack(context.Background(), t.file)
	if err != nil {
		return sayPlace(e, err)
	}
	return e.withBooks(*file, *pass, func(books *book.Store) error { return e.takeBack(books, t, in) })
}

// sayPlace names the place of what is wrong with a translator's file as well as what it is.
func sayPlace(e env, err error) error {
	var at *exchange.Error
	if !errors.As(err, &at) {
		return err
	}
	return fmt.Errorf("%w (%s)", err, e.words.T("error.translator."+string(at.Code), "Text", at.Text, "Other", at.Other))
}

// takeBack takes in what a file changes, and says each change.
func (e env) takeBack(books *book.Store, t taking, in exchange.File) error {
	b, ok := books.Book(in.Book)
	if t.text != "" || !ok {
		if in.Book != "" && t.text == "" {
			return fmt.Errorf("%s is of another text, %q: say with --text which one is meant", t.file, in.Title)
		}
		var err error
		if b, err = oneText(books, t.text); err != nil {
			return err
		}
	}
	if in.Target == "" {
		in.Target = t.lang
	}
	lang, err := paper.BackInto(b, in)
	if err != nil {
		return fmt.Errorf("%s is for %s → %s, and %q is translated into %s", t.file, in.Source, in.Target, books.Title(b.ID), strings.Join(b.Langs, ", "))
	}
	p := paper.Back(books, b.ID, lang, in)
	if p.Problem != nil {
		return sayPlace(e, p.Problem)
	}
	t.choose(&p)
	if err := e.sayRows(p); err != nil {
		return err
	}
	if changes := paper.Changes(p, book.By{Who: books.Who(), When: time.Now()}); !t.dry && len(changes) > 0 {
		return books.TranslateAll(b.ID, lang, book.By{Who: books.Who(), When: time.Now()}, changes)
	}
	return nil
}

// choose ticks what the flags ask for: conflicts, and what is new in a file of another text.
func (t taking) choose(p *exchange.Preview) {
	for i := range p.Rows {
		r := &p.Rows[i]
		if book.Fits(r.In.Text) != nil {
			continue
		}
		if t.conflicts && r.Change == exchange.Conflict || p.OtherBook && r.Change == exchange.New {
			r.Take = true
		}
	}
}

// sayRows says each change on a line, and how many there are.
func (e env) sayRows(p exchange.Preview) error {
	taken, left := 0, map[exchange.Change]int{}
	for _, r := range p.Rows {
		switch {
		case r.Take && r.Offers():
			taken++
			fmt.Fprintf(e.stdout, "%s: %s\n", r.Change, oneLine(errors.New(r.Now.Source)))
			if r.Change != exchange.Said && r.Now.Text != r.In.Text {
				fmt.Fprintf(e.stdout, "  - %s\n  + %s\n", r.Now.Text, r.In.Text)
			}
		case r.Offers() || r.Change == exchange.Unknown:
			left[r.Change]++
			fmt.Fprintf(e.stdout, "left out, %s: %s\n", r.Change, oneLine(errors.New(r.In.Source)))
		}
	}
	said := fmt.Sprintf("%d taken in", taken)
	for _, c := range exchange.Changes() {
		if left[c] > 0 {
			said += fmt.Sprintf(", %d %s left out", left[c], c)
		}
	}
	_, err := fmt.Fprintln(e.stdout, said)
	return err
}
