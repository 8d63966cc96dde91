package typeset

import (
	"image/color"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// pieces of text of every kind that an editor meets.
var pieces = []string{
	"Hallo", " ", "مرحبًا", "لا", "إلى", "06-12345678", "(", ")", "!", "é", "e\u0301", "👨‍👩‍👧", "\u200c", "\u200f", "123", "٤٥", "«نعم»", "HBBM", "قليلًا", "  ", "\t",
}

func anyText(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 14).Draw(t, "text"), "")
}

func anyParagraph(t *rapid.T) (Paragraph, int) {
	text := anyText(t)
	p := Plain(text, 14, rapid.SampledFrom([]float64{0, 60, 140, 300}).Draw(t, "width"), ink)
	p.Dir = rapid.SampledFrom([]Direction{Auto, LTR, RTL}).Draw(t, "direction")
	p.Marks = rapid.SampledFrom([]color.NRGBA{{}, ink}).Draw(t, "marks")
	return p, len([]rune(text))
}

// The cells of all lines are the whole text, each rune once; on a line they stand side by
// side from left to right.
func TestCellsAreTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, n := anyParagraph(t)
		seen := make([]int, n)
		for _, line := range p.LayToEdit() {
			for i, c := range line.Cells {
				for r := c.From; r < c.To; r++ {
					seen[r]++
				}
				if c.Right < c.Left || i > 0 && !near(line.Cells[i-1].Right, c.Left) {
					t.Fatalf("cell %d of %+v does not stand beside the one before", i, line.Cells)
				}
			}
		}
		for r, times := range seen {
			if times != 1 {
				t.Fatalf("rune %d of %q is in %d cells", r, p.Spans[0].Text, times)
			}
		}
	})
}

// A click where a caret stands gives a position that has a caret there.
func TestClickOnACaret(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, _ := anyParagraph(t)
		for _, line := range p.LayToEdit() {
			for pos := line.From; pos <= line.To; pos++ {
				for _, c := range line.Carets(pos) {
					hit := line.Hit(c.X)
					if !near(hit.X, c.X) {
						t.Fatalf("a click at %.2f, for %d, gives %+v", c.X, pos, hit)
					}
				}
			}
		}
	})
}

// From one edge of a line to the other the arrow moves on with every key, and back again.
func TestArrowsCrossTheLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, _ := anyParagraph(t)
		for _, line := range p.LayToEdit() {
			if len(line.Cells) == 0 {
				continue
			}
			c := line.Cells[0].at(line.Cells[0].Left)
			path := []Caret{c}
			for {
				next, ok := line.Step(c, true)
				if !ok {
					break
				}
				if next.X <= c.X {
					t.Fatalf("to the right of %+v is %+v", c, next)
				}
				c = next
				path = append(path, c)
			}
			if end := line.Cells[len(line.Cells)-1].Right; !near(c.X, end) {
				t.Fatalf("the arrow stops at %.2f, the line ends at %.2f: %+v", c.X, end, line.Cells)
			}
			for i := len(path) - 2; i >= 0; i-- {
				back, ok := line.Step(c, false)
				if !ok || !near(back.X, path[i].X) {
					t.Fatalf("back from %+v is %+v, %v; on the way there it was %+v", c, back, ok, path[i])
				}
				c = back
			}
		}
	})
}

// What is selected is as wide as its cells, and all of it is the whole line.
func TestSelectionIsAsWideAsItsCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, n := anyParagraph(t)
		from := rapid.IntRange(0, n).Draw(t, "from")
		to := rapid.IntRange(from, n).Draw(t, "to")
		for _, line := range p.LayToEdit() {
			want, got := 0.0, 0.0
			for _, c := range line.Cells {
				if c.From < to && c.To > from {
					want += c.Right - c.Left
				}
			}
			for _, s := range line.Selected(from, to) {
				got += s.Right - s.Left
			}
			if diff := got - want; diff > 0.1 || diff < -0.1 {
				t.Fatalf("selected is %.2f wide, its cells %.2f", got, want)
			}
			if all := line.Selected(line.From, line.To); len(line.Cells) > 0 && len(all) != 1 {
				t.Fatalf("a whole line is selected in %d stretches", len(all))
			}
		}
	})
}

// At a boundary of directions there are two carets, elsewhere one.
func TestTwoCaretsAtABoundary(t *testing.T) {
	line := Plain("abc مرحبا", 14, 0, ink).LayToEdit()[0]
	for pos, want := range []int{1, 1, 1, 1, 2, 1, 1, 1, 1, 1} {
		if got := len(line.Carets(pos)); got != want {
			t.Errorf("%d carets before rune %d, want %d", got, pos, want)
		}
	}
	if c := line.Carets(4); !near(c[0].X, line.Cells[3].Right) {
		t.Errorf("the first caret is not after the space that was typed last: %+v", c)
	}
}

// A caret stands within lam-alef, between the two letters.
func TestCaretWithinALigature(t *testing.T) {
	line := Plain("لا", 14, 0, ink).LayToEdit()[0]
	middle := line.Carets(1)
	if len(line.Cells) != 2 || len(middle) != 1 || !near(middle[0].X, line.Width/2) {
		t.Errorf("cells %+v, caret %+v", line.Cells, middle)
	}
}
