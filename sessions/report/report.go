// Package report turns counts into tables that may be shown to others. Small counts are
// hidden, and so are others from which they could be worked out. Nothing in it knows a name:
// there is no field for one.
package report

import "slices"

// Least is the smallest count of people that is shown; zero is shown too, for it is nobody.
const Least = 5

// Table is counts by row and column, with their totals.
type Table struct {
	Cells [][]Cell // the last row and the last column are totals
}

// Cell is a count, or that it is hidden.
type Cell struct {
	N      int
	Hidden bool // then N is 0
}

// Counts makes a table of counts that need no hiding: of evenings, of hours.
func Counts(n [][]int) Table { return show(total(n), nil) }

// People makes a table of counts of people. Counts of 1 to 4 are hidden, and as many others
// as it takes that none of those can be worked out from the rest and the totals: for each
// there is another table that shows the same (complementary suppression; Hundepool et al.,
// Statistical Disclosure Control, chapter 4).
func People(n [][]int) Table {
	s := &suppression{n: total(n)}
	s.rows, s.cols = len(s.n), len(s.n[0])
	s.hidden = map[spot]bool{}
	var small []spot
	for r := range s.n {
		for c, v := range s.n[r] {
			if v > 0 && v < Least {
				small = append(small, spot{r, c})
				s.hidden[spot{r, c}] = true
			}
		}
	}
	for _, x := range small {
		for !s.safe(x) && s.hideMore(x) {
		}
	}
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

type spot struct{ row, col int }

// suppression looks for other tables that show the same. The rows and the columns are the
// nodes of a graph: each says that its cells add up to its total. A hidden cell is an arc
// between its row and its column; it may be one more, and one less where it is not 0. A
// cycle along such arcs is another table in which all sums still hold.
type suppression struct {
	n          [][]int
	rows, cols int
	hidden     map[spot]bool
}

// ways tells whether a hidden cell can be passed from its row to its column, and back. In a
// column or row of totals more and less change places.
func (s *suppression) ways(x spot) (forth, back bool) {
	less := s.n[x.row][x.col] > 0
	if (x.row == s.rows-1) != (x.col == s.cols-1) {
		return less, true
	}
	return true, less
}

// safe tells whether a hidden cell can have another value.
func (s *suppression) safe(x spot) bool {
	forth, back := s.ways(x)
	row, col := x.row, s.rows+x.col
	return forth && s.path(col, row, x) || back && s.path(row, col, x)
}

// path looks for a way from a node to another past one cell. Columns come after rows.
func (s *suppression) path(from, to int, without spot) bool {
	seen := map[int]bool{from: true}
	for line := []int{from}; len(line) > 0; line = line[1:] {
		if line[0] == to {
			return true
		}
		for x := range s.hidden {
			if x == without {
				continue
			}
			forth, back := s.ways(x)
			row, col := x.row, s.rows+x.col
			if forth && line[0] == row && !seen[col] {
				seen[col] = true
				line = append(line, col)
			}
			if back && line[0] == col && !seen[row] {
				seen[row] = true
				line = append(line, row)
			}
		}
	}
	return false
}

// hideMore hides the smallest cell that makes one safe, or else the smallest that could help;
// false: all are hidden. A 0 hides nobody, and comes last.
func (s *suppression) hideMore(x spot) bool {
	var open []spot
	for r := range s.n {
		for c := range s.n[r] {
			if !s.hidden[spot{r, c}] {
				open = append(open, spot{r, c})
			}
		}
	}
	slices.SortStableFunc(open, func(a, b spot) int { return s.loss(a, x) - s.loss(b, x) })
	for _, y := range open {
		s.hidden[y] = true
		if s.safe(x) {
			return true
		}
		delete(s.hidden, y)
	}
	if len(open) > 0 {
		s.hidden[open[0]] = true
	}
	return len(open) > 0
}

// loss is what is lost when a cell is hidden: its count, and more for totals and zeros. One
// in the same row or column helps sooner.
func (s *suppression) loss(y, x spot) int {
	const far = 1 << 20
	loss := s.n[y.row][y.col]
	if loss == 0 {
		loss = 4 * far
	}
	if y.row == s.rows-1 || y.col == s.cols-1 {
		loss += far
	}
	if y.row != x.row && y.col != x.col {
		loss += 2 * far
	}
	return loss
}
