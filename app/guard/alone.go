package guard

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A note of one word, or of two short ones, says something about somebody only where it stands
// by itself: "ja" as a note is private, and in a sentence it is any yes. So is a short nickname
// in small letters.
const (
	longNote = 12 // letters of two words that are looked for within a sentence
	longName = 4  // letters of a nickname in small letters
)

func shortNote(p phrase) bool {
	letters := 0
	for _, w := range p.words {
		letters += utf8.RuneCountInString(w)
	}
	return len(p.words) == 1 || len(p.words) == 2 && letters < longNote
}

// between are the marks that part what is shown side by side: facts, the words of a list, what
// follows a colon, and what i18n sets apart.
const between = "\n·•,;:،؛()[]|/–—\"'“”‘’«»\u2066\u2067\u2068\u2069"

// alone tells whether a piece of a text stands by itself there.
func alone(text string, from, to int) bool {
	space := func(r rune) bool { return r != '\n' && unicode.IsSpace(r) }
	before, after := strings.TrimRightFunc(text[:from], space), strings.TrimLeftFunc(text[to:], space)
	after = strings.TrimLeftFunc(after, func(r rune) bool { return strings.ContainsRune(".!?…؟", r) || space(r) })
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return (before == "" || strings.ContainsRune(between, last)) && (after == "" || strings.ContainsRune(between, first))
}
