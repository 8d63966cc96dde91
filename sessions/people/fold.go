package people

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// folded unifies letters that people type one for the other, and digits.
var folded = map[rune]rune{
	'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ٱ': 'ا', 'ى': 'ي', 'ئ': 'ي', 'ؤ': 'و', 'ة': 'ه', 'ک': 'ك', 'ی': 'ي', 'ہ': 'ه', 'ھ': 'ه',
	'ı': 'i', 'ł': 'l', 'ø': 'o', 'đ': 'd', 'ð': 'd', 'ħ': 'h', '’': '\'', '‘': '\'', '\u0640': -1,
}

// Fold makes a text comparable for searching: lower case, without accents, tashkeel,
// tatweel and invisible marks, with Arabic letter forms, digits and white space
// unified. Folding twice changes nothing.
func Fold(s string) string {
	if !isASCII(s) {
		s = norm.NFKD.String(strings.Map(foldRune, norm.NFC.String(s)))
		s = strings.Map(foldRune, s)
	}
	return strings.Join(strings.Fields(strings.ToLower(s)), " ")
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func foldRune(r rune) rune {
	if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
		return -1
	}
	r = unicode.ToLower(r)
	if d, ok := digit(r); ok {
		return d
	}
	if f, ok := folded[r]; ok {
		return f
	}
	return r
}

// digit gives the ASCII digit of an Arabic or Persian one.
func digit(r rune) (rune, bool) {
	switch {
	case r >= '٠' && r <= '٩':
		return '0' + r - '٠', true
	case r >= '۰' && r <= '۹':
		return '0' + r - '۰', true
	}
	return r, false
}
