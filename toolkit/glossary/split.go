package glossary

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// token is one word of a text: how it is compared and where it stands, in bytes. Glued says
// that only a hyphen stands between it and the word before, named that a colon comes after it.
type token struct {
	text         string
	from, to     int
	glued, named bool
}

// split finds the words of a text.
func split(s string, fold func(string) string) []token {
	var out []token
	for i := 0; i < len(s); {
		end := wordAt(s[i:])
		if end == 0 {
			_, n := utf8.DecodeRuneInString(s[i:])
			i += n
			continue
		}
		glued := false
		if n := len(out); n > 0 {
			glued = hyphens(s[out[n-1].to:i])
		}
		if text := fold(s[i : i+end]); text != "" {
			out = append(out, token{text, i, i + end, glued, strings.HasPrefix(s[i+end:], ":")})
		}
		i += end
	}
	return out
}

func hyphens(s string) bool { return s == "-" || s == "‐" || s == "‑" }

// wordAt is how many bytes the word takes that a text begins with: letters, digits and their
// signs, with an apostrophe or what cannot be seen only between them.
func wordAt(s string) (end int) {
	for i, r := range s {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
			end = i + utf8.RuneLen(r)
		case end > 0 && (unicode.IsMark(r) || r == tatweel):
			if end == i {
				end = i + utf8.RuneLen(r)
			}
		case end == i && end > 0 && (apostrophe(r) || unseen(r)):
		case end > 0 && unseen(r):
		default:
			return end
		}
	}
	return end
}

const tatweel = 'ـ'

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

// unseen are soft hyphens, joiners and direction marks.
func unseen(r rune) bool { return r == '\u00ad' || unicode.Is(unicode.Cf, r) }

// folding is how words of a language are compared.
func folding(lang string) func(string) string {
	switch base(lang) {
	case "ar", "fa", "ur", "ps", "ckb":
		return foldArabic
	}
	return foldPlain
}

// base is the language of a tag without its country or script.
func base(lang string) string {
	lang, _, _ = strings.Cut(lang, "-")
	return strings.ToLower(lang)
}

// foldPlain takes away capitals, accents and what cannot be seen.
func foldPlain(s string) string {
	plain := true
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || 'A' <= s[i] && s[i] <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsMark(r), unseen(r):
			return -1
		case apostrophe(r):
			return '\''
		case r == 'ı':
			return 'i'
		case r == 'ł' || r == 'Ł':
			return 'l'
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
}

// foldArabic writes the letters that are often written for each other in one way, and leaves
// out vowel signs and stretches.
func foldArabic(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case 'أ', 'إ', 'آ', 'ٱ':
			return 'ا'
		case 'ى', 'ی':
			return 'ي'
		case 'ة':
			return 'ه'
		case 'ؤ', 'ئ':
			return 'ء'
		case 'ک':
			return 'ك'
		case tatweel:
			return -1
		}
		if unicode.IsMark(r) || unseen(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFC.String(norm.NFKC.String(s)))
}
