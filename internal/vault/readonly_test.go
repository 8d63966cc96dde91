//go:build linux

package vault_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"golang.org/x/sys/unix"

	"kring/internal/vault"
)

// A vault that may only be read does not open: what was done in it would be lost. It says why,
// also to an administrator, whom no file's mode stops; this one is somebody else meanwhile.
func TestVaultThatMayOnlyBeRead(t *testing.T) {
	path, _, _ := sample(t)
	if err := errors.Join(os.Chmod(filepath.Dir(filepath.Dir(path)), 0o755), os.Chmod(filepath.Dir(path), 0o755), os.Chmod(path, 0o444)); err != nil {
		t.Fatal(err)
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if os.Getuid() == 0 {
		if err := unix.Setfsuid(65534); err != nil {
			t.Fatal(err)
		}
		defer func() {
			if err := unix.Setfsuid(0); err != nil {
				t.Error(err)
			}
		}()
	}
	if _, err := vault.Open(path, pass); !errors.Is(err, vault.ErrReadOnly) || !errors.Is(err, fs.ErrPermission) {
		t.Errorf("got %v", err)
	}
	if _, err := vault.Inspect(path); err != nil {
		t.Errorf("it may be read: %v", err)
	}
}
