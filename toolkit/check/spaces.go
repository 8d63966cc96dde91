package check

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// spaces finds two spaces in a row, spaces at the ends, and a space before a full stop where
// the source has none. French puts one before ? and !.
func (p *pair) spaces() {
	text := p.to.text
	var double, before []Range
	trimmed := strings.TrimSpace(text)
	from := strings.Index(text, trimmed)
	to := from + len(trimmed)
	start := -1
	for i, r := range trimmed {
		if unicode.IsSpace(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			gap := Range{from + start, from + i}
			switch {
			case utf8.RuneCountInString(text[gap.From:gap.To]) > 1:
				double = append(double, gap)
			case p.closing(i+from, r):
				before = append(before, gap)
			}
		}
		start = -1
	}
	p.report(Spaces, "double", double)
	var ends []Range
	if from > 0 && p.from.text == strings.TrimLeft(p.from.text, " \t") {
		ends = append(ends, Range{0, from})
	}
	if to < len(text) && p.from.text == strings.TrimRight(p.from.text, " \t") {
		ends = append(ends, Range{to, len(text)})
	}
	p.report(Spaces, "end", ends)
	if len(before) > spacedMarks(p.from.text) {
		p.report(Spaces, "before", before)
	}
}

// closing tells whether a mark stands close to the word before it.
func (p *pair) closing(at int, r rune) bool {
	marks := ".,;:!?؟،؛)»።፣፤۔"
	if p.to.base == "fr" {
		marks = ".,)"
	}
	if !strings.ContainsRune(marks, r) {
		return false
	}
	next := after(p.to.text, at+utf8.RuneLen(r))
	return next == 0 || unicode.IsSpace(next) || strings.ContainsRune(quotes+")*", next)
}

// spacedMarks counts the marks of the source with a space before them.
func spacedMarks(text string) int {
	n := 0
	for _, mark := range []string{" .", " ,", " ;", " :", " !", " ?", " )", " ”"} {
		n += strings.Count(text, mark)
	}
	return n
}

// little are words that never stand twice in a row. Others may: اثنين اثنين, yavaş yavaş.
var little = map[string]string{
	"nl": "de het een en van in op te met voor aan niet",
	"en": "the a an and of to for with are from at by or this",
	"ar": "في على الى عن ان هذا هذه التي الذي او ثم لكن مع",
	"fa": "و در به از که را این با برای است یا",
	"tr": "ve bu için ile ama",
	"uk": "і й в у на з до що та для але",
	"pl": "i w na z do że się dla ale",
	"so": "iyo waa oo ka ku u in",
	"ti": "ኣብ ናብ እዩ እዚ ምስ ወይ ካብ",
}

// repeated finds a little word that stands twice.
func (p *pair) repeated() {
	list, ok := little[p.to.base]
	if !ok {
		return
	}
	list = " " + list + " "
	all := p.to.said
	for i := 1; i < len(all); i++ {
		a, b := all[i-1], all[i]
		if a.number || !strings.EqualFold(a.text, b.text) || !strings.Contains(list, " "+bare(b.text)+" ") ||
			strings.TrimSpace(p.to.text[a.To:b.From]) != "" {
			continue
		}
		p.add(Finding{Code: Repeated, Say: "say", Got: p.to.text[a.From:b.To], In: []Range{{a.From, b.To}}})
	}
}
