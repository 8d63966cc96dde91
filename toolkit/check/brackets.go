package check

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// paired are the brackets that are closed by another.
var paired = map[rune]rune{')': '(', ']': '[', '}': '{', '»': '«'}

// quotes are all that may open or close what somebody says.
const quotes = "\"“”„‟«»‹›「」"

// brackets checks that each bracket has its other half, and that what is quoted in the source
// is quoted here. One aside more or less is a translator's choice: brackets are asked for
// where the source has two or more and the target none.
func (p *pair) brackets() {
	open, pairs := p.to.lonely()
	sourceOpen, sourcePairs := p.from.lonely()
	if len(open) > 0 && len(sourceOpen) == 0 {
		var got []string
		for _, r := range open {
			got = append(got, p.to.text[r.From:r.To])
		}
		p.add(Finding{Code: Brackets, Say: "open", Got: strings.Join(unique(got), " "), In: open})
		return
	}
	switch {
	case len(sourceOpen) > 0:
	case pairs == 0 && sourcePairs >= 2:
		p.add(Finding{Code: Brackets, Say: missing, Want: "( )"})
	case sourcePairs == 0 && pairs >= 3:
		p.add(Finding{Code: Brackets, Say: extra, Got: "( )"})
	}
	if strings.ContainsAny(p.from.left(), quotes) && !strings.ContainsAny(p.to.left(), quotes+"'‘’–—") {
		p.add(Finding{Code: Brackets, Say: "quotes"})
	}
}

// lonely are the brackets without their other half; pairs counts round and square ones. A
// bracket behind one letter or a number is that of an item: a).
func (s *side) lonely() (out []Range, pairs int) {
	type open struct {
		sign rune
		at   Range
	}
	var stack []open
	text := s.left()
	curly, at := 0, Range{}
	for i, r := range text {
		here := Range{i, i + utf8.RuneLen(r)}
		switch r {
		case '(', '[', '{', '«':
			stack = append(stack, open{r, here})
		case ')', ']', '}', '»':
			if n := len(stack); n > 0 && stack[n-1].sign == paired[r] {
				stack = stack[:n-1]
				if r == ')' || r == ']' {
					pairs++
				}
			} else if r != ')' || !item(text, i) {
				out = append(out, here)
			}
		case '"', '“', '”', '„':
			curly++
			at = here
		}
	}
	for _, o := range stack {
		if o.sign != '(' || before(text, o.at.From) != ':' {
			out = append(out, o.at)
		}
	}
	if curly%2 == 1 {
		out = append(out, at)
	}
	return out, pairs
}

// item tells whether a bracket belongs to the sign of an item, or to a face.
func item(text string, at int) bool {
	if strings.ContainsRune(":;-", before(text, at)) {
		return true
	}
	head := strings.TrimRightFunc(text[:at], unicode.IsDigit)
	if len(head) == at {
		r, size := utf8.DecodeLastRuneInString(head)
		if !unicode.IsLetter(r) {
			return false
		}
		head = head[:at-size]
	}
	return head == "" || unicode.IsSpace(before(head, len(head)))
}
