package app

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// newVaultDir is where a new vault goes unless somebody chooses: a folder of its own
// that no mail or file program tidies up, under the home folder so that the backup
// of that folder has it.
func newVaultDir() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "Kring"
	}
	return filepath.Join(home, "Kring")
}

// newVaultPath makes the folder and gives a name in it that no file has: kring.kring,
// kring-2.kring and so on. Making a vault never touches another one.
func newVaultPath(dir string) (string, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("making the folder for the vault: %w", err)
	}
	name := "kring.kring"
	for n := 2; ; n++ {
		path := filepath.Join(dir, name)
		_, err := os.Lstat(path)
		if errors.Is(err, fs.ErrNotExist) {
			return path, nil
		}
		if err != nil {
			return "", fmt.Errorf("looking for a name for the vault: %w", err)
		}
		name = "kring-" + strconv.Itoa(n) + ".kring"
	}
}
