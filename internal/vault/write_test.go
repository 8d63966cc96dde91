package vault

import (
	"errors"
	"fmt"
	"os"
	"syscall"
	"testing"
)

// A stick whose slide was moved while the vault is open is no broken disk, whether bbolt gives
// what the system said or its words only.
func TestWhatTheDiskSaysToAChange(t *testing.T) {
	for _, c := range []struct {
		said                 syscall.Errno
		full, broken, toRead bool
	}{
		{said: syscall.ENOSPC, full: true},
		{said: syscall.EIO, broken: true},
		{said: syscall.EROFS, broken: true, toRead: true},
		{said: syscall.EPERM, broken: true, toRead: true},
		{said: syscall.EACCES, broken: true, toRead: true},
	} {
		whole := &os.PathError{Op: "write", Path: "a.kring", Err: c.said}
		for _, err := range []error{whole, fmt.Errorf("file resize error: %s", whole)} { //nolint:errorlint // as bbolt does
			got := diskError(err)
			if errors.Is(got, ErrDiskFull) != c.full || errors.Is(got, ErrDisk) != c.broken || errors.Is(got, ErrReadOnly) != c.toRead {
				t.Errorf("%v became %v", err, got)
			}
		}
	}
}
