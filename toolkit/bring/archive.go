package bring

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// archive is the parts of a file, of which no more is unpacked than a workbook needs.
type archive struct {
	parts map[string]*zip.File
	left  int64 // bytes that may still be unpacked
}

// maxDirectory is how much of a file may be read to know its parts.
const maxDirectory = 4 << 20

// metered gives no more of a file than some bytes: the list of its parts may lie about
// how long it is.
type metered struct {
	r    io.ReaderAt
	left int64
}

func (m *metered) ReadAt(p []byte, at int64) (int, error) {
	if m.left -= int64(len(p)); m.left < 0 {
		return 0, ErrUnsafe
	}
	return m.r.ReadAt(p, at) //nolint:wrapcheck // io.EOF as it is
}

// open looks at what a file is before anything of it is unpacked.
func open(r io.ReaderAt, size int64) (*archive, error) {
	if size > MaxFile {
		return nil, fmt.Errorf("a file of %d bytes: %w", size, ErrTooBig)
	}
	if err := sniff(r, size); err != nil {
		return nil, err
	}
	meter := &metered{r, maxDirectory}
	z, err := zip.NewReader(meter, size)
	switch {
	case meter.left < 0 || errors.Is(err, ErrUnsafe):
		return nil, fmt.Errorf("listing the parts: %w", ErrUnsafe)
	case err != nil && !errors.Is(err, zip.ErrInsecurePath):
		return nil, fmt.Errorf("listing the parts: %w: %w", ErrDamaged, err)
	case len(z.File) > maxParts:
		return nil, fmt.Errorf("%d parts: %w", len(z.File), ErrUnsafe)
	}
	meter.left = 4 * MaxFile // reading is bounded by what is unpacked
	a := &archive{map[string]*zip.File{}, maxUnpacked}
	for _, f := range z.File {
		if err := a.add(f); err != nil {
			return nil, err
		}
	}
	return a, a.isWord()
}

// add keeps a part under its name. Names that lead out of the file, and two parts of one
// name, of which programs read one or the other, are no word processor's.
func (a *archive) add(f *zip.File) error {
	name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
	if strings.HasSuffix(name, "/") {
		return nil
	}
	if name == "" || path.Clean(name) != name || strings.HasPrefix(name, "..") || strings.ContainsAny(name, "\x00:") {
		return &PartError{f.Name, 0, ErrUnsafe}
	}
	key := strings.ToLower(name)
	if _, twice := a.parts[key]; twice {
		return &PartError{f.Name, 0, ErrUnsafe}
	}
	if f.Flags&1 != 0 {
		return &PartError{f.Name, 0, ErrPassword}
	}
	a.parts[key] = f
	return nil
}

// isWord tells a Word document from other files of the same packing.
func (a *archive) isWord() error {
	if a.has("mimetype") {
		kind, err := a.read("mimetype", 200)
		if err == nil && bytes.HasPrefix(kind, []byte("application/vnd.oasis.opendocument.text")) {
			return ErrODT
		}
	}
	if !a.has("[content_types].xml") && !a.has("word/document.xml") {
		return fmt.Errorf("no document in it: %w", ErrNotWord)
	}
	return nil
}

func (a *archive) has(name string) bool { return a.parts[strings.ToLower(name)] != nil }

// read unpacks a part, up to a size. What the file says of its size is not believed.
func (a *archive) read(name string, most int64) ([]byte, error) {
	f := a.parts[strings.ToLower(name)]
	if f == nil {
		return nil, &PartError{name, 0, ErrDamaged}
	}
	if f.UncompressedSize64 > uint64(most) {
		return nil, &PartError{name, 0, ErrUnpacked}
	}
	r, err := f.Open()
	if err != nil {
		return nil, &PartError{name, 0, fmt.Errorf("%w: %w", ErrDamaged, err)}
	}
	defer r.Close() //nolint:errcheck // only read
	data, err := io.ReadAll(io.LimitReader(r, min(most, a.left)+1))
	a.left -= int64(len(data))
	switch {
	case int64(len(data)) > most || a.left < 0:
		return nil, &PartError{name, int64(len(data)), ErrUnpacked}
	case err != nil:
		return nil, &PartError{name, int64(len(data)), fmt.Errorf("%w: %w", ErrDamaged, err)}
	}
	return data, nil
}

// sniff tells by its first bytes what a file is.
func sniff(r io.ReaderAt, size int64) error {
	head := make([]byte, min(size, 1024))
	if _, err := r.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("reading the file: %w", err)
	}
	begins := func(with string) bool { return bytes.HasPrefix(head, []byte(with)) }
	switch {
	case begins("PK\x03\x04"):
		return nil
	case begins("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"):
		return oldOrLocked(r, size)
	case bytes.Contains(head, []byte("%PDF-")):
		return ErrPDF
	case begins(`{\rtf`):
		return ErrRTF
	}
	return ErrNotWord
}

// oldOrLocked tells an old Word document from a new one with a password: both are OLE
// containers, and the second names a stream EncryptedPackage.
func oldOrLocked(r io.ReaderAt, size int64) error {
	var name []byte
	for _, letter := range []byte("EncryptedPackage") {
		name = append(name, letter, 0)
	}
	const step = 1 << 20
	chunk := make([]byte, step+len(name))
	for at := int64(0); at < size; at += step {
		n, err := r.ReadAt(chunk, at)
		if err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("reading the file: %w", err)
		}
		if bytes.Contains(chunk[:n], name) {
			return ErrPassword
		}
	}
	return ErrOldWord
}
