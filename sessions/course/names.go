package course

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"kring/sessions/people"
)

// names finds records by any part of their name. It keeps them folded and in order,
// so that a key typed costs one walk past all names and no sorting.
type names struct {
	mu     sync.RWMutex
	sorted []named          // by folded name, then ID
	byID   map[string]named // to find the old place of a name that changes
}

// named is a record by its name; also is more text that finds it, such as a place.
type named struct{ id, name, folded, also string }

func (a named) compare(b named) int {
	return cmp.Or(cmp.Compare(a.folded, b.folded), cmp.Compare(a.id, b.id))
}

func newNames(all []named) *names {
	x := &names{sorted: all, byID: make(map[string]named, len(all))}
	slices.SortFunc(x.sorted, named.compare)
	for _, n := range all {
		x.byID[n.id] = n
	}
	return x
}

func fold(id, name, also string) named {
	return named{id, name, people.Fold(name), people.Fold(also)}
}

// follow takes over what happened to a record.
func (x *names) follow(n named, deleted bool) {
	if deleted {
		x.delete(n.id)
		return
	}
	x.set(n)
}

func (x *names) set(n named) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.drop(n.id)
	at, _ := slices.BinarySearchFunc(x.sorted, n, named.compare)
	x.sorted = slices.Insert(x.sorted, at, n)
	x.byID[n.id] = n
}

func (x *names) delete(id string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.drop(id)
}

func (x *names) drop(id string) {
	old, ok := x.byID[id]
	if !ok {
		return
	}
	delete(x.byID, id)
	if at, there := slices.BinarySearchFunc(x.sorted, old, named.compare); there {
		x.sorted = slices.Delete(x.sorted, at, at+1)
	}
}

// find gives at most limit records: names that begin with the folded query first,
// then those with a word that does, then the rest, each by name.
func (x *names) find(q string, limit int) []named {
	x.mu.RLock()
	defer x.mu.RUnlock()
	var found [3][]named
	for _, n := range x.sorted {
		rank, ok := n.rank(q)
		if ok && len(found[rank]) < limit {
			found[rank] = append(found[rank], n)
		}
		if len(found[0]) == limit {
			break
		}
	}
	all := slices.Concat(found[:]...)
	return all[:min(limit, len(all))]
}

func (a named) rank(q string) (rank int, ok bool) {
	at := strings.Index(a.folded, q)
	switch {
	case at == 0:
		return 0, true
	case at > 0 && strings.Contains(a.folded, " "+q):
		return 1, true
	}
	return 2, at > 0 || a.also != "" && strings.Contains(a.also, q)
}
