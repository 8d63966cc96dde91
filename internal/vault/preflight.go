package vault

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
)

// bbolt's file format, version 2 (go.etcd.io/bbolt, internal/common): pages with a
// header of 16 bytes; pages 0 and 1 hold the two meta records.
const (
	pageHeader  = 16
	metaSize    = 64
	boltMagic   = 0xED0CDAED
	boltVersion = 2
	flagBranch  = 0x01
	flagLeaf    = 0x02
	flagMeta    = 0x04
	minPages    = 4
	maxPage     = 1 << 16
)

// image is a vault's file and what its newest meta page says of it.
type image struct {
	path   string
	file   io.ReaderAt
	length int64
	start  []byte // of the file: both meta pages
	size   int    // of a page
	root   uint64
	high   uint64 // pages in use
	tx     uint64
	seen   []bool   // by page
	buffer [][]byte // by depth: a page and those that overflow from it
}

// preflight reads the whole structure of a file without changing or mapping it.
func preflight(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("opening %s: %w", path, err)
	}
	if err := shareLock(f, path); err != nil {
		return errors.Join(err, f.Close())
	}
	return errors.Join(preflightFile(f, path), f.Close())
}

// preflightFile holds a page for each level of the file's trees, not the file.
func preflightFile(f *os.File, path string) error {
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("reading %s: %w", path, err)
	}
	m := &image{path: path, file: f, length: info.Size()}
	if m.start, err = m.read(nil, 0, min(m.length, 2*maxPage)); err != nil {
		return err
	}
	if err := m.metas(); err != nil {
		return err
	}
	m.seen = make([]bool, m.high)
	return m.walkRoot()
}

// read fills a buffer, a longer one where it must, with n bytes of the file.
func (m *image) read(b []byte, at, n int64) ([]byte, error) {
	if int64(cap(b)) < n {
		b = make([]byte, n)
	}
	b = b[:n]
	if _, err := m.file.ReadAt(b, at); err != nil {
		return nil, fmt.Errorf("reading %s: %w", m.path, err)
	}
	return b, nil
}

func (m *image) damage(what string, format string, args ...any) error {
	return &DamageError{Path: m.path, What: what, Err: fmt.Errorf(format, args...)}
}

// metas checks both meta pages: bbolt would do with one, and with the older one
// silently forget the last action.
func (m *image) metas() error {
	m.size = os.Getpagesize()
	if len(m.start) >= pageHeader+metaSize && u32(m.start[pageHeader:]) == boltMagic {
		if s := int(u32(m.start[pageHeader+8:])); s >= 512 && s <= maxPage && s&(s-1) == 0 {
			m.size = s
		}
	}
	valid := [2]error{m.meta(0), m.meta(1)}
	if valid[0] != nil && valid[1] != nil {
		if errors.Is(valid[0], errNoMagic) && errors.Is(valid[1], errNoMagic) {
			return fmt.Errorf("%s: %w", m.path, ErrNotVault)
		}
		return m.damage("meta page 0", "%w", errors.Join(valid[:]...))
	}
	for i, err := range valid {
		if err != nil && m.length < int64(minPages*m.size) {
			return m.truncated(minPages)
		}
		if err != nil {
			return m.damage(fmt.Sprintf("meta page %d", i), "%w", err)
		}
	}
	if uint64(m.length) < m.high*uint64(m.size) {
		return m.truncated(m.high)
	}
	return nil
}

func (m *image) truncated(pages uint64) error {
	return m.damage(truncation(m.length, int64(pages)*int64(m.size)), "the end is missing")
}

var errNoMagic = errors.New("no page of this kind")

func (m *image) meta(i int) error {
	at := i * m.size
	if len(m.start) < at+pageHeader+metaSize {
		return errNoMagic
	}
	page, meta := m.start[at:], m.start[at+pageHeader:]
	if u32(meta) != boltMagic {
		return errNoMagic
	}
	h := fnv.New64a()
	h.Write(meta[:metaSize-8])
	switch {
	case u32(meta[4:]) != boltVersion:
		return fmt.Errorf("version %d", u32(meta[4:]))
	case h.Sum64() != u64(meta[metaSize-8:]):
		return errChecksum
	case u64(page) != uint64(i) || u16(page[8:]) != flagMeta:
		return errors.New("the page header is wrong")
	}
	if tx := u64(meta[48:]); tx >= m.tx {
		m.tx, m.root, m.high = tx, u64(meta[16:]), u64(meta[40:])
	}
	return nil
}

func u16(b []byte) uint16 { return binary.NativeEndian.Uint16(b) }
func u32(b []byte) uint32 { return binary.NativeEndian.Uint32(b) }
func u64(b []byte) uint64 { return binary.NativeEndian.Uint64(b) }
