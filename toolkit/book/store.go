package book

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/sessions/people"
	"kring/toolkit/bilingual"
	"kring/toolkit/memory"
)

// The collections. What two laptops may change at the same time is a record of its own.
const (
	colBooks        = "books"        // book
	colSegments     = "segments"     // book+segment
	colTranslations = "translations" // book+segment+language
	colComments     = "comments"     // book+segment+language+comment
	colWaived       = "waived"       // book+segment+language+check: why
	colPictures     = "pictures"     // book+name
	colWho          = "translators"  // device: the name of who sits at it
)

// Store answers every question about the texts from memory and writes each user action as
// one transaction. It is safe for use from several goroutines.
type Store struct {
	vault        *vault.Vault
	books        *vault.Collection[Book]
	segments     *vault.Collection[line]
	translations *vault.Collection[translated]
	comments     *vault.Collection[comment]
	waived       *vault.Collection[string]
	pictures     *vault.Collection[[]byte]
	who          *vault.Collection[string]
	memory       *memory.Store
}

// Open loads the collections of this room from a vault. The memory keeps the translations of
// what is removed.
func Open(v *vault.Vault, m *memory.Store) (*Store, error) {
	s := &Store{vault: v, memory: m}
	err := vault.LoadAll(
		vault.Load(v, colBooks, &s.books),
		vault.Load(v, colSegments, &s.segments),
		vault.Load(v, colTranslations, &s.translations),
		vault.Load(v, colComments, &s.comments),
		vault.Load(v, colWaived, &s.waived),
		vault.Load(v, colPictures, &s.pictures),
		vault.Load(v, colWho, &s.who),
	)
	return s, err
}

func key(parts ...string) string { return strings.Join(parts, "+") }

// Books lists the texts: workbooks before toolkits, each by when they were made.
func (s *Store) Books() []Book {
	var out []Book
	for _, b := range s.books.All() {
		out = append(out, b)
	}
	order := []Kind{Workbook, Toolkit}
	slices.SortStableFunc(out, func(a, b Book) int {
		return cmp.Or(slices.Index(order, a.Kind)-slices.Index(order, b.Kind), strings.Compare(a.ID, b.ID))
	})
	return out
}

// Book finds a text.
func (s *Store) Book(id string) (Book, bool) { return s.books.Get(id) }

// Segments are those of a text in the order of reading, without translations.
func (s *Store) Segments(bookID string) []bilingual.Segment {
	return segmentsOf(s.ranked(bookID))
}

// ranked is a line with the id of its segment.
type ranked struct {
	line
	id string
}

func (s *Store) ranked(bookID string) []ranked {
	var out []ranked
	for k, l := range s.segments.Prefix(bookID + "+") {
		out = append(out, ranked{l, k[len(bookID)+1:]})
	}
	// two laptops may have given two segments the same rank: the id tells them apart, on both
	slices.SortFunc(out, func(a, b ranked) int { return cmp.Or(strings.Compare(a.Rank, b.Rank), strings.Compare(a.id, b.id)) })
	return out
}

// Title is what a text is called.
func (s *Store) Title(bookID string) string { return Title(s.Segments(bookID)) }

// TitleIn is what a text is called in a language, or "" where that is not translated.
func (s *Store) TitleIn(bookID, lang string) string {
	return s.titles(bookID, lang)[0]
}

// Called is what a text is called for who reads a language: as it is translated, or else as it is.
func (s *Store) Called(bookID, lang string) string {
	return cmp.Or(s.titles(bookID, lang, Source)...)
}

// titles are what a text is called in each of some languages, or "". Its segments are read once.
func (s *Store) titles(bookID string, langs ...string) []string {
	out := make([]string, len(langs))
	segments := s.Segments(bookID)
	at := titleAt(segments)
	if at < 0 {
		return out
	}
	for i, lang := range langs {
		if lang == Source {
			out[i] = segments[at].Text
			continue
		}
		t, _ := s.translations.Get(key(bookID, segments[at].ID, lang))
		out[i] = t.Text
	}
	return out
}

