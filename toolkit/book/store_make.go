package book

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/toolkit/bilingual"
	"kring/toolkit/memory"
)

// Draft is a text that is not in the vault yet.
type Draft struct {
	Kind     Kind
	Doc      bilingual.Document
	State    bilingual.State   // of its translations; empty is ToCheck: nobody here has looked at them
	Origin   string            // the text that it is a copy of
	Pictures map[string][]byte // by the names by which the document calls them
	Told     map[int]Told      // more of the translations of a block, by its place in the document
}

// Told is what is known of the translations of a block besides their words.
type Told struct {
	State    bilingual.State // Draft, ToCheck or Agreed; empty: as the others
	Source   string          // the words that they translate; empty: those of the block
	Comments []bilingual.Comment
}

// Make puts a text in the vault, as one action.
func (s *Store) Make(d Draft, by By) (Book, error) {
	return s.MakeWith(d, by, func(*vault.Tx, Book) error { return nil })
}

// MakeWith is Make with what belongs to it in the same action, of another room.
func (s *Store) MakeWith(d Draft, by By, also func(*vault.Tx, Book) error) (Book, error) {
	b := Book{ID: vault.NewID(), Kind: d.Kind, Langs: languages(d.Doc), Elements: elements(d.Doc), Origin: d.Origin, Made: by.When}
	if d.State == "" {
		d.State = bilingual.ToCheck
	}
	segments := metas(d.Doc, b.Langs)
	first := len(segments)
	for _, x := range d.Doc.Blocks {
		segments = append(segments, bilingual.Segment{Block: x})
	}
	title := strings.TrimSpace(Title(segments))
	if title == "" {
		return b, fmt.Errorf("making a text: %w", ErrTitle)
	}
	err := s.vault.Do(vault.NewAction("action.book.make", "Name", title), func(tx *vault.Tx) error {
		if err := s.books.Put(tx, b.ID, b); err != nil {
			return err
		}
		for name, picture := range d.Pictures {
			if err := s.pictures.Put(tx, key(b.ID, name), picture); err != nil {
				return err
			}
		}
		err := s.fill(tx, b, segments, by, func(i int) Told {
			t := d.Told[i-first]
			t.State = cmp.Or(t.State, d.State)
			return t
		})
		if err != nil {
			return err
		}
		return also(tx, b)
	})
	return b, vault.While(err, "making a text")
}

// fill puts segments in a text; told says more of the translations of each.
func (s *Store) fill(tx *vault.Tx, b Book, segments []bilingual.Segment, by By, told func(int) Told) error {
	for i, rank := range spread(len(segments)) {
		x := segments[i]
		text, err := words(x.Text)
		if err != nil {
			return fmt.Errorf("line %d: %w", x.Line, err)
		}
		x.ID, x.Text = vault.NewID(), text
		if err := s.segments.Put(tx, key(b.ID, x.ID), lineOf(x, rank)); err != nil {
			return err
		}
		if err := s.fillIn(tx, b.ID, x, by, told(i)); err != nil {
			return err
		}
	}
	return nil
}

// fillIn puts the translations of a segment in a text.
func (s *Store) fillIn(tx *vault.Tx, bookID string, x bilingual.Segment, by By, told Told) error {
	for _, lang := range slices.Sorted(maps.Keys(x.Translations)) {
		t, err := words(x.Translations[lang])
		if err != nil {
			return fmt.Errorf("line %d, %s: %w", x.Line, lang, err)
		}
		for _, c := range told.Comments {
			if err := s.putComment(tx, bookID, x.ID, lang, c); err != nil {
				return err
			}
		}
		if t == "" {
			continue
		}
		val := translated{Text: t, State: told.State, Source: cmp.Or(told.Source, x.Text), Who: by.Who, When: by.When}
		if err := s.translations.Put(tx, key(bookID, x.ID, lang), val); err != nil {
			return err
		}
	}
	return nil
}

