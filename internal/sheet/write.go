package sheet

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Page is one sheet to write. A cell is a string, an int, a float64 or a time.Time.
// Percent lists the columns, from 0, whose numbers are shown as percentages.
type Page struct {
	Name    string
	Header  []string
	Rows    [][]any
	Totals  []any // a last row in bold; nil for none
	Percent []int
	RTL     bool
}

// Harmless takes away what makes a spreadsheet run a text as a formula: cells that
// begin with = + - @, a tab or a line end get an apostrophe (OWASP, CSV injection).
func Harmless(s string) string {
	if s != "" && strings.ContainsAny(s[:1], "=+-@\t\r\n") {
		return "'" + s
	}
	return s
}

// Write writes sheets as one XLSX.
func Write(w io.Writer, pages []Page) error {
	f := excelize.NewFile()
	names := map[string]bool{}
	var err error
	for i, p := range pages {
		p.Name = sheetName(p.Name, names)
		if err = writePage(f, p, i); err != nil {
			err = fmt.Errorf("writing the sheet %q: %w", p.Name, err)
			break
		}
	}
	if err == nil {
		_, err = f.WriteTo(w)
	}
	return errors.Join(err, f.Close())
}

func writePage(f *excelize.File, p Page, i int) error {
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
	if err := setRow(f, p, 1, head); err != nil {
		return err
	}
	for i, row := range p.Rows {
		if err := setRow(f, p, i+2, row); err != nil {
			return err
		}
	}
	if p.Totals != nil {
		if err := setRow(f, p, len(p.Rows)+2, p.Totals); err != nil {
			return err
		}
	}
	return format(f, p)
}

func setRow(f *excelize.File, p Page, row int, cells []any) error {
	for c, val := range cells {
		if s, ok := val.(string); ok {
			val = Harmless(s)
		}
		at, err := excelize.CoordinatesToCellName(c+1, row)
		if err != nil {
			return err
		}
		if err := f.SetCellValue(p.Name, at, val); err != nil {
			return err
		}
	}
	return nil
}

// format makes the first row bold and stay in sight, and the columns wide enough.
func format(f *excelize.File, p Page) error {
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	percent, err := f.NewStyle(&excelize.Style{NumFmt: 9})
	if err != nil {
		return err
	}
	errs := []error{
		f.SetRowStyle(p.Name, 1, 1, bold),
		f.SetPanes(p.Name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}),
	}
	for c := range p.Header {
		col, err := excelize.ColumnNumberToName(c + 1)
		errs = append(errs, err, f.SetColWidth(p.Name, col, col, width(p, c)))
	}
	for _, c := range p.Percent {
		col, err := excelize.ColumnNumberToName(c + 1)
		errs = append(errs, err, f.SetCellStyle(p.Name, col+"2", fmt.Sprintf("%s%d", col, len(p.Rows)+2), percent))
	}
	if p.Totals != nil {
		errs = append(errs, f.SetRowStyle(p.Name, len(p.Rows)+2, len(p.Rows)+2, bold))
	}
	if p.RTL {
		errs = append(errs, f.SetSheetView(p.Name, 0, &excelize.ViewOptions{RightToLeft: &p.RTL}))
	}
	return errors.Join(errs...)
}

func width(p Page, c int) float64 {
	w := utf8.RuneCountInString(p.Header[c])
	for _, row := range p.Rows {
		if c >= len(row) {
			continue
		}
		if _, ok := row[c].(time.Time); ok {
			w = max(w, 11)
			continue
		}
		w = max(w, utf8.RuneCountInString(fmt.Sprint(row[c])))
	}
	return float64(min(max(w+2, 6), 50))
}

// sheetName makes a name that Excel takes: 31 characters, none of []:*?/\, and each
// only once.
func sheetName(s string, used map[string]bool) string {
	s = strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) {
			return ' '
		}
		return r
	}, s), " '")
	if s == "" {
		s = "1"
	}
	name := cut(s, 31)
	for i := 2; used[strings.ToLower(name)]; i++ {
		suffix := fmt.Sprintf(" (%d)", i)
		name = cut(s, 31-len(suffix)) + suffix
	}
	used[strings.ToLower(name)] = true
	return name
}

func cut(s string, n int) string {
	r := []rune(s)
	return string(r[:min(n, len(r))])
}
