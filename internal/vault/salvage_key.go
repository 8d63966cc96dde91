package vault

import "errors"

// ErrCopySecret says that a file has lost the part with its key, and that the copies that have
// it open with another passphrase: the one of then, perhaps.
var ErrCopySecret = errors.New("the key of the copies opens with another passphrase")

// borrow unlocks a file that has lost its header by that of a copy. A vault's key never
// changes, so each of its copies has the same one, sealed by what opened the vault when the
// copy was made; that, and the recovery code of then, open the new file too. Whether a key is
// the right one is not guessed from names: it has to open something that stands in the file.
// none is the error where no copy fits.
func borrow(b []byte, secret string, copies []string, none error) (*wreck, error) {
	tried := map[string]bool{}
	for _, path := range copies {
		c := copied(path)
		for _, raw := range c.headers() {
			if tried[string(raw)] {
				continue // each takes a derivation of the key, and most copies have the same
			}
			tried[string(raw)] = true
			h, err := decodeHeader(raw)
			if err != nil {
				continue
			}
			key, err := h.unwrap(secret)
			if err != nil {
				none = errors.Join(ErrCopySecret, none)
				continue
			}
			w := wreckOf(b)
			w.header, w.keyOf, w.known = h, path, c.tables()
			if w.seal, err = newSealer(key); err != nil {
				return nil, err
			}
			if w.gather(); w.fits() {
				w.fillFrom(c)
				return w, nil
			}
			w.seal.forget()
		}
	}
	return nil, none
}

// copied are the pages of a copy, which may be damaged itself; none where it cannot be read.
func copied(path string) *pages {
	b, err := readAllOf(path)
	if err != nil {
		b = nil
	}
	return newPages(b)
}

// fillFrom takes collections of which nothing is left as they are in the copy: bbolt keeps small
// ones, of courses or places, in the very page that was lost, and without them the rest is of
// nothing. Where the lists still say that a collection was empty it stays so; otherwise somebody
// who was erased after the copy may come back, which Filled tells.
func (w *wreck) fillFrom(c *pages) {
	then := wreckOf(c.b)
	then.seal = w.seal
	then.gather()
	w.filled = map[string]bool{}
	for col, records := range then.records {
		if s, known := w.want[collPrefix+col]; len(w.records[col]) > 0 || known && s.count == 0 {
			continue
		}
		w.records[col], w.filled[col] = records, true
	}
}

// fits tells whether the key opened anything.
func (w *wreck) fits() bool {
	return len(w.records)+len(w.want)+len(w.schema)+len(w.device) > 0
}
