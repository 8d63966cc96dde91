package vault

import (
	"encoding/json"
	"fmt"
	"strings"

	bolt "go.etcd.io/bbolt"
)

// Collections names the collections that the file has.
func (v *Vault) Collections() (out []string, err error) {
	err = v.view("records", func(tx *bolt.Tx) error {
		return tx.ForEach(func(name []byte, _ *bolt.Bucket) error {
			if col, ok := strings.CutPrefix(string(name), collPrefix); ok {
				out = append(out, col)
			}
			return nil
		})
	})
	return out, err
}

// Current is what a record holds now, for the action; nil: it is not there.
func (tx *Tx) Current(collection, key string) (json.RawMessage, error) {
	return tx.current(collection, key)
}

// Set writes a record of a collection that the caller does not know the values of.
func (tx *Tx) Set(collection, key string, payload json.RawMessage) error {
	return tx.set(collection, key, payload)
}

// Past is one version of a record that the journal still has.
type Past struct {
	Action  Action
	At      int64 // seconds since 1970
	Payload json.RawMessage
}

// Versions gives what the journal still has of a record, the oldest first.
func (v *Vault) Versions(collection, key string) (out []Past, err error) {
	m := Traces{IDs: []string{key}}.Matcher()
	err = v.entries(m, func(e journalled) {
		e.versions(func(col, k string, p Past) {
			if col == collection && k == key {
				out = append(out, p)
			}
		})
	})
	return out, err
}

// EachVersion goes over all that the journal has, the oldest first: every record as it was
// before and after each action.
func (v *Vault) EachVersion(fn func(collection, key string, p Past)) error {
	return v.entries(nil, func(e journalled) { e.versions(fn) })
}

func (e journalled) versions(fn func(collection, key string, p Past)) {
	for _, c := range e.Changes {
		for _, payload := range []json.RawMessage{c.Before, c.After} {
			if payload != nil {
				fn(c.Collection, c.Key, Past{e.Action, stampTime(e.Stamp).Unix(), payload})
			}
		}
	}
}

// Traced counts the entries of the journal that have one of the traces.
func (v *Vault) Traced(t Traces) (n int, err error) {
	m := t.Matcher()
	if len(m.ids)+len(m.names) == 0 {
		return 0, nil
	}
	err = v.entries(m, func(journalled) { n++ })
	return n, err
}

// entries goes over the journal, the oldest first; with a matcher, over the entries that have
// one of its traces.
func (v *Vault) entries(m *Matcher, fn func(journalled)) error {
	return v.view("journal", func(tx *bolt.Tx) error {
		return tx.Bucket(bucketJournal).ForEach(func(k, val []byte) error {
			plain, err := v.entryText(k, val)
			if err != nil || m != nil && !m.In("", plain) {
				return err
			}
			e, err := v.parseEntry(k, plain)
			if err == nil {
				fn(e)
			}
			return err
		})
	})
}

// named tells whether the words of an entry have one of the traces.
func (e journalled) named(t Traces, m *Matcher) bool {
	for _, arg := range e.Action.Args {
		if t.Holds(arg) || m.Points(arg, nil) {
			return true
		}
	}
	return false
}

// Forget is Do for what must go for good. What fn deletes leaves no tombstone; what it changes
// has no past; and the journal loses everything in which one of the traces is. Undo goes past
// what was lost, and still takes back the rest. It cannot itself be undone. The freed pages
// of the file still hold the old ones, sealed, until Compact.
func (v *Vault) Forget(a Action, t Traces, fn func(*Tx) error) error {
	changes, err := v.forget(a, t, fn)
	if err != nil {
		return fmt.Errorf("forgetting: %w", err)
	}
	v.tell(a, opDo, changes)
	return nil
}

func (v *Vault) forget(a Action, t Traces, fn func(*Tx) error) ([]staged, error) {
	v.write.Lock()
	defer v.write.Unlock()
	if v.closed {
		return nil, ErrClosed
	}
	changes, err := v.stage(fn)
	if err != nil {
		return nil, err
	}
	if err := v.update(func(b *bolt.Tx) error { return v.writer(b).forget(a, t, changes) }); err != nil {
		return nil, err
	}
	v.apply(changes)
	return changes, nil
}

func (w *writer) forget(a Action, t Traces, changes []staged) error {
	cleaning := newCleaning(w, t)
	for _, s := range changes {
		cleaning.gone[place(s.collection, s.key)] = true
		var err error
		if s.after == nil {
			err = w.remove([]Change{{Collection: s.collection, Key: s.key}})
		} else {
			err = w.record(s)
		}
		if err != nil {
			return err
		}
	}
	if err := w.tombstones(t); err != nil {
		return err
	}
	if err := cleaning.run(); err != nil {
		return err
	}
	return w.finish(a, opPast, 0, nil)
}

// tombstones removes those of records that were deleted before and have a trace in their key.
func (w *writer) tombstones(t Traces) error {
	var gone []Change
	in, m := &reader{v: w.v}, t.Matcher()
	err := w.bolt.ForEach(func(name []byte, b *bolt.Bucket) error {
		col, ok := strings.CutPrefix(string(name), collPrefix)
		if !ok || len(t.IDs) == 0 {
			return nil
		}
		return b.ForEach(func(k, sealed []byte) error {
			if !m.Points(string(k), nil) {
				return nil
			}
			r, err := in.record(sealed, col, string(k))
			if err == nil && r.deleted {
				gone = append(gone, Change{Collection: col, Key: string(k)})
			}
			return err
		})
	})
	if err != nil {
		return err
	}
	return w.remove(gone)
}
