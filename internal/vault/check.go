package vault

import (
	"errors"
	"fmt"
	"strings"

	bolt "go.etcd.io/bbolt"
)

// Report is what Check found.
type Report struct {
	Header   Header
	Records  map[string]int // live records per collection
	Deleted  map[string]int // tombstones per collection
	Journal  int            // entries
	Problems []string       // references that lead nowhere
}

// Check reads and decrypts every record and journal entry and asks each of refs
// for references that lead nowhere. The error is what Open gives, or the first
// damage; the file is never changed, an older schema is not migrated.
func Check(path, secret string, refs ...func(*Vault) ([]string, error)) (r Report, err error) {
	r = Report{Records: map[string]int{}, Deleted: map[string]int{}}
	if r.Header, err = Inspect(path); err != nil {
		return r, err
	}
	v, err := Open(path, secret, func(o *options) { o.schema = max(r.Header.Schema, 1) })
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, v.Close()) }()
	if err := v.view("structure", func(tx *bolt.Tx) error { return v.readAll(tx, &r) }); err != nil {
		return r, err
	}
	for _, ref := range refs {
		problems, err := ref(v)
		if err != nil {
			return r, err
		}
		r.Problems = append(r.Problems, problems...)
	}
	return r, nil
}

// readAll does without bbolt's own Check: preflight has looked at the same, and bbolt
// reads on a goroutine that protect does not reach.
func (v *Vault) readAll(tx *bolt.Tx, r *Report) error {
	err := tx.ForEach(func(name []byte, _ *bolt.Bucket) error {
		col, ok := strings.CutPrefix(string(name), collPrefix)
		if !ok {
			return nil
		}
		return v.readCollection(tx, col, r)
	})
	if err != nil {
		return err
	}
	return v.readJournal(tx, r)
}

func (v *Vault) readCollection(tx *bolt.Tx, col string, r *Report) error {
	pairs, err := v.pairs(tx, collPrefix+col)
	if err != nil {
		return err
	}
	r.Records[col] = 0
	for _, p := range pairs {
		rec, err := v.decrypt(p.sealed, col, string(p.key))
		if err != nil {
			return err
		}
		if rec.deleted {
			r.Deleted[col]++
		} else {
			r.Records[col]++
		}
	}
	return nil
}

func (v *Vault) readJournal(tx *bolt.Tx, r *Report) error {
	want, err := v.readSum(tx, string(bucketJournal))
	if err != nil {
		return err
	}
	var have sum
	err = tx.Bucket(bucketJournal).ForEach(func(k, val []byte) error {
		if _, err := v.readEntry(k, val); err != nil {
			return err
		}
		have.add(val)
		return nil
	})
	if err != nil {
		return err
	}
	if have != want {
		return v.damage("journal", fmt.Errorf("%w", errManifest))
	}
	r.Journal = int(have.count)
	return nil
}
