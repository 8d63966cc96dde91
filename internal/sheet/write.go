package sheet

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Page is one sheet to write. A cell is a string, a bool, a number, a Mark, a time.Time
// or nil for empty. A time.Time is written as it reads on its own clock: 23-11-2026, or
// with hours and minutes when it is not midnight.
type Page struct {
	Name    string // made valid and different from the other pages' names
	Header  []string
	Rows    [][]any
	Totals  []any // a last row in bold; nil for none
	Percent []int // columns, from 0, whose numbers are shown as percentages
	RTL     bool  // the first column stands at the right
}

// Harmless takes away what makes a spreadsheet run a text as a formula: cells that
// begin with = + - @, their full-width forms, a tab or a line end get an apostrophe
// (OWASP, CSV injection). Reading takes it off again.
func Harmless(s string) string {
	if r, _ := utf8.DecodeRuneInString(s); s != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", r) {
		return "'" + s
	}
	return s
}

// Write writes sheets as one XLSX: the heading row is bold and stays in sight, and
// columns are as wide as their texts. Formulas are never written. No pages give a
// workbook with one empty sheet.
func Write(w io.Writer, pages []Page) error {
	f := excelize.NewFile()
	looks, err := newLooks(f)
	names := map[string]bool{}
	for i, p := range pages {
		if err != nil {
			break
		}
		p.Name = sheetName(p.Name, names)
		if err = writePage(f, p, i, looks); err != nil {
			err = fmt.Errorf("writing the sheet %q: %w", p.Name, err)
		}
	}
	if err == nil {
		err = f.SetDocProps(&excelize.DocProperties{Creator: "Kring"}) // no person, and not the library's maker
	}
	if err == nil {
		_, err = f.WriteTo(w)
	}
	return errors.Join(err, f.Close())
}

func writePage(f *excelize.File, p Page, i int, looks looks) error {
	if i == 0 {
		if err := f.SetSheetName("Sheet1", p.Name); err != nil {
			return err
		}
	} else if _, err := f.NewSheet(p.Name); err != nil {
		return err
	}
	head := make([]any, len(p.Header))
	for i, h := range p.Header {
		head[i] = h
	}
	rows := slices.Concat([][]any{head}, p.Rows)
	if p.Totals != nil {
		rows = append(rows, p.Totals)
	}
	for i, row := range rows {
		bold := i == 0 || p.Totals != nil && i == len(rows)-1
		for c, val := range row {
			style := looks.of(val, bold, slices.Contains(p.Percent, c), p.RTL)
			if err := writeCell(f, p.Name, c, i, val, style); err != nil {
				return err
			}
		}
	}
	return arrange(f, p)
}

// writeCell writes one cell; column and row count from 0.
func writeCell(f *excelize.File, sheet string, column, row int, val any, style int) error {
	at, err := excelize.CoordinatesToCellName(column+1, row+1)
	if err != nil {
		return err
	}
	switch v := val.(type) {
	case string:
		err = f.SetCellStr(sheet, at, Harmless(v))
	case Mark:
		err = f.SetCellStr(sheet, at, Harmless(string(v)))
	case time.Time:
		err = f.SetCellFloat(sheet, at, serial(v), -1, 64)
	case nil:
	default:
		err = f.SetCellValue(sheet, at, val)
	}
	if err != nil || style == 0 {
		return err
	}
	return f.SetCellStyle(sheet, at, at, style)
}

// serial gives Excel's count of days since 30-12-1899 for what the clock shows.
func serial(t time.Time) float64 {
	wall := time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
	return wall.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
}
