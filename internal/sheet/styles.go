package sheet

import (
	"io"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

// styles is what a workbook says of all its sheets.
type styles struct {
	dates    map[int]bool // which cell styles show a date or a time
	date1904 bool         // days count from 1904, as in Excel for Mac
	charset  func(charset string, input io.Reader) (io.Reader, error)
}

func readStyles(f *excelize.File) styles {
	s := styles{dates: map[int]bool{}, charset: f.CharsetReader}
	if p, err := f.GetWorkbookProps(); err == nil && p.Date1904 != nil {
		s.date1904 = *p.Date1904
	}
	for i := range excelize.MaxCellStyles {
		shows, ok := styleShowsDate(f, i)
		if !ok {
			break
		}
		s.dates[i] = shows
	}
	return s
}

// styleShowsDate is not ok after the last style. A style so damaged that the library
// panics costs its dates, not the list.
func styleShowsDate(f *excelize.File, i int) (shows, ok bool) {
	defer func() {
		if recover() != nil {
			shows, ok = false, true
		}
	}()
	s, err := f.GetStyle(i)
	if err != nil {
		return false, false
	}
	return builtInDate(s.NumFmt) || s.CustomNumFmt != nil && dateFormat(*s.CustomNumFmt), true
}

// builtInDate tells the built-in number formats that show a date or a time (ECMA-376
// 18.8.30, the East Asian ones included).
func builtInDate(id int) bool {
	return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58
}

// literal is what a number format shows as it is: "text", \x, _x, *x, [Red], [$-413].
// [h] and [mm] are times and stay.
var literal = regexp.MustCompile(`"[^"]*"|\\.|_.|\*.|\[[^hms\]][^\]]*\]`)

func dateFormat(code string) bool {
	code = literal.ReplaceAllString(strings.ToLower(code), "")
	first, _, _ := strings.Cut(code, ";")
	return !strings.Contains(first, "general") && strings.ContainsAny(first, "dmyhs")
}
