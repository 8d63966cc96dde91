package glossary

import "strings"

// phrase is an agreed word, or several, as they are looked for in a translation.
type phrase struct {
	words  []func(string) bool
	strict bool
}

// newPhrase prepares a phrase of a language. A strict one is found only where it surely is.
func newPhrase(s, lang string, strict bool) phrase {
	p := phrase{strict: strict}
	for _, t := range split(s, folding(lang)) {
		p.words = append(p.words, matcher(t.text, lang, strict))
	}
	return p
}

func matcher(word, lang string, strict bool) func(string) bool {
	switch base(lang) {
	case "ar":
		return newArabicWord(word, strict).in
	case "ti", "am", "he": // little words are written onto the front
		if !strict {
			return func(token string) bool { return strings.Contains(token, word) }
		}
	}
	return begins(word, strict)
}

// begins finds words by how they begin. A strict one may end in at most four letters more; another
// may have lost its last letters to an ending.
func begins(word string, strict bool) func(string) bool {
	letters := []rune(word)
	if strict {
		return func(token string) bool {
			rest, ok := strings.CutPrefix(token, word)
			return ok && (rest == "" || len(letters) >= 4 && len([]rune(rest)) <= 4)
		}
	}
	stem := word
	if n := len(letters); n >= 5 {
		stem = string(letters[:max(n-2, 4)])
	}
	return func(token string) bool { return strings.HasPrefix(token, stem) }
}

// find gives where a phrase is. One that is not strict may have one other word in the middle:
// an adjective, "this", a preposition.
func (p phrase) find(words []token) (out []Range) {
	if len(p.words) == 0 {
		return nil
	}
	for i := range words {
		if to, ok := p.from(words[i:]); ok {
			out = append(out, Range{words[i].from, to})
		}
	}
	return out
}

func (p phrase) from(words []token) (to int, ok bool) {
	gap := !p.strict
	at := 0
	for n, is := range p.words {
		for at < len(words) && !is(words[at].text) {
			if n == 0 || !gap {
				return 0, false
			}
			gap = false
			at++
		}
		if at == len(words) {
			return 0, false
		}
		to = words[at].to
		at++
	}
	return to, true
}
