package vault

import (
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"
)

// Create makes a new vault and opens it. It gives the recovery code, which is kept
// nowhere: show it once. The file appears under its name only when it is whole.
func Create(path, passphrase string, o ...Option) (v *Vault, recovery string, err error) {
	opts := collect(o)
	if _, err := os.Stat(path); err == nil {
		return nil, "", fmt.Errorf("%s: %w", path, ErrExists)
	}
	recovery = newRecovery()
	tmp := path + ".new"
	if err := build(tmp, passphrase, recovery, opts); err != nil {
		return nil, "", errors.Join(fmt.Errorf("making the vault: %w", err), removeIf(tmp))
	}
	if err := publish(tmp, path); err != nil {
		return nil, "", errors.Join(err, removeIf(tmp))
	}
	v, err = Open(path, passphrase, o...)
	return v, recovery, err
}

func build(path, passphrase, recovery string, opts options) error {
	key := make([]byte, keySize)
	rand.Read(key)
	h := Header{Format: format, ID: NewID(), Created: time.Now().UTC().Truncate(time.Second), KDF: opts.kdf}
	var err error
	if h.Passphrase, err = h.wrap(key, passphrase, "passphrase"); err != nil {
		return err
	}
	if h.Recovery, err = h.wrap(key, recovery, "recovery"); err != nil {
		return err
	}
	s, err := newSealer(key)
	if err != nil {
		return err
	}
	db, err := bolt.Open(path, 0o600, boltOptions())
	if err != nil {
		return err
	}
	defer s.forget()
	err = db.Update(func(tx *bolt.Tx) error { return initial(tx, h, s, opts.schema) })
	return errors.Join(err, db.Close())
}

func initial(tx *bolt.Tx, h Header, s *sealer, schema int) error {
	for _, name := range [][]byte{bucketMeta, bucketManifest, bucketJournal} {
		if _, err := tx.CreateBucket(name); err != nil {
			return err
		}
	}
	b, err := h.encode()
	if err != nil {
		return err
	}
	meta := tx.Bucket(bucketMeta)
	if err := meta.Put(keyHeader, b); err != nil {
		return err
	}
	device := make([]byte, 8)
	rand.Read(device)
	if err := meta.Put(keyDevice, s.seal(device, place("meta", "device"))); err != nil {
		return err
	}
	return putSchema(tx, s, schema)
}

// putSchema writes the schema's number in the clear, so that an older program can
// say that it is too old, followed by a seal over it.
func putSchema(tx *bolt.Tx, s *sealer, schema int) error {
	n := binary.BigEndian.AppendUint32(nil, uint32(schema))
	return tx.Bucket(bucketMeta).Put(keySchema, append(n, s.seal(nil, place("schema", string(n)))...))
}

// publish moves a finished file to its name: fsync, rename, fsync of the folder.
func publish(tmp, path string) error {
	f, err := os.OpenFile(tmp, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("finishing the new vault: %w", err)
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("writing the new vault to disk: %w", err)
	}
	if err := os.Link(tmp, path); err == nil { // unlike rename, never over another file
		err = os.Remove(tmp)
		return errors.Join(err, syncDir(filepath.Dir(path)))
	} else if errors.Is(err, os.ErrExist) {
		return fmt.Errorf("%s: %w", path, ErrExists)
	}
	if err := os.Rename(tmp, path); err != nil { // file systems without links, such as FAT
		return fmt.Errorf("naming the new vault: %w", err)
	}
	return syncDir(filepath.Dir(path))
}

func removeIf(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}