// elements are those that a document's front matter says it serves.
func elements(doc bilingual.Document) []int {
	var out []int
	tags, _ := doc.Meta["tags"].([]any)
	for _, t := range tags {
		var n int
		if _, err := fmt.Sscan(fmt.Sprint(t), &n); err == nil {
			out = append(out, n)
		}
	}
	return out
}

// AddLanguage lets a text be translated into a language.
func (s *Store) AddLanguage(bookID, tag string) error {
	tag, err := CheckLang(tag)
	if err != nil {
		return err
	}
	return s.change(bookID, "action.book.language", func(b *Book) {
		if !slices.Contains(b.Langs, tag) {
			b.Langs = append(slices.Clone(b.Langs), tag)
		}
	})
}

func (s *Store) change(bookID, action string, change func(*Book)) error {
	b, ok := s.books.Get(bookID)
	if !ok {
		return fmt.Errorf("text %s: %w", bookID, ErrNotFound)
	}
	change(&b)
	err := s.vault.Do(vault.NewAction(action, "Name", s.Title(bookID)), func(tx *vault.Tx) error { return s.books.Put(tx, bookID, b) })
	return vault.While(err, "changing a text")
}

// Remove takes a text away; its translations are kept in the memory.
func (s *Store) Remove(bookID string) error {
	if !s.has(bookID) {
		return fmt.Errorf("text %s: %w", bookID, ErrNotFound)
	}
	title := s.Title(bookID)
	err := s.vault.Do(vault.NewAction("action.book.remove", "Name", title), func(tx *vault.Tx) error {
		if err := s.forget(tx, bookID, title, s.Segments(bookID)); err != nil {
			return err
		}
		for k := range s.pictures.Prefix(bookID + "+") {
			if err := s.pictures.Delete(tx, k); err != nil {
				return err
			}
		}
		return s.books.Delete(tx, bookID)
	})
	return vault.While(err, "removing a text")
}

// RemoveLanguage ends a translation; what was translated is kept in the memory.
func (s *Store) RemoveLanguage(bookID, lang string) error {
	b, ok := s.books.Get(bookID)
	if !ok {
		return fmt.Errorf("text %s: %w", bookID, ErrNotFound)
	}
	b.Langs = slices.DeleteFunc(slices.Clone(b.Langs), func(l string) bool { return l == lang })
	title := s.Title(bookID)
	err := s.vault.Do(vault.NewAction("action.book.language.remove", "Name", title), func(tx *vault.Tx) error {
		for _, x := range s.Segments(bookID) {
			if err := s.forgetIn(tx, bookID, title, x.ID, lang); err != nil {
				return err
			}
		}
		return s.books.Put(tx, bookID, b)
	})
	return vault.While(err, "ending a translation")
}

// forget takes segments away with all that hangs on them.
func (s *Store) forget(tx *vault.Tx, bookID, title string, segments []bilingual.Segment) error {
	for _, x := range segments {
		if err := s.forgetIn(tx, bookID, title, x.ID, ""); err != nil {
			return err
		}
		if err := s.segments.Delete(tx, key(bookID, x.ID)); err != nil {
			return err
		}
	}
	return nil
}

// forgetIn takes what hangs on a segment away, in one language or (empty) in all; the
// translations go to the memory.
func (s *Store) forgetIn(tx *vault.Tx, bookID, title, segmentID, lang string) error {
	of := bookID + "+" + segmentID + "+" + lang
	var gone []memory.Unit
	for k, t := range s.translations.Prefix(of) {
		in := strings.TrimPrefix(k, bookID+"+"+segmentID+"+")
		if lang != "" && in != lang {
			continue // ar-EG is not ar
		}
		gone = append(gone, t.unit(in, title))
		if err := s.translations.Delete(tx, k); err != nil {
			return err
		}
	}
	if lang != "" {
		of += "+"
	}
	for k := range s.comments.Prefix(of) {
		if err := s.comments.Delete(tx, k); err != nil {
			return err
		}
	}
	for k := range s.waived.Prefix(of) {
		if err := s.waived.Delete(tx, k); err != nil {
			return err
		}
	}
	return s.memory.Keep(tx, gone)
}
