package desk

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

var (
	address = regexp.MustCompile(`(?:https?://|www\.)[^\s)]*[^\s).,;:!?]|[\w.+-]+@[\w-]+\.[\w.]+`)
	number  = regexp.MustCompile(`\+?\d[\d\s./:,-]*\d|\d+`)
	phone   = regexp.MustCompile(`\+?\d(?:[ -]?\d){8,}`)
)

// Insertable are the numbers, addresses and names of a text, in its order: what a translator
// takes over as it stands. A word with a capital is a name where it does not begin a sentence.
func Insertable(source string) []string {
	type found struct {
		at   int
		text string
	}
	var all []found
	taken := make([]bool, len(source))
	take := func(from, to int) {
		if slices.Contains(taken[from:to], true) {
			return
		}
		for i := from; i < to; i++ {
			taken[i] = true
		}
		all = append(all, found{from, source[from:to]})
	}
	for _, what := range []*regexp.Regexp{address, phone, number} {
		for _, at := range what.FindAllStringIndex(source, -1) {
			take(at[0], at[1])
		}
	}
	for _, at := range names(source) {
		take(at[0], at[1])
	}
	slices.SortFunc(all, func(a, b found) int { return a.at - b.at })
	var out []string
	for _, f := range all {
		if !slices.Contains(out, f.text) {
			out = append(out, f.text)
		}
	}
	return out
}

// between is what stands within a name, as in Samira van de Vries.
var between = regexp.MustCompile(`^ (?:(?:van|de|den|der|ten|ter|te|el|al|in|het|’t|op) )*$`)

var word = regexp.MustCompile(`[\pL\pM'’-]+`)

// names finds words with a capital within a sentence; those beside each other are one name.
func names(source string) [][]int {
	var out [][]int
	for _, at := range word.FindAllStringIndex(source, -1) {
		first := []rune(source[at[0]:at[1]])[0]
		before := strings.TrimRight(source[:at[0]], " *_“\"«‘'(")
		begins := before == "" || strings.HasSuffix(before, ".") || strings.HasSuffix(before, "!") || strings.HasSuffix(before, "?") || strings.HasSuffix(before, ":") || strings.HasSuffix(before, "…")
		if !unicode.IsUpper(first) || begins {
			continue
		}
		if n := len(out); n > 0 && between.MatchString(source[out[n-1][1]:at[0]]) {
			out[n-1][1] = at[1]
			continue
		}
		out = append(out, []int{at[0], at[1]})
	}
	return out
}
