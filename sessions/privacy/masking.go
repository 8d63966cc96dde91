package privacy

import (
	"slices"
	"strings"
	"unicode"

	"kring/internal/vault"
)

// Mask stands in the place of somebody else's name.
const Mask = "•••"

// masking gives what masks the names of everybody else in a text; a name that is a part of
// their own stays. Names are looked up by the word they begin with, so that many people take
// no longer than they must.
func (s *Store) masking(t vault.Traces) func(string) string {
	byWord := map[string][]string{}
	own := strings.Join(t.Names, " ")
	for _, x := range s.People(strings.Compare) {
		if (vault.Traces{Names: []string{x.Name}}).Holds(own) {
			continue
		}
		if words := vault.Words(x.Name); len(words) > 0 {
			byWord[words[0]] = append(byWord[words[0]], x.Name)
		}
	}
	return func(text string) string {
		for { // a name may come to stand free where the one after it went
			masked := vault.Traces{Names: called(text, byWord)}.Replace(text, Mask)
			if masked == text {
				return text
			}
			text = masked
		}
	}
}

// called are the names that may stand in a text. Arabic writes its particles to a word, so
// there a name may begin within one.
func called(text string, byWord map[string][]string) (names []string) {
	for _, word := range vault.Words(text) {
		for i, r := range word {
			if i > 0 && !unicode.Is(unicode.Arabic, r) {
				continue
			}
			for _, name := range byWord[word[i:]] {
				if !slices.Contains(names, name) {
					names = append(names, name)
				}
			}
		}
	}
	return names
}
