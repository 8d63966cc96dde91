package vault

import (
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// writer writes one action; valid only inside its transaction.
type writer struct {
	v       *Vault
	bolt    *bolt.Tx
	buckets map[string]*tracked
}

func (v *Vault) writer(b *bolt.Tx) *writer {
	return &writer{v: v, bolt: b, buckets: map[string]*tracked{}}
}

// action writes the records, one journal entry and the manifest.
func (w *writer) action(a Action, op byte, ref uint64, changes []staged) error {
	for _, s := range changes {
		if err := w.record(s); err != nil {
			return err
		}
	}
	return w.finish(a, op, ref, changes)
}

func (w *writer) record(s staged) error {
	t, err := w.tracked(collPrefix + s.collection)
	if err != nil {
		return err
	}
	r := record{deleted: s.after == nil, stamp: w.v.clock.next(), device: w.v.device, payload: s.after}
	if err := t.put([]byte(s.key), w.v.seal.seal(r.encode(), place(s.collection, s.key))); err != nil {
		return fmt.Errorf("writing %s/%s: %w", s.collection, s.key, err)
	}
	return nil
}

func (w *writer) tracked(name string) (*tracked, error) {
	if t, ok := w.buckets[name]; ok {
		return t, nil
	}
	t, err := w.v.track(w.bolt, name)
	if err != nil {
		return nil, err
	}
	w.buckets[name] = t
	return t, nil
}

func (w *writer) finish(a Action, op byte, ref uint64, changes []staged) error {
	if err := w.journal(a, op, ref, changes); err != nil {
		return err
	}
	for _, t := range w.buckets {
		if err := t.finish(w.bolt); err != nil {
			return fmt.Errorf("writing the manifest: %w", err)
		}
	}
	return nil
}
