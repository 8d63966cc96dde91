// Package backup makes copies of a vault by itself: where they go, when one is due, and which
// ones are kept. It knows folders and the vault; no window, nothing of courses.
//
// It promises: a copy counts only after all of it was read back; the newest good copy is never
// removed, whatever the laptop's clock says; copies of other vaults are never touched.
package backup

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"kring/internal/vault"
)

// Copy is one copy of a vault, as its folder shows it.
type Copy struct {
	Path string
	Name string // of the vault's file, without its ending
	Tag  string // tells vaults of the same name apart
	At   time.Time
	Size int64
	Good bool // it begins as a vault does and is as long as it says
}

const stampLayout = "20060102T150405.000Z"

// A copy is called NAME-TIME-TAG.kring, in UTC: it sorts by time, also in a file manager.
var copyName = regexp.MustCompile(`^(.+)-(\d{8}T\d{6}\.\d{3}Z)-([0-9A-Z]{6})\.kring$`)

// TagOf gives the end of a vault's id, which is the random part of it.
func TagOf(id string) string {
	if len(id) < 6 {
		return "000000"
	}
	return id[len(id)-6:]
}

// nameOf is a vault's name within those of its copies.
func nameOf(vaultPath string) string {
	return strings.TrimSuffix(filepath.Base(vaultPath), filepath.Ext(vaultPath))
}

func (c Copy) file() string {
	return c.Name + "-" + c.At.UTC().Format(stampLayout) + "-" + c.Tag + ".kring"
}

func parse(name string) (Copy, bool) {
	m := copyName.FindStringSubmatch(name)
	if m == nil {
		return Copy{}, false
	}
	at, err := time.Parse(stampLayout, m[2])
	return Copy{Name: m[1], Tag: m[3], At: at}, err == nil
}

// List gives the copies in a folder, the newest first; tag chooses a vault's, "" gives all. Of
// each it reads the beginning only.
func List(dir, tag string) ([]Copy, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", dir, err)
	}
	var out []Copy
	for _, e := range entries {
		c, ok := parse(e.Name())
		info, err := e.Info()
		if !ok || err != nil || !info.Mode().IsRegular() || tag != "" && c.Tag != tag {
			continue
		}
		c.Path, c.Size = filepath.Join(dir, e.Name()), info.Size()
		c.Good = vault.Sound(c.Path) == nil
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b Copy) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(a.Path, b.Path)) })
	return out, nil
}

// Make writes a copy of a vault into a folder, clears up after one that was broken off, and
// removes the copies that are no longer needed.
func Make(v *vault.Vault, dir string, now time.Time) (Copy, error) {
	id, err := v.ID()
	if err != nil {
		return Copy{}, err
	}
	c := Copy{Name: nameOf(v.Path()), Tag: TagOf(id), At: now.UTC().Truncate(time.Millisecond), Good: true}
	if err := vault.RemoveParts(dir, c.Name+"-", "-"+c.Tag+".kring"); err != nil {
		return Copy{}, err
	}
	for {
		c.Path = filepath.Join(dir, c.file())
		if _, err := os.Lstat(c.Path); err != nil {
			break
		}
		c.At = c.At.Add(time.Millisecond) // two in the same one
	}
	if _, err := v.Backup(c.Path); err != nil {
		return Copy{}, err
	}
	info, err := os.Stat(c.Path)
	if err != nil {
		return c, fmt.Errorf("looking at the copy: %w", err)
	}
	c.Size = info.Size()
	_, err = prune(dir, c, now)
	return c, err
}

// prune removes what Drop names beside the newest copy of a vault's file, and tells how many that
// were; the newest itself is never among it.
func prune(dir string, newest Copy, now time.Time) (gone int, err error) {
	all, err := List(dir, newest.Tag)
	if err != nil {
		return 0, err
	}
	for _, c := range Drop(all, newest.Name, now) {
		if c.Path == newest.Path {
			continue
		}
		if err := os.Remove(c.Path); err != nil {
			return gone, fmt.Errorf("removing a copy that is no longer needed: %w", err)
		}
		gone++
	}
	return gone, nil
}
