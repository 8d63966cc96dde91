package vault

import (
	"encoding/json"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// Action names one thing that a user did. Kind is a key of the message catalogue,
// Args fill its placeholders. It is encrypted in the journal.
type Action struct {
	Kind string            `json:"kind"`
	Args map[string]string `json:"args,omitempty"`
}

// Tx is one user action while it is being written; valid only inside Do.
type Tx struct {
	v       *Vault
	bolt    *bolt.Tx
	buckets map[string]*tracked
	staged  []staged
	at      map[string]int // place -> index in staged
}

// staged is one record changed by an action.
type staged struct {
	collection, key string
	before, after   json.RawMessage // nil: not there
	value           any             // what after decodes to, where it is at hand
}

// Do runs one user action as one transaction and one journal entry. When it
// returns nil everything is fsynced, the collections hold the new values and the
// watchers have been told. When fn fails nothing has changed. fn must not call Do.
func (v *Vault) Do(a Action, fn func(*Tx) error) error {
	return v.commit(a, opDo, 0, fn)
}

func (v *Vault) commit(a Action, op byte, ref uint64, fn func(*Tx) error) error {
	changes, err := v.locked(a, op, ref, fn)
	if err != nil || len(changes) == 0 {
		return err
	}
	v.tell(a, op, changes)
	return nil
}

func (v *Vault) locked(a Action, op byte, ref uint64, fn func(*Tx) error) ([]staged, error) {
	v.write.Lock()
	defer v.write.Unlock()
	if v.closed {
		return nil, ErrClosed
	}
	var changes []staged
	err := v.db.Update(func(b *bolt.Tx) error {
		tx := &Tx{v: v, bolt: b, buckets: map[string]*tracked{}, at: map[string]int{}}
		if err := fn(tx); err != nil {
			return err
		}
		changes = tx.changed()
		if len(changes) == 0 {
			return errNothing
		}
		return tx.finish(a, op, ref, changes)
	})
	if errors.Is(err, errNothing) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	v.apply(changes)
	return changes, nil
}

// errNothing rolls a transaction back that changed nothing: no journal entry.
var errNothing = errors.New("nothing changed")

func (tx *Tx) finish(a Action, op byte, ref uint64, changes []staged) error {
	if err := tx.journal(a, op, ref, changes); err != nil {
		return err
	}
	for _, t := range tx.buckets {
		if err := t.finish(tx.bolt); err != nil {
			return fmt.Errorf("writing the manifest: %w", err)
		}
	}
	return nil
}

// changed leaves out records that end as they began.
func (tx *Tx) changed() []staged {
	var out []staged
	for _, s := range tx.staged {
		if string(s.before) != string(s.after) || (s.before == nil) != (s.after == nil) {
			out = append(out, s)
		}
	}
	return out
}

func (tx *Tx) tracked(name string) (*tracked, error) {
	if t, ok := tx.buckets[name]; ok {
		return t, nil
	}
	t, err := tx.v.track(tx.bolt, name)
	if err != nil {
		return nil, err
	}
	tx.buckets[name] = t
	return t, nil
}

// set writes one record, payload nil for a tombstone, and stages it for the journal.
func (tx *Tx) set(collection, key string, payload json.RawMessage, value any) error {
	t, err := tx.tracked(collPrefix + collection)
	if err != nil {
		return err
	}
	before, err := tx.current(t, collection, key)
	if err != nil {
		return err
	}
	if payload == nil && before == nil {
		return nil
	}
	r := record{deleted: payload == nil, stamp: tx.v.clock.next(), device: tx.v.device, payload: payload}
	if err := t.put([]byte(key), tx.v.seal.seal(r.encode(), place(collection, key))); err != nil {
		return fmt.Errorf("writing %s/%s: %w", collection, key, err)
	}
	tx.stage(staged{collection, key, before, payload, value})
	return nil
}

// stage keeps the first before and the last after of a record changed twice.
func (tx *Tx) stage(s staged) {
	p := place(s.collection, s.key)
	if i, ok := tx.at[p]; ok {
		s.before = tx.staged[i].before
		tx.staged[i] = s
		return
	}
	tx.at[p] = len(tx.staged)
	tx.staged = append(tx.staged, s)
}

func (tx *Tx) current(t *tracked, collection, key string) (json.RawMessage, error) {
	sealed := t.bucket.Get([]byte(key))
	if sealed == nil {
		return nil, nil
	}
	r, err := tx.v.decrypt(sealed, collection, key)
	return r.payload, err
}

func (v *Vault) decrypt(sealed []byte, collection, key string) (record, error) {
	plain, err := v.seal.open(sealed, place(collection, key))
	if err != nil {
		return record{}, v.damage("record "+collection+"/"+key, err)
	}
	r, err := decodeRecord(plain)
	if err != nil {
		return r, v.damage("record "+collection+"/"+key, err)
	}
	return r, nil
}
