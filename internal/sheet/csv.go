package sheet

import "strings"

// readText reads the one list of a text file.
func readText(b []byte, name string) ([]Table, error) {
	s, err := decodeText(b)
	if err != nil {
		return nil, err
	}
	sep, from, ok := declared(s)
	if !ok {
		sep = separator(s)
	}
	r := records{s: s[from:], sep: sep, line: 1}
	if from > 0 {
		r.line = 2
	}
	var all lines
	for r.next() {
		if err := all.add(r.at, r.cells, false); err != nil {
			return nil, err
		}
	}
	t, ok := tableOf(name, all.all, nil)
	if !ok {
		return nil, ErrEmpty
	}
	return []Table{t}, nil
}

// records walks over the records of separated text (RFC 4180), forgiving as people's
// files need: encoding/csv lets one quote that was never closed swallow the rest of
// the file, and here no row may vanish.
type records struct {
	s     string
	sep   byte
	line  int      // of the next record, from 1
	at    int      // of this record
	cells []string // of this record
	tries int      // quotes that turned out to be plain characters
}

// maxTries bounds the looking ahead for closing quotes: after it they are letters.
const maxTries = 2000

// maxQuoted is how far a closing quote may be: Excel's longest cell.
const maxQuoted = 4 * 32767

// next reads one record. It is false at the end.
func (r *records) next() bool {
	if r.s == "" {
		return false
	}
	r.at, r.cells = r.line, nil
	for {
		cell, end := r.cell()
		r.cells = append(r.cells, cell)
		if end == '\n' {
			r.line++
		}
		if end != r.sep {
			return true
		}
	}
}

// cell takes one cell off the text, and what ends it: the separator, a line end, or
// 0 at the end of the text.
func (r *records) cell() (text string, end byte) {
	if strings.HasPrefix(r.s, `"`) && r.tries < maxTries {
		if text, n, ok := quoted(r.s, r.sep); ok {
			r.line += strings.Count(r.s[:n], "\n")
			return text, r.cut(n)
		}
		r.tries++
	}
	n := strings.IndexByte(r.s, '\n')
	if n < 0 {
		n = len(r.s)
	}
	if i := strings.IndexByte(r.s[:n], r.sep); i >= 0 {
		n = i
	}
	text = r.s[:n]
	return text, r.cut(n)
}

// cut takes n bytes and the one that ends them off the text.
func (r *records) cut(n int) (end byte) {
	if n == len(r.s) {
		r.s = ""
		return 0
	}
	end = r.s[n]
	r.s = r.s[n+1:]
	return end
}

// quoted reads a cell in quotes and gives how many bytes it takes. A quote inside
// that was not doubled is kept; when that comes after a line end, the cell was never
// closed and the first quote is a plain character: not ok.
func quoted(s string, sep byte) (text string, n int, ok bool) {
	var b strings.Builder
	broken := false
	for i := 1; i < len(s) && i < maxQuoted; i++ {
		switch {
		case s[i] != '"':
			broken = broken || s[i] == '\n'
			b.WriteByte(s[i])
		case i+1 == len(s) || s[i+1] == sep || s[i+1] == '\n':
			return b.String(), i + 1, true
		case s[i+1] == '"':
			b.WriteByte('"')
			i++
		case broken:
			return "", 0, false
		default:
			b.WriteByte('"')
		}
	}
	return "", 0, false
}
