package paper

import (
	"bytes"
	"io/fs"
	"strconv"
	"time"

	"kring/i18n"
	"kring/toolkit/bring"
)

// Remark says what did not come along of a file that was brought in, and where it stands.
func Remark(loc *i18n.Localizer, r bring.Remark) (what string, where []string) {
	return loc.T("bring." + string(r.Kind)), places(loc, r.Place)
}

func places(loc *i18n.Localizer, p bring.Place) (out []string) {
	switch {
	case p.Line > 0:
		out = append(out, loc.T("bring.line", "Line", strconv.Itoa(p.Line)))
	case p.Page > 0:
		out = append(out, loc.T("bring.at", "Page", strconv.Itoa(p.Page), "Paragraph", strconv.Itoa(p.Paragraph)))
	case p.Paragraph > 0:
		out = append(out, loc.T("bring.piece", "Number", strconv.Itoa(p.Paragraph)))
	default:
		return []string{loc.T("bring.whole")}
	}
	if p.Heading != "" {
		out = append(out, loc.T("bring.below", "Heading", p.Heading))
	}
	return out
}

// Brought are the pictures of a document that was brought in.
func Brought(pictures map[string][]byte) fs.FS { return brought(pictures) }

type brought map[string][]byte

// Open implements fs.FS.
func (b brought) Open(name string) (fs.File, error) {
	data, ok := b[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &broughtFile{bytes.NewReader(data), name, int64(len(data))}, nil
}

// broughtFile is one picture as a file.
type broughtFile struct {
	*bytes.Reader
	name string
	size int64
}

// Close implements fs.File.
func (f *broughtFile) Close() error { return nil }

// Stat implements fs.File.
func (f *broughtFile) Stat() (fs.FileInfo, error) { return broughtInfo{f.name, f.size}, nil }

// broughtInfo is what is known of it.
type broughtInfo struct {
	name string
	size int64
}

func (i broughtInfo) Name() string       { return i.name }
func (i broughtInfo) Size() int64        { return i.size }
func (i broughtInfo) Mode() fs.FileMode  { return 0o444 }
func (i broughtInfo) ModTime() time.Time { return time.Time{} }
func (i broughtInfo) IsDir() bool        { return false }
func (i broughtInfo) Sys() any           { return nil }
