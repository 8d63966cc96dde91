package sheet

import (
	"archive/zip"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

// styles is what a workbook says of all its sheets.
type styles struct {
	dates    map[int]bool // which cell styles show a date or a time
	date1904 bool         // days count from 1904, as in Excel for Mac
	charset  charsets
}

// readStyles reads the formats of numbers itself: excelize gives one style at a time and looks for
// its format among all. A part so damaged that it cannot be read to its end costs the dates that
// follow, not the list.
func readStyles(f *excelize.File, z *zip.Reader) styles {
	s := styles{dates: map[int]bool{}, charset: f.CharsetReader}
	if p, err := f.GetWorkbookProps(); err == nil && p.Date1904 != nil {
		s.date1904 = *p.Date1904
	}
	var sheet struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	unmarshal(z, "xl/styles.xml", s.charset, &sheet)
	custom := map[int]bool{}
	for _, x := range sheet.Formats {
		custom[x.ID] = dateFormat(x.Code)
	}
	for i, x := range sheet.Cells {
		s.dates[i] = builtInDate(x.Format) || x.Format >= firstCustom && custom[x.Format]
	}
	return s
}

// firstCustom is the first number of a format that a workbook describes itself (ECMA-376 18.8.30).
const firstCustom = 164

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
