package vault

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"
)

// compactTx is how much one transaction of a compaction copies, in bytes.
const compactTx = 16 << 20

// Compact rewrites the file without what was freed in it: bbolt leaves a page as it was until
// it needs the room, and a page that held somebody still holds them, sealed with the same key.
// The new file is whole and on disk before it takes the name; the old one is then
// overwritten, which a disk with memory chips may do elsewhere. When it fails the vault is as
// it was.
func (v *Vault) Compact() error {
	v.write.Lock()
	defer v.write.Unlock()
	if v.closed {
		return ErrClosed
	}
	if err := v.inPlace(); err != nil {
		return err
	}
	tmp := compacted(v.path)
	if err := v.compactInto(tmp); err != nil {
		return errors.Join(fmt.Errorf("rewriting the vault: %w", err), removeIf(tmp))
	}
	return nil
}

// compacted is what the new file is called until it is whole.
func compacted(path string) string { return path + ".compact" }

func (v *Vault) compactInto(tmp string) error {
	if err := removeIf(tmp); err != nil {
		return err
	}
	if err := v.copyTo(tmp); err != nil {
		return err
	}
	if err := preflight(tmp); err != nil {
		return err
	}
	old, err := os.OpenFile(v.path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("opening the old file: %w", err)
	}
	fresh := &Vault{path: tmp}
	if err := fresh.openFile(boltOptions()); err != nil { // its lock is taken before it has the name
		return errors.Join(err, old.Close())
	}
	if err := os.Rename(tmp, v.path); err != nil {
		return errors.Join(fmt.Errorf("naming the new file: %w", err), fresh.closeFile(), old.Close())
	}
	was := v.swap(fresh)
	return errors.Join(syncDir(filepath.Dir(v.path)), was.Close(), blank(old))
}

func (v *Vault) copyTo(path string) error {
	dst, err := bolt.Open(path, 0o600, boltOptions())
	if err != nil {
		return fmt.Errorf("making the new file: %w", diskError(err))
	}
	err = v.protect("pages in use", func() error { return bolt.Compact(dst, v.db, compactTx) })
	if err = errors.Join(err, dst.Sync(), dst.Close()); err != nil && v.spoiled.Load() == nil {
		return diskError(err) // what could not be read is damage; this could not be written
	}
	return err
}

// swap takes another file's place; who reads from the old one is waited for.
func (v *Vault) swap(fresh *Vault) (was *bolt.DB) {
	v.files.Lock()
	defer v.files.Unlock()
	was = v.db
	v.db, v.file, v.size = fresh.db, fresh.file, fresh.size
	return was
}

// blank writes over a file that has no name any more.
func blank(f *os.File) error {
	info, err := f.Stat()
	if err == nil {
		_, err = io.CopyN(io.NewOffsetWriter(f, 0), zeros{}, info.Size())
	}
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("overwriting the old file: %w", err)
	}
	return nil
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}
