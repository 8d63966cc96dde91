// Package export writes what leaves Kring on paper or as a file: PDF and PNG from
// the same laid-out pages, XLSX and calendars.
package export

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
)

// pdf collects the objects of one file (ISO 32000-1). Object numbers are given out
// before the objects are written, so that they may point at each other.
type pdf struct {
	objects [][]byte // index 0 is object 1
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

// write writes the file: header, objects, cross-reference table, trailer.
func (p *pdf) write(w io.Writer, root, info int) error {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(p.objects))
	for i, o := range p.objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(p.objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(p.objects)+1, root, info, start)
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
