package vault

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// bbolt reads the file through memory. A disk that fails, or a file that is cut off
// under us, then comes as a signal that ends the process; and on a damaged page bbolt
// panics. Every reading of pages therefore stands within protect.

var (
	errUnreadable = errors.New("the disk does not give its bytes")
	errCutOff     = errors.New("the file became shorter while it was open")
)

// protect runs fn and turns a fault or a panic in it into a DamageError. After one the
// vault is left alone: bbolt may hold locks that it never gives back.
func (v *Vault) protect(what string, fn func() error) (err error) {
	if d := v.spoiled.Load(); d != nil {
		return d
	}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true)) // of this goroutine alone
	defer func() {
		if p := recover(); p != nil {
			err = v.spoil(what, cause(p))
		}
	}()
	return fn()
}

func cause(p any) error {
	if _, ok := p.(interface{ Addr() uintptr }); ok { // runtime's error for a fault
		return errUnreadable
	}
	return fmt.Errorf("%v", p)
}

// spoil remembers the damage: the first one is what every later call is told.
func (v *Vault) spoil(what string, err error) error {
	d := &DamageError{Path: v.path, What: what, Err: err}
	v.spoiled.CompareAndSwap(nil, d)
	return d
}

// view is bbolt's View within protect.
func (v *Vault) view(what string, fn func(*bolt.Tx) error) error {
	v.files.RLock()
	defer v.files.RUnlock()
	err := v.protect(what, func() error { return v.db.View(fn) })
	if errors.Is(err, berrors.ErrDatabaseNotOpen) {
		return ErrClosed
	}
	return err
}

// update is bbolt's Update within protect, without its end after damage: bbolt rolls
// back by reading the whole file on a goroutine of its own, and a fault there would end
// the process.
func (v *Vault) update(fn func(*bolt.Tx) error) error {
	tx, err := v.begin(true)
	if err != nil {
		return err
	}
	err = v.protect("pages in use", func() error { return fn(tx) })
	if err == nil {
		err = v.inPlace()
	}
	if err == nil {
		return v.endCommit(tx)
	}
	if e := v.abandon(tx); e != nil {
		return errors.Join(err, e)
	}
	return err
}

func (v *Vault) begin(writable bool) (tx *bolt.Tx, err error) {
	if v.closed {
		return nil, ErrClosed
	}
	if err := v.inPlace(); err != nil {
		return nil, err
	}
	err = v.protect("meta pages", func() (err error) { tx, err = v.db.Begin(writable); return err })
	return tx, err
}

// abandon takes back a transaction; in a spoiled vault it is left as it is.
func (v *Vault) abandon(tx *bolt.Tx) error {
	if v.truncated() != nil {
		return nil
	}
	if err := v.protect("pages in use", tx.Rollback); err != nil {
		return fmt.Errorf("taking the action back: %w", err)
	}
	return nil
}

// inPlace looks whether the file is still there, is still the same and is whole: bbolt would
// write on into a file that was deleted, replaced (as a sync tool does) or cut off, and what it
// says is saved would be lost.
func (v *Vault) inPlace() error {
	at, err := os.Stat(v.path)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: %w", ErrGone, err)
	}
	if ours, e := v.file.Stat(); err == nil && e == nil && !os.SameFile(at, ours) {
		return fmt.Errorf("%s: %w", v.path, ErrReplaced)
	}
	return v.truncated()
}

func (v *Vault) truncated() error {
	if d := v.spoiled.Load(); d != nil {
		return d
	}
	now, err := v.file.Stat()
	if err != nil {
		return v.spoil("file", err)
	}
	if now.Size() < v.size {
		return v.spoil(truncation(now.Size(), v.size), errCutOff)
	}
	v.size = now.Size()
	return nil
}

func truncation(have, want int64) string {
	return fmt.Sprintf("truncated: %d of %d bytes", have, want)
}
