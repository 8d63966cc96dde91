package typeset

import (
	"cmp"
	"slices"
)

// Caret is a place between two letters on the screen: Pos is where typing would go in
// the stored text, X where the caret stands from the left of the paragraph.
type Caret struct {
	Pos int
	X   float64
}

// Carets gives the places at which a caret for a position of the stored text stands on
// the line: one, or two at a boundary of directions. The first is where the next letter
// of the direction before it goes: after the letter that was typed last.
func (l Line) Carets(pos int) []Caret {
	var out []Caret
	for _, c := range l.Cells {
		if c.To == pos {
			out = append(out, Caret{pos, c.trailing()})
		}
	}
	for _, c := range l.Cells {
		if c.From == pos && !slices.ContainsFunc(out, func(o Caret) bool { return near(o.X, c.leading()) }) {
			out = append(out, Caret{pos, c.leading()})
		}
	}
	if len(out) == 0 && pos >= l.From && pos <= l.To {
		out = append(out, Caret{pos, l.beginning()})
	}
	return out
}

func near(a, b float64) bool { return a-b < 0.01 && b-a < 0.01 }

// Hit gives the position that is meant by a click at x: before or after the letter that
// is there, whichever edge is nearer.
func (l Line) Hit(x float64) Caret {
	if len(l.Cells) == 0 {
		return Caret{l.From, l.beginning()}
	}
	best := l.Cells[0]
	for _, c := range l.Cells[1:] {
		if c.distance(x) < best.distance(x) {
			best = c
		}
	}
	if (x < (best.Left+best.Right)/2) != best.RTL {
		return Caret{best.From, best.leading()}
	}
	return Caret{best.To, best.trailing()}
}

func (c Cell) distance(x float64) float64 { return max(c.Left-x, x-c.Right, 0) }

// Stretch is a part of a line from left to right.
type Stretch struct{ Left, Right float64 }

// Selected gives the stretches that the runes from up to to take on the line: more than
// one where the directions change within them.
func (l Line) Selected(from, to int) []Stretch {
	var out []Stretch
	for _, c := range l.Cells {
		if c.From >= to || c.To <= from {
			continue
		}
		if n := len(out); n > 0 && near(out[n-1].Right, c.Left) {
			out[n-1].Right = c.Right
		} else {
			out = append(out, Stretch{c.Left, c.Right})
		}
	}
	return out
}

// Step moves a caret over one letter to the right or to the left, as it looks; ok is
// false at the edge of the line.
func (l Line) Step(from Caret, right bool) (to Caret, ok bool) {
	stops := l.stops()
	at := slices.IndexFunc(stops, func(s Caret) bool { return s.Pos == from.Pos && near(s.X, from.X) })
	if at < 0 { // a caret of another layout: the nearest stop
		at = nearest(stops, from.X)
	}
	for i := at; i >= 0 && i < len(stops); {
		if right {
			i++
		} else {
			i--
		}
		if i >= 0 && i < len(stops) && !near(stops[i].X, from.X) {
			return l.strong(l.across(from, stops[i], right)), true
		}
	}
	return from, false
}

// across gives the position that the letter between two stops leads to: it is the one
// that the letter ends at, seen from where the caret comes from.
func (l Line) across(from, to Caret, right bool) Caret {
	for _, c := range l.Cells {
		switch {
		case near(c.Left, c.Right):
		case right && near(c.Left, from.X):
			return c.at(c.Right)
		case !right && near(c.Right, from.X):
			return c.at(c.Left)
		}
	}
	return to
}

// strong gives, of the two positions that look the same at a boundary of directions, the
// one where a letter of the paragraph's own direction would go in at just that place.
func (l Line) strong(c Caret) Caret {
	for _, cell := range l.Cells {
		switch {
		case cell.RTL != l.RTL || near(cell.Left, cell.Right):
		case near(cell.leading(), c.X):
			return Caret{cell.From, c.X}
		case near(cell.trailing(), c.X):
			return Caret{cell.To, c.X}
		}
	}
	switch begin, end := l.Edges(); {
	case near(c.X, begin):
		return Caret{l.From, c.X}
	case near(c.X, end):
		return Caret{l.To, c.X}
	}
	return c
}

// beginning is where a caret stands on a line without letters.
func (l Line) beginning() float64 {
	begin, _ := l.Edges()
	return begin
}

// Edges are where the line begins and ends, in the paragraph's direction.
func (l Line) Edges() (begin, end float64) {
	if l.RTL {
		return l.X + l.Width, l.X
	}
	return l.X, l.X + l.Width
}

// at is the caret at one of the cell's two edges.
func (c Cell) at(x float64) Caret {
	if near(x, c.trailing()) {
		return Caret{c.To, x}
	}
	return Caret{c.From, x}
}

// stops are all carets of the line from left to right.
func (l Line) stops() []Caret {
	var out []Caret
	for _, c := range l.Cells {
		out = append(out, Caret{c.From, c.leading()}, Caret{c.To, c.trailing()})
	}
	slices.SortStableFunc(out, func(a, b Caret) int { return cmp.Compare(a.X, b.X) })
	return out
}

func nearest(stops []Caret, x float64) int {
	best := -1
	for i, s := range stops {
		if best < 0 || max(s.X-x, x-s.X) < max(stops[best].X-x, x-stops[best].X) {
			best = i
		}
	}
	return best
}
