package memory

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// normal is a text without what nobody translates otherwise for: how its letters are
// composed, which quotes and spaces it has, and marks that cannot be seen.
func normal(s string) string {
	return strings.Join(strings.Fields(strings.Map(plain, norm.NFC.String(s))), " ")
}

// fold is normal without capitals.
func fold(s string) string { return norm.NFC.String(strings.ToLower(normal(s))) }

func plain(r rune) rune {
	switch r {
	case '‘', '’', '‚', '‛', '′', 'ʼ', '´', '`':
		return '\''
	case '“', '”', '„', '‟', '«', '»', '″':
		return '"'
	case '\u00ad', '\u200b', '\ufeff':
		return -1
	}
	if unicode.Is(unicode.Bidi_Control, r) {
		return -1
	}
	return r
}

// How near two texts are that have the same words.
const (
	equal      = iota // to the letter
	sameCase          // after normal
	sameLetter        // after fold
	otherwise
)

// nearness is how near two texts are.
func nearness(a, b string) int {
	switch {
	case a == b:
		return equal
	case normal(a) == normal(b):
		return sameCase
	case fold(a) == fold(b):
		return sameLetter
	}
	return otherwise
}
