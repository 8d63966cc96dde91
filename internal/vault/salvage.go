package vault

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"os"
	"strings"
)

// Saved is what Salvage could read, per collection.
type Saved struct {
	Records map[string]int // live records in the new vault
	Lost    map[string]int // records that are known to be missing; 0 is left out
	Loose   map[string]int // of Records: found in pages that nothing leads to any more
	Unknown bool           // the lists of what there was are damaged: more may be lost
	KeyOf   string         // the copy whose key was borrowed, where the file has lost its own
	Filled  map[string]int // of Records: taken from that copy, as nothing of their collection was left
}

// ErrNoKey says that the part of a file which holds its key is damaged: without it nobody can
// read the rest, and only a copy helps.
var ErrNoKey = errors.New("the part with the key is gone")

// Salvage reads what can still be read of a damaged vault, record by record, and writes it to
// a new one: same passphrase, same recovery code, no journal. The damaged file stays as it is.
//
// It follows the file's trees first. Only where those end in damage it takes pages that nothing
// leads to any more; a record of which a newer version is known is never taken from there. Such
// a page may still hold what was removed for good: Loose counts what came from there.
//
// A file that has lost the part with its key borrows it from one of the copies: see borrow.
func Salvage(path, secret, to string, copies ...string) (Saved, error) {
	if _, err := os.Lstat(to); err == nil {
		return Saved{}, fmt.Errorf("%s: %w", to, ErrExists)
	}
	w, err := newWreck(path, secret, copies)
	if err != nil {
		return Saved{}, err
	}
	part := partOf(to)
	if err := errors.Join(removeIf(part), w.write(part)); err != nil {
		return Saved{}, errors.Join(fmt.Errorf("writing what was saved: %w", spaceless(err)), removeIf(part))
	}
	if _, err := readBack(part, w.seal); err != nil {
		return Saved{}, errors.Join(fmt.Errorf("%w: %w", ErrBadCopy, err), removeIf(part))
	}
	if err := publish(part, to); err != nil {
		return Saved{}, errors.Join(err, removeIf(part))
	}
	return w.saved(), nil
}

// found is a record that was read, as it stands in the file, and whether that was in a page
// that nothing leads to.
type found struct {
	record
	sealed []byte
	loose  bool
}

// wreck is a damaged file in memory, and what was read of it.
type wreck struct {
	*pages
	header  Header
	keyOf   string          // the copy that the header was borrowed from
	known   map[string]bool // the tables of that copy
	filled  map[string]bool // the collections that came from it
	seal    *sealer
	schema  []byte
	device  []byte
	records map[string]map[string]found // by collection and key
	want    map[string]sum              // by bucket
	broken  bool                        // a tree ended in damage
	newest  uint64                      // stamp of what the trees led to
}

// newWreck reads what can still be read of a file.
func newWreck(path, secret string, copies []string) (*wreck, error) {
	b, err := readAllOf(path)
	if err != nil {
		return nil, err
	}
	w := wreckOf(b)
	err = w.ownKey(path, secret)
	if errors.Is(err, ErrNoKey) && len(copies) > 0 {
		return borrow(b, secret, copies, err)
	}
	if err == nil {
		w.gather()
	}
	return w, err
}

func wreckOf(b []byte) *wreck {
	return &wreck{pages: newPages(b), records: map[string]map[string]found{}, want: map[string]sum{}}
}

// ownKey unlocks the file by a header of its own.
func (w *wreck) ownKey(path, secret string) error {
	var err error = &DamageError{Path: path, What: "header", Err: ErrNoKey}
	for _, raw := range w.headers() {
		h, e := decodeHeader(raw)
		if e != nil {
			continue
		}
		key, e := h.unwrap(secret)
		if e != nil {
			err = fmt.Errorf("%s: %w", path, e)
			continue
		}
		w.header = h
		w.seal, err = newSealer(key)
		break
	}
	return err
}

// salvageMax is the longest file that is read into memory.
const salvageMax = 2 << 30

func readAllOf(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	if info.Size() > salvageMax || !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: %w", path, ErrNotVault)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	return b, nil
}

