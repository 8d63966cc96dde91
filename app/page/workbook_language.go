package page

import (
	"cmp"
	"slices"
	"strings"

	"kring/sessions/people"
	"kring/toolkit/book"
)

// furtherLanguages are those that groups in the Netherlands ask for besides the ones that
// people in the vault can have.
var furtherLanguages = []string{"am", "bg", "ckb", "el", "hi", "hu", "id", "it", "pa", "pap", "ps", "ro", "ru", "sq", "sr", "sw", "ta", "th", "tl", "vi", "zh"}

// otherLanguages are those into which a text can still be translated, and what they are called
// with how many people read them: first what most people in the vault read, then by their names.
func (e *Env) otherLanguages(have []string) (tags, names []string) {
	for _, t := range append(people.Languages(), furtherLanguages...) {
		if t != book.Source && !slices.Contains(have, t) {
			tags = append(tags, t)
		}
	}
	readers := e.readers()
	slices.SortStableFunc(tags, func(a, b string) int {
		return cmp.Or(cmp.Compare(readers[b], readers[a]), e.Compare(e.Loc.Language(a), e.Loc.Language(b)))
	})
	for _, t := range tags {
		name := e.Loc.Language(t)
		if n := readers[t]; n > 0 {
			name = e.Loc.Facts(name, e.Loc.N("workbook.readers", n))
		}
		names = append(names, name)
	}
	return tags, names
}

// readers count who reads each language: people, and members of groups who ask for it and are
// none of them.
func (e *Env) readers() map[string]int {
	n := map[string]int{}
	for _, p := range e.Store.People(strings.Compare) {
		for _, lang := range p.Reads {
			n[lang]++
		}
	}
	for _, g := range e.Kits.Groups(e.Day(), strings.Compare) {
		for _, m := range e.Kits.Members(g.Group.ID, strings.Compare) {
			if m.PersonID == "" && m.Wants() {
				n[m.Lang]++
			}
		}
	}
	return n
}
