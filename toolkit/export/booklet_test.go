package export

import (
	"testing"

	"pgregory.net/rapid"
)

// fold reads a pile of sheets as a book: the sheets lie in each other, so the outer one
// has the first and the last page.
func fold(sheets []*Page, width float64, fromRight bool) []int {
	n := len(sheets) * 2
	order := make([]int, n)
	for i, s := range sheets {
		half := [2]int{-1, -1} // left, right: the number that each page was given
		for _, m := range s.marks {
			side := 0
			if m.x >= width {
				side = 1
			}
			half[side] = int(m.w)
		}
		first, last := 1, 0 // on an outside the early page is at the right
		if i%2 == 1 {
			first, last = 0, 1
		}
		if fromRight {
			first, last = last, first
		}
		order[i], order[n-1-i] = half[first], half[last]
	}
	return order
}

// However many pages there are, the folded book has them in order, with blanks at its
// end only, and never more than three.
func TestBookletProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		count, fromRight := rapid.IntRange(1, 40).Draw(t, "pages"), rapid.Bool().Draw(t, "from the right")
		var pages []*Page
		for i := range count {
			p := &Page{Paper: A5}
			p.Rect(10, 10, float64(i+1), 1, ink)
			pages = append(pages, p)
		}
		sheets := Booklet(pages, fromRight)
		book := fold(sheets, A5.Width, fromRight)
		if blanks := len(book) - count; blanks < 0 || blanks > 3 || len(sheets)%2 != 0 {
			t.Fatalf("%d pages on %d sides", count, len(sheets))
		}
		for i, n := range book {
			if i < count && n != i+1 || i >= count && n != -1 {
				t.Fatalf("page %d of the book is %d: %v", i+1, n, book)
			}
		}
	})
}
