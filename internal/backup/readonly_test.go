//go:build linux

package backup

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// A folder that may be read and not written to: no copy, a clear reason, and the vault works on.
func TestReadOnlyFolder(t *testing.T) {
	b := newBench(t)
	dir := filepath.Join(t.TempDir(), FolderName)
	if err := os.Mkdir(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	if os.Getuid() == 0 { // whom no folder's mode stops, but this one does
		dir = "/sys/kernel"
	}
	_, err := Make(b.v, dir, time.Now())
	if !errors.Is(err, fs.ErrPermission) && !errors.Is(err, syscall.EROFS) {
		t.Errorf("got %v", err)
	}
	b.put(2)
}
