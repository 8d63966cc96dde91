package people

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// pattern finds one of its words in what people write. Words are separated by |; in
// one, & joins parts that must all be there. A word fits where a word begins
// ("telefoon" in "Telefoonnummer", never "taal" in "Betaald"), with a full stop at
// its end only a whole one. Arabic fits anywhere, since particles are written to it;
// up to three letters only whole.
type pattern [][]string

func words(list string) pattern {
	var out pattern
	for _, word := range strings.Split(list, "|") {
		var parts []string
		for _, part := range strings.Split(word, "&") {
			parts = append(parts, needle(part))
		}
		out = append(out, parts)
	}
	return out
}

func needle(word string) string {
	whole := strings.HasSuffix(word, ".")
	n := strings.TrimSpace(plainWords(word))
	if isArabic(n) && utf8.RuneCountInString(n) > 3 {
		return n
	}
	if whole || isArabic(n) {
		return " " + n + " "
	}
	return " " + n
}

// in tells whether the pattern fits a text that plainWords made.
func (p pattern) in(text string) bool { return p.at(text) >= 0 }

// at tells where the pattern first fits, in bytes; -1 if nowhere.
func (p pattern) at(text string) int {
	first := -1
	for _, parts := range p {
		at := strings.Index(text, parts[0])
		for _, part := range parts[1:] {
			if !strings.Contains(text, part) {
				at = -1
			}
		}
		if at >= 0 && (first < 0 || at < first) {
			first = at
		}
	}
	return first
}

// plainWords folds a text and keeps its letters and digits, one space before, between
// and after the words, and takes the article ال off Arabic ones.
func plainWords(s string) string {
	var b strings.Builder
	b.WriteByte(' ')
	for _, w := range strings.FieldsFunc(Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if rest, ok := strings.CutPrefix(w, "ال"); ok && utf8.RuneCountInString(rest) >= 2 {
			w = rest
		}
		b.WriteString(w)
		b.WriteByte(' ')
	}
	return b.String()
}
