package exchange

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// The limits of a file.
const (
	MaxSize  = 32 << 20 // bytes
	MaxUnits = 100_000

	maxDepth = 64      // elements in elements
	maxNodes = 10_000  // in one unit
	maxValue = 1 << 16 // bytes of an attribute
	maxAttrs = 64      // of an element
)

// Read reads a file of any of the formats, told by what stands in it. name is for the error.
func Read(name string, r io.Reader) (File, error) {
	b, err := take(r)
	if err != nil {
		return File{}, fmt.Errorf("reading %s: %w", name, err)
	}
	f, err := read(b)
	if err != nil {
		return File{}, fmt.Errorf("reading %s: %w", name, err)
	}
	return f, nil
}

var beginsPO = regexp.MustCompile(`(?m)^[ \t]*msg(?:id|ctxt)[ \t]*"`)

func read(b []byte) (File, error) {
	b, err := unwrapped(b)
	if err != nil {
		return File{}, err
	}
	switch {
	case bytes.HasPrefix(bytes.TrimLeft(b, " \t\r\n"), []byte("<")):
		return readXLIFF(b)
	case beginsPO.Match(b):
		return readPO(b)
	}
	return File{}, &Error{Code: ErrFormat}
}

// ReadXLIFF reads XLIFF 1.2 and 2.x.
func ReadXLIFF(r io.Reader) (File, error) { return from(r, readXLIFF) }

// ReadPO reads a PO file.
func ReadPO(r io.Reader) (File, error) { return from(r, readPO) }

func from(r io.Reader, parse func([]byte) (File, error)) (File, error) {
	b, err := take(r)
	if err != nil {
		return File{}, err
	}
	if b, err = unwrapped(b); err != nil {
		return File{}, err
	}
	return parse(b)
}

// take reads no more than MaxSize: a file that says itself that it is bigger is not begun.
func take(r io.Reader) ([]byte, error) {
	if f, ok := r.(interface{ Stat() (fs.FileInfo, error) }); ok {
		if i, err := f.Stat(); err == nil && i.Size() > MaxSize {
			return nil, &Error{Code: ErrTooBig}
		}
	}
	b, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	switch {
	case err != nil:
		return nil, err
	case len(b) > MaxSize:
		return nil, &Error{Code: ErrTooBig}
	}
	return b, nil
}

// unwrapped takes off a byte order mark and reads UTF-16, with a mark or without.
func unwrapped(b []byte) ([]byte, error) {
	var order unicode.Endianness
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		return b[3:], nil
	case bytes.HasPrefix(b, []byte("\xfe\xff")), bytes.HasPrefix(b, []byte("\x00<")), bytes.HasPrefix(b, []byte("\x00m")):
		order = unicode.BigEndian
	case bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("<\x00")), bytes.HasPrefix(b, []byte("m\x00")):
		order = unicode.LittleEndian
	default:
		return b, nil
	}
	out, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(b)
	if err != nil {
		return nil, &Error{Code: ErrEncoding}
	}
	return out, nil
}

// decoded reads a file that says in which letters it is written. One that was read as
// UTF-16 already still says so.
func decoded(b []byte, charset string) ([]byte, error) {
	enc, err := htmlindex.Get(charset)
	if err != nil {
		return nil, &Error{Code: ErrCharset, Line: 1, Column: 1, Text: cited(charset)}
	}
	name, _ := htmlindex.Name(enc) // what has no name is not one of these
	if name != "utf-8" && name != "utf-16le" && name != "utf-16be" {
		if b, err = enc.NewDecoder().Bytes(b); err != nil {
			return nil, &Error{Code: ErrEncoding}
		}
	}
	return b, validUTF8(b)
}

// validUTF8 names the place of the first byte that is no letter.
func validUTF8(b []byte) error {
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			line, column := placeOf(b, i)
			return wrong(ErrEncoding, line, column, fmt.Sprintf("%#x", b[i]))
		}
		i += size
	}
	return nil
}

// placeOf counts lines and characters up to a byte.
func placeOf(b []byte, at int) (line, column int) {
	at = min(max(at, 0), len(b))
	begin := bytes.LastIndexByte(b[:at], '\n') + 1
	return bytes.Count(b[:at], []byte("\n")) + 1, utf8.RuneCount(b[begin:at]) + 1
}
