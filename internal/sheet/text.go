package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func readText(b []byte) ([]Table, error) {
	s, err := decodeText(b)
	if err != nil {
		return nil, err
	}
	sep, s := separator(s)
	grid, err := readCSV(s, sep)
	if err != nil {
		return nil, err
	}
	t, ok := tableOf("", grid)
	if !ok {
		return nil, ErrEmpty
	}
	return []Table{t}, nil
}

// decodeText reads UTF-8 and UTF-16 with a byte order mark, UTF-8 without, and
// else Windows-1252, which Dutch Excel still writes.
func decodeText(b []byte) (string, error) {
	var enc encoding.Encoding
	switch {
	case bytes.HasPrefix(b, []byte{0xEF, 0xBB, 0xBF}):
		b = b[3:]
		if utf8.Valid(b) {
			return clean(string(b))
		}
		enc = charmap.Windows1252
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}), bytes.HasPrefix(b, []byte{0xFE, 0xFF}):
		enc = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case utf8.Valid(b):
		return clean(string(b))
	default:
		enc = charmap.Windows1252
	}
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		return "", fmt.Errorf("reading the letters of the file: %w", err)
	}
	return clean(string(out))
}

// clean refuses what is no text at all.
func clean(s string) (string, error) {
	if strings.ContainsRune(s, 0) {
		return "", ErrUnknownFormat
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s), nil
}

// separator finds what parts the cells: the line "sep=;" that Excel understands, or
// what the first lines have most of.
func separator(s string) (rune, string) {
	first, rest, _ := strings.Cut(s, "\n")
	if sep, ok := strings.CutPrefix(strings.ToLower(strings.TrimSpace(first)), "sep="); ok && utf8.RuneCountInString(sep) == 1 {
		r, _ := utf8.DecodeRuneInString(sep)
		return r, rest
	}
	head := s[:min(len(s), 4096)]
	best, most := ';', 0
	for _, r := range []rune{';', '\t', ',', '|'} {
		if n := strings.Count(head, string(r)); n > most {
			best, most = r, n
		}
	}
	return best, s
}

func readCSV(s string, sep rune) ([][]string, error) {
	r := csv.NewReader(strings.NewReader(s))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = sep, true, -1
	if sep == '"' || sep == '\n' {
		return nil, ErrUnknownFormat
	}
	var grid [][]string
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return grid, nil
		}
		if err != nil {
			return nil, fmt.Errorf("reading line %d: %w", len(grid)+1, err)
		}
		line, _ := r.FieldPos(0)
		for len(grid) < min(line-1, MaxRows) { // csv leaves empty lines out; the numbers count them
			grid = append(grid, nil)
		}
		if grid = append(grid, row[:min(len(row), maxColumns)]); len(grid) > MaxRows {
			return nil, ErrTooBig
		}
	}
}
