package command

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"kring/internal/vault"
)

// demoDir is where a vault to look around in stands; it needs nothing and is made
// anew each time.
func demoDir() string { return filepath.Join(os.TempDir(), fmt.Sprintf("kring-demo-%d", os.Getpid())) }

// IsDemo tells whether a vault is the one to look around in.
func IsDemo(path string) bool { return filepath.Dir(path) == demoDir() }

// ForgetDemo removes the vault to look around in; of any other it does nothing.
func ForgetDemo(path string) error {
	if !IsDemo(path) {
		return nil
	}
	if err := os.RemoveAll(demoDir()); err != nil {
		return fmt.Errorf("removing the vault to look around in: %w", err)
	}
	return nil
}

// DemoVault makes and opens a vault to look around in, with a course that is halfway.
func DemoVault(now time.Time) (*vault.Vault, error) {
	if err := os.MkdirAll(demoDir(), 0o700); err != nil {
		return nil, fmt.Errorf("making the demo: %w", err)
	}
	path := filepath.Join(demoDir(), vault.NewID()+".kring")
	v, _, err := vault.Create(path, demoPassphrase)
	if err != nil {
		return nil, err
	}
	s, _, err := fill(v, now)
	if err != nil {
		return nil, errors.Join(err, v.Close())
	}
	s.Close()
	if _, _, err := fillPlaces(v, now); err != nil {
		return nil, errors.Join(err, v.Close())
	}
	return v, nil
}
