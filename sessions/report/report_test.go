package report_test

import (
	"testing"

	"kring/sessions/report"

	"pgregory.net/rapid"
)

// Somebody who sees the table, and knows that it adds up, cannot work a small count out: a
// search through all tables that show the same finds another value for each. (What they may
// suppose of hidden cells is only that they are not below 0.)
func TestNoSmallCountCanBeWorkedOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.IntRange(1, 3).Draw(t, "rows")
		cols := rapid.IntRange(1, 4/rows).Draw(t, "cols")
		n := make([][]int, rows)
		for r := range n {
			for range cols {
				n[r] = append(n[r], rapid.IntRange(0, 9).Draw(t, "n"))
			}
		}
		shown := report.People(n)
		full := report.Counts(n)
		values := map[[2]int]map[int]bool{}
		guess := make([][]int, rows)
		for r := range guess {
			guess[r] = make([]int, cols)
		}
		var try func(at int)
		try = func(at int) {
			if at == rows*cols {
				g := report.Counts(guess)
				for r := range g.Cells {
					for c, x := range g.Cells[r] {
						if s := shown.Cells[r][c]; !s.Hidden && s.N != x.N {
							return
						}
					}
				}
				for r := range g.Cells {
					for c, x := range g.Cells[r] {
						k := [2]int{r, c}
						if values[k] == nil {
							values[k] = map[int]bool{}
						}
						values[k][x.N] = true
					}
				}
				return
			}
			r, c := at/cols, at%cols
			if s := shown.Cells[r][c]; !s.Hidden {
				guess[r][c] = s.N
				try(at + 1)
				return
			}
			for v := range 14 {
				guess[r][c] = v
				try(at + 1)
			}
		}
		try(0)
		for r := range full.Cells {
			for c, x := range full.Cells[r] {
				if x.N > 0 && x.N < report.Least && len(values[[2]int{r, c}]) < 2 {
					t.Fatalf("%v: %d at %d,%d can be worked out from %v", n, x.N, r, c, shown)
				}
			}
		}
	})
}

// What need not be hidden is shown.
func TestWhatIsNotSmallIsShown(t *testing.T) {
	for _, x := range report.People([][]int{{5, 0, 12}, {7, 9, 0}}).Cells {
		for _, c := range x {
			if c.Hidden {
				t.Error("a count of 5 or more, or 0, is hidden")
			}
		}
	}
	hidden := 0
	for _, x := range report.People([][]int{{20, 30, 40}, {25, 3, 45}, {10, 12, 14}}).Cells {
		for _, c := range x {
			if c.Hidden {
				hidden++
			}
		}
	}
	if hidden != 4 {
		t.Errorf("%d cells are hidden for one small count, 4 will do", hidden)
	}
}
