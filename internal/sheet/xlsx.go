package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

func readXLSX(b []byte) ([]Table, error) {
	if err := checkZip(b); err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(b), excelize.Options{UnzipSizeLimit: maxUnzip, UnzipXMLSizeLimit: maxUnzip})
	if err != nil {
		return nil, fmt.Errorf("opening the XLSX: %w: %w", ErrUnknownFormat, err)
	}
	tables, err := sheets(f)
	return tables, errors.Join(err, f.Close())
}

// checkZip adds up what the file says it unpacks to before anything is unpacked.
func checkZip(b []byte) error {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return fmt.Errorf("opening the XLSX: %w: %w", ErrUnknownFormat, err)
	}
	var total uint64
	for _, f := range z.File {
		if total += f.UncompressedSize64; total > maxUnzip || f.UncompressedSize64 > maxUnzip {
			return ErrTooBig
		}
	}
	return nil
}

func sheets(f *excelize.File) ([]Table, error) {
	var out []Table
	for _, name := range f.GetSheetList() {
		if visible, err := f.GetSheetVisible(name); err == nil && !visible {
			continue
		}
		grid, err := grid(f, name)
		if err != nil {
			return nil, fmt.Errorf("reading the sheet %q: %w", name, err)
		}
		if t, ok := tableOf(name, grid); ok {
			out = append(out, t)
		}
	}
	if len(out) == 0 {
		return nil, ErrEmpty
	}
	return out, nil
}

// grid reads raw values, so that a phone number is 612345678 and not 6,12E+08.
func grid(f *excelize.File, name string) ([][]string, error) {
	rows, err := f.Rows(name)
	if err != nil {
		return nil, err
	}
	var grid [][]string
	for rows.Next() {
		if len(grid) >= MaxRows {
			return nil, errors.Join(ErrTooBig, rows.Close())
		}
		row, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		for i := range row {
			row[i] = plainNumber(row[i])
		}
		grid = append(grid, row[:min(len(row), maxColumns)])
	}
	return grid, errors.Join(rows.Error(), rows.Close())
}

// plainNumber writes a whole number without the exponent that XLSX stores.
func plainNumber(s string) string {
	if !strings.ContainsAny(s, "eE") || !strings.ContainsAny(s, "0123456789") {
		return s
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || f != float64(int64(f)) || f > 1e15 || f < -1e15 {
		return s
	}
	return strconv.FormatInt(int64(f), 10)
}
