package vault

import (
	"encoding/json"
	"strings"

	bolt "go.etcd.io/bbolt"
)

// Record is one record as it is kept, for who must know of all collections.
type Record struct {
	Collection, Key string
	Payload         json.RawMessage // valid only until the next record
}

// Records goes over every live record of every collection, in the order of the file; where some
// are missing the error is that of a damaged file. fn does not ask the vault for anything but
// what collections hold in memory: the file is held while it runs.
func (v *Vault) Records(fn func(Record) error) error {
	return v.view("records", func(tx *bolt.Tx) error {
		in := &reader{v: v}
		return tx.ForEach(func(name []byte, _ *bolt.Bucket) error {
			col, ok := strings.CutPrefix(string(name), collPrefix)
			if !ok {
				return nil
			}
			pairs, err := v.pairs(tx, string(name))
			if err != nil {
				return err
			}
			for _, p := range pairs {
				r, err := in.record(p.sealed, col, string(p.key))
				if err == nil && !r.deleted {
					err = fn(Record{col, string(p.key), r.payload})
				}
				if err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// Each is Records in parts: for what has to know all that somebody typed, whatever it belongs to.
func (v *Vault) Each(fn func(collection, key string, value []byte) error) error {
	return v.Records(func(r Record) error { return fn(r.Collection, r.Key, r.Payload) })
}
