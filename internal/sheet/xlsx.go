package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// readXLSX reads the visible sheets of a workbook. A workbook so damaged that the
// library panics is ErrUnknownFormat.
func readXLSX(b []byte) (t []Table, err error) {
	defer func() {
		if p := recover(); p != nil {
			t, err = nil, fmt.Errorf("opening the XLSX: %w: %v", ErrUnknownFormat, p)
		}
	}()
	z, err := openZip(b)
	if err != nil {
		return nil, err
	}
	if err := countSheets(z); err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(b), excelize.Options{UnzipSizeLimit: MaxUnzip, UnzipXMLSizeLimit: MaxUnzip})
	if err != nil {
		return nil, fmt.Errorf("opening the XLSX: %w: %w", ErrUnknownFormat, err)
	}
	t, err = tables(f, z)
	return t, errors.Join(err, f.Close())
}

// openZip counts what is in the file and adds up what the file says it unpacks to before anything is unpacked.
// (archive/zip stops at an entry that unpacks to more than it said.)
func openZip(b []byte) (*zip.Reader, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, fmt.Errorf("opening the XLSX: %w: %w", ErrUnknownFormat, err)
	}
	if len(z.File) > maxParts {
		return nil, &LimitError{Parts, maxParts}
	}
	total := uint64(0)
	for _, f := range z.File {
		if f.UncompressedSize64 > MaxUnzip || total+f.UncompressedSize64 > MaxUnzip {
			return nil, &LimitError{Unpacked, MaxUnzip}
		}
		total += f.UncompressedSize64
	}
	return z, nil
}

func tables(f *excelize.File, z *zip.Reader) ([]Table, error) {
	var out []Table
	paths, styles := sheetPaths(z, f.CharsetReader), readStyles(f, z)
	for _, name := range f.GetSheetList() {
		if visible, err := f.GetSheetVisible(name); err == nil && !visible {
			continue
		}
		l, err := scanLayout(z, paths[name], styles)
		if err != nil {
			return nil, damaged(name, err)
		}
		rows, err := readRows(f, name, l)
		if err != nil {
			return nil, damaged(name, err)
		}
		if t, ok := tableOf(name, rows, l.merges); ok {
			out = append(out, t)
		}
	}
	if len(out) == 0 {
		return nil, ErrEmpty
	}
	return out, nil
}

// damaged wraps what went wrong in a sheet.
func damaged(name string, err error) error {
	if errors.Is(err, ErrTooBig) {
		return fmt.Errorf("reading the sheet %q: %w", name, err)
	}
	return fmt.Errorf("reading the sheet %q: %w: %w", name, ErrUnknownFormat, err)
}

// readRows reads raw values, so that a phone number is 31612345678 and not 3.16E+10,
// and makes of them what the layout says that they are.
func readRows(f *excelize.File, name string, l layout) (all []line, err error) {
	rows, err := f.Rows(name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Error(), rows.Close()) }()
	var out lines
	spanned := 0
	for number := 1; rows.Next(); number++ {
		hidden := rows.GetRowOpts().Hidden
		cells, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, fmt.Errorf("row %d: %w", number, err)
		}
		if spanned += len(cells); spanned > maxCells {
			return nil, &LimitError{Cells, maxCells}
		}
		for c := range cells {
			cells[c] = l.show(number, c, cells[c])
		}
		if err := out.add(number, cells, hidden); err != nil {
			return nil, err
		}
	}
	return out.all, nil
}
