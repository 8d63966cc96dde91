package course

import (
	"cmp"
	"slices"
	"strings"

	"kring/sessions/people"
)

// best keeps the limit best answers: those that begin with the query, then those
// with a word that does, then the rest, by name.
func best(found []Found, q string, limit int) []Found {
	type ranked struct {
		Found
		rank   int
		folded string
	}
	all := make([]ranked, len(found))
	for i, f := range found {
		folded := people.Fold(f.Name)
		all[i] = ranked{f, rankOf(folded, q), folded}
	}
	slices.SortFunc(all, func(a, b ranked) int {
		return cmp.Or(a.rank-b.rank, cmp.Compare(a.folded, b.folded), cmp.Compare(a.ID, b.ID))
	})
	out := make([]Found, 0, min(limit, len(all)))
	for _, r := range all[:min(limit, len(all))] {
		out = append(out, r.Found)
	}
	return out
}

func rankOf(folded, q string) int {
	switch {
	case strings.HasPrefix(folded, q):
		return 0
	case strings.Contains(folded, " "+q):
		return 1
	}
	return 2
}
