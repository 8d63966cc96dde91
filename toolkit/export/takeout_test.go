package export_test

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// words gives the words of a text in one script, without signs: NFKC splits the
// presentation forms that a PDF uses for ligatures, and what only steers direction
// is left out.
func words(text string, script *unicode.RangeTable) []string {
	plain := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, norm.NFKC.String(text))
	var out []string
	for _, w := range strings.FieldsFunc(plain, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M) }) {
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.Is(script, r) }) {
			out = append(out, w)
		}
	}
	return out
}

// pairsKept is the share of neighbouring words of the source that are neighbours,
// in the same order, in what was taken out of the PDF.
func pairsKept(source [][]string, got []string) float64 {
	left := map[[2]string]int{}
	for i := 1; i < len(got); i++ {
		left[[2]string{got[i-1], got[i]}]++
	}
	all, kept := 0, 0
	for _, words := range source {
		for i := 1; i < len(words); i++ {
			pair := [2]string{words[i-1], words[i]}
			all++
			if left[pair] > 0 {
				left[pair]--
				kept++
			}
		}
	}
	if all == 0 {
		return 1
	}
	return float64(kept) / float64(all)
}

// missing is the first word of the source that does not follow the ones before it
// in what was taken out; words in between (page numbers, running titles) may.
func missing(source, got []string) (string, bool) {
	for _, w := range source {
		i := 0
		for i < len(got) && got[i] != w {
			i++
		}
		if i == len(got) {
			return w, true
		}
		got = got[i+1:]
	}
	return "", false
}
