package vault

import (
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// Expire removes records for good that were written by PutUnjournalled: the journal never had
// them, and undo goes past it.
func (v *Vault) Expire(a Action, keys []Change) error {
	changes, err := v.expire(a, keys)
	if err != nil {
		return fmt.Errorf("removing what is over: %w", err)
	}
	v.tell(a, opDo, changes)
	return nil
}

func (v *Vault) expire(a Action, keys []Change) ([]staged, error) {
	v.write.Lock()
	defer v.write.Unlock()
	var changes []staged
	for _, c := range keys {
		changes = append(changes, staged{collection: c.Collection, key: c.Key})
	}
	err := v.update(func(b *bolt.Tx) error {
		w := v.writer(b)
		if err := w.remove(keys); err != nil {
			return err
		}
		return w.finish(a, opPast, 0, nil)
	})
	if err != nil {
		return nil, err
	}
	v.apply(changes)
	return changes, nil
}

// remove takes records out of their buckets without a tombstone.
func (w *writer) remove(keys []Change) error {
	for _, c := range keys {
		t, err := w.tracked(collPrefix + c.Collection)
		if err != nil {
			return err
		}
		if err := t.remove([]byte(c.Key)); err != nil {
			return fmt.Errorf("removing %s/%s: %w", c.Collection, c.Key, err)
		}
	}
	return nil
}
