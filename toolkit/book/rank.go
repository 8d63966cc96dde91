package book

import "strings"

// A rank says where a segment stands: ranks sort as strings, and between two there is always
// another. So two laptops that each put something in do not have to number the rest anew
// (fractional indexing, as in David Greenspan's "Implementing Fractional Indexing").
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// between gives a rank after one and before another; empty stands for the beginning and the
// end. after must sort before before. No rank ends in the lowest digit, so that there is
// room before each.
func between(after, before string) string {
	var out strings.Builder
	open := before == "" // whatever follows is before it
	for i := 0; ; i++ {
		low, high := 0, len(digits)
		if i < len(after) {
			low = strings.IndexByte(digits, after[i])
		}
		if !open && i < len(before) {
			high = strings.IndexByte(digits, before[i])
		}
		if high-low > 1 {
			out.WriteByte(digits[(low+high)/2])
			return out.String()
		}
		out.WriteByte(digits[low])
		open = open || low < high
	}
}

// spread gives n ranks in their order, all short.
func spread(n int) []string {
	wide := 2
	for room := len(digits) * len(digits); room <= 2*(n+1); room *= len(digits) {
		wide++
	}
	room := 1
	for range wide {
		room *= len(digits)
	}
	out := make([]string, n)
	for i := range out {
		at, rank := (i+1)*(room/(n+1)), make([]byte, wide)
		for d := wide - 1; d >= 0; d-- {
			rank[d] = digits[at%len(digits)]
			at /= len(digits)
		}
		out[i] = string(rank) + digits[len(digits)/2:len(digits)/2+1]
	}
	return out
}
