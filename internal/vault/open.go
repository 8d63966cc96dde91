package vault

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// lockWait is how long a second start waits for the first to let go.
const lockWait = 300 * time.Millisecond

// boltOptions: the free list is worked out anew at each open, so that a damaged one
// can never make a write land on a page in use; and opening writes nothing.
func boltOptions() *bolt.Options {
	return &bolt.Options{Timeout: lockWait, NoFreelistSync: true, FreelistType: bolt.FreelistMapType}
}

// Open opens a vault with its passphrase or its recovery code. It first reads the
// file's structure without bbolt, which would panic on a damaged page or silently
// fall back to an older state. A damaged file is left as it is.
func Open(path, secret string, o ...Option) (*Vault, error) {
	opts := collect(o)
	if err := preflight(path); err != nil {
		return nil, err
	}
	v := &Vault{path: path, opts: opts, holders: map[string]holder{}, seal: &sealer{closedCipher{}}}
	if err := v.openFile(boltOptions()); err != nil {
		return nil, err
	}
	// The mark comes before the passphrase is tried, which takes a while: a second
	// start in the meantime must find it.
	if err := os.WriteFile(pidFile(path), fmt.Appendf(nil, "%d\n", os.Getpid()), 0o600); err != nil && !mayStayUnmarked(err) {
		return nil, errors.Join(fmt.Errorf("marking the vault as open: %w", err), v.Close())
	}
	if err := v.unlock(secret); err != nil {
		return nil, errors.Join(err, v.Close())
	}
	if err := removeIf(compacted(path)); err != nil && !mayStayUnmarked(err) { // of a rewriting that the power cut short
		return nil, errors.Join(fmt.Errorf("cleaning up after a rewriting that was broken off: %w", err), v.Close())
	}
	return v, nil
}

// openFile maps the file and takes its lock.
func (v *Vault) openFile(o *bolt.Options) error {
	o.OpenFile = func(name string, flag int, mode os.FileMode) (f *os.File, err error) {
		f, err = os.OpenFile(name, flag&^os.O_CREATE, mode) // what vanished since preflight is not made anew
		v.file = f
		return f, err
	}
	err := v.protect("pages in use", func() (err error) { v.db, err = bolt.Open(v.path, 0o600, o); return err })
	if errors.Is(err, berrors.ErrTimeout) {
		return &LockedError{Path: v.path, PID: holderOf(v.path)}
	}
	if v.spoiled.Load() != nil {
		return errors.Join(err, v.closeFile())
	}
	if mayNotWrite(err) { // preflight could read it
		err = errors.Join(ErrReadOnly, err)
	}
	if err != nil {
		return fmt.Errorf("opening %s: %w", v.path, err)
	}
	if err := v.inPlace(); err != nil {
		return errors.Join(err, v.closeFile())
	}
	return nil
}

// Inspect reads what a vault shows without its passphrase.
func Inspect(path string) (Header, error) {
	var h Header
	if err := preflight(path); err != nil {
		return h, err
	}
	v := &Vault{path: path}
	if err := v.openFile(&bolt.Options{Timeout: lockWait, ReadOnly: true}); err != nil {
		return h, err
	}
	err := v.view("header", func(tx *bolt.Tx) (err error) { h, err = v.header(tx); return err })
	return h, errors.Join(err, v.closeFile())
}

func (v *Vault) unlock(secret string) error {
	err := v.view("header", func(tx *bolt.Tx) error {
		h, err := v.header(tx)
		if err != nil {
			return err
		}
		if h.Schema > v.opts.schema {
			return fmt.Errorf("schema %d, this program knows %d: %w", h.Schema, v.opts.schema, ErrNewerSchema)
		}
		key, err := h.unwrap(secret)
		if err != nil {
			return err
		}
		_, v.recovered = parseRecovery(secret)
		if v.seal, err = newSealer(key); err != nil {
			return err
		}
		return v.identify(tx)
	})
	if err != nil {
		return err
	}
	return v.migrate()
}

func (v *Vault) header(tx *bolt.Tx) (Header, error) {
	var h Header
	meta := tx.Bucket(bucketMeta)
	for _, b := range [][]byte{bucketManifest, bucketJournal} {
		if tx.Bucket(b) == nil && meta != nil {
			return h, v.damage("table "+string(b), errMissing)
		}
	}
	if meta == nil && tx.Bucket(bucketManifest) != nil {
		return h, v.damage("table meta", errMissing)
	}
	if meta == nil {
		return h, fmt.Errorf("%s: %w", v.path, ErrNotVault)
	}
	h, err := decodeHeader(meta.Get(keyHeader))
	if errors.Is(err, ErrNewerSchema) {
		return h, err
	}
	if err != nil {
		return h, v.damage("header", err)
	}
	schema := meta.Get(keySchema)
	if len(schema) != 4+nonceSize+tagSize {
		return h, v.damage("schema number", errMissing)
	}
	h.Schema = int(binary.BigEndian.Uint32(schema))
	return h, nil
}

var errMissing = errors.New("it is not there")

// identify checks the sealed parts of the meta bucket and reads the device's id.
func (v *Vault) identify(tx *bolt.Tx) error {
	meta := tx.Bucket(bucketMeta)
	schema := meta.Get(keySchema)
	if _, err := v.seal.open(schema[4:], place("schema", string(schema[:4]))); err != nil {
		return v.damage("schema number", err)
	}
	device, err := v.seal.open(meta.Get(keyDevice), place("meta", "device"))
	if err != nil || len(device) != 8 {
		return v.damage("device number", errors.Join(err, errMissing))
	}
	copy(v.device[:], device)
	v.clock.observe(v.lastStamp(tx))
	return v.checkTables(tx)
}

// lastStamp is that of the newest journal entry, which is later than those of its records. A
// damaged entry has none: whoever reads the journal is told of it.
func (v *Vault) lastStamp(tx *bolt.Tx) uint64 {
	k, val := tx.Bucket(bucketJournal).Cursor().Last()
	e, err := v.readEntry(k, val)
	if err != nil {
		return 0
	}
	return e.Stamp
}

// checkTables makes sure that every table with records in the manifest is there.
func (v *Vault) checkTables(tx *bolt.Tx) error {
	err := tx.Bucket(bucketManifest).ForEach(func(name, _ []byte) error {
		s, err := v.readSum(tx, string(name))
		if err == nil && s.count > 0 && tx.Bucket(name) == nil {
			err = v.damage("table "+string(name), errMissing)
		}
		return err
	})
	if err != nil {
		return err
	}
	return tx.ForEach(func(name []byte, _ *bolt.Bucket) error {
		n := string(name)
		if n == string(bucketMeta) || n == string(bucketManifest) || n == string(bucketSpare) {
			return nil
		}
		if tx.Bucket(bucketManifest).Get(name) == nil && tx.Bucket(name) != nil {
			if k, _ := tx.Bucket(name).Cursor().First(); k != nil {
				return v.damage("manifest of "+n, errMissing)
			}
		}
		return nil
	})
}
