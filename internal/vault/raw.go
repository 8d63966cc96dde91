package vault

import (
	"bytes"
	"encoding/json"
	"strings"

	bolt "go.etcd.io/bbolt"
)

// Raw gives one record as the JSON that stands in the file; nil where there is none.
func (v *Vault) Raw(collection, key string) (val json.RawMessage, err error) {
	err = v.view("collection "+collection, func(tx *bolt.Tx) error {
		t := &Tx{v: v, read: tx, at: map[string]int{}}
		now, err := t.current(collection, key)
		val = bytes.Clone(now)
		return err
	})
	return val, err
}

// EachRaw goes over every live record of the file as JSON, whatever kind it is: for what
// compares whole vaults, and knows no rooms.
func (v *Vault) EachRaw(fn func(collection, key string, val json.RawMessage) error) error {
	return v.view("structure", func(tx *bolt.Tx) error {
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
				r, err := v.decrypt(p.sealed, col, string(p.key))
				if err != nil {
					return err
				}
				if r.deleted {
					continue
				}
				if err := fn(col, string(p.key), r.payload); err != nil {
					return err
				}
			}
			return nil
		})
	})
}
