package vault

import "bytes"

// element is one entry of a leaf.
type element struct{ key, value []byte }

// pages reads a damaged bbolt file page by page and trusts nothing that it says.
type pages struct {
	b    []byte
	size int
	meta *image // what the newest sound meta page says; root 0 where none is
	torn bool   // one of the two meta pages is damaged, perhaps the newest
	seen map[uint64]bool
}

func newPages(b []byte) *pages {
	m := &image{file: bytes.NewReader(b), length: int64(len(b)), start: b[:min(len(b), 2*maxPage)]}
	err := m.metas() // takes what is sound of the two and finds the size of a page
	return &pages{b: b, size: m.size, meta: m, torn: err != nil, seen: map[uint64]bool{}}
}

// page gives a page with those that overflow from it, as far as the file goes.
func (p *pages) page(id uint64) []byte {
	at := id * uint64(p.size)
	if id >= 1<<40 || at+pageHeader > uint64(len(p.b)) {
		return nil
	}
	end := at + uint64(p.size)
	if u64(p.b[at:]) == id {
		end = at + (uint64(u32(p.b[at+12:]))+1)*uint64(p.size)
	}
	return p.b[at:min(end, uint64(len(p.b)))]
}

// follow calls take for each entry that the trees lead to; whole is false where one of them
// ends in damage.
func (p *pages) follow(take func(bucket string, e element)) (whole bool) {
	if p.meta.root == 0 {
		return false
	}
	return p.walk(p.meta.root, "", 0, take)
}

func (p *pages) walk(id uint64, bucket string, depth int, take func(string, element)) bool {
	page := p.page(id)
	if page == nil || depth > maxDepth || p.seen[id] || u64(page) != id {
		return false
	}
	p.seen[id] = true
	switch u16(page[8:]) {
	case flagBranch:
		return p.branch(page, bucket, depth, take)
	case flagLeaf:
		return p.leaf(page, bucket, depth, take)
	}
	return false
}

func (p *pages) branch(page []byte, bucket string, depth int, take func(string, element)) bool {
	whole := true
	for i := range int(u16(page[10:])) {
		at := pageHeader + i*elementSize
		if at+elementSize > len(page) {
			return false
		}
		whole = p.walk(u64(page[at+8:]), bucket, depth+1, take) && whole
	}
	return whole
}

func (p *pages) leaf(page []byte, bucket string, depth int, take func(string, element)) bool {
	whole := true
	entries, sound := leafEntries(page)
	for _, e := range entries {
		if !e.table {
			if bucket != "" {
				take(bucket, e.element)
			}
			continue
		}
		if bucket != "" || len(e.value) < bucketHeader {
			whole = false
			continue
		}
		if root := u64(e.value); root != 0 {
			whole = p.walk(root, string(e.key), depth+1, take) && whole
			continue
		}
		whole = p.leaf(e.value[bucketHeader:], string(e.key), depth+1, take) && whole
	}
	return whole && sound
}

type leafEntry struct {
	element
	table bool
}

// leafEntries reads what lies within a leaf; sound is false where an entry does not.
func leafEntries(page []byte) (out []leafEntry, sound bool) {
	if len(page) < pageHeader || u16(page[8:]) != flagLeaf {
		return nil, false
	}
	sound = true
	for i := range int(u16(page[10:])) {
		at := pageHeader + i*elementSize
		if at+elementSize > len(page) {
			return out, false
		}
		pos, k, v := uint64(u32(page[at+4:])), uint64(u32(page[at+8:])), uint64(u32(page[at+12:]))
		from := uint64(at) + pos
		if k == 0 || from+k+v > uint64(len(page)) {
			sound = false
			continue
		}
		out = append(out, leafEntry{element{page[from : from+k], page[from+k : from+k+v]}, u32(page[at:])&bucketFlag != 0})
	}
	return out, sound
}

// others calls take with the entries of each leaf that nothing led to.
func (p *pages) others(take func([]element)) {
	p.each(func(id uint64, entries []leafEntry) {
		if p.seen[id] {
			return
		}
		var all []element
		for _, e := range entries {
			if e.table {
				inner, _ := leafEntries(e.value[min(len(e.value), bucketHeader):])
				for _, x := range inner {
					all = append(all, x.element)
				}
				continue
			}
			all = append(all, e.element)
		}
		if len(all) > 0 {
			take(all)
		}
	})
}

// each goes over every page of the file that looks like a leaf.
func (p *pages) each(fn func(id uint64, entries []leafEntry)) {
	for id := range uint64(len(p.b) / p.size) {
		page := p.page(id) // whose number may be what is damaged
		if page == nil {
			continue
		}
		if entries, _ := leafEntries(page); len(entries) > 0 {
			fn(id, entries)
		}
	}
}

// tables are the names of all tables that any page speaks of.
func (p *pages) tables() map[string]bool {
	out := map[string]bool{}
	p.each(func(_ uint64, entries []leafEntry) {
		for _, e := range entries {
			if e.table {
				out[string(e.key)] = true
			}
		}
	})
	return out
}

// headers are what may be the vault's header: first the one that the trees lead to.
func (p *pages) headers() [][]byte {
	var out [][]byte
	p.follow(func(bucket string, e element) {
		if bucket == string(bucketMeta) && bytes.Equal(e.key, keyHeader) {
			out = append(out, e.value)
		}
	})
	p.seen = map[uint64]bool{}
	p.each(func(_ uint64, entries []leafEntry) {
		for _, e := range entries {
			inner, _ := leafEntries(e.value[min(len(e.value), bucketHeader):])
			for _, x := range append(inner, e) {
				if bytes.Equal(x.key, keyHeader) {
					out = append(out, x.value)
				}
			}
		}
	})
	return out
}
