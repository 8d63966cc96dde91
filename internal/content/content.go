// Package content reads the files that Kring's own contents are written in.
package content

import (
	"fmt"
	"io/fs"

	"github.com/BurntSushi/toml"
)

// Decode reads a TOML file strictly: a key that the program does not know is a typing error
// in the file, and would otherwise vanish in silence. A fault names its file.
func Decode(fsys fs.FS, file string, into any) error {
	b, err := fs.ReadFile(fsys, file)
	if err != nil {
		return fmt.Errorf("reading contents: %w", err)
	}
	md, err := toml.Decode(string(b), into)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if u := md.Undecoded(); len(u) > 0 {
		return fmt.Errorf("%s: unknown key %q", file, u[0])
	}
	return nil
}
