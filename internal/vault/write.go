package vault

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"syscall"

	bolt "go.etcd.io/bbolt"
)

// What the disk may say to a change. Of all but ErrUnsure nothing is left in the file.
var (
	ErrDiskFull = errors.New("the disk is full")
	ErrDisk     = errors.New("the disk does not take what is written")
	ErrGone     = errors.New("the vault is no longer at its place")
	ErrReplaced = errors.New("another file stands in the vault's place")

	// ErrUnsure says that a change is in the file, and that the disk did not say that it keeps
	// it. The vault must be opened anew to see which.
	ErrUnsure = errors.New("nobody knows whether the disk kept the last change")
)

// endCommit commits, and says what the disk said. When bbolt fails after the meta page was
// written, its next transaction sees the change that it said was not made: then memory and file
// differ, and the vault is left alone.
func (v *Vault) endCommit(tx *bolt.Tx) error {
	id := tx.ID()
	err := v.protect("pages in use", tx.Commit)
	if err == nil || v.spoiled.Load() != nil {
		return err
	}
	err = diskError(err)
	now := 0
	if e := v.view("meta pages", func(tx *bolt.Tx) error { now = tx.ID(); return nil }); e != nil {
		return errors.Join(err, e)
	}
	if now >= id {
		v.spoil("last change", errors.Join(ErrUnsure, err))
		return fmt.Errorf("%w: %w", ErrUnsure, err)
	}
	return err
}

// saysNoRoom tells whether an error is that nothing more fits. bbolt keeps only the words of
// what the system said when it makes the file longer, and when it copies its first pages.
func saysNoRoom(err error) bool { return says(err, fullDisk) }

func says(err error, numbers []syscall.Errno) bool {
	return err != nil && slices.ContainsFunc(numbers, func(n syscall.Errno) bool {
		return errors.Is(err, n) || strings.Contains(err.Error(), n.Error())
	})
}

// diskError tells a full disk, and one that may only be read by now, from a broken one.
func diskError(err error) error {
	switch {
	case saysNoRoom(err):
		return fmt.Errorf("%w: %w", ErrDiskFull, err)
	case mayNotWrite(err):
		return fmt.Errorf("%w: %w: %w", ErrDisk, ErrReadOnly, err)
	}
	return fmt.Errorf("%w: %w", ErrDisk, err)
}

// mayNotWrite tells whether an error is that a file may only be read.
func mayNotWrite(err error) bool {
	return errors.Is(err, fs.ErrPermission) || says(err, []syscall.Errno{syscall.EROFS, syscall.EPERM, syscall.EACCES})
}

// mayStayUnmarked tells whether a vault that cannot be marked as open is opened all the same:
// on a full disk or in a folder that may only be read, somebody still wants to read in it. The
// lock on the file holds without the mark.
func mayStayUnmarked(err error) bool {
	return mayNotWrite(err) || errors.Is(diskError(err), ErrDiskFull)
}
