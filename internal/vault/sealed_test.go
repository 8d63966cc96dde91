package vault

import (
	"bytes"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// Sealed gives the bytes of a record as they stand in the file.
func Sealed(t *testing.T, v *Vault, collection, key string) (out []byte) {
	t.Helper()
	err := v.view("records", func(tx *bolt.Tx) error {
		out = bytes.Clone(tx.Bucket([]byte(collPrefix + collection)).Get([]byte(key)))
		return nil
	})
	if err != nil || len(out) == 0 {
		t.Fatalf("%s/%s: %v", collection, key, err)
	}
	return out
}
