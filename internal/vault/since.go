package vault

import (
	"encoding/binary"
	"time"

	"github.com/oklog/ulid/v2"
	bolt "go.etcd.io/bbolt"
)

// Entries goes over what is in the journal after an entry, the oldest first, and gives the
// number of the last; only over those in which one of some words stands.
func (v *Vault) Entries(after uint64, words []string, fn func(Entry)) (last uint64, err error) {
	m := Traces{IDs: words}.Matcher()
	last = after
	err = v.view("journal", func(tx *bolt.Tx) error {
		c := tx.Bucket(bucketJournal).Cursor()
		for k, val := c.Seek(seqKey(after + 1)); k != nil; k, val = c.Next() {
			plain, err := v.entryText(k, val)
			if err != nil {
				return err
			}
			last = binary.BigEndian.Uint64(k)
			if !m.In("", plain) {
				continue
			}
			e, err := v.parseEntry(k, plain)
			if err != nil {
				return err
			}
			fn(e.public(last, val[0]))
		}
		return nil
	})
	return last, err
}

// Made is when NewID made an id; ok is false of what is none.
func Made(id string) (at time.Time, ok bool) {
	x, err := ulid.ParseStrict(id)
	if err != nil {
		return time.Time{}, false
	}
	return ulid.Time(x.Time()), true
}
