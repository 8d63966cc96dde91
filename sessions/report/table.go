package report

import "slices"

// Table is counts by row and column, with their totals.
type Table struct {
	Cells [][]Cell // the last row and the last column are totals
}

// Cell is a count, or that it is hidden.
type Cell struct {
	N      int
	Hidden bool // then N is 0
}

// Sum is the last cell of the last row.
func (t Table) Sum() Cell {
	last := t.Cells[len(t.Cells)-1]
	return last[len(last)-1]
}

// Counts makes a table of counts that need no hiding: of evenings, of hours.
func Counts(n [][]int) Table { return show(total(n), nil) }

// People makes a table of counts of people. Counts of 1 to 4 are hidden, and as many others
// as it takes that none of those can be worked out from the rest and the totals: for each
// there is another table that shows the same (complementary suppression; Hundepool et al.,
// Statistical Disclosure Control, chapter 4).
func People(n [][]int) Table {
	s := newSuppression(total(n))
	s.hideSmall()
	s.protect()
	return show(s.n, s.hidden)
}

// total adds a row and a column of totals. All rows are as long.
func total(n [][]int) [][]int {
	width := 0
	if len(n) > 0 {
		width = len(n[0])
	}
	out := make([][]int, 0, len(n)+1)
	last := make([]int, width+1)
	for _, row := range n {
		sum := 0
		for c, v := range row {
			sum += v
			last[c] += v
		}
		last[width] += sum
		out = append(out, append(slices.Clone(row), sum))
	}
	return append(out, last)
}

func show(n [][]int, hidden map[spot]bool) Table {
	t := Table{make([][]Cell, len(n))}
	for r := range n {
		for c, v := range n[r] {
			x := Cell{v, hidden[spot{r, c}]}
			if x.Hidden {
				x.N = 0
			}
			t.Cells[r] = append(t.Cells[r], x)
		}
	}
	return t
}