// Entries are the segments of a text beside their translations into a language, in the order
// of reading.
func (s *Store) Entries(bookID, lang string) []bilingual.Entry {
	segments := s.Segments(bookID)
	at := make(map[string]int, len(segments))
	out := make([]bilingual.Entry, len(segments))
	for _, c := range Chapters(segments) {
		for i := c.From; i < c.To; i++ {
			out[i] = bilingual.Entry{Segment: segments[i], Chapter: c.Title}
			at[segments[i].ID] = i
		}
	}
	s.translated(bookID, func(id, of string, t translated) {
		if i, ok := at[id]; ok && of == lang {
			out[i].Translation = bilingual.Translation(t)
		}
	})
	for k, c := range s.comments.Prefix(bookID + "+") {
		if of := strings.Split(k, "+"); len(of) == 4 && of[2] == lang {
			if i, ok := at[of[1]]; ok {
				out[i].Comments = append(out[i].Comments, bilingual.Comment{ID: of[3], Who: c.Who, When: c.When, Text: c.Text})
			}
		}
	}
	for k, why := range s.waived.Prefix(bookID + "+") {
		of := strings.Split(k, "+")
		if i, ok := at[of[1]]; ok && len(of) == 4 && of[2] == lang {
			if out[i].Waived == nil {
				out[i].Waived = map[string]string{}
			}
			out[i].Waived[of[3]] = why
		}
	}
	return out
}

// translated goes over the translations of a text.
func (s *Store) translated(bookID string, each func(segmentID, lang string, t translated)) {
	for k, t := range s.translations.Prefix(bookID + "+") {
		if id, lang, ok := strings.Cut(k[len(bookID)+1:], "+"); ok {
			each(id, lang, t)
		}
	}
}

// Document is a text with all its translations, to be printed.
func (s *Store) Document(bookID string) (bilingual.Document, error) {
	b, ok := s.books.Get(bookID)
	if !ok {
		return bilingual.Document{}, fmt.Errorf("text %s: %w", bookID, ErrNotFound)
	}
	segments, err := s.Full(bookID)
	if err != nil {
		return bilingual.Document{}, err
	}
	doc := document(segments)
	doc.Meta["kind"] = string(b.Kind)
	doc.Meta["languages"] = append([]any{Source}, anys(b.Langs)...)
	doc.Meta["tags"] = anys(b.Elements)
	return doc, nil
}

func anys[T any](of []T) []any {
	out := make([]any, len(of))
	for i, x := range of {
		out[i] = fmt.Sprint(x)
	}
	return out
}

// Picture is one that a text brought along.
func (s *Store) Picture(bookID, name string) ([]byte, bool) { return s.pictures.Get(key(bookID, name)) }

// Who is the name of who sits at this laptop, as somebody said at the desk.
func (s *Store) Who() string {
	name, _ := s.who.Get(s.vault.Device())
	return name
}

// SetWho keeps who sits at this laptop.
func (s *Store) SetWho(name string) error {
	name = strings.TrimSpace(name)
	err := s.vault.Do(vault.NewAction("action.who", "Name", name), func(tx *vault.Tx) error {
		return s.who.Put(tx, s.vault.Device(), name)
	})
	return vault.While(err, "keeping who translates")
}

func (s *Store) has(bookID string) bool {
	_, ok := s.books.Get(bookID)
	return ok
}

// Pictures are all those of a text, by their names.
func (s *Store) Pictures(bookID string) map[string][]byte {
	out := map[string][]byte{}
	for k, p := range s.pictures.Prefix(bookID + "+") {
		out[strings.TrimPrefix(k, bookID+"+")] = p
	}
	return out
}

// Search finds at most n texts of which the title, in Dutch or in a language that it is
// translated into, has each word that is asked for.
func (s *Store) Search(q string, n int) []Book {
	wanted := strings.Fields(people.Fold(q))
	called := func(b Book) bool {
		return slices.ContainsFunc(s.titles(b.ID, append([]string{Source}, b.Langs...)...), func(title string) bool {
			title = people.Fold(title)
			return !slices.ContainsFunc(wanted, func(w string) bool { return !strings.Contains(title, w) })
		})
	}
	var out []Book
	for _, b := range s.Books() {
		if len(wanted) > 0 && len(out) < n && called(b) {
			out = append(out, b)
		}
	}
	return out
}
