package sheet

import (
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// plainNumber writes a whole number without the exponent that XLSX stores.
func plainNumber(s string) string {
	if !strings.ContainsAny(s, "eE.") || !strings.ContainsAny(s, "0123456789") {
		return s
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || f > 1e15 || f < -1e15 || f != float64(int64(f)) {
		return s
	}
	return strconv.FormatInt(int64(f), 10)
}

// serialDate writes Excel's count of days as 23-11-2026, with the time behind it if
// there is one, or only the time. What is no such count stays as it is.
func serialDate(raw string, from1904 bool) string {
	days, err := strconv.ParseFloat(raw, 64)
	if err != nil || days < 0 || days >= 2958466 { // 31-12-9999
		return plainNumber(raw)
	}
	t, err := excelize.ExcelDateToTime(days, from1904)
	if err != nil {
		return plainNumber(raw)
	}
	t = t.Round(time.Minute)
	switch {
	case days < 1:
		return t.Format("15:04")
	case t.Hour() == 0 && t.Minute() == 0:
		return t.Format("02-01-2006")
	}
	return t.Format("02-01-2006 15:04")
}
