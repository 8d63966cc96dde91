package vault

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"
)

// write makes the new vault with the records as they were sealed, with their own times and
// devices: it can still be merged with another laptop's, and what is newer than in a copy can
// still be told.
func (w *wreck) write(path string) error {
	db, err := bolt.Open(path, 0o600, boltOptions())
	if err != nil {
		return err
	}
	v := &Vault{path: path, db: db, seal: w.seal, holders: map[string]holder{}}
	if len(w.device) == len(v.device) {
		copy(v.device[:], w.device)
	}
	err = db.Update(func(tx *bolt.Tx) error { return w.fill(v, tx) })
	return errors.Join(err, db.Close())
}

func (w *wreck) fill(v *Vault, tx *bolt.Tx) error {
	if err := initial(tx, w.header, w.seal, 1); err != nil {
		return err
	}
	if w.schema != nil {
		if err := tx.Bucket(bucketMeta).Put(keySchema, w.schema); err != nil {
			return err
		}
	}
	if w.device != nil {
		if err := tx.Bucket(bucketMeta).Put(keyDevice, w.seal.seal(w.device, place("meta", "device"))); err != nil {
			return err
		}
	}
	out := v.writer(tx)
	for col, records := range w.records {
		t, err := out.tracked(collPrefix + col)
		if err != nil {
			return err
		}
		for key, r := range records {
			v.clock.observe(r.stamp)
			if err := t.put([]byte(key), r.sealed); err != nil {
				return fmt.Errorf("writing %s/%s: %w", col, key, err)
			}
		}
	}
	return out.finish(NewAction("action.salvage", "Day", time.Now().UTC().Format(time.DateOnly)), opGone, 0, nil)
}

func (w *wreck) saved() Saved {
	s := Saved{KeyOf: w.keyOf, Filled: map[string]int{}, Records: map[string]int{}, Lost: map[string]int{}, Loose: map[string]int{}}
	for col, records := range w.records {
		for _, f := range records {
			if f.deleted {
				continue
			}
			s.Records[col]++
			if w.filled[col] {
				s.Filled[col]++
			} else if f.loose {
				s.Loose[col]++
			}
		}
	}
	for bucket, want := range w.want {
		if col, ok := strings.CutPrefix(bucket, collPrefix); ok && want.count > uint64(len(w.records[col])) {
			s.Lost[col] = int(want.count) - len(w.records[col])
		}
	}
	for col := range w.records {
		if _, ok := w.want[collPrefix+col]; !ok {
			s.Unknown = true
		}
	}
	s.Unknown = s.Unknown || len(w.want) == 0
	return s
}

// NewPath gives a name in a folder for a vault made of another: no file has it.
func NewPath(dir, base string) (string, error) {
	for n := 1; ; n++ {
		name := base
		if n > 1 {
			name += fmt.Sprintf("-%d", n)
		}
		path := filepath.Join(dir, name+".kring")
		_, err := os.Lstat(path)
		if errors.Is(err, os.ErrNotExist) {
			return path, nil
		}
		if err != nil {
			return "", fmt.Errorf("looking for a name: %w", err)
		}
	}
}
