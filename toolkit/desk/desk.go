// Package desk brings together what helps somebody translate: the memory of all texts, the
// glossary and the checks, for one language at a time. It follows the vault, so that what
// was just translated helps with the next segment.
package desk

import (
	"fmt"
	"iter"
	"strings"
	"sync"

	"kring/toolkit/bilingual"
	"kring/toolkit/book"
	"kring/toolkit/check"
	"kring/toolkit/glossary"
	"kring/toolkit/memory"
)

// Desk is safe for use from several goroutines.
type Desk struct {
	books   *book.Store
	memory  *memory.Store
	terms   *glossary.Store
	shipped func() ([]bilingual.Document, error)

	mu      sync.Mutex
	tongues map[string]*Tongue
	unwatch []func()
}

// New makes a desk over what a vault holds. shipped gives the texts that come with Kring,
// whose translations help as well.
func New(books *book.Store, m *memory.Store, terms *glossary.Store, shipped func() ([]bilingual.Document, error)) *Desk {
	d := &Desk{books: books, memory: m, terms: terms, shipped: shipped, tongues: map[string]*Tongue{}}
	d.unwatch = append(d.unwatch,
		books.Watch(func(t book.Translated, gone bool) { d.follow(t.Lang, t.Key, t.Unit, gone) }),
		m.Watch(func(key string, u memory.Unit, gone bool) { d.kept(key, u, gone) }),
		terms.Watch(d.reworded),
	)
	return d
}

// Close ends what follows the vault.
func (d *Desk) Close() {
	for _, end := range d.unwatch {
		end()
	}
}

// Tongue is what helps with translations into one language.
type Tongue struct {
	Lang  string
	index *memory.Index

	mu      sync.Mutex
	words   func() *glossary.Glossary
	checker check.Checker
	stale   bool // the glossary changed
	now     *glossary.Glossary
}

// Tongue gives what helps with a language. The first time it reads all texts, which takes a
// moment for many.
func (d *Desk) Tongue(lang string) (*Tongue, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if t, ok := d.tongues[lang]; ok {
		return t, nil
	}
	docs, err := d.shipped()
	if err != nil {
		return nil, fmt.Errorf("reading the texts that come with Kring: %w", err)
	}
	t := &Tongue{Lang: lang, stale: true, words: func() *glossary.Glossary { return d.terms.For(lang) }}
	t.index = memory.NewIndex(lang, d.units(lang, docs))
	d.tongues[lang] = t
	return t, nil
}

// units are all that the memory of a language holds: what ships, what outlived its text, and
// the texts in the vault.
func (d *Desk) units(lang string, docs []bilingual.Document) iter.Seq2[string, memory.Unit] {
	return func(yield func(string, memory.Unit) bool) {
		for n, doc := range docs {
			for i, b := range doc.Blocks {
				u := memory.Unit{Source: b.Text, Lang: lang, Text: b.Translations[lang], From: doc.Title(), State: bilingual.ToCheck}
				if !yield(fmt.Sprintf("shipped+%d+%d", n, i), u) {
					return
				}
			}
		}
		for key, u := range d.memory.Units(lang) {
			if !yield(keptKey(key), u) {
				return
			}
		}
		for t := range d.books.Translations(lang) {
			if !yield(t.Key, t.Unit) {
				return
			}
		}
	}
}

// keptPrefix begins the keys of what outlived its text.
const keptPrefix = "kept+"

func keptKey(key string) string { return keptPrefix + key }

// Kept tells whether a match is only in the memory, and so can be forgotten: one that stands in a
// text is changed there, one that comes with Kring always helps.
func Kept(m memory.Match) bool { return strings.HasPrefix(m.Key, keptPrefix) }

// Forget takes what is only in the memory out of it, so that it is not shown again; one action,
// undone in one. What stands in a text stays.
func (d *Desk) Forget(m memory.Match) error {
	if !Kept(m) {
		return nil
	}
	return d.memory.Remove(m.Unit)
}

// follow takes a translation that was changed into the memory of its language.
func (d *Desk) follow(lang, key string, u memory.Unit, gone bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	t, ok := d.tongues[lang]
	switch {
	case !ok:
	case gone:
		t.index.Remove(key)
	default:
		t.index.Put(key, u)
	}
}

// kept follows what outlives its text; of one that is gone the language is not told.
func (d *Desk) kept(key string, u memory.Unit, gone bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for lang, t := range d.tongues {
		switch {
		case gone:
			t.index.Remove(keptKey(key))
		case u.Lang == lang:
			t.index.Put(keptKey(key), u)
		}
	}
}

// reworded has every language look the glossary up again.
func (d *Desk) reworded() {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, t := range d.tongues {
		t.mu.Lock()
		t.stale = true
		t.mu.Unlock()
	}
}

// least is how alike an earlier translation must be to be shown.
const least = 0.5

// most is how many are shown.
const most = 3

// Alike are earlier translations of what is alike, the best first. A segment is not shown its
// own translation.
func (t *Tongue) Alike(bookID string, e bilingual.Entry) []memory.Match {
	return t.index.Find(e.Text, most, least, book.TranslationKey(bookID, e.ID, t.Lang))
}

// Terms are the glossary's words that a text uses.
func (t *Tongue) Terms(source string) []glossary.Use {
	g, _ := t.current()
	return g.In(source)
}

// Check finds what could be better in a translation of an entry. What was waved through is
// left out.
func (t *Tongue) Check(e bilingual.Entry, text string) []check.Finding {
	_, c := t.current()
	var out []check.Finding
	for _, f := range c.Pair(e.Text, text, e.Kind) {
		if _, waived := e.Waived[string(f.Code)]; !waived {
			out = append(out, f)
		}
	}
	return out
}

// CheckAll finds it in a whole text; what was waved through is told as such.
func (t *Tongue) CheckAll(entries []bilingual.Entry) []check.Hit {
	_, c := t.current()
	return c.Book(entries)
}

// current is the glossary with the checks that go by it.
func (t *Tongue) current() (*glossary.Glossary, check.Checker) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.stale {
		t.now, t.stale = t.words(), false
		t.checker = check.New(book.Source, t.Lang, against(t.now))
	}
	return t.now, t.checker
}
