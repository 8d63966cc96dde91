package report

import "slices"

// shares hides small counts in several lists of numbers of the same people, each with their
// number behind it. That is hidden in all lists or in none; where it is, each list hides one
// count at least, or the number could be added up.
func shares(lists [][]int) [][]Cell {
	all := sum(lists[0])
	hideAll := small(all)
	for {
		out := make([][]Cell, len(lists))
		whole := true
		for i, list := range lists {
			hidden, ok := hideInList(list, hideAll)
			whole = whole && ok
			out[i] = shown(list, hidden, hideAll)
		}
		if whole || hideAll {
			return out
		}
		hideAll = true
	}
}

// hideInList gives what is hidden of a list, and whether that is enough while its sum is seen.
func hideInList(list []int, hideAll bool) (hidden []bool, ok bool) {
	hidden = make([]bool, len(list))
	any := false
	for i, n := range list {
		hidden[i] = small(n)
		any = any || hidden[i]
	}
	if !any && !hideAll {
		return hidden, true
	}
	if hideAll {
		if !any {
			hideNext(list, hidden)
		}
		return hidden, true
	}
	for !exchange(list, hidden) {
		if !hideNext(list, hidden) {
			return hidden, false
		}
	}
	return hidden, true
}

// exchange tells whether each small count could be one more and another hidden one less, or
// the other way around, with somebody left in each.
func exchange(list []int, hidden []bool) bool {
	for i, n := range list {
		if !small(n) {
			continue
		}
		others, roomy := 0, false
		for j, m := range list {
			if j != i && hidden[j] {
				others++
				roomy = roomy || m > 1
			}
		}
		if !roomy && (n == 1 || others == 0) {
			return false
		}
	}
	return true
}

// hideNext hides the smallest count that is seen and not 0.
func hideNext(list []int, hidden []bool) bool {
	best := -1
	for i, n := range list {
		if !hidden[i] && n > 0 && (best < 0 || n < list[best]) {
			best = i
		}
	}
	if best >= 0 {
		hidden[best] = true
	}
	return best >= 0
}

func shown(list []int, hidden []bool, hideAll bool) []Cell {
	var out []Cell
	for i, n := range append(slices.Clone(list), sum(list)) {
		h := i < len(list) && hidden[i] || i == len(list) && hideAll
		if h {
			n = 0
		}
		out = append(out, Cell{n, h})
	}
	return out
}

func sum(list []int) (n int) {
	for _, v := range list {
		n += v
	}
	return n
}
