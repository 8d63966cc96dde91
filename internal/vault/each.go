package vault

import (
	"strings"

	bolt "go.etcd.io/bbolt"
)

// Each gives every live record as JSON, valid only inside fn: for what has to know all that
// somebody typed, whatever it belongs to.
func (v *Vault) Each(fn func(collection, key string, value []byte) error) error {
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
			r := &reader{v: v}
			for _, p := range pairs {
				rec, err := r.record(p.sealed, col, string(p.key))
				if err == nil && !rec.deleted {
					err = fn(col, string(p.key), rec.payload)
				}
				if err != nil {
					return err
				}
			}
			return nil
		})
	})
}
