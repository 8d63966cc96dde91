package vault

import (
	"bytes"
	"encoding/json"

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
