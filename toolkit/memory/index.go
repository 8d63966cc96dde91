package memory

import (
	"iter"
	"slices"
	"sync"
)

// Index finds units of one language by their source. It is safe for use from several
// goroutines: what one changes, the next Find of another sees.
type Index struct {
	lang string

	mu      sync.RWMutex
	units   []entry
	byKey   map[string]int32
	free    []int32 // places of units that were removed
	ids     map[string]int32
	words   []entryWord
	stems   map[[stem]rune][]int32 // words by their first letters
	numbers []int32
}

// entry is one unit in the index.
type entry struct {
	key    string
	unit   Unit
	terms  []int32 // of its source
	weight int
}

// entryWord is one word, number or sign of the sources, and the units that have it.
type entryWord struct {
	term
	in []int32 // in order
}

// NewIndex makes the index of a language from units by their key; those of another language
// are left out.
func NewIndex(lang string, units iter.Seq2[string, Unit]) *Index {
	x := &Index{lang: lang, byKey: map[string]int32{}, ids: map[string]int32{}, stems: map[[stem]rune][]int32{}}
	for key, u := range units {
		x.put(key, u)
	}
	return x
}

// Put adds a unit, in the place of the one that has its key. One of another language, or
// without a text, leaves nothing at that key.
func (x *Index) Put(key string, u Unit) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.put(key, u)
}

// Remove forgets the unit of a key.
func (x *Index) Remove(key string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.remove(key)
}

// Len counts the units.
func (x *Index) Len() int {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return len(x.byKey)
}

func (x *Index) put(key string, u Unit) {
	if at, ok := x.byKey[key]; ok {
		if x.units[at].unit.Source == u.Source && u.Lang == x.lang && u.Whole() {
			x.units[at].unit = u // the words that it is found by are the same
			return
		}
		x.remove(key)
	}
	if u.Lang != x.lang || !u.Whole() {
		return
	}
	e := entry{key: key, unit: u}
	for _, t := range terms(u.Source) {
		e.terms = append(e.terms, x.id(t))
		e.weight += t.weight()
	}
	at := x.place(e)
	x.byKey[key] = at
	for _, id := range e.terms {
		in := x.words[id].in
		if i, ok := slices.BinarySearch(in, at); !ok {
			x.words[id].in = slices.Insert(in, i, at)
		}
	}
}

// place gives a unit a place, one that became free where there is any.
func (x *Index) place(e entry) int32 {
	if n := len(x.free); n > 0 {
		at := x.free[n-1]
		x.free = x.free[:n-1]
		x.units[at] = e
		return at
	}
	x.units = append(x.units, e)
	return int32(len(x.units) - 1)
}

func (x *Index) remove(key string) {
	at, ok := x.byKey[key]
	if !ok {
		return
	}
	for _, id := range x.units[at].terms {
		in := x.words[id].in
		if i, ok := slices.BinarySearch(in, at); ok {
			x.words[id].in = slices.Delete(in, i, i+1)
		}
	}
	x.units[at] = entry{}
	x.free = append(x.free, at)
	delete(x.byKey, key)
}

// id is the number of a term, a new one where no source had it before.
func (x *Index) id(t term) int32 {
	key := string(t.letters)
	if id, ok := x.ids[key]; ok {
		return id
	}
	id := int32(len(x.words))
	x.ids[key] = id
	x.words = append(x.words, entryWord{term: t})
	switch {
	case t.class == number:
		x.numbers = append(x.numbers, id)
	case t.class == word && len(t.letters) >= stem:
		s := [stem]rune(t.letters)
		x.stems[s] = append(x.stems[s], id)
	}
	return id
}

// alike lists the other words that a term may stand in the place of for less than a whole
// word, and none besides: all others cost that.
func (x *Index) alike(t term) []int32 {
	switch {
	case t.class == number:
		return x.numbers
	case t.class == word && len(t.letters) >= stem:
		return x.stems[[stem]rune(t.letters)]
	}
	return nil
}
