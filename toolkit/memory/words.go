package memory

import (
	"unicode"
	"unicode/utf8"
)

// class is what a token is.
type class uint8

const (
	word class = iota
	number
	mark // punctuation, signs and pictures
	space
	whole // a long text that is compared as one
)

// token is a stretch of a text that is kept or changed as a whole.
type token struct {
	class    class
	from, to int // bytes
}

// split cuts a text into words, numbers, signs and spaces, so that the tokens joined are the
// text. It follows the word boundaries of UAX #29 as far as Dutch and Arabic need them:
// "zo'n" and "3,5" stay whole, and vowel signs and joiners stay with their letter. Other than
// there a run of spaces, or of one sign ("..."), is one token.
func split(s string) []token {
	var out []token
	for at := 0; at < len(s); {
		t := next(s, at)
		out = append(out, t)
		at = t.to
	}
	return out
}

// next is the token that begins somewhere.
func next(s string, at int) token {
	first, n := utf8.DecodeRuneInString(s[at:])
	t := token{classOf(first), at, at + n}
	digits := unicode.IsDigit(first)
	for last := first; t.to < len(s); {
		r, n := utf8.DecodeRuneInString(s[t.to:])
		if !t.takes(last, r, s[t.to+n:]) {
			break
		}
		digits = digits && (classOf(r) != word || extends(r))
		if !extends(r) || r == joiner {
			last = r
		}
		t.to += n
	}
	if t.class == number && !digits {
		t.class = word // as "2e"
	}
	return t
}

// takes tells whether a token goes on with a rune after its last one.
func (t token) takes(last, r rune, rest string) bool {
	if t.class == space {
		return unicode.IsSpace(r)
	}
	if extends(r) || last == joiner && !unicode.IsSpace(r) {
		return true
	}
	if t.class == mark {
		return r == last
	}
	return classOf(r) <= number || between(last, r, rest)
}

const joiner = '\u200d'

func classOf(r rune) class {
	switch {
	case unicode.IsSpace(r):
		return space
	case unicode.IsDigit(r):
		return number
	case unicode.IsLetter(r), extends(r), unicode.Is(unicode.Pc, r), unicode.Is(unicode.Regional_Indicator, r):
		return word
	}
	return mark
}

// extends tells whether a rune belongs to the one before it: a vowel sign, a joiner, a
// direction mark, the colour of a hand.
func extends(r rune) bool {
	return r >= 0x80 && (unicode.In(r, unicode.M, unicode.Cf) || r >= 0x1f3fb && r <= 0x1f3ff)
}

// between tells whether a sign stands within a word or a number, as in "foto's" and "1.000".
func between(last, r rune, rest string) bool {
	after, _ := utf8.DecodeRuneInString(rest)
	switch r {
	case '\'', '’', '.':
		return unicode.IsLetter(last) && unicode.IsLetter(after) || unicode.IsDigit(last) && unicode.IsDigit(after)
	case '·', ':':
		return unicode.IsLetter(last) && unicode.IsLetter(after)
	case ',', ';', '٫', '٬', '،':
		return unicode.IsDigit(last) && unicode.IsDigit(after)
	}
	return false
}
