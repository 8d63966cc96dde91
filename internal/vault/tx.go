package vault

import (
	"encoding/json"
	"slices"

	bolt "go.etcd.io/bbolt"
)

// Action names one thing that a user did. Kind is a key of the message catalogue,
// Args fill its placeholders. It is encrypted in the journal.
type Action struct {
	Kind string            `json:"kind"`
	Args map[string]string `json:"args,omitempty"`
}

// NewAction names an action, with its arguments as pairs of a placeholder and its value.
func NewAction(kind string, args ...string) Action {
	a := Action{Kind: kind, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		a.Args[args[i]] = args[i+1]
	}
	return a
}

// Tx is one user action while it is being put together; valid only inside Do. Nothing
// is written before the action is whole, so that one that fails leaves bbolt nothing to
// take back: for that it would read the whole file.
type Tx struct {
	v      *Vault
	read   *bolt.Tx
	staged []staged
	at     map[string]int // place -> index in staged
}

// staged is one record changed by an action.
type staged struct {
	collection, key string
	before, after   json.RawMessage // nil: not there
	unjournalled    bool
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
	changes, err := v.stage(fn)
	if err != nil || len(changes) == 0 {
		return nil, err
	}
	if !slices.ContainsFunc(changes, func(s staged) bool { return !s.unjournalled }) {
		op = opPast // there is nothing that undo could take back
	}
	err = v.update(func(b *bolt.Tx) error { return v.writer(b).action(a, op, ref, changes) })
	if err != nil {
		return nil, err
	}
	v.apply(changes)
	return changes, nil
}

// stage lets fn put an action together and gives the records that it changes.
func (v *Vault) stage(fn func(*Tx) error) (changes []staged, err error) {
	read, err := v.begin(false)
	if err != nil {
		return nil, err
	}
	defer func() { // also when fn panics, whose panics are its own
		if e := v.protect("pages in use", read.Rollback); err == nil {
			err = e
		}
	}()
	tx := &Tx{v: v, read: read, at: map[string]int{}}
	if err := fn(tx); err != nil {
		return nil, err
	}
	return tx.changed(), nil
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

// set stages one record, payload nil for a tombstone.
func (tx *Tx) set(collection, key string, payload json.RawMessage) error {
	before, err := tx.current(collection, key)
	if err != nil {
		return err
	}
	tx.stage(staged{collection: collection, key: key, before: before, after: payload})
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

// unjournalled keeps a record that is staged out of the journal.
func (tx *Tx) unjournalled(collection, key string) {
	tx.staged[tx.at[place(collection, key)]].unjournalled = true
}

// current is what a record holds now, for this action.
func (tx *Tx) current(collection, key string) (val json.RawMessage, err error) {
	if i, ok := tx.at[place(collection, key)]; ok {
		return tx.staged[i].after, nil
	}
	err = tx.v.protect("collection "+collection, func() error {
		b := tx.read.Bucket([]byte(collPrefix + collection))
		if b == nil {
			return nil
		}
		sealed := b.Get([]byte(key))
		if sealed == nil {
			return nil
		}
		r, err := tx.v.decrypt(sealed, collection, key)
		val = r.payload
		return err
	})
	return val, err
}

func (v *Vault) decrypt(sealed []byte, collection, key string) (record, error) {
	return (&reader{v: v}).record(sealed, collection, key)
}

// reader decrypts one record after the other into the same memory: a big vault loads
// faster, and leaves less behind to be cleaned.
type reader struct {
	v            *Vault
	plain, place []byte
}

// record is valid until the next one is read.
func (r *reader) record(sealed []byte, collection, key string) (record, error) {
	r.place = append(append(append(r.place[:0], collection...), 0), key...)
	plain, err := r.v.seal.openInto(r.plain[:0], sealed, r.place)
	if err != nil {
		return record{}, r.v.damage("record "+collection+"/"+key, err)
	}
	r.plain = plain
	rec, err := decodeRecord(plain)
	if err != nil {
		return rec, r.v.damage("record "+collection+"/"+key, err)
	}
	return rec, nil
}
