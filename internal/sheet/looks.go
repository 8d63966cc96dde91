package sheet

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// looks are the cell styles of a workbook, by how a value is shown and whether bold.
type looks map[look]int

type look struct {
	format string
	bold   bool
	mark   bool
	rtl    bool
}

// Mark is a sign in the place of a number; it stands where numbers do.
type Mark string

const (
	dayFormat  = "dd-mm-yyyy"
	timeFormat = "dd-mm-yyyy hh:mm"
	percent    = "0%"
)

// rightToLeft is Excel's number for a cell that reads so whatever its first letter is.
const rightToLeft = 2

func newLooks(f *excelize.File) (looks, error) {
	out := looks{}
	var errs []error
	for _, format := range []string{"", dayFormat, timeFormat, percent} {
		for _, bold := range []bool{false, true} {
			style := &excelize.Style{Font: &excelize.Font{Bold: bold}}
			if format != "" {
				style.CustomNumFmt = &format
			}
			id, err := f.NewStyle(style)
			out[look{format: format, bold: bold}] = id
			errs = append(errs, err)
		}
	}
	for _, bold := range []bool{false, true} {
		id, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: bold}, Alignment: &excelize.Alignment{Horizontal: "right", ReadingOrder: rightToLeft}})
		out[look{bold: bold, rtl: true}] = id
		errs = append(errs, err)
	}
	for _, bold := range []bool{false, true} {
		id, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: bold}, Alignment: &excelize.Alignment{Horizontal: "right"}})
		out[look{bold: bold, mark: true}] = id
		errs = append(errs, err)
	}
	out[look{}] = 0 // the workbook's own
	return out, errors.Join(errs...)
}

func arabic(r rune) bool { return unicode.Is(unicode.Arabic, r) }

// of gives the style of a value. An Arabic text on a sheet from right to left reads so: by
// its first letter, a Dutch name, the sentence would be turned around.
func (l looks) of(val any, bold, inPercent, rtl bool) int {
	format := ""
	switch v := val.(type) {
	case time.Time:
		format = timeFormat
		if v.Hour() == 0 && v.Minute() == 0 && v.Second() == 0 {
			format = dayFormat
		}
	case Mark:
		return l[look{bold: bold, mark: true}]
	case string:
		return l[look{bold: bold, rtl: rtl && strings.ContainsFunc(v, arabic)}]
	case bool, nil:
	default:
		if inPercent {
			format = percent
		}
	}
	return l[look{format: format, bold: bold}]
}

// arrange keeps the heading in sight, makes columns wide enough, and turns the sheet
// for languages that begin at the right.
func arrange(f *excelize.File, p Page) error {
	errs := []error{f.SetPanes(p.Name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})}
	for c := range p.Header {
		col, err := excelize.ColumnNumberToName(c + 1)
		errs = append(errs, err, f.SetColWidth(p.Name, col, col, width(p, c)))
	}
	if p.RTL {
		errs = append(errs, f.SetSheetView(p.Name, 0, &excelize.ViewOptions{RightToLeft: &p.RTL}))
	}
	return errors.Join(append(errs, onPaper(f, p))...)
}

// manyColumns is how many stand on a sheet of paper upright.
const manyColumns = 6

// onPaper lets a sheet with many columns print on paper that lies, all columns on one.
func onPaper(f *excelize.File, p Page) error {
	if len(p.Header) <= manyColumns {
		return nil
	}
	lying, fit, wide, any := "landscape", true, 1, 0
	return errors.Join(
		f.SetPageLayout(p.Name, &excelize.PageLayoutOptions{Orientation: &lying, FitToWidth: &wide, FitToHeight: &any}),
		f.SetSheetProps(p.Name, &excelize.SheetPropsOptions{FitToPage: &fit}))
}

// width gives a column's width in Excel's unit, about one digit: 6 to 50.
func width(p Page, c int) float64 {
	w := utf8.RuneCountInString(p.Header[c])
	for _, row := range p.Rows {
		if c < len(row) {
			w = max(w, shown(row[c]))
		}
	}
	return float64(min(max(w+2, 6), 50))
}

func shown(val any) int {
	switch v := val.(type) {
	case nil:
		return 0
	case time.Time:
		if v.Hour() == 0 && v.Minute() == 0 {
			return len(dayFormat)
		}
		return len(timeFormat)
	case float64:
		return len(fmt.Sprintf("%.2f", v))
	}
	return utf8.RuneCountInString(fmt.Sprint(val))
}
