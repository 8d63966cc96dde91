package vault

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"
)

// ErrNoSpace says that a copy does not fit on the disk that it is for.
var ErrNoSpace = errors.New("the disk is full")

// ErrBadCopy says that a copy could not be read back as it was written: the disk or the
// stick is not to be trusted.
var ErrBadCopy = errors.New("the copy does not read back as it was written")

// partSuffix ends the name that a copy has until it is whole and was read back.
const partSuffix = ".part"

func partOf(path string) string { return path + partSuffix }

// spare is what a backup leaves free: the last bytes of a disk are for the vault itself.
const spare = 8 << 20

// Backup writes the state of the last commit to a new file and reads it back from there:
// every record and journal entry decrypts. The file has its name only after that. Work goes
// on meanwhile. The copy opens with the passphrase and the recovery code of this moment.
func (v *Vault) Backup(path string) (Report, error) {
	v.copying.Lock()
	defer v.copying.Unlock()
	s, err := v.sealed()
	if err != nil {
		return Report{}, err
	}
	if _, err := os.Lstat(path); err == nil {
		return Report{}, fmt.Errorf("%s: %w", path, ErrExists)
	}
	part := partOf(path)
	if err := errors.Join(removeIf(part), removeIf(v.ownCopy())); err != nil { // of one that was broken off
		return Report{}, fmt.Errorf("cleaning up: %w", err)
	}
	if err := v.copyOut(part); err != nil {
		return Report{}, errors.Join(fmt.Errorf("writing the copy: %w", spaceless(err)), removeIf(part))
	}
	r, err := readBack(part, s)
	if err != nil {
		return r, errors.Join(fmt.Errorf("%w: %w", ErrBadCopy, err), removeIf(part))
	}
	if err := publish(part, path); err != nil {
		return r, errors.Join(spaceless(err), removeIf(part))
	}
	return r, nil
}

// sealed gives the key for as long as a backup takes, also when the vault closes meanwhile.
func (v *Vault) sealed() (*sealer, error) {
	v.write.Lock()
	defer v.write.Unlock()
	if v.closed {
		return nil, ErrClosed
	}
	return &sealer{v.seal.aead}, nil
}

// copyOut writes the vault to a file. While bbolt reads for a copy, an action that makes the
// file much larger has to wait. So a slow stick or a network folder gets its bytes from a copy
// beside the vault, made at the speed of the vault's own disk.
func (v *Vault) copyOut(part string) error {
	if sameDisk(v.path, filepath.Dir(part)) {
		return v.snapshot(part)
	}
	own := v.ownCopy()
	if err := v.snapshot(own); err != nil {
		if errors.Is(spaceless(err), ErrNoSpace) { // there may be room over there
			return errors.Join(removeIf(own), v.snapshot(part))
		}
		return errors.Join(err, removeIf(own))
	}
	return errors.Join(copyFile(own, part), removeIf(own))
}

// ownCopy is what copyOut makes for a slow disk.
func (v *Vault) ownCopy() string { return v.path + ".copy" }

// snapshot writes the state of the last commit and puts it on the disk.
func (v *Vault) snapshot(part string) error {
	return writeNew(part, func(f *os.File) error {
		return v.view("pages in use", func(tx *bolt.Tx) error {
			if err := roomFor(tx.Size(), filepath.Dir(part)); err != nil {
				return err
			}
			_, err := tx.WriteTo(f)
			return err
		})
	})
}

// copyFile copies bytes to a new file and puts them on the disk.
func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return fmt.Errorf("opening %s: %w", from, err)
	}
	info, err := in.Stat()
	if err == nil {
		err = roomFor(info.Size(), filepath.Dir(to))
	}
	if err == nil {
		err = writeNew(to, func(f *os.File) error { _, err := io.Copy(f, in); return err })
	}
	return errors.Join(err, in.Close())
}

// writeNew makes a file anew, in place of what was broken off under its name, and syncs it
// when no transaction is open any more.
func writeNew(path string, write func(*os.File) error) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	if err = write(f); err == nil {
		err = f.Sync()
	}
	if err == nil {
		forgetCached(f)
	}
	return errors.Join(err, f.Close())
}

// roomFor refuses a copy that would fill a disk.
func roomFor(size int64, dir string) error {
	free, ok := freeSpace(dir)
	if ok && free < uint64(size)+spare {
		return fmt.Errorf("%d bytes are free, the copy has %d: %w", free, size, ErrNoSpace)
	}
	return nil
}

// spaceless gives ErrNoSpace a system's several words for it.
func spaceless(err error) error {
	if saysNoRoom(err) {
		return fmt.Errorf("%w: %w", ErrNoSpace, err)
	}
	return err
}

func sumOf(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	h := sha256.New()
	_, err = io.Copy(h, f)
	return h.Sum(nil), errors.Join(err, f.Close())
}

// readBack reads a copy from the disk and decrypts all of it.
func readBack(path string, s *sealer) (r Report, err error) {
	c, err := openCopy(path)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, c.closeFile()) }()
	c.seal = s
	return c.report()
}

// openCopy opens a file to read it, and never changes it: not even a mark that it is open.
func openCopy(path string) (*Vault, error) {
	if err := preflight(path); err != nil {
		return nil, err
	}
	v := &Vault{path: path, seal: &sealer{closedCipher{}}, holders: map[string]holder{}}
	return v, v.openFile(&bolt.Options{Timeout: lockWait, ReadOnly: true})
}

// report reads and decrypts all that an open file holds.
func (v *Vault) report() (Report, error) {
	r := Report{Records: map[string]int{}, Deleted: map[string]int{}}
	err := v.view("structure", func(tx *bolt.Tx) (err error) {
		if r.Header, err = v.header(tx); err != nil {
			return err
		}
		if err = v.identify(tx); err != nil {
			return err
		}
		return v.readAll(tx, &r)
	})
	return r, err
}
