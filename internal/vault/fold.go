package vault

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Words are the words of a text as Traces parts and compares them.
func Words(text string) []string {
	return strings.FieldsFunc(string(folded(nil, text)), func(r rune) bool { return !inWord(r) })
}

// folded appends a text as names are compared in it: whatever the capitals, so that ÉLISE is
// Élise, YILDIZ is Yıldız and STRAUSS is Strauß, and whether an accent is a part of its letter
// or a mark after it. An accent that is not there makes another name: many words of Dutch are a
// name without its accent. Arabic is without its vowels, which few people write.
func folded[T string | []byte](to []byte, text T) []byte {
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			to = append(to, small(c))
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(string(text[i:min(i+utf8.UTFMax, len(text))]))
		if r == utf8.RuneError {
			to = append(to, text[i:i+n]...)
		} else {
			to = foldRune(to, r)
		}
		i += n
	}
	return to
}

// foldedAt is a text folded, and where in the text each byte of that comes from; after the last
// one stands the end. What comes before the first is with it.
func foldedAt(text string) (low []byte, at []int) {
	for i := range text {
		_, n := utf8.DecodeRuneInString(text[i:])
		low = folded(low, text[i:i+n])
		for len(at) < len(low) {
			at = append(at, i)
		}
	}
	at = append(at, len(text))
	at[0] = 0
	return low, at
}

func small(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

// dot is the mark over the Turkish İ, and over a Polish ż, which is one with a z so.
const dot = '\u0307'

func foldRune(to []byte, r rune) []byte {
	switch {
	case r == 'İ' || r == 'ı':
		return append(to, 'i')
	case r == 'ß' || r == 'ẞ':
		return append(to, "ss"...)
	case r == dot || unvoiced(r):
		return to
	case unicode.Is(unicode.Arabic, r):
		return utf8.AppendRune(to, r)
	}
	r = unicode.ToLower(unicode.ToUpper(r))
	letter := string(r)
	parts := norm.NFD.PropertiesString(letter).Decomposition()
	if parts == nil {
		return append(to, letter...)
	}
	for _, p := range string(parts) {
		if p != dot {
			to = utf8.AppendRune(to, p)
		}
	}
	return to
}

// unvoiced tells whether a sign is one of the vowels over Arabic letters, or what stretches a
// word.
func unvoiced(r rune) bool { return r >= '\u064b' && r <= '\u0652' || r == '\u0670' || r == '\u0640' }

// inWord tells whether a sign belongs to a word: a letter, a digit, or the accent on one.
func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || r >= '\u0300' && r <= '\u036f')
}
