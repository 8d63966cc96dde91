package vault

import (
	"bytes"
	"fmt"
)

// element sizes and the flag of a bucket within a leaf.
const (
	elementSize  = 16
	bucketFlag   = 0x01
	bucketHeader = 16
	maxDepth     = 32
)

// bound is the range that a page's keys must lie in: at least min, below max.
type bound struct{ min, max []byte }

func (m *image) walkRoot() error {
	return m.walk(m.root, bound{}, true, 0)
}

// walk goes over a page and all below it: numbers, kinds, sizes and key order, so
// that bbolt finds every record at the place where it looks for it.
func (m *image) walk(id uint64, in bound, root bool, depth int) error {
	if depth > maxDepth {
		return m.damage(pageName(id), "too deep")
	}
	page, err := m.page(id, depth)
	if err != nil {
		return err
	}
	return m.elements(page, pageName(id), in, root, depth)
}

func pageName(id uint64) string { return fmt.Sprintf("page %d", id) }

// page gives a page's bytes with those that overflow from it, until the next page of
// the same depth is read.
func (m *image) page(id uint64, depth int) ([]byte, error) {
	if id < 2 || id >= m.high {
		return nil, m.damage(pageName(id), "it is not in the file")
	}
	for len(m.buffer) <= depth {
		m.buffer = append(m.buffer, nil)
	}
	at := int64(id) * int64(m.size)
	b, err := m.read(m.buffer[depth], at, int64(m.size))
	if err != nil {
		return nil, err
	}
	overflow := uint64(u32(b[12:]))
	if u64(b) != id || id+overflow >= m.high {
		return nil, m.damage(pageName(id), "the page header is wrong")
	}
	for i := range overflow + 1 {
		if m.seen[id+i] {
			return nil, m.damage(pageName(id+i), "it is used twice")
		}
		m.seen[id+i] = true
	}
	if overflow > 0 {
		b, err = m.read(b, at, int64(overflow+1)*int64(m.size))
	}
	m.buffer[depth] = b
	return b, err
}

// node is a page of the tree, or the small page of a table inside its entry.
type node struct {
	page  []byte
	name  string // in what is said of it
	flags uint16
	count int   // of its elements
	in    bound // of its keys
	root  bool  // it names the tables
	depth int
}

// at is where an element stands in its page.
func (n node) at(i int) int { return pageHeader + i*elementSize }

func (m *image) elements(page []byte, name string, in bound, root bool, depth int) error {
	n := node{page, name, u16(page[8:]), int(u16(page[10:])), in, root, depth}
	if n.flags != flagBranch && n.flags != flagLeaf {
		return m.damage(name, "unknown kind %#x", n.flags)
	}
	if n.at(n.count) > len(page) || n.flags == flagBranch && n.count == 0 {
		return m.damage(name, "%d entries do not fit", n.count)
	}
	var last []byte
	for i := range n.count {
		key, err := m.key(n, i)
		if err != nil {
			return err
		}
		if i > 0 && bytes.Compare(last, key) >= 0 || bytes.Compare(key, in.min) < 0 || in.max != nil && bytes.Compare(key, in.max) >= 0 {
			return m.damage(name, "%w", errOrder)
		}
		last = key
		if err := m.below(n, i, key); err != nil {
			return err
		}
	}
	return nil
}

// key gives the key of an element.
func (m *image) key(n node, i int) ([]byte, error) {
	at := n.at(i)
	pos, size := int(u32(n.page[at:])), int(u32(n.page[at+4:]))
	rest := 0
	if n.flags == flagLeaf {
		pos, size, rest = int(u32(n.page[at+4:])), int(u32(n.page[at+8:])), int(u32(n.page[at+12:]))
	}
	from := at + pos
	if pos < elementSize || size <= 0 || from+size+rest > len(n.page) {
		return nil, m.damage(n.name, "an entry lies outside the page")
	}
	return n.page[from : from+size], nil
}

// below goes on to what an element leads to: the page of a branch, or a table.
func (m *image) below(n node, i int, key []byte) error {
	at := n.at(i)
	if n.flags == flagBranch {
		next := n.in.max
		if i+1 < n.count {
			k, err := m.key(n, i+1)
			if err != nil {
				return err
			}
			next = k
		}
		return m.walk(u64(n.page[at+8:]), bound{key, next}, n.root, n.depth+1)
	}
	if u32(n.page[at:])&bucketFlag == 0 {
		if n.root {
			return m.damage(n.name, "table %q is no table", key)
		}
		return nil
	}
	if !n.root {
		return m.damage(n.name, "a table within a table")
	}
	from := at + int(u32(n.page[at+4:])) + len(key)
	return m.bucket(n.page[from:from+int(u32(n.page[at+12:]))], n.name, n.depth)
}

// bucket is one table: pages of its own, or a small page inside its entry.
func (m *image) bucket(value []byte, name string, depth int) error {
	if len(value) < bucketHeader {
		return m.damage(name, "a table of %d bytes", len(value))
	}
	if root := u64(value); root != 0 {
		return m.walk(root, bound{}, false, depth+1)
	}
	inline := value[bucketHeader:]
	if len(inline) < pageHeader || u16(inline[8:]) != flagLeaf {
		return m.damage(name, "a small table that is none")
	}
	return m.elements(inline, name, bound{}, false, depth+1)
}
