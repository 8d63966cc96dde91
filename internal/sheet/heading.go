package sheet

import (
	"regexp"
	"slices"
	"strings"
)

// merge is a block of merged cells: lines as in the file, columns from 0, all
// inclusive. Its text stands in the first cell.
type merge struct{ top, left, bottom, right int }

// headWindow is how many filled rows are looked at for the heading.
const headWindow = 25

// findHeading gives the headings and the index of the first row under them. A file
// without a heading row (the best candidate has a phone number or a mail address in
// it) gets the letters of the columns as headings, and loses no row.
func findHeading(all []line, merges []merge) (head []string, first int) {
	top := unmerge(all[:min(len(all), headWindow)], merges)
	at, most := 0, -1
	for i, l := range top {
		var below line
		if i+1 < len(top) {
			below = top[i+1]
		}
		if n := likeness(l, below); n > most {
			at, most = i, n
		}
	}
	width := 0
	for _, l := range all[at:] {
		width = max(width, len(l.cells))
	}
	if len(top) == 0 {
		return nil, 0
	}
	if slices.ContainsFunc(top[at].cells, contact.MatchString) {
		return letters(width), at
	}
	head = make([]string, width)
	for c := range head {
		head[c] = strings.Join(strings.Fields(top[at].cell(c)), " ")
	}
	return head, at + 1
}

// unmerge copies lines and writes the text of a merged block in each of its cells.
// So a heading over two columns names both, and one that is two rows high stands in
// the lower one too, beside the finer headings there.
func unmerge(from []line, merges []merge) []line {
	out := slices.Clone(from)
	for i, l := range out {
		for _, m := range merges {
			if l.number < m.top || l.number > m.bottom {
				continue
			}
			text := ""
			for _, first := range from {
				if first.number == m.top {
					text = first.cell(m.left)
				}
			}
			out[i].cells = fillRange(out[i].cells, m.left, min(m.right, maxColumns-1), text)
		}
	}
	return out
}

func fillRange(cells []string, left, right int, text string) []string {
	if text == "" {
		return cells
	}
	cells = slices.Clone(cells)
	for len(cells) <= right {
		cells = append(cells, "")
	}
	for c := left; c <= right; c++ {
		cells[c] = text
	}
	return cells
}

// likeness tells how much a row looks like headings: different texts that are no
// values, and the more so when values stand right below. A title merged over all
// columns is one text.
func likeness(l, below line) int {
	seen := map[string]bool{}
	n := 0
	for c, s := range l.cells {
		if s == "" || value.MatchString(s) || contact.MatchString(s) || seen[s] {
			continue
		}
		seen[s] = true
		n++
		if b := below.cell(c); value.MatchString(b) || contact.MatchString(b) {
			n++
		}
	}
	return n
}

var (
	// value is a number, a date or a time.
	value = regexp.MustCompile(`^[\d٠-٩][\d٠-٩ .,:/TZ-]*$`)
	// contact is a mail address or a phone number: no heading has one.
	contact = regexp.MustCompile(`^\S+@\S+\.\S+$|^[+(]?[\d٠-٩](?:[ ()./-]*[\d٠-٩]){8,14}$`)
)

// letters names columns as a spreadsheet does: A, B … Z, AA.
func letters(n int) []string {
	out := make([]string, n)
	for i := range out {
		for c := i; c >= 0; c = c/26 - 1 {
			out[i] = string(rune('A'+c%26)) + out[i]
		}
	}
	return out
}
