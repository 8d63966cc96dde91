package report

import "slices"

type spot struct{ row, col int }

// suppression looks for other tables that show the same. The rows and the columns are the
// nodes of a graph: each says that its cells add up to its total. A hidden cell is an arc
// between its row and its column; it may be one more, and one less as long as somebody is
// left, for who reads the table knows that what is hidden is not 0. A cycle along such arcs
// is another table in which all sums still hold.
type suppression struct {
	n          [][]int
	rows, cols int
	hidden     map[spot]bool
	targets    []spot // none of which may be worked out

	// What other tables say: whether a cell may be one more (goal: it is the one that is
	// asked about) or one less while they stay as they are.
	more func(x spot, goal bool) bool
	less func(x spot) bool
}

func newSuppression(n [][]int) *suppression {
	return &suppression{
		n: n, rows: len(n), cols: len(n[0]), hidden: map[spot]bool{},
		more: func(spot, bool) bool { return true }, less: func(spot) bool { return true },
	}
}

// margin tells whether a spot is the total of others.
func (s *suppression) margin(x spot) bool { return x.row == s.rows-1 || x.col == s.cols-1 }

func (s *suppression) at(x spot) int { return s.n[x.row][x.col] }

// spots are all of the table, the totals among them.
func (s *suppression) spots() (out []spot) {
	for r := range s.n {
		for c := range s.n[r] {
			out = append(out, spot{r, c})
		}
	}
	return out
}

// hide hides a count that must not be worked out.
func (s *suppression) hide(x spot) {
	s.targets = append(s.targets, x)
	s.hidden[x] = true
}

func (s *suppression) hideSmall() {
	for _, x := range s.spots() {
		if small(s.at(x)) {
			s.hide(x)
		}
	}
}

func (s *suppression) hideAll() {
	for _, x := range s.spots() {
		s.hidden[x] = true
	}
}

// small counts give people away.
func small(n int) bool { return n > 0 && n < Least }

// protect hides as much more as it takes; false: even all of it is not enough.
func (s *suppression) protect() bool {
	ok := true
	for _, x := range s.targets {
		for !s.safe(x) {
			if !s.hideMore(x) {
				ok = false
				break
			}
		}
	}
	return ok
}

// ways tells whether a hidden cell can be passed from its row to its column, and back. In a
// column or row of totals more and less change places.
func (s *suppression) ways(x spot, goal bool) (forth, back bool) {
	more, less := s.more(x, goal), s.at(x) > 1 && s.less(x)
	if s.turned(x) {
		return less, more
	}
	return more, less
}

func (s *suppression) turned(x spot) bool { return (x.row == s.rows-1) != (x.col == s.cols-1) }

// safe tells whether a hidden cell can have another value.
func (s *suppression) safe(x spot) bool { return s.rises(x) || s.falls(x) }

func (s *suppression) rises(x spot) bool { return s.moves(x, !s.turned(x)) }
func (s *suppression) falls(x spot) bool { return s.moves(x, s.turned(x)) }

// moves tells whether a hidden cell can be passed in a direction as part of a cycle.
func (s *suppression) moves(x spot, forth bool) bool {
	row, col := x.row, s.rows+x.col
	f, b := s.ways(x, true)
	if !s.hidden[x] {
		return false
	}
	if forth {
		return f && s.path(col, row, x)
	}
	return b && s.path(row, col, x)
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
			forth, back := s.ways(x, false)
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
	for _, y := range s.spots() {
		if !s.hidden[y] {
			open = append(open, y)
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

// far is more than any count.
const far = 1 << 20

// loss is what is lost when a cell is hidden: its count, and more for totals and zeros. One
// in the same row or column helps sooner.
func (s *suppression) loss(y, x spot) int {
	loss := s.at(y)
	if loss == 0 {
		loss = 4 * far
	}
	if s.margin(y) {
		loss += far
	}
	if y.row != x.row && y.col != x.col {
		loss += 2 * far
	}
	return loss
}
