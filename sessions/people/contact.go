package people

import (
	"net/mail"
	"strconv"
	"strings"
	"unicode"
)

// NormalPhone writes a phone number as E.164, a number without a country's code as a
// Dutch one. It reads what people type in the Netherlands (06-12345678, 0031…,
// +31 (0)6…), Arabic and Persian digits, and what Excel makes of it: 612345678,
// 31612345678, 6.12345678E8. It is not ok, and s comes back trimmed, for what is no
// one number, and for 3.16E+10: Excel has thrown the last digits away, and a number
// that looks right would be somebody else's.
func NormalPhone(s string) (e164 string, ok bool) {
	s = strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) })
	digits, plus := digitsOf(strings.Replace(unExcel(s), "(0)", "", 1))
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
	if len(digits) < 8 || len(digits) > 15 || digits[0] == '0' || strings.HasPrefix(digits, "31") && (len(digits) != 11 || digits[2] == '0') {
		return s, false
	}
	return "+" + digits, true
}

// unExcel undoes the exponent that Excel shows for long numbers, if the digits are
// all there.
func unExcel(s string) string {
	mantissa, exponent, ok := strings.Cut(strings.ToUpper(strings.ReplaceAll(s, ",", ".")), "E")
	if !ok {
		return strings.TrimSuffix(s, ".0")
	}
	whole, decimals, _ := strings.Cut(mantissa, ".")
	n, err := strconv.Atoi(exponent)
	if err != nil || len(whole) != 1 || n < len(decimals) || n-len(decimals) > 2 || n > 15 {
		return s
	}
	return whole + decimals + strings.Repeat("0", n-len(decimals))
}

// digitsOf keeps the digits; anything but the usual separators makes it no number.
func digitsOf(s string) (digits string, plus bool) {
	var b strings.Builder
	for i, r := range s {
		d, _ := digit(r)
		switch {
		case d >= '0' && d <= '9':
			b.WriteRune(d)
		case r == '+' && i == 0:
			plus = true
		case strings.ContainsRune(" -./()\u00a0\u2010\u2011\u2013'", r) || unicode.Is(unicode.Cf, r):
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

// ValidEmail tells whether a text can be a mail address (RFC 5322, the address alone)
// of a host with a dot in its name.
func ValidEmail(s string) bool {
	a, err := mail.ParseAddress(s)
	if err != nil || a.Address != s {
		return false
	}
	host := s[strings.LastIndex(s, "@")+1:]
	return strings.Contains(strings.Trim(host, "."), ".") && !strings.HasSuffix(host, ".")
}
