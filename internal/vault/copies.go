package vault

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	bolt "go.etcd.io/bbolt"
)

// Contents is what a copy of a vault holds, and how it differs from the vault of now.
type Contents struct {
	Report
	Recent      []Entry             // its last actions, newest first
	OtherSecret bool                // it opens with another passphrase than the present vault
	Newer       map[string]int      // per collection: records that are otherwise, or only, in the present vault
	OnlyNow     map[string][]string // per collection: keys of those that are only in the present vault
}

// recent is how many actions a copy shows.
const recent = 8

// Look opens a copy to read it, with the passphrase or the recovery code that it was made
// under, and reads all of it. It never changes the copy, not even its folder.
func Look(path, secret string) (Contents, error) {
	return look(path, func(c *Vault) error {
		return c.view("header", func(tx *bolt.Tx) error {
			h, err := c.header(tx)
			if err != nil {
				return err
			}
			key, err := h.unwrap(secret)
			if err != nil {
				return err
			}
			c.seal, err = newSealer(key)
			return err
		})
	}, nil)
}

// Look reads a copy of this vault with the key that is in memory, and compares.
func (v *Vault) Look(path string) (Contents, error) {
	s, err := v.sealed()
	if err != nil {
		return Contents{}, err
	}
	return look(path, func(c *Vault) error { c.seal = s; return nil }, v)
}

func look(path string, unlock func(*Vault) error, present *Vault) (out Contents, err error) {
	c, err := openCopy(path)
	if err != nil {
		return out, err
	}
	defer func() { err = errors.Join(err, c.closeFile()) }()
	if err := unlock(c); err != nil {
		return out, err
	}
	if out.Report, err = c.report(); err != nil {
		return out, err
	}
	if out.Recent, err = c.Journal(recent); err != nil {
		return out, err
	}
	if present == nil {
		return out, nil
	}
	if out.Newer, out.OnlyNow, err = present.newerThan(c); err != nil {
		return out, err
	}
	err = present.view("header", func(tx *bolt.Tx) error {
		h, err := present.header(tx)
		out.OtherSecret = !bytes.Equal(h.Passphrase.Key, out.Header.Passphrase.Key)
		return err
	})
	return out, err
}

// newerThan counts the records that are not byte for byte in a copy: each writing of a record
// seals it anew, so what is the same there was not touched since. Those of which the copy has
// nothing at all are named.
func (v *Vault) newerThan(c *Vault) (newer map[string]int, only map[string][]string, err error) {
	newer, only = map[string]int{}, map[string][]string{}
	err = v.view("structure", func(now *bolt.Tx) error {
		return c.view("structure", func(then *bolt.Tx) error {
			return now.ForEach(func(name []byte, b *bolt.Bucket) error {
				if col, ok := bytes.CutPrefix(name, []byte(collPrefix)); ok {
					n, keys := otherwise(b, then.Bucket(name))
					if n > 0 {
						newer[string(col)] = n
					}
					if len(keys) > 0 {
						only[string(col)] = keys
					}
				}
				return nil
			})
		})
	})
	return newer, only, err
}

func otherwise(now, then *bolt.Bucket) (n int, only []string) {
	c := now.Cursor()
	for k, val := c.First(); k != nil; k, val = c.Next() {
		var old []byte
		if then != nil {
			old = then.Get(k)
		}
		if old == nil {
			only = append(only, string(k))
		}
		if !bytes.Equal(val, old) {
			n++
		}
	}
	return n, only
}

// Restore makes a new vault of a copy. The copy stays as it is, and no file is ever written
// over. What was written is read once more, as far as that goes without a passphrase.
func Restore(from, to string) error {
	if err := preflight(from); err != nil {
		return err
	}
	if _, err := os.Lstat(to); err == nil {
		return fmt.Errorf("%s: %w", to, ErrExists)
	}
	part := partOf(to)
	if err := copyFile(from, part); err != nil {
		return errors.Join(fmt.Errorf("writing the new vault: %w", spaceless(err)), removeIf(part))
	}
	err := sameBytes(from, part)
	if err == nil {
		err = preflight(part)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("%w: %w", ErrBadCopy, err), removeIf(part))
	}
	if err := publish(part, to); err != nil {
		return errors.Join(err, removeIf(part))
	}
	return nil
}

var errDiffers = errors.New("the bytes differ")

func sameBytes(a, b string) error {
	x, err := sumOf(a)
	if err != nil {
		return err
	}
	y, err := sumOf(b)
	if err == nil && !bytes.Equal(x, y) {
		err = errDiffers
	}
	return err
}

// RemoveParts takes away what a backup left in a folder that was broken off, of the copies
// whose names begin and end so.
func RemoveParts(dir, begin, end string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("reading %s: %w", dir, err)
	}
	for _, e := range entries {
		if name := e.Name(); strings.HasPrefix(name, begin) && strings.HasSuffix(name, end+partSuffix) {
			if err := removeIf(filepath.Join(dir, name)); err != nil {
				return fmt.Errorf("cleaning up after a backup that was broken off: %w", err)
			}
		}
	}
	return nil
}

// ID is the vault's own, which its copies have too.
func (v *Vault) ID() (string, error) {
	var h Header
	err := v.view("header", func(tx *bolt.Tx) (err error) { h, err = v.header(tx); return err })
	return h.ID, err
}

// Sound looks at the beginning of a file, without reading the rest: whether it is a vault, and
// as long as it says.
func Sound(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("opening %s: %w", path, err)
	}
	info, err := f.Stat()
	if err == nil {
		m := &image{path: path, file: f, length: info.Size()}
		if m.start, err = m.read(nil, 0, min(m.length, 2*maxPage)); err == nil {
			err = m.metas()
		}
	}
	return errors.Join(err, f.Close())
}
