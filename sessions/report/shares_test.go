package report_test

import (
	"slices"
	"testing"

	"kring/sessions/report"

	"pgregory.net/rapid"
)

// Of the answers of participants no small count can be worked out, also not by somebody who
// lays the lists beside each other: a search through all numbers that fit finds another.
func TestNoSmallAnswerCanBeWorkedOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.IntRange(0, 11).Draw(t, "all")
		split := func() []int {
			list := make([]int, rapid.IntRange(1, 6).Draw(t, "answers"))
			for range all {
				list[rapid.IntRange(0, len(list)-1).Draw(t, "answer")]++
			}
			return list
		}
		lists := [][]int{split(), split(), split(), split()}
		f := report.Make(report.Input{This: report.Year{Courses: report.Courses{
			Started: []int{1}, Finished: []int{1}, Participants: lists[0], Went: lists[1], Who: lists[2], Came: lists[3], Attended: 3, Held: 4,
		}}, Before: report.Year{Courses: report.Courses{Started: []int{0}, Finished: []int{0}, Participants: []int{0}}}}).This
		order := []report.Measure{report.Participants, report.Went, report.Who, report.Came}
		values := make([][][]int, len(lists)) // list, answer: what it may be
		for i := range lists {
			values[i] = make([][]int, len(lists[i]))
		}
		for guess := range 16 {
			found := make([][][]int, len(lists))
			fits := true
			for i, m := range order {
				found[i] = fitting(f.Shares[m], guess)
				fits = fits && len(found[i]) > 0
			}
			for i := range found {
				for _, list := range found[i] {
					for j, n := range list {
						if fits && !slices.Contains(values[i][j], n) {
							values[i][j] = append(values[i][j], n)
						}
					}
				}
			}
		}
		for i, list := range lists {
			for j, n := range list {
				if n > 0 && n < report.Least && len(values[i][j]) < 2 {
					t.Fatalf("%d in %v can be worked out of %v", n, lists, f.Shares)
				}
			}
		}
		if hidden := all > 0 && all < report.Least; hidden && f.Present != report.NotShown {
			t.Fatal("the attendance of a few is shown")
		}
	})
}

// fitting are all lists with a sum that show the same.
func fitting(shown []report.Cell, sum int) (out [][]int) {
	last := len(shown) - 1
	if c := shown[last]; !c.Hidden && c.N != sum || c.Hidden && sum == 0 {
		return nil
	}
	var try func(list []int, rest int)
	try = func(list []int, rest int) {
		switch at := len(list); {
		case at == last:
			if rest == 0 {
				out = append(out, slices.Clone(list))
			}
		case !shown[at].Hidden:
			if shown[at].N <= rest {
				try(append(list, shown[at].N), rest-shown[at].N)
			}
		default:
			for n := 1; n <= rest; n++ {
				try(append(list, n), rest-n)
			}
		}
	}
	try(nil, sum)
	return out
}
