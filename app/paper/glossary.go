package paper

import (
	"fmt"
	"io"
	"slices"

	"kring/i18n"
	"kring/internal/sheet"
	"kring/sessions/people"
	"kring/toolkit/glossary"
)

// GlossaryKinds are the kinds of file that a glossary becomes.
func GlossaryKinds() []string { return []string{".xlsx", ".csv"} }

// Glossary writes terms as a list for a translator into a language.
func Glossary(w io.Writer, kind string, terms []glossary.Term, lang string, loc *i18n.Localizer) error {
	page := sheet.Page{Name: loc.T("terms.title"), RTL: loc.RTL()}
	for _, c := range glossary.Columns() {
		head := loc.T("terms.column." + string(c))
		if c == glossary.WordsColumn {
			head = loc.T("language." + lang)
		}
		page.Header = append(page.Header, head)
	}
	for _, row := range glossary.Rows(terms, lang, loc.Lang().String()) {
		cells := make([]any, len(row))
		for i, c := range row {
			cells[i] = c
		}
		page.Rows = append(page.Rows, cells)
	}
	switch kind {
	case ".xlsx":
		return sheet.Write(w, []sheet.Page{page})
	case ".csv":
		return writeCSV(w, page)
	}
	return fmt.Errorf("%q: %w", kind, ErrKind)
}

// GlossaryList takes a list that was read for a glossary: its columns as their headings tell,
// in any language of the window, and the language that they name or else the given one.
func GlossaryList(t sheet.Table, lang string, loc *i18n.Localizer) glossary.List {
	names, heads := map[string]string{}, map[string]glossary.Column{}
	for _, window := range i18n.Languages() {
		in := i18n.New(window)
		for _, tag := range people.Languages() {
			names[in.T("language."+tag)] = tag
		}
		for _, c := range glossary.Columns() {
			heads[in.T("terms.column."+string(c))] = c
		}
	}
	columns, named := glossary.GuessColumns(t.Header, func(name string) string { return names[name] })
	for i, h := range t.Header {
		if c, ok := heads[h]; ok && columns[i] == glossary.Other && !slices.Contains(columns, c) {
			columns[i] = c
		}
	}
	if named != "" {
		lang = named
	}
	return glossary.List{Columns: columns, Rows: t.Rows, Lines: t.Lines, Lang: lang, Window: loc.Lang().String()}
}
