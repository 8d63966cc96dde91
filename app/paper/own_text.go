package paper

import (
	"fmt"
	"strings"

	"kring/toolkit/book"
	"kring/toolkit/export"
)

// ownKey is how the key of a text of one's own begins; those that ship have the name of
// their file.
const ownKey = "book:"

// OwnKey is the key of a text of one's own.
func OwnKey(bookID string) string { return ownKey + bookID }

// Own is a text in the vault as it prints, its own pictures under plain names.
func Own(books *book.Store, b book.Book) (Toolkit, error) {
	doc, err := books.Document(b.ID)
	if err != nil {
		return Toolkit{}, err
	}
	doc, pictures := plainPictures(doc, books.Pictures(b.ID))
	return Toolkit{Key: OwnKey(b.ID), File: slug(doc.Title(), "tekst"), Doc: doc, Pictures: pictures}, nil
}

// BookID is the id of a text in the vault; ok is false for those that ship.
func (k Toolkit) BookID() (id string, ok bool) { return strings.CutPrefix(k.Key, ownKey) }

// IsOwn tells a text in the vault from those that ship.
func (k Toolkit) IsOwn() bool { return strings.HasPrefix(k.Key, ownKey) }

// Texts are all that can be printed: one's own before those that come with Kring, the
// workbooks before the toolkits.
func Texts(books *book.Store) ([]Toolkit, error) {
	var out, own []Toolkit
	for _, b := range books.Books() {
		k, err := Own(books, b)
		if err != nil {
			return nil, err
		}
		if k.IsWorkbook() {
			out = append(out, k)
		} else {
			own = append(own, k)
		}
	}
	example, err := Workbook()
	if err != nil {
		return nil, err
	}
	shipped, err := Toolkits()
	return append(append(append(out, example), own...), shipped...), err
}

// TextOf finds a text by its key, one's own or one that ships.
func TextOf(books *book.Store, key string) (Toolkit, error) {
	id, own := strings.CutPrefix(key, ownKey)
	if !own {
		return ToolkitNamed(key)
	}
	b, ok := books.Book(id)
	if !ok {
		return Toolkit{}, fmt.Errorf("text %s: %w", id, book.ErrNotFound)
	}
	return Own(books, b)
}

// With has a text find its pictures: those that it brought along, and the drawings of Kring.
func (k Toolkit) With(o export.Options) export.Options {
	o.Files = Beside(Brought(k.Pictures))
	return o
}