// gather reads the trees, then, where they end in damage, the pages beside them.
func (w *wreck) gather() {
	w.broken = !w.follow(func(bucket string, e element) { w.take(bucket, e, 0, false) })
	if !w.missing() {
		return
	}
	for _, records := range w.records {
		for _, r := range records {
			w.newest = max(w.newest, r.stamp)
		}
	}
	names := w.collections()
	w.others(func(all []element) {
		after := uint64(0)
		if w.outdated(all, names) {
			after = w.newest
		}
		for _, e := range all {
			w.takeAnywhere(e, after, names)
		}
	})
}

// missing tells whether the trees did not have all that they should.
func (w *wreck) missing() bool {
	if w.broken || w.torn {
		return true
	}
	for bucket, s := range w.want {
		if col, ok := strings.CutPrefix(bucket, collPrefix); ok && uint64(len(w.records[col])) < s.count {
			return true
		}
	}
	return false
}

// take keeps what decrypts at its place and is newer than a stamp; the rest is not to be had.
func (w *wreck) take(bucket string, e element, after uint64, loose bool) bool {
	col, ok := strings.CutPrefix(bucket, collPrefix)
	if !ok {
		w.takeOwn(bucket, e)
		return false
	}
	plain, err := w.seal.open(e.value, place(col, string(e.key)))
	if err != nil {
		return false
	}
	r, err := decodeRecord(plain)
	if err != nil {
		return false
	}
	if w.records[col] == nil {
		w.records[col] = map[string]found{}
	}
	old, ok := w.records[col][string(e.key)]
	if r.stamp > after && (!ok || old.stamp < r.stamp && (old.loose == loose || w.torn && r.stamp > w.newest)) {
		w.records[col][string(e.key)] = found{r, e.value, loose}
	}
	return true
}

// takeOwn keeps what the vault knows of itself.
func (w *wreck) takeOwn(bucket string, e element) {
	switch {
	case bucket == string(bucketManifest):
		plain, err := w.seal.open(e.value, place("manifest", string(e.key)))
		if err == nil && len(plain) == 8+tagSize {
			w.want[string(e.key)] = sum{count: binary.BigEndian.Uint64(plain)}
		}
	case bucket == string(bucketMeta) && string(e.key) == string(keySchema) && len(e.value) > 4:
		if _, err := w.seal.open(e.value[4:], place("schema", string(e.value[:4]))); err == nil {
			w.schema = e.value
		}
	case bucket == string(bucketMeta) && string(e.key) == string(keyDevice):
		if d, err := w.seal.open(e.value, place("meta", "device")); err == nil {
			w.device = d
		}
	}
}

// outdated tells whether a page is another state of one that was read: no two pages of the
// present hold the same key. It is an older one, unless the newest meta page is damaged: then
// it may be what the last action wrote, and what is newer than all else counts.
func (w *wreck) outdated(all []element, names []string) bool {
	for _, e := range all {
		for _, n := range names {
			if f, ok := w.records[n][string(e.key)]; ok && !f.loose {
				return true
			}
		}
	}
	return false
}

// takeAnywhere finds out which collection a record is of: its place is part of its seal.
func (w *wreck) takeAnywhere(e element, after uint64, names []string) {
	if after > 0 && !w.torn {
		return
	}
	for i, n := range names {
		if w.take(collPrefix+n, e, after, true) {
			names[0], names[i] = names[i], names[0] // the next one of the page is of the same
			return
		}
	}
}

// collections are the names that stand anywhere in the file or its lists, or in the copy that
// the key is of: the page with the key is mostly the one with the names too.
func (w *wreck) collections() []string {
	names := maps.Clone(w.known)
	if names == nil {
		names = map[string]bool{}
	}
	for n := range w.tables() {
		names[n] = true
	}
	for n := range w.want {
		names[n] = true
	}
	var out []string
	for n := range names {
		if col, ok := strings.CutPrefix(n, collPrefix); ok {
			out = append(out, col)
		}
	}
	return out
}
