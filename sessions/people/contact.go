package people

import (
	"net/mail"
	"strconv"
	"strings"
)

// NormalPhone writes a phone number as E.164. It reads what people type in the
// Netherlands (06-12345678, 0031…, +31 (0)6…), Arabic digits, and what Excel makes
// of it: 612345678, 31612345678, 6.12345678E8.
func NormalPhone(s string) (e164 string, ok bool) {
	s = unExcel(strings.TrimSpace(s))
	digits, plus := digitsOf(strings.Replace(s, "(0)", "", 1))
	if strings.HasPrefix(digits, "00") {
		digits, plus = digits[2:], true
	}
	switch {
	case plus && strings.HasPrefix(digits, "310") && len(digits) == 12:
		digits = "31" + digits[3:]
	case plus:
	case strings.HasPrefix(digits, "0") && len(digits) == 10:
		digits = "31" + digits[1:]
	case len(digits) == 9 && digits[0] != '0':
		digits = "31" + digits
	case len(digits) == 11 && strings.HasPrefix(digits, "31"):
	default:
		return s, false
	}
	if len(digits) < 8 || len(digits) > 15 || strings.HasPrefix(digits, "31") && len(digits) != 11 {
		return s, false
	}
	return "+" + digits, true
}

// unExcel undoes the exponent that Excel shows for long numbers.
func unExcel(s string) string {
	if !strings.ContainsAny(s, "eE") {
		return strings.TrimSuffix(s, ".0")
	}
	f, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", "."), 64)
	if err != nil || f < 1e6 || f > 1e16 {
		return s
	}
	return strconv.FormatFloat(f, 'f', 0, 64)
}

// digitsOf keeps the digits; anything but the usual separators makes it no number.
func digitsOf(s string) (digits string, plus bool) {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case r >= '٠' && r <= '٩':
			b.WriteRune('0' + r - '٠')
		case r == '+' && i == 0:
			plus = true
		case strings.ContainsRune(" -./()\u00a0\u2011\u2013'", r):
		default:
			return "", false
		}
	}
	return b.String(), plus
}

// ShowPhone writes a number as people read it: 06-12345678.
func ShowPhone(e164 string) string {
	if rest, ok := strings.CutPrefix(e164, "+316"); ok && len(rest) == 8 {
		return "06-" + rest
	}
	return e164
}

// ValidEmail tells whether a text can be a mail address (RFC 5322, the address alone).
func ValidEmail(s string) bool {
	a, err := mail.ParseAddress(s)
	return err == nil && a.Address == s && strings.Contains(s[strings.LastIndex(s, "@"):], ".")
}
