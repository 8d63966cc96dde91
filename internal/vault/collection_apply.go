package vault

import (
	"encoding/json"
	"slices"
	"sort"
)

// apply takes a commit's changes into memory. What a collection wrote it can read:
// a value that does not decode stays as it was and the next load reports it.
func (c *Collection[T]) apply(changes []staged) {
	c.mu.Lock()
	defer c.mu.Unlock()
	var added []string
	for _, s := range changes {
		if s.after == nil {
			c.forget(s.key)
			continue
		}
		var val T
		if json.Unmarshal(s.after, &val) != nil {
			continue
		}
		if _, ok := c.values[s.key]; !ok {
			added = append(added, s.key)
		}
		c.values[s.key] = val
	}
	c.insert(added)
}

// insert keeps the keys sorted: one by one for a mark, by one sort for an import.
func (c *Collection[T]) insert(added []string) {
	if len(added) > 8 {
		c.keys = append(c.keys, added...)
		slices.Sort(c.keys)
		return
	}
	for _, k := range added {
		c.keys = slices.Insert(c.keys, sort.SearchStrings(c.keys, k), k)
	}
}

func (c *Collection[T]) forget(key string) {
	if _, ok := c.values[key]; !ok {
		return
	}
	delete(c.values, key)
	i := sort.SearchStrings(c.keys, key)
	c.keys = slices.Delete(c.keys, i, i+1)
}

// empty is for a vault that closes: nothing is found any more, and nobody is told of it.
func (c *Collection[T]) empty() {
	c.mu.Lock()
	c.values, c.keys = nil, nil
	c.mu.Unlock()
	c.watchMu.Lock()
	c.watch = nil
	c.watchMu.Unlock()
}

func (c *Collection[T]) tell(changes []staged) {
	c.watchMu.Lock()
	fns := make([]func(string, T, bool), 0, len(c.watch))
	for i := range c.next {
		if fn, ok := c.watch[i]; ok {
			fns = append(fns, fn)
		}
	}
	c.watchMu.Unlock()
	for _, fn := range fns {
		for _, s := range changes {
			val, ok := c.Get(s.key)
			fn(s.key, val, !ok)
		}
	}
}
