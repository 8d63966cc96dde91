package page

import (
	"slices"

	"kring/sessions/people"
	"kring/toolkit/book"
)

// furtherLanguages are those that groups in the Netherlands ask for besides the ones that
// people in the vault can have.
var furtherLanguages = []string{"am", "bg", "ckb", "el", "hi", "hu", "id", "it", "pa", "pap", "ps", "ro", "ru", "sq", "sr", "sw", "ta", "th", "tl", "vi", "zh"}

// otherLanguages are those into which a text can still be translated, by their names.
func (e *Env) otherLanguages(have []string) []string {
	var out []string
	for _, t := range append(people.Languages(), furtherLanguages...) {
		if t != book.Source && !slices.Contains(have, t) {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b string) int { return e.Compare(e.Loc.Language(a), e.Loc.Language(b)) })
	return out
}
