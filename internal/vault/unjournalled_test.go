package vault

import (
	"bytes"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// The journal in the clear, as bytes, has nothing of a record that is unjournalled: written
// or deleted by itself or together with others, undone or expired.
func TestUnjournalledIsNotInTheBytes(t *testing.T) {
	v := wide(t)
	defer v.Close()
	c, err := NewCollection[string](v, "quiet")
	if err != nil {
		t.Fatal(err)
	}
	names, err := NewCollection[string](v, "names")
	if err != nil {
		t.Fatal(err)
	}
	const secret = "zwaluwstaart"
	for _, step := range []func() error{
		func() error {
			return v.Do(Action{Kind: "a"}, func(tx *Tx) error { return c.PutUnjournalled(tx, "1", secret) })
		},
		func() error { // both at once
			return v.Do(Action{Kind: "b"}, func(tx *Tx) error {
				if err := c.PutUnjournalled(tx, "2", secret+" twee"); err != nil {
					return err
				}
				return names.Put(tx, "00001", "anders")
			})
		},
		func() error {
			return v.Do(Action{Kind: "c"}, func(tx *Tx) error {
				if err := c.DeleteUnjournalled(tx, "2"); err != nil {
					return err
				}
				return names.Delete(tx, "00002")
			})
		},
		func() error { _, err := v.Undo(); return err },
		func() error { _, err := v.Redo(); return err },
		func() error { return v.Expire(Action{Kind: "d"}, []Change{{Collection: "quiet", Key: "1"}}) },
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
		journal := inTheClear(t, v)
		if !bytes.Contains(journal, []byte("een naam")) || bytes.Contains(journal, []byte(secret)) || bytes.Contains(journal, []byte("quiet")) {
			t.Fatal("the journal has it, or cannot be read")
		}
	}
	if c.Len() != 0 || names.Len() != 399 {
		t.Errorf("%d and %d are left", c.Len(), names.Len())
	}
}

func inTheClear(t *testing.T, v *Vault) (out []byte) {
	t.Helper()
	err := v.view("journal", func(tx *bolt.Tx) error {
		return tx.Bucket(bucketJournal).ForEach(func(k, val []byte) error {
			seq, _, _ := head(k, val)
			plain, err := v.seal.open(val[journalHeader:], journalPlace(seq, val[:journalHeader]))
			out = append(out, plain...)
			return err
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
