package paper

import (
	"bytes"
	"io/fs"
	"time"

	"kring/toolkit/export"
)

// WithPictures has a text of one's own find its pictures: those that it brought along, by their
// names, and the drawings that come with Kring behind them.
func WithPictures(o export.Options, picture func(name string) ([]byte, bool)) export.Options {
	o.Files = Beside(pictureFiles(picture))
	return o
}

// pictureFiles are pictures that are no files, as files.
type pictureFiles func(name string) ([]byte, bool)

// Open implements fs.FS.
func (get pictureFiles) Open(name string) (fs.File, error) {
	if fs.ValidPath(name) {
		if data, ok := get(name); ok {
			return pictureFile{bytes.NewReader(data), name}, nil
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// pictureFile is one of them, opened.
type pictureFile struct {
	*bytes.Reader
	name string
}

// Close implements fs.File.
func (pictureFile) Close() error { return nil }

// Stat implements fs.File.
func (f pictureFile) Stat() (fs.FileInfo, error) { return pictureInfo(f), nil }

// pictureInfo says of a picture what fs.FileInfo asks.
type pictureInfo pictureFile

// Name implements fs.FileInfo.
func (i pictureInfo) Name() string { return i.name }

// Size implements fs.FileInfo.
func (i pictureInfo) Size() int64 { return i.Reader.Size() }

// Mode implements fs.FileInfo.
func (pictureInfo) Mode() fs.FileMode { return 0o400 }

// ModTime implements fs.FileInfo.
func (pictureInfo) ModTime() time.Time { return time.Time{} }

// IsDir implements fs.FileInfo.
func (pictureInfo) IsDir() bool { return false }

// Sys implements fs.FileInfo.
func (pictureInfo) Sys() any { return nil }
