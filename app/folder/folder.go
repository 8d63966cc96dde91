// Package folder lists what is in the folders of a laptop, for the sheet that asks where a
// file is or where it goes. It knows no window.
package folder

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/adrg/xdg"
)

// Place is where people keep files. ID is one of documents, downloads, desktop and home; a
// stick or a card has a Name of its own instead.
type Place struct{ ID, Name, Path string }

// Places are those that are there now. Windows may have moved the known ones elsewhere, and
// on Linux they have names in the laptop's language: the system says where they are.
func Places() []Place {
	xdg.Reload()
	dirs := xdg.UserDirs
	var out []Place
	for _, p := range []Place{{ID: "documents", Path: dirs.Documents}, {ID: "downloads", Path: dirs.Download}, {ID: "desktop", Path: dirs.Desktop}, {ID: "home", Path: xdg.Home}} {
		if isDir(p.Path) && !slices.ContainsFunc(out, func(o Place) bool { return o.Path == p.Path }) {
			out = append(out, p)
		}
	}
	for _, path := range sticks() {
		out = append(out, Place{Name: stickName(path), Path: path})
	}
	return out
}

// sticks are the roots of what was plugged in.
func sticks() []string {
	var patterns, out []string
	switch runtime.GOOS {
	case "windows":
		for letter := 'D'; letter <= 'Z'; letter++ {
			if root := string(letter) + `:\`; isDir(root) {
				out = append(out, root)
			}
		}
		return out
	case "darwin":
		patterns = []string{"/Volumes/*"}
	default:
		user := filepath.Base(xdg.Home)
		patterns = []string{"/media/" + user + "/*", "/run/media/" + user + "/*"}
	}
	for _, p := range patterns {
		found, err := filepath.Glob(p)
		if err != nil { // a name with brackets in it: no stick is shown
			continue
		}
		out = append(out, slices.DeleteFunc(found, func(path string) bool { return !isDir(path) })...)
	}
	return out
}

func stickName(path string) string {
	if name := filepath.Base(path); name != string(filepath.Separator) {
		return name
	}
	return strings.TrimSuffix(path, string(filepath.Separator))
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return path != "" && err == nil && info.IsDir()
}

// Entry is a file or a folder in a folder.
type Entry struct {
	Name    string
	Dir     bool
	Changed time.Time
}

// List gives the folders in a folder by name, and under them the files that show wants, the
// newest first. Hidden ones are left out.
func List(dir string, show func(name string) bool, compare func(a, b string) int) ([]Entry, error) {
	all, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("reading a folder: %w", err)
	}
	var out []Entry
	for _, x := range all {
		info, err := os.Stat(filepath.Join(dir, x.Name())) // of what a link leads to
		if err != nil || strings.HasPrefix(x.Name(), ".") {
			continue // a link to nowhere, or hidden
		}
		if info.IsDir() || info.Mode().IsRegular() && show(x.Name()) {
			out = append(out, Entry{x.Name(), info.IsDir(), info.ModTime()})
		}
	}
	slices.SortFunc(out, func(a, b Entry) int {
		switch {
		case a.Dir != b.Dir:
			return map[bool]int{true: -1, false: 1}[a.Dir]
		case a.Dir:
			return compare(a.Name, b.Name)
		}
		return cmp.Or(b.Changed.Compare(a.Changed), compare(a.Name, b.Name))
	})
	return out, nil
}

// ErrName says that no file can have a name, on one of the systems that it may be taken to.
var ErrName = errors.New("not a name for a file")

// CheckName judges the name of a new file or folder.
func CheckName(name string) error {
	if name == "" || strings.Trim(name, ". ") == "" || strings.ContainsAny(name, `/\:*?"<>|`) ||
		strings.ContainsFunc(name, func(r rune) bool { return r < ' ' }) || len(name) > 200 {
		return fmt.Errorf("%q: %w", name, ErrName)
	}
	return nil
}
