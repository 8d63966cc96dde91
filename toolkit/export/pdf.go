// Package export writes what leaves Kring on paper or as a file: PDF and PNG from
// the same laid-out pages, XLSX and calendars.
package export

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
)

// pdf collects the objects of one file (ISO 32000-1). Object numbers are given out
// before the objects are written, so that they may point at each other.
type pdf struct {
	objects [][]byte // index 0 is object 1
	small   []int    // numbers of objects that are many and small, kept together
}

// together marks an object as one of many small ones: they are compressed as one.
func (p *pdf) together(n int) int {
	p.small = append(p.small, n)
	return n
}

func (p *pdf) reserve() int {
	p.objects = append(p.objects, nil)
	return len(p.objects)
}

func (p *pdf) set(n int, format string, args ...any) {
	p.objects[n-1] = fmt.Appendf(nil, format, args...)
}

func (p *pdf) add(format string, args ...any) int {
	n := p.reserve()
	p.set(n, format, args...)
	return n
}

// stream adds a compressed stream; extra are more entries of its dictionary.
func (p *pdf) stream(extra string, data []byte) (int, error) {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	if _, err := z.Write(data); err != nil {
		return 0, fmt.Errorf("compressing: %w", err)
	}
	if err := z.Close(); err != nil {
		return 0, fmt.Errorf("compressing: %w", err)
	}
	return p.add("<</Filter/FlateDecode/Length %d%s>>\nstream\n%s\nendstream", b.Len(), extra, b.Bytes()), nil
}

// place is where the cross-reference stream says that an object is: at an offset of the
// file, or as so manyeth within an object stream (ISO 32000-1, 7.5.8.3).
type place struct {
	kind byte // 1: offset; 2: within
	at   int  // the offset, or the number of the object stream
	nth  int
}

// pack puts the small objects into one stream (ISO 32000-1, 7.5.7) and gives where each
// of them is.
func (p *pdf) pack(places map[int]place) error {
	if len(p.small) == 0 {
		return nil
	}
	var head, body bytes.Buffer
	for _, n := range p.small {
		fmt.Fprintf(&head, "%d %d ", n, body.Len())
		body.Write(p.objects[n-1])
		body.WriteByte('\n')
	}
	first := head.Len()
	stream, err := p.stream(fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(p.small), first), append(head.Bytes(), body.Bytes()...))
	if err != nil {
		return err
	}
	for i, n := range p.small {
		places[n] = place{2, stream, i}
	}
	return nil
}

// write writes the file: header, objects, cross-reference stream.
func (p *pdf) write(w io.Writer, root, info int) error {
	places := map[int]place{}
	if err := p.pack(places); err != nil {
		return err
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	for i, o := range p.objects {
		if _, packed := places[i+1]; !packed {
			places[i+1] = place{1, b.Len(), 0}
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
		}
	}
	self, start := len(p.objects)+1, b.Len()
	places[self] = place{1, start, 0}
	table := []byte{0, 0, 0, 0, 0, 0xff, 0xff} // object 0 is free, as it must be
	for n := 1; n <= self; n++ {
		at := places[n]
		table = append(table, at.kind)
		table = binary.BigEndian.AppendUint32(table, uint32(at.at))
		table = binary.BigEndian.AppendUint16(table, uint16(at.nth))
	}
	n, err := p.stream(fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R", self+1, root, info), table)
	if err != nil {
		return err
	}
	fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", n, p.objects[n-1], start)
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("writing the PDF: %w", err)
	}
	return nil
}

// text writes a text string as UTF-16 with a byte order mark, in hexadecimal.
func pdfText(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	b.WriteString(hex16(s))
	b.WriteString(">")
	return b.String()
}

func hex16(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}
