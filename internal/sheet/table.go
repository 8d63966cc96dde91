// Package sheet reads lists as people really have them, XLSX and CSV in all their
// dialects, and writes XLSX that is safe to open. It knows rows and columns,
// nothing of what they mean. It never panics on a damaged file and never writes to
// the file that it reads.
package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// Table is one list: a heading row and the rows under it, each as wide as the
// heading. Lines holds each row's number in the file, from 1. Hidden tells which
// rows a filter or a hand has hidden in Excel; it is nil when none is.
//
// Cells are trimmed text. A number is written out (31612345678), a date as
// 23-11-2026, 23-11-2026 14:05 or 14:05, whatever way the file shows them.
type Table struct {
	Name   string
	Header []string
	Rows   [][]string
	Lines  []int
	Hidden []bool
}

// Read reads every list of a file, whatever its name ends in. The errors are those
// of ReadFrom and of opening a file.
func Read(path string) ([]Table, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("opening the list: %w", err)
	}
	t, err := ReadFrom(f, filepath.Base(path))
	return t, errors.Join(err, f.Close())
}

// ReadFrom reads every list of a file's bytes, by their content. A text file has
// one list, called by the file's name without its ending. The error is ErrTooBig
// (as a *LimitError), ErrPassword, ErrOldExcel, ErrUnknownFormat or ErrEmpty,
// wrapped, or the reader's own.
func ReadFrom(r io.Reader, name string) ([]Table, error) {
	b, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("reading the list: %w", err)
	}
	switch {
	case len(b) > MaxBytes:
		return nil, &LimitError{Bytes, MaxBytes}
	case bytes.HasPrefix(b, []byte("PK\x03\x04")):
		return readXLSX(b)
	case bytes.HasPrefix(b, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		return nil, compoundFile(b)
	}
	return readText(b, strings.TrimSuffix(name, filepath.Ext(name)))
}

// compoundFile tells an encrypted XLSX from an old XLS: both are OLE compound files
// ([MS-OFFCRYPTO] 2.3.4: the encrypted one has a stream EncryptedPackage, and names
// in the directory are UTF-16).
func compoundFile(b []byte) error {
	var name []byte
	for _, c := range []byte("EncryptedPackage") {
		name = append(name, c, 0)
	}
	if bytes.Contains(b, name) {
		return ErrPassword
	}
	return ErrOldExcel
}

// tableOf finds the heading and puts the rows under it. ok is false when there is
// no row under a heading.
func tableOf(name string, lines []line, merges []merge) (t Table, ok bool) {
	head, first := findHeading(lines, merges)
	t.Name, t.Header = name, head
	hidden := false
	for _, l := range lines[first:] {
		cells := make([]string, len(head))
		for c := range cells {
			cells[c] = l.cell(c)
		}
		if repeats(cells, head) {
			continue
		}
		t.Rows, t.Lines = append(t.Rows, cells), append(t.Lines, l.number)
		t.Hidden = append(t.Hidden, l.hidden)
		hidden = hidden || l.hidden
	}
	if !hidden {
		t.Hidden = nil
	}
	return t, len(t.Rows) > 0
}

// repeats tells whether a row is the heading once more, as lists have that were
// pasted together.
func repeats(cells, head []string) bool {
	for i := range cells {
		if !strings.EqualFold(strings.Join(strings.Fields(cells[i]), " "), head[i]) {
			return false
		}
	}
	return true
}
