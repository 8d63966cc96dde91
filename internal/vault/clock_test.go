package vault

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
)

// TestClockSetBack: a laptop whose clock was a year ahead, or is now set back a year. Later
// changes still come after earlier ones, whichever room opens first, also those of a migration.
func TestClockSetBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "klok.kring")
	v, _, err := Create(path, "wachtzin", WithKDF(TestKDF))
	if err != nil {
		t.Fatal(err)
	}
	ahead := uint64(time.Now().AddDate(1, 0, 0).UnixMilli()) << 16
	v.clock.observe(ahead)
	write := func(v *Vault, key string) {
		t.Helper()
		if err := v.Do(Action{Kind: "x"}, func(tx *Tx) error { return tx.set("names", key, []byte(`"a"`)) }); err != nil {
			t.Fatal(err)
		}
	}
	write(v, "1")
	closes(t, v)
	migrate := Migration{To: 2, Name: "again", Run: func(m *MigrationTx) error { return m.Put("names", "2", []byte(`"b"`)) }}
	for _, o := range [][]Option{nil, {WithMigrations(migrate)}} { // now the clock is a year back
		if v, err = Open(path, "wachtzin", o...); err != nil {
			t.Fatal(err)
		}
		write(v, NewID())
		closes(t, v)
	}
	if v, err = Open(path, "wachtzin", WithMigrations(migrate)); err != nil {
		t.Fatal(err)
	}
	defer closes(t, v)
	if _, err := v.Undo(); err != nil {
		t.Fatal(err)
	}
	stamps := journalStamps(t, v)
	if len(stamps) != 5 || stamps[0] <= ahead || !slices.IsSorted(stamps) {
		t.Errorf("stamps %v do not rise from %d", stamps, ahead)
	}
	all := recordStamps(t, v)
	if len(all) != 4 || slices.Min(all) <= ahead {
		t.Errorf("records of %v; the first was at %d", all, ahead)
	}
}

func journalStamps(t *testing.T, v *Vault) (out []uint64) {
	t.Helper()
	err := v.view("journal", func(tx *bolt.Tx) error {
		return tx.Bucket(bucketJournal).ForEach(func(k, val []byte) error {
			e, err := v.readEntry(k, val)
			out = append(out, e.Stamp)
			return err
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func recordStamps(t *testing.T, v *Vault) (out []uint64) {
	t.Helper()
	err := v.view("names", func(tx *bolt.Tx) error {
		return tx.Bucket([]byte(collPrefix + "names")).ForEach(func(k, val []byte) error {
			r, err := v.decrypt(val, "names", string(k))
			out = append(out, r.stamp)
			return err
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
