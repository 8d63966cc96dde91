package sheet

import "strings"

// separators in the order in which they win when nothing else tells them apart:
// Dutch Excel writes semicolons, Excel's "Unicode text" tabs, forms commas.
const separators = ";\t,|"

// declared reads the first line "sep=;" that Excel understands. from is where the
// list begins.
func declared(s string) (sep byte, from int, ok bool) {
	first, _, more := strings.Cut(s, "\n")
	word := strings.Trim(strings.TrimRight(first, " "), `"`)
	if !more || len(word) != 5 || !strings.EqualFold(word[:4], "sep=") {
		return 0, 0, false
	}
	if sep = word[4]; sep == '"' || sep >= 0x80 || sep == '\n' {
		return 0, 0, false
	}
	return sep, len(first) + 1, true
}

// separator finds what parts the cells: what gives the most rows of one and the same
// width. Counting signs is not enough: notes are full of commas.
func separator(s string) byte {
	best, most := separators[0], 0
	for i := range len(separators) {
		if n := evenRows(s, separators[i]); n > most {
			best, most = separators[i], n
		}
	}
	return best
}

// evenRows counts, of the first rows, those with the width that most of them have.
func evenRows(s string, sep byte) int {
	widths := map[int]int{}
	r := records{s: s[:min(len(s), 1<<16)], sep: sep}
	most := 0
	for n := 0; n < 60 && r.next(); n++ {
		if w := len(r.cells); w > 1 {
			widths[w]++
			most = max(most, widths[w])
		}
	}
	return most
}
