package check

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The signs that nobody sees.
const (
	zwnj = '\u200c'
	zwj  = '\u200d'
	lrm  = '\u200e'
	rlm  = '\u200f'
	alm  = '\u061c'
	pdf  = '\u202c'
	pdi  = '\u2069'
)

// steering tells whether a rune is a sign of direction.
func steering(r rune) bool {
	return r == lrm || r == rlm || r == alm || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// marks finds signs of direction and joiners that were left over: those at the ends of the
// text and between letters of one direction, brackets of direction without their other half,
// and joiners at the ends of words.
func (p *pair) marks() {
	text := p.to.text
	if !strings.ContainsFunc(text, func(r rune) bool { return r == zwnj || r == zwj || steering(r) }) {
		return
	}
	p.report(Marks, "open", p.to.unpaired())
	var direction, joiners []Range
	for i, r := range text {
		at := Range{i, i + utf8.RuneLen(r)}
		switch {
		case r == lrm || r == rlm || r == alm:
			if p.to.idle(at, r) {
				direction = append(direction, at)
			}
		case r == zwnj || r == zwj:
			if !p.to.joins(at, r) {
				joiners = append(joiners, at)
			}
		}
	}
	p.report(Marks, "direction", append(direction, p.to.around()...))
	p.report(Marks, "joiner", joiners)
}

func (p *pair) report(code Code, say string, in []Range) {
	if len(in) > 0 {
		p.add(Finding{Code: code, Say: say, In: in})
	}
}

// idle tells whether a mark does nothing: at an end, where the text has that direction
// anyhow, or between letters of one direction.
func (s *side) idle(at Range, r rune) bool {
	right := r != lrm
	a, atStart := s.neighbour(at.From, -1)
	b, atEnd := s.neighbour(at.To, 1)
	aRTL, aStrong := strong(a)
	bRTL, bStrong := strong(b)
	switch {
	case atStart && atEnd:
		return true
	case atStart:
		return right == s.rtl || bStrong
	case atEnd:
		return right == s.rtl || aStrong
	}
	return aStrong && bStrong && aRTL == bRTL && (right == aRTL || s.within(at))
}

// neighbour is the next rune that is neither a space nor a sign; true at the end of the text.
func (s *side) neighbour(at, step int) (rune, bool) {
	for {
		r := after(s.text, at)
		if step < 0 {
			r = before(s.text, at)
		}
		if r == 0 || !unicode.IsSpace(r) && !steering(r) {
			return r, r == 0
		}
		at += step * utf8.RuneLen(r)
	}
}

// within tells whether a mark stands right between two letters.
func (s *side) within(at Range) bool {
	return unicode.IsLetter(before(s.text, at.From)) && unicode.IsLetter(after(s.text, at.To))
}

// joins tells whether a joiner has work: within a word of a script whose letters join. Arabic
// itself never parts them. A joiner between signs makes one sign of them.
func (s *side) joins(at Range, r rune) bool {
	a, b := before(s.text, at.From), after(s.text, at.To)
	inWord := (unicode.IsLetter(a) || unicode.IsMark(a)) && unicode.IsLetter(b)
	switch s.script {
	case "Arab", "Syrc", "Mong", "Nkoo", "Adlm":
		if inWord {
			return s.base != "ar" || r == zwj
		}
	case "Latn", "Cyrl", "Grek", "Ethi", "Hebr", "Armn", "Geor":
		if inWord {
			return false
		}
	default:
		return true
	}
	return r == zwj && !unicode.IsLetter(a) && !unicode.IsLetter(b) && !unicode.IsSpace(a) && a != 0 && b != 0
}

// unpaired are the brackets of direction without their other half.
func (s *side) unpaired() []Range {
	var out, isolates, embeddings []Range
	for i, r := range s.text {
		at := Range{i, i + utf8.RuneLen(r)}
		stack := &embeddings
		if r >= '\u2066' {
			stack = &isolates
		}
		switch {
		case r == pdf || r == pdi:
			if n := len(*stack); n > 0 {
				*stack = (*stack)[:n-1]
			} else {
				out = append(out, at)
			}
		case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2068':
			*stack = append(*stack, at)
		}
	}
	return append(append(out, embeddings...), isolates...)
}

// around are brackets of direction around the whole text, or around nothing.
func (s *side) around() []Range {
	var out []Range
	first, size := utf8.DecodeRuneInString(s.text)
	last, end := utf8.DecodeLastRuneInString(s.text)
	if opens(first) && (last == pdi || last == pdf) && closes(s.text) == len(s.text)-end {
		out = append(out, Range{0, size}, Range{len(s.text) - end, len(s.text)})
	}
	return out
}

func opens(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' && r != pdf || r >= '\u2066' && r <= '\u2068'
}

// closes is where the bracket of direction that a text begins with is closed.
func closes(text string) int {
	depth := 0
	for i, r := range text {
		switch {
		case opens(r):
			depth++
		case r == pdi || r == pdf:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}
