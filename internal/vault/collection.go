package vault

import (
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"sort"
	"strings"
	"sync"
)

// Collection holds all records of one kind in memory, as values of T, until its vault closes.
// Reading sees the last commit; inside Do it still sees the state before.
type Collection[T any] struct {
	v    *Vault
	name string

	mu     sync.RWMutex
	values map[string]T
	keys   []string // sorted

	watchMu sync.Mutex
	next    int
	watch   map[int]func(string, T, bool)
}

// Load gives what loads a collection into a place, for a room that loads several.
func Load[T any](v *Vault, name string, into **Collection[T]) func() error {
	return func() error {
		c, err := NewCollection[T](v, name)
		if err != nil {
			return fmt.Errorf("loading %s: %w", name, err)
		}
		*into = c
		return nil
	}
}

// LoadAll loads what Load gave, until one fails.
func LoadAll(loads ...func() error) error {
	for _, load := range loads {
		if err := load(); err != nil {
			return err
		}
	}
	return nil
}

// NewCollection loads a collection and follows its changes. A name is given to one
// collection of a vault; a second call replaces the first.
func NewCollection[T any](v *Vault, name string) (*Collection[T], error) {
	c := &Collection[T]{v: v, name: name, watch: map[int]func(string, T, bool){}}
	v.write.Lock() // no commit may fall between loading and following
	defer v.write.Unlock()
	if v.closed {
		return nil, ErrClosed
	}
	if err := c.load(); err != nil {
		return nil, err
	}
	v.mu.Lock()
	v.holders[name] = c
	v.mu.Unlock()
	return c, nil
}

// Get gives the value of one record.
func (c *Collection[T]) Get(key string) (T, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	val, ok := c.values[key]
	return val, ok
}

// Len counts the records.
func (c *Collection[T]) Len() int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return len(c.keys)
}

// All goes over the records in key order, as they were when it was called.
func (c *Collection[T]) All() iter.Seq2[string, T] { return c.Prefix("") }

// Prefix goes over the records whose key begins with p, in key order.
func (c *Collection[T]) Prefix(p string) iter.Seq2[string, T] {
	c.mu.RLock()
	from := sort.SearchStrings(c.keys, p)
	to := from + sort.Search(len(c.keys)-from, func(i int) bool { return !strings.HasPrefix(c.keys[from+i], p) })
	keys := slices.Clone(c.keys[from:to])
	values := make([]T, len(keys))
	for i, k := range keys {
		values[i] = c.values[k]
	}
	c.mu.RUnlock()
	return func(yield func(string, T) bool) {
		for i, k := range keys {
			if !yield(k, values[i]) {
				return
			}
		}
	}
}

// Put writes one record.
func (c *Collection[T]) Put(tx *Tx, key string, val T) error {
	b, err := json.Marshal(val)
	if err != nil {
		return fmt.Errorf("writing %s/%s: %w", c.name, key, err)
	}
	return tx.set(c.name, key, b)
}

// PutUnjournalled writes one record of which the journal keeps nothing: undo cannot take it
// back, and Expire takes it out of the file for good. It is for what must not outlive its day.
func (c *Collection[T]) PutUnjournalled(tx *Tx, key string, val T) error {
	if err := c.Put(tx, key, val); err != nil {
		return err
	}
	tx.unjournalled(c.name, key)
	return nil
}

// Delete leaves a tombstone, so that another laptop learns of it.
func (c *Collection[T]) Delete(tx *Tx, key string) error {
	return tx.set(c.name, key, nil)
}

// DeleteUnjournalled is Delete for what was written by PutUnjournalled: the journal does not
// learn what it was, so undo brings the rest of its action back without it.
func (c *Collection[T]) DeleteUnjournalled(tx *Tx, key string) error {
	if err := c.Delete(tx, key); err != nil {
		return err
	}
	tx.unjournalled(c.name, key)
	return nil
}

// Watch calls fn for each record that a commit changed; val is empty when deleted. It is for
// an index: fn comes as part of the commit, when all collections have taken it in, and the next
// one waits for it. So fn is short, and neither changes the vault nor reads it steadily.
func (c *Collection[T]) Watch(fn func(key string, val T, deleted bool)) (unsubscribe func()) {
	c.watchMu.Lock()
	defer c.watchMu.Unlock()
	if c.watch == nil { // the vault is closed: nothing changes any more
		return func() {}
	}
	id := c.next
	c.next++
	c.watch[id] = fn
	return func() {
		c.watchMu.Lock()
		defer c.watchMu.Unlock()
		delete(c.watch, id)
	}
}
