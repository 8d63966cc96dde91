package sheet

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// maxName is Excel's limit, in UTF-16 units.
const maxName = 31

// sheetName makes a name that Excel takes: at most 31 long, none of []:*?/\ or
// control characters, no apostrophe at an end, not the reserved History, and each
// only once without regard to case.
func sheetName(s string, used map[string]bool) string {
	s = strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) || r < ' ' || r == 0xFFFD {
			return ' '
		}
		return r
	}, s), " '")
	if s == "" {
		s = "1"
	}
	if strings.EqualFold(s, "History") {
		s += " 1"
	}
	name := cut(s, maxName)
	for i := 2; used[strings.ToLower(name)]; i++ {
		suffix := fmt.Sprintf(" (%d)", i)
		name = cut(s, maxName-len(suffix)) + suffix
	}
	used[strings.ToLower(name)] = true
	return name
}

// cut shortens a text to n UTF-16 units, never within a character or so that it ends
// in a space or an apostrophe.
func cut(s string, n int) string {
	for i, r := range s {
		if n -= utf16.RuneLen(r); n < 0 {
			s = s[:i]
			break
		}
	}
	return strings.TrimRight(s, " '")
}
