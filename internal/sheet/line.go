package sheet

import (
	"strings"
	"unicode"
)

// line is a row of a file that is not empty. Empty ones are not kept: a stray cell
// at Excel's last row would make a million of them.
type line struct {
	number int // in the file, from 1
	cells  []string
	hidden bool
}

// cell gives a column's text, from 0; "" beyond the end.
func (l line) cell(c int) string {
	if c < len(l.cells) {
		return l.cells[c]
	}
	return ""
}

// lines collects the rows of one list and holds the limits.
type lines struct {
	all  []line
	text int
}

// add keeps a row unless it is empty. The error is a *LimitError.
func (x *lines) add(number int, cells []string, hidden bool) error {
	cells = cells[:min(len(cells), maxColumns)]
	last := 0
	for i, c := range cells {
		if x.text += len(c); x.text > MaxText {
			return &LimitError{Text, MaxText}
		}
		if cells[i] = tidy(c); cells[i] != "" {
			last = i + 1
		}
	}
	if last == 0 {
		return nil
	}
	if len(x.all) == MaxRows {
		return &LimitError{RowCount, MaxRows}
	}
	x.all = append(x.all, line{number, cells[:last], hidden})
	return nil
}

// tidy trims a cell, takes off the apostrophe that Harmless put before it, and the
// marks for text direction that copying from a chat leaves around numbers and names.
func tidy(s string) string {
	s = strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || Directional(r) })
	if rest, ok := strings.CutPrefix(s, "'"); ok && Harmless(rest) != rest {
		return rest
	}
	return s
}

// Directional tells the marks of text direction (UAX #9), and the byte order mark.
func Directional(r rune) bool {
	return r == '\u200e' || r == '\u200f' || r == '\u061c' || r == '\ufeff' ||
		r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}
