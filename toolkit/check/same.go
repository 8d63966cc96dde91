package check

import (
	"strings"
	"unicode"
)

// same checks that the source was translated: not the whole of it (then it says nothing
// else), nor a stretch of five words that is not quoted. One word may be the same in two
// languages, a name is.
func (p *pair) same() bool {
	if p.from.base == p.to.base {
		return false
	}
	from, to := words(p.from.left()), words(p.to.left())
	if alike(from, to) {
		if !p.alikeInBoth(to) {
			p.add(Finding{Code: Same, Say: "whole", In: []Range{{0, len(p.to.text)}}})
			return true
		}
		return false
	}
	if r, ok := copied(from, to); ok && !p.to.enclosed(r.From) {
		p.add(Finding{Code: Same, Say: "part", Got: p.to.text[r.From:r.To], In: []Range{r}})
	}
	return false
}

func alike(a, b []word) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !strings.EqualFold(a[i].text, b[i].text) {
			return false
		}
	}
	return true
}

// alikeInBoth tells whether a text may well be the same in both languages: names and numbers.
// Where the script is the same one, so may two words, and one small one among names (Toolkits
// in Utrecht); where it is not, one word with a capital may be any word.
func (p *pair) alikeInBoth(all []word) bool {
	count, small := 0, 0
	for _, w := range all {
		if w.number || plainLatin[w.text] {
			continue
		}
		count++
		if len(w.text) > 1 && strings.ToLower(w.text) == w.text {
			small++
		}
	}
	switch {
	case small == 0 && count == 1 && p.to.script != p.from.script:
		return !ordinary(all)
	case p.to.script == p.from.script:
		return count <= 2 || small <= 1
	}
	return small == 0
}

// ordinary tells whether a text of one word has a capital at its beginning and no other.
func ordinary(all []word) bool {
	for _, w := range all {
		if w.number {
			return false // Week 3 is, A4 is not: a number says nothing
		}
		rest := strings.TrimLeftFunc(w.text, unicode.IsUpper)
		if len(rest) == len(w.text) || strings.ToLower(rest) != rest || len(w.text)-len(rest) > 1 || rest == "" {
			return false
		}
	}
	return true
}

// copied finds the longest stretch of words that are the source's, of five or more with three
// in small letters: less may be a name.
func copied(from, to []word) (Range, bool) {
	const enough = 5
	places := map[string][]int{}
	for i, w := range from {
		places[w.text] = append(places[w.text], i)
	}
	best, out := enough-1, Range{}
	for i := range to {
		for _, j := range places[to[i].text] {
			n, small := 0, 0
			for i+n < len(to) && j+n < len(from) && to[i+n].text == from[j+n].text {
				if !to[i+n].number && strings.ToLower(to[i+n].text) == to[i+n].text {
					small++
				}
				n++
			}
			if n > best && small >= 3 {
				best, out = n, Range{to[i].From, to[i+n-1].To}
			}
		}
	}
	return out, best >= enough
}
