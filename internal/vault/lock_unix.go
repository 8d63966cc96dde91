//go:build unix

package vault

import (
	"errors"
	"fmt"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// shareLock takes the lock that bbolt takes, for reading: while another process
// writes, the file's pages cannot be judged.
func shareLock(f *os.File, path string) error {
	deadline := time.Now().Add(lockWait)
	for {
		err := unix.Flock(int(f.Fd()), unix.LOCK_SH|unix.LOCK_NB)
		if err == nil {
			return nil
		}
		if !errors.Is(err, unix.EWOULDBLOCK) {
			return fmt.Errorf("locking %s: %w", path, err)
		}
		if time.Now().After(deadline) {
			return &LockedError{Path: path, PID: holderOf(path)}
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// unlock gives the lock back: closing the file does not while its pages are mapped.
func unlock(f *os.File) error {
	if err := unix.Flock(int(f.Fd()), unix.LOCK_UN); err != nil {
		return fmt.Errorf("unlocking the vault: %w", err)
	}
	return nil
}

// syncDir makes a new name in a folder last.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("opening the folder %s: %w", dir, err)
	}
	return errors.Join(d.Sync(), d.Close())
}
