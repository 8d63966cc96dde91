package sheet

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// layout is what a sheet says of its cells beside their values: excelize gives that
// only for a sheet that it holds in memory as a whole, which takes far longer than
// this one walk over the tags.
type layout struct {
	is       map[place]meaning // of cells that are no plain text or number
	merges   []merge           // that reach into the first headLines
	date1904 bool
}

// place is a cell: the line from 1 as in the file, the column from 0.
type place struct{ line, column int }

// meaning is what a cell's raw value stands for.
type meaning byte

const (
	plain meaning = iota
	number
	date
	truth
	fault // #N/A and its like
)

const (
	headLines = 200  // merged cells below are the list's own and stay as they are
	maxMerges = 2000 // in them
)

// scanLayout reads a sheet's tags. A path that the workbook does not name gives an
// empty layout. Broken XML is an error here because excelize would end the list
// there without a word, and rows would vanish.
func scanLayout(z *zip.Reader, path string, s styles) (layout, error) {
	l := layout{is: map[place]meaning{}, date1904: s.date1904}
	f := entry(z, path)
	if f == nil {
		return l, nil
	}
	r, err := f.Open()
	if err != nil {
		return l, err
	}
	d := xml.NewDecoder(r)
	d.CharsetReader = s.charset
	return l, errors.Join(l.walk(d, s), r.Close())
}

func (l *layout) walk(d *xml.Decoder, s styles) error {
	at := place{column: -1}
	for {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := t.(xml.StartElement); ok {
			at = l.see(e, at, s)
		}
	}
}

// see takes in one tag and gives the cell that the walk is at. Cells and rows may
// leave their reference out (ECMA-376 18.3.1.4): then each follows the one before.
func (l *layout) see(e xml.StartElement, at place, s styles) place {
	switch e.Name.Local {
	case "row":
		at = place{at.line + 1, -1}
		if n, err := strconv.Atoi(attribute(e, "r")); err == nil {
			at.line = n
		}
	case "c":
		at.column++
		if col, _, err := excelize.CellNameToCoordinates(attribute(e, "r")); err == nil {
			at.column = col - 1
		}
		if m := cellMeaning(e, s); m != plain && len(l.is) < MaxRows*maxColumns/10 {
			l.is[at] = m
		}
	case "mergeCell":
		l.merge(attribute(e, "ref"))
	}
	return at
}

func cellMeaning(e xml.StartElement, s styles) meaning {
	switch attribute(e, "t") {
	case "b":
		return truth
	case "e":
		return fault
	case "", "n":
		if style, err := strconv.Atoi(attribute(e, "s")); err == nil && s.dates[style] {
			return date
		}
		return number
	}
	return plain
}

func (l *layout) merge(ref string) {
	from, to, _ := strings.Cut(ref, ":")
	left, top, err := excelize.CellNameToCoordinates(from)
	right, bottom, err2 := excelize.CellNameToCoordinates(to)
	if err == nil && err2 == nil && top <= headLines && len(l.merges) < maxMerges {
		l.merges = append(l.merges, merge{top, left - 1, bottom, right - 1})
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// show writes a raw value as the table has it.
func (l *layout) show(line, column int, raw string) string {
	switch l.is[place{line, column}] {
	case fault:
		return ""
	case truth:
		if raw == "1" || raw == "TRUE" {
			return "TRUE"
		}
		return "FALSE"
	case date:
		return serialDate(raw, l.date1904)
	case number:
		return plainNumber(raw)
	}
	return raw
}
