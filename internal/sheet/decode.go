package sheet

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decodeText gives a text file's text with \n at the end of each line. It reads
// UTF-8 and UTF-16 with or without a byte order mark, and else Windows-1252, which
// Dutch Excel still writes, or Windows-1256, which Arabic Excel writes. The error is
// ErrUnknownFormat when the bytes are no text.
func decodeText(b []byte) (string, error) {
	out, err := encodingOf(b).NewDecoder().Bytes(b)
	if err != nil {
		return "", fmt.Errorf("reading the letters of the file: %w: %w", ErrUnknownFormat, err)
	}
	s := strings.TrimPrefix(string(out), "\ufeff")
	if i := strings.IndexFunc(s, binary); i >= 0 || isDocument(s) {
		return "", ErrUnknownFormat
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\u2028", "\n", "\x1a", "").Replace(s), nil
}

// binary tells characters that stand in no text. (0x1A is the end of an old DOS file.)
func binary(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\v' && r != '\f' && r != '\r' && r != '\x1a'
}

// isDocument knows text formats that are no lists.
func isDocument(s string) bool {
	head := strings.ToLower(strings.TrimSpace(s[:min(len(s), 64)]))
	for _, p := range []string{"%pdf", "{\\rtf", "<html", "<!doctype", "<?xml"} {
		if strings.HasPrefix(head, p) {
			return true
		}
	}
	return false
}

func encodingOf(b []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(b, []byte{0xEF, 0xBB, 0xBF}):
		return unicode.UTF8BOM
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}), zeros(b, 1):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(b, []byte{0xFE, 0xFF}), zeros(b, 0):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case mostlyUTF8(b):
		return unicode.UTF8
	case mostlyRuns(b):
		return charmap.Windows1256
	}
	return charmap.Windows1252
}

// zeros tells UTF-16 without a mark: every other byte of the first is zero.
func zeros(b []byte, from int) bool {
	n, i := 0, from
	for ; i < min(len(b), 64); i += 2 {
		if b[i] == 0 {
			n++
		}
	}
	return len(b) >= 8 && n*4 >= min(len(b), 64)
}

// mostlyUTF8 lets one broken letter pass: a file that was cut or pasted together
// must not turn every é into Ã©.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		b = b[n:]
	}
	return bad == 0 || good > 4*bad
}

// mostlyRuns tells Arabic from accents: Arabic words are runs of bytes over 0x7F, an
// accent in a Dutch or Turkish name stands alone or with one other.
func mostlyRuns(b []byte) bool {
	alone, inRuns, run := 0, 0, 0
	for i := 0; i <= len(b); i++ {
		if i < len(b) && b[i] >= 0x80 {
			run++
			continue
		}
		if run >= 3 {
			inRuns += run
		} else {
			alone += run
		}
		run = 0
	}
	return inRuns > 2*alone
}
