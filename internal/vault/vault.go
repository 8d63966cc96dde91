// Package vault keeps records encrypted in one bbolt file.
//
// It promises: what Do returned nil for is fsynced; one Do is one transaction and
// one journal entry; nothing in the file but counts, times and collection names
// can be read without the passphrase or the recovery code; a damaged file is
// never written to. It knows bytes and collections, nothing of courses.
//
// It does not: merge two files, or hide how many records there are.
package vault

import (
	"errors"
	"fmt"
	"os"
	"sync"
	"sync/atomic"

	bolt "go.etcd.io/bbolt"
)

// What somebody may have to act on.
var (
	ErrWrongSecret   = errors.New("the passphrase or recovery code is not the right one")
	ErrNotVault      = errors.New("the file is no Kring vault")
	ErrNewerSchema   = errors.New("the vault was made by a newer Kring")
	ErrExists        = errors.New("there is a file of that name already")
	ErrNothingToUndo = errors.New("nothing to undo")
	ErrNothingToRedo = errors.New("nothing to redo")
	ErrConflict      = errors.New("the record has been changed since")
	ErrClosed        = errors.New("the vault is closed")
	ErrReadOnly      = errors.New("the vault may only be read where it is")
)

// LockedError says that another process has the vault open. PID is 0 where it
// cannot be told.
type LockedError struct {
	Path string
	PID  int
}

func (e *LockedError) Error() string {
	if e.PID == 0 {
		return e.Path + " is open in another Kring"
	}
	return fmt.Sprintf("%s is open in another Kring (process %d)", e.Path, e.PID)
}

// DamageError names what of a vault is damaged. The file has not been changed.
type DamageError struct {
	Path string
	What string // "header", "meta page 1", "record people/01H…", "truncated: 4096 of 32768 bytes"
	Err  error
}

func (e *DamageError) Error() string {
	return fmt.Sprintf("%s is damaged: %s: %v", e.Path, e.What, e.Err)
}

// Unwrap gives the cause.
func (e *DamageError) Unwrap() error { return e.Err }

// Vault is one open file. All methods are safe for use from several goroutines.
type Vault struct {
	path   string
	db     *bolt.DB
	seal   *sealer
	device [8]byte
	clock  clock
	opts   options

	write   sync.Mutex // one user action at a time
	copying sync.Mutex // one backup at a time: they share the copy beside the vault
	mu      sync.RWMutex
	holders map[string]holder
	watch   watchers
	memory  memory
	closed  bool

	recovered bool // opened by the recovery code

	files   sync.RWMutex // held while the file is read; Compact puts another in its place
	file    *os.File     // bbolt's own
	size    int64        // of the file, at least
	spoiled atomic.Pointer[DamageError]
}

// holder is a collection in memory that follows the commits.
type holder interface {
	apply([]staged)
	tell([]staged)
	empty()
}

// Path of the file.
func (v *Vault) Path() string { return v.path }

// Device tells this copy of the vault apart from another laptop's.
func (v *Vault) Device() string { return fmt.Sprintf("%x", v.device) }

// Recovered tells whether it was opened by the recovery code: the passphrase is forgotten.
func (v *Vault) Recovered() bool { return v.recovered }

// Close writes nothing: all that was done is on disk. A second Close does nothing.
func (v *Vault) Close() error {
	v.write.Lock()
	defer v.write.Unlock()
	if v.closed {
		return nil
	}
	v.closed = true
	defer v.seal.forget()
	defer v.empty()
	if err := removeIf(pidFile(v.path)); err != nil {
		return errors.Join(fmt.Errorf("removing the mark of the open vault: %w", err), v.closeFile())
	}
	return v.closeFile()
}

// empty takes the records out of memory. Whoever still holds a collection, as a window does
// that keeps the button which was pressed last, holds no records with it.
func (v *Vault) empty() {
	v.mu.Lock()
	defer v.mu.Unlock()
	for _, h := range v.holders {
		h.empty()
	}
	v.holders = map[string]holder{}
}

// closeFile gives the lock on the file back; after damage without bbolt, which may
// wait for itself for ever.
func (v *Vault) closeFile() error {
	closing := v.db.Close
	if v.spoiled.Load() != nil {
		closing = func() error { return errors.Join(unlock(v.file), v.file.Close()) }
	}
	if err := closing(); err != nil {
		return fmt.Errorf("closing the vault: %w", err)
	}
	return nil
}

func (v *Vault) damage(what string, err error) error {
	return &DamageError{Path: v.path, What: what, Err: err}
}
