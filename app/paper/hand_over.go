package paper

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"

	"kring/i18n"
	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/exchange"
)

// Format is a kind of file for a translator.
type Format string

// The formats.
const (
	XLIFF   Format = "xliff"   // 2.1
	XLIFF12 Format = "xliff12" // for older programs
	PO      Format = "po"
	Plain   Format = "text" // the bilingual text format
)

// Formats lists them in the order of a picker.
func Formats() []Format { return []Format{XLIFF, XLIFF12, PO, Plain} }

// Ext is how the names of such files end.
func (f Format) Ext() string {
	switch f {
	case PO:
		return ".po"
	case Plain:
		return ".md"
	}
	return ".xlf"
}

// Write writes a file in the format.
func (f Format) Write(w io.Writer, file exchange.File) error {
	write := map[Format]func(io.Writer, exchange.File) error{
		XLIFF: exchange.WriteXLIFF2, XLIFF12: exchange.WriteXLIFF1, PO: exchange.WritePO, Plain: exchange.WriteText,
	}[f]
	if write == nil {
		return fmt.Errorf("%q: %w", f, ErrKind)
	}
	return write(w, file)
}

// ErrNothingToSend says that nothing that was asked for is left to translate.
var ErrNothingToSend = errors.New("there is nothing to translate among it")

// HandOver is what goes to a translator.
type HandOver struct {
	Lang    string
	Only    bool   // what is empty or outdated
	Chapter string // the id of its heading; empty is everything
	When    time.Time
}

// File makes the file of a text, with a note for each segment in the words of loc.
func (h HandOver) File(books *book.Store, loc *i18n.Localizer, bookID string) (exchange.File, error) {
	entries := h.of(books.Entries(bookID, h.Lang))
	if len(entries) == 0 {
		return exchange.File{}, fmt.Errorf("handing over %s: %w", bookID, ErrNothingToSend)
	}
	f := exchange.FromEntries(bookID, books.Title(bookID), h.Lang, entries)
	f.Written = h.When
	if f.Note = exchange.AboutWords; h.Lang != "" {
		f.Note += "\n" + loc.T("hand.note", "Language", loc.Language(h.Lang))
	}
	for i, e := range entries {
		f.Units[i].Note = note(loc, e)
	}
	if h.Only {
		f.AddReference(h.reading(loc, books.Entries(bookID, h.Lang)))
	}
	return f, nil
}

// of are the segments that go along.
func (h HandOver) of(entries []bilingual.Entry) []bilingual.Entry {
	var out []bilingual.Entry
	for _, e := range h.asked(entries) {
		if e.Worded() && (!h.Only || NeedsWork(e)) {
			out = append(out, e)
		}
	}
	return out
}

// Count tells how many segments go along, and how many words of Dutch.
func (h HandOver) Count(entries []bilingual.Entry) (segments, words int) {
	for _, e := range h.of(entries) {
		segments++
		words += len(strings.Fields(e.Text))
	}
	return segments, words
}

// NeedsWork tells whether a segment has no translation of its present words.
func NeedsWork(e bilingual.Entry) bool {
	return e.Worded() && (e.State() == bilingual.Empty || e.State() == bilingual.Outdated)
}

// note tells a translator what a segment is and where it stands.
func note(loc *i18n.Localizer, e bilingual.Entry) string {
	what := loc.T("desk.kind." + KindID(e))
	if e.Kind == bilingual.Link {
		what = loc.Facts(what, loc.T("desk.linkown"))
	}
	if e.Chapter == "" || e.Chapter == e.Text {
		return what
	}
	return loc.Facts(what, e.Chapter)
}

// KindID is what a segment is called in the catalogue.
func KindID(e bilingual.Entry) string {
	if e.Meta != "" {
		return e.Meta
	}
	switch e.Kind {
	case bilingual.Heading:
		return "heading"
	case bilingual.Bullet, bilingual.Numbered:
		return "item"
	case bilingual.Image:
		return "image"
	case bilingual.Link:
		return "link"
	}
	return "text"
}

// longestStem is how many letters of a title go into the name of a file.
const longestStem = 40

// FileStem is a title as the beginning of the name of a file: small letters of any writing,
// with a line between words. A title without letters is "tekst".
func FileStem(title string) string {
	words := strings.FieldsFunc(strings.ToLower(unvowelled(title)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	stem := ""
	for _, w := range words {
		if len([]rune(stem))+len([]rune(w)) > longestStem && stem != "" {
			break
		}
		stem = strings.TrimPrefix(stem+"-"+w, "-")
	}
	if letters := []rune(stem); len(letters) > longestStem {
		stem = string(letters[:longestStem])
	}
	if stem == "" {
		return "tekst"
	}
	return stem
}

// Name is what the file of a text is called: werkboek-ar-2026-11-25.xlf.
func (h HandOver) Name(f Format, title, chapter string) string {
	parts := []string{FileStem(title)}
	if h.Chapter != "" {
		parts = append(parts, FileStem(chapter))
	}
	return strings.Join(append(parts, h.Lang, h.When.Format(time.DateOnly)), "-") + f.Ext()
}

// Back compares a file that came back with a text as it is now. Of the units that are longer
// than a page none is taken. A file for a language that the text is not in is none of its.
func Back(books *book.Store, bookID, lang string, in exchange.File) exchange.Preview {
	now := exchange.FromEntries(bookID, books.Title(bookID), lang, books.Entries(bookID, lang))
	p := exchange.Compare(now, exchange.Named(now, in))
	for i := range p.Rows {
		if r := &p.Rows[i]; r.Take && book.Fits(r.In.Text) != nil {
			r.Take = false
		}
	}
	return p
}

// BackInto is the language of a text that a file is for: the one that it says, or the only
// one. A file for another is an exchange.Error.
func BackInto(b book.Book, in exchange.File) (string, error) {
	if in.Target == "" && len(b.Langs) == 1 {
		return b.Langs[0], nil
	}
	at := slices.IndexFunc(b.Langs, func(lang string) bool {
		return exchange.Compare(exchange.File{Target: lang}, exchange.File{Target: in.Target}).Problem == nil
	})
	if in.Target == "" || at < 0 {
		return "", &exchange.Error{Code: exchange.ErrLanguages, Text: in.Source + " → " + in.Target}
	}
	return b.Langs[at], nil
}

// Changes are what a store writes for the rows that are taken.
func Changes(p exchange.Preview, by book.By) []book.Change {
	var out []book.Change
	for _, w := range p.Apply(by.Who, by.When) {
		t := w.Translation
		out = append(out, book.Change{
			SegmentID: w.ID, Text: t.Text, State: t.State, Source: t.Source, Comments: w.Comments, By: book.By{Who: t.Who, When: t.When},
		})
	}
	return out
}
