package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	ucd "golang.org/x/text/unicode/bidi"
)

// tongue is what the rules need to know of a language.
type tongue struct {
	base, script string
	rtl          bool
}

func tongueOf(tag string) tongue {
	t := language.Make(tag)
	base, _ := t.Base()
	script, _ := t.Script()
	out := tongue{base: base.String(), script: script.String()}
	switch out.script {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg":
		out.rtl = true
	}
	return out
}

// side is one of the two texts.
type side struct {
	tongue
	text string
	rest []byte // the text; what a check accounted for is blanked, so that no other sees it
	said []word // of the text
}

func newSide(text string, of tongue) side {
	text = valid(text)
	return side{tongue: of, text: text, rest: []byte(text), said: words(text)}
}

// valid has a question mark for each byte that is no UTF-8, so that places stay what they are.
func valid(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	b := []byte(text)
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			b[i] = '?'
		}
		i += size
	}
	return string(b)
}

// take blanks a stretch.
func (s *side) take(r Range) {
	for i := r.From; i < r.To; i++ {
		s.rest[i] = 0
	}
}

// left is the text without what was taken, at the same places.
func (s *side) left() string { return string(s.rest) }

// word is a stretch of letters, or one of digits.
type word struct {
	Range
	text   string
	number bool
}

// words splits a text at what is neither letter nor digit. Vowel signs, joiners and an
// apostrophe between letters belong to the word.
func words(text string) []word {
	var out []word
	open := false
	for i, r := range text {
		digit := unicode.IsDigit(r)
		part := digit || unicode.IsLetter(r)
		if open && !part {
			part = unicode.IsMark(r) || r == zwnj || r == zwj || (r == '\'' || r == '’' || r == 'ʼ') && letterAt(text, i+utf8.RuneLen(r)) && !out[len(out)-1].number
		}
		if !part {
			open = false
			continue
		}
		to := i + utf8.RuneLen(r)
		if !open || (digit || unicode.IsLetter(r)) && out[len(out)-1].number != digit {
			out = append(out, word{Range{i, to}, "", digit})
		}
		last := &out[len(out)-1]
		last.To, open = to, true
		last.text = text[last.From:to]
	}
	return out
}

func letterAt(text string, at int) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	return unicode.IsLetter(r)
}

// before and after are the runes beside a place; 0 at the ends.
func before(text string, at int) rune {
	if at == 0 {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return r
}

func after(text string, at int) rune {
	if at >= len(text) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	return r
}

// latin tells whether a rune is a Latin letter.
func latin(r rune) bool { return unicode.Is(unicode.Latin, r) }

// strong is the direction of a letter; false where it has none.
func strong(r rune) (rtl, ok bool) {
	p, _ := ucd.LookupRune(r)
	switch p.Class() {
	case ucd.L:
		return false, true
	case ucd.R, ucd.AL:
		return true, true
	}
	return false, false
}

// bare is a word without vowel signs, joiners and capitals.
func bare(s string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] < utf8.RuneSelf
	}
	if plain {
		return strings.ToLower(s)
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r) || r == zwnj || r == zwj || r == 'ـ':
			return -1
		case r == 'أ' || r == 'إ' || r == 'آ':
			return 'ا'
		case r == 'İ':
			return 'i'
		}
		return unicode.ToLower(r)
	}, s)
}
