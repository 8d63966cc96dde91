package paper

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrPlaceGone says that the folder in which something is made is no longer there: a stick was
// taken out, or somebody moved it.
var ErrPlaceGone = errors.New("the folder is gone")

// placeGone says of an error that it comes of a folder that is gone, if it does.
func placeGone(dir string, err error) error {
	if !errors.Is(err, fs.ErrNotExist) || errors.Is(err, ErrPlaceGone) {
		return err
	}
	if _, there := os.Stat(dir); !errors.Is(there, fs.ErrNotExist) {
		return err
	}
	return fmt.Errorf("%w: %w", ErrPlaceGone, err)
}

// discard takes away the files of something that was to be several and did not become whole.
func discard(paths []string) error {
	var all error
	for _, path := range paths {
		all = errors.Join(all, ignoreMissing(os.Remove(path)))
	}
	return all
}

// File writes temp, fsync, rename: half a file never stands under the name.
func File(path string, write func(io.Writer) error) (err error) {
	defer func() { err = placeGone(filepath.Dir(path), err) }()
	f, err := os.CreateTemp(filepath.Dir(path), ".kring-*")
	if err != nil {
		return fmt.Errorf("writing %s: %w", filepath.Base(path), err)
	}
	err = errors.Join(write(f), f.Sync(), f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("writing %s: %w", filepath.Base(path), err), ignoreMissing(os.Remove(f.Name())))
	}
	return nil
}

func ignoreMissing(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}
