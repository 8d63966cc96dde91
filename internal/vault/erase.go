package vault

import (
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// Erase removes records for good: no tombstone, and out of every journal entry. It
// cannot be undone, nor can what was done before it.
func (v *Vault) Erase(a Action, keys []Change) error {
	gone := map[string]bool{}
	var changes []staged
	for _, c := range keys {
		gone[place(c.Collection, c.Key)] = true
		changes = append(changes, staged{collection: c.Collection, key: c.Key})
	}
	if err := v.erase(a, keys, gone, changes); err != nil {
		return fmt.Errorf("erasing: %w", err)
	}
	v.tell(a, opDo, changes)
	return nil
}

// Expire removes records for good that were written by PutUnjournalled: the journal never had
// them, and undo goes past it.
func (v *Vault) Expire(a Action, keys []Change) error {
	var changes []staged
	for _, c := range keys {
		changes = append(changes, staged{collection: c.Collection, key: c.Key})
	}
	if err := v.expire(a, keys, changes); err != nil {
		return fmt.Errorf("removing what is over: %w", err)
	}
	v.tell(a, opDo, changes)
	return nil
}

func (v *Vault) expire(a Action, keys []Change, changes []staged) error {
	v.write.Lock()
	defer v.write.Unlock()
	if v.closed {
		return ErrClosed
	}
	err := v.update(func(b *bolt.Tx) error {
		w := v.writer(b)
		if err := w.remove(keys); err != nil {
			return err
		}
		return w.finish(a, opPast, 0, nil)
	})
	if err == nil {
		v.apply(changes)
	}
	return err
}

// remove takes records out of their buckets without a tombstone.
func (w *writer) remove(keys []Change) error {
	for _, c := range keys {
		t, err := w.tracked(collPrefix + c.Collection)
		if err != nil {
			return err
		}
		if err := t.remove([]byte(c.Key)); err != nil {
			return err
		}
	}
	return nil
}

func (v *Vault) erase(a Action, keys []Change, gone map[string]bool, changes []staged) error {
	v.write.Lock()
	defer v.write.Unlock()
	if v.closed {
		return ErrClosed
	}
	err := v.update(func(b *bolt.Tx) error { return v.writer(b).erase(a, keys, gone) })
	if err == nil {
		v.apply(changes)
	}
	return err
}

func (w *writer) erase(a Action, keys []Change, gone map[string]bool) error {
	if err := w.remove(keys); err != nil {
		return err
	}
	if err := w.scrub(gone); err != nil {
		return err
	}
	return w.finish(a, opGone, 0, nil)
}

// scrub rewrites the journal entries that hold an erased record. Their words go
// too: an action's arguments may name the person.
func (w *writer) scrub(gone map[string]bool) error {
	t, err := w.tracked(string(bucketJournal))
	if err != nil {
		return err
	}
	rewritten := map[string]journalled{}
	err = t.bucket.ForEach(func(k, val []byte) error {
		e, err := w.v.readEntry(k, val)
		if err != nil {
			return err
		}
		if e.drop(gone) {
			rewritten[string(k)] = e
		}
		return nil
	})
	if err != nil {
		return err
	}
	for k, e := range rewritten {
		seq, op, ref := head([]byte(k), t.bucket.Get([]byte(k)))
		if err := w.putEntry(t, seq, op, ref, e); err != nil {
			return err
		}
	}
	return nil
}

func (e *journalled) drop(gone map[string]bool) bool {
	var kept []jchange
	for _, c := range e.Changes {
		if !gone[place(c.Collection, c.Key)] {
			kept = append(kept, c)
		}
	}
	if len(kept) == len(e.Changes) {
		return false
	}
	e.Changes, e.Action.Args = kept, nil
	return true
}
