// Package sheet reads lists as people really have them, XLSX and CSV in all their
// dialects, and writes XLSX that is safe to open. It knows rows and columns,
// nothing of what they mean.
package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// Table is one list: a heading row and the rows under it. Lines holds each row's
// number in the file, from 1.
type Table struct {
	Name   string
	Header []string
	Rows   [][]string
	Lines  []int
}

// Limits on what is read: a sign-up list is never near them.
const (
	MaxBytes   = 32 << 20
	maxUnzip   = 256 << 20
	MaxRows    = 100_000
	maxColumns = 200
)

// What can be wrong with a file.
var (
	ErrTooBig        = errors.New("the file is too big for a list")
	ErrUnknownFormat = errors.New("the file is neither XLSX nor text")
	ErrOldExcel      = errors.New("the file is an old Excel file or has a password")
	ErrEmpty         = errors.New("there is no list in the file")
)

// Read reads every list of a file, whatever its name ends in.
func Read(path string) ([]Table, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("opening the list: %w", err)
	}
	t, err := ReadFrom(f)
	return t, errors.Join(err, f.Close())
}

// ReadFrom reads every list of a file's bytes.
func ReadFrom(r io.Reader) ([]Table, error) {
	b, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("reading the list: %w", err)
	}
	switch {
	case len(b) > MaxBytes:
		return nil, ErrTooBig
	case bytes.HasPrefix(b, []byte("PK\x03\x04")):
		return readXLSX(b)
	case bytes.HasPrefix(b, []byte{0xD0, 0xCF, 0x11, 0xE0}): // OLE: .xls, or an encrypted .xlsx
		return nil, ErrOldExcel
	}
	return readText(b)
}

// tableOf finds the heading row of a grid, fills merged headings and leaves empty
// rows out. ok is false when there is no row under a heading.
func tableOf(name string, grid [][]string) (t Table, ok bool) {
	at := headingRow(grid)
	if at < 0 {
		return t, false
	}
	t.Name = name
	t.Header = heading(grid, at)
	for i, row := range grid[at+1:] {
		if empty(row) {
			continue
		}
		cells := make([]string, len(t.Header))
		copy(cells, row)
		for c := range cells {
			cells[c] = strings.TrimSpace(cells[c])
		}
		t.Rows = append(t.Rows, cells)
		t.Lines = append(t.Lines, at+2+i)
	}
	return t, len(t.Rows) > 0
}

// headingRow is the first row with the most filled cells among the first ten: a
// title above the list fills one or two.
func headingRow(grid [][]string) int {
	best, most := -1, 0
	for i, row := range grid[:min(len(grid), 10)] {
		if n := words(row); n > most {
			best, most = i, n
		}
	}
	return best
}

// words counts the cells that can be headings: text, not numbers or addresses.
func words(row []string) int {
	n := 0
	for _, c := range row {
		c = strings.TrimSpace(c)
		if c != "" && !strings.ContainsAny(c[:1], "0123456789+") && !strings.Contains(c, "@") {
			n++
		}
	}
	return n
}

// heading gives the headings of a row. A cell merged over several columns names
// only the first; a second line below it that completes it stays a row.
func heading(grid [][]string, at int) []string {
	width := 0
	for _, row := range grid[at:] {
		width = min(max(width, len(row)), maxColumns)
	}
	out := make([]string, width)
	for i := range out {
		if i < len(grid[at]) {
			out[i] = strings.Join(strings.Fields(grid[at][i]), " ")
		}
	}
	return out
}

func empty(row []string) bool {
	for _, c := range row {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}
