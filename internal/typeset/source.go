package typeset

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The characters that steer direction while laying out; the stored text has none of
// those that are added here.
const (
	lrm = '\u200e'
	alm = '\u061c'
	rlm = '\u200f'
	lri = '\u2066'
	pdi = '\u2069'
)

// isolated are things that keep their own left-to-right order inside Arabic: addresses on
// the web and in the street, numbers, names. Plain UAX #9 shows "06-12345678" after Arabic
// letters with its halves exchanged, and "2801 AB Gouda" with the town before the code;
// "12a", "3,50" and "2026.xlsx" are one thing. What begins with a Latin letter goes on to the last
// Latin letter or digit, as it would by UAX #9.
var isolated = regexp.MustCompile(`https?://[^\s،؛]*[\w/]|www\.[^\s،؛]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|` +
	`(?:[0-9]{4} ?[A-Z]{2}\b|[0-9]+[._-]?\p{Latin}[\p{Latin}0-9]*)` + latinRest + `*|\+?[0-9](?:(?:[0-9():./\-–\x{2011} ]|,[0-9])*[0-9]|,[0-9])|\p{Latin}[\p{Latin}0-9_]*` + latinRest + `+`)

// latinRest is one more word or number of a stretch of Latin letters.
const latinRest = `(?:[ .,&/’'_\-–]{1,3}\+?[\p{Latin}0-9]+(?:[:./][0-9]+)*)`

// source is the text as it is laid out: the stored runes with marks added.
type source struct {
	runes []rune
	span  []int // of each rune
	orig  []int // index in the stored text; for an added mark, of what follows it
	added []bool
}

func (p Paragraph) source(dir Direction) source {
	var s source
	mark := lrm
	if dir == RTL {
		mark = rlm
	}
	s.add(mark, 0, 0, true) // the base direction is not left to the first letter
	var open, shut map[int]bool
	if dir == RTL {
		open, shut = isolates(p.text())
	}
	at, begin := 0, 0 // in runes and in bytes
	for i, span := range p.Spans {
		for b, r := range span.Text {
			if open[begin+b] {
				s.add(lri, i, at, true)
			}
			s.add(r, i, at, false)
			at++
			if shut[begin+b+utf8.RuneLen(r)] {
				s.add(pdi, i, at, true)
			}
		}
		begin += len(span.Text)
	}
	return s
}

// text is what all spans say: a number may be bold in part.
func (p Paragraph) text() string {
	if len(p.Spans) == 1 {
		return p.Spans[0].Text
	}
	var b strings.Builder
	for _, s := range p.Spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Isolated are the places (in bytes: from, to) of what keeps its own order within text
// from right to left: numbers, dates, addresses, names in Latin letters.
func Isolated(text string) [][]int { return isolated.FindAllStringIndex(text, -1) }

// Address is a web or mail address within a text: its bytes, and where it leads.
type Address struct {
	From, To int
	URL      string
}

var addresses = regexp.MustCompile(`https?://[^\s،؛«»"<>]*[\w/]|www\.[^\s،؛«»"<>]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)

// Addresses finds the web and mail addresses of a text. The full stop that ends a sentence
// does not belong to them.
func Addresses(text string) []Address {
	var out []Address
	for _, m := range addresses.FindAllStringIndex(text, -1) {
		url := text[m[0]:m[1]]
		switch {
		case strings.HasPrefix(url, "http"):
		case strings.HasPrefix(url, "www."):
			url = "https://" + url
		default:
			url = "mailto:" + url
		}
		out = append(out, Address{m[0], m[1], url})
	}
	return out
}

func isolates(text string) (open, shut map[int]bool) {
	open, shut = map[int]bool{}, map[int]bool{}
	for _, m := range Isolated(text) {
		open[m[0]], shut[m[1]] = true, true
	}
	return open, shut
}

func (s *source) add(r rune, span, orig int, added bool) {
	if r == utf8.RuneError {
		r = '\ufffd'
	}
	s.runes = append(s.runes, r)
	s.span = append(s.span, span)
	s.orig = append(s.orig, orig)
	s.added = append(s.added, added)
}

// firstStrong is the direction of the first letter or mark that has one, outside of
// isolates (UAX #9, P2 and P3); otherwise is for a text without any.
func firstStrong(spans []Span, otherwise Direction) Direction {
	depth := 0
	for _, s := range spans {
		for _, r := range s.Text {
			switch {
			case r >= lri && r < pdi:
				depth++
			case r == pdi:
				depth = max(depth-1, 0)
			case depth > 0:
			case r == rlm, r == alm, unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac) && unicode.IsLetter(r):
				return RTL
			case r == lrm, unicode.IsLetter(r):
				return LTR
			}
		}
	}
	return otherwise
}

// invisible characters steer the layout and have no shape.
func invisible(r rune) bool {
	switch {
	case r == lrm, r == rlm, r == alm, r >= '\u202a' && r <= '\u202e', r >= lri && r <= pdi, r == '\n', r == '\r', r == '\u2028', r == '\u2029', r == '\ufeff':
		return true
	}
	return false
}
