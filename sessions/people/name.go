package people

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// prefixes do not count in sorting: "de Vries" stands under V.
var prefixes = strings.Fields(`van de den der het 't 's ten ter te in op aan bij uit voor
	vander vande vanden la le les du des di da dos von zu zur
	el al bin ben ibn abu abou ait aït oulad ould`)

// SortKey gives a name as Dutch people file it: the family name without its prefix
// first ("Anna de Vries" becomes "Vries, Anna de"). A name in Arabic letters is
// filed as it is written. Compare keys by the locale's collation.
func SortKey(name string) string {
	words := strings.Fields(strings.ReplaceAll(name, ",", " "))
	if len(words) < 2 || isArabic(name) {
		return strings.Join(words, " ")
	}
	at := familyAt(words)
	from := at
	for from > 0 && isPrefix(words[from-1]) {
		from--
	}
	family, given, prefix := words[at:], words[:from], words[from:at]
	key := strings.Join(family, " ")
	if rest := slices.Concat(given, prefix); len(rest) > 0 {
		key += ", " + strings.Join(rest, " ")
	}
	return key
}

// familyAt is where the family name begins: after the first prefix that is not the
// first name, else the last word.
func familyAt(words []string) int {
	for i, w := range words {
		if !isPrefix(w) || i == 0 && len(words) > 2 && !isPrefix(words[1]) && isCapital(w) {
			continue
		}
		for i < len(words)-1 && isPrefix(words[i]) {
			i++
		}
		return i
	}
	return len(words) - 1
}

func isPrefix(word string) bool {
	return slices.Contains(prefixes, strings.ToLower(strings.ReplaceAll(word, "’", "'")))
}

func isCapital(word string) bool {
	for _, r := range word {
		return unicode.IsUpper(r)
	}
	return false
}

func isArabic(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Arabic, r) })
}

// folded unifies Arabic letters that people type one for the other.
var folded = map[rune]rune{
	'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ٱ': 'ا', 'ى': 'ي', 'ئ': 'ي', 'ؤ': 'و', 'ة': 'ه', 'ک': 'ك', 'ی': 'ي',
	'ı': 'i', 'ł': 'l', 'ø': 'o', 'đ': 'd', '’': '\'', '\u0640': -1,
}

// Fold makes a text comparable for searching: lower case, without accents, tashkeel
// and tatweel, Arabic letter forms and white space unified.
func Fold(s string) string {
	ascii := true
	for i := range len(s) {
		if s[i] >= 0x80 {
			ascii = false
			break
		}
	}
	if !ascii {
		s = norm.NFKD.String(strings.Map(foldRune, norm.NFC.String(s)))
		s = strings.Map(foldRune, s)
	}
	return strings.Join(strings.Fields(strings.ToLower(s)), " ")
}

func foldRune(r rune) rune {
	if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
		return -1
	}
	r = unicode.ToLower(r)
	if f, ok := folded[r]; ok {
		return f
	}
	return r
}
