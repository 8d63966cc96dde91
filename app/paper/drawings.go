package paper

import (
	"errors"
	"io/fs"

	"kring/assets"
	"kring/toolkit/export"
)

// WithDrawings has a text that comes with Kring find its pictures by their names:
// `![what it shows](listening-pair.svg)`.
func WithDrawings(o export.Options) export.Options {
	o.Files = assets.Drawings()
	return o
}

// Beside are the pictures in the folder of a text, and the drawings that come with Kring
// where that folder has none of a name: one's own text may use them too.
func Beside(folder fs.FS) fs.FS { return beside{folder} }

type beside struct{ folder fs.FS }

// Open implements fs.FS.
func (b beside) Open(name string) (fs.File, error) {
	f, err := b.folder.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		if drawing, none := assets.Drawings().Open(name); none == nil {
			return drawing, nil
		}
	}
	return f, err //nolint:wrapcheck // as the folder says it
}
