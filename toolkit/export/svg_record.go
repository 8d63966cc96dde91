package export

import (
	"image"
	"image/color"
	"slices"

	"github.com/srwiley/rasterx"
	"golang.org/x/image/math/fixed"
)

// What a drawing may ask for: more is no drawing for a page, and takes a laptop seconds.
const (
	maxTraced = 2_000_000 // corners, before those on one line are left out
	maxKept   = 400_000   // corners in all that is written
)

// recorder is a scanner (rasterx.Scanner) that keeps outlines instead of filling pixels.
// It breaks off, by a panic that the reader catches, where a drawing asks for too much or
// leads far from the page.
type recorder struct {
	shapes       []shape
	blends       bool
	limit        image.Rectangle // empty: none
	pieces       [][]image.Point // outlines, in any order
	piece        []image.Point   // the one that is being drawn
	color        color.NRGBA
	traced, kept int
}

// Start begins a piece of an outline.
func (r *recorder) Start(a fixed.Point26_6) {
	r.shut()
	r.add(a)
}

// Line goes on with it.
func (r *recorder) Line(b fixed.Point26_6) { r.add(b) }

func (r *recorder) add(a fixed.Point26_6) {
	p := image.Pt(a.X.Round(), a.Y.Round())
	if r.traced++; r.traced > maxTraced || !r.limit.Empty() && !p.In(r.limit) {
		panic("more than a page holds")
	}
	if n := len(r.piece); n == 0 || r.piece[n-1] != p {
		r.piece = append(r.piece, p)
	}
}

// shut ends a piece.
func (r *recorder) shut() {
	if len(r.piece) > 1 {
		r.pieces = append(r.pieces, r.piece)
	}
	r.piece = nil
}

// Draw keeps what was outlined in the colour that is set.
func (r *recorder) Draw() {
	r.shut()
	var rings [][]image.Point
	for _, ring := range joined(r.pieces) {
		if ring = straight(ring); len(ring) < 3 {
			continue
		}
		if r.kept += len(ring); r.kept > maxKept {
			panic("more than a page holds")
		}
		rings = append(rings, ring)
	}
	if len(rings) > 0 && r.color.A > 0 {
		r.shapes = append(r.shapes, shape{r.color, rings})
	}
	r.pieces = nil
}

// Clear forgets what was outlined.
func (r *recorder) Clear() { r.pieces, r.piece = nil, nil }

// SetColor takes a colour, or a rasterx.ColorFunc for colours that run into each other.
func (r *recorder) SetColor(c any) {
	switch c := c.(type) {
	case color.Color:
		r.color, _ = color.NRGBAModel.Convert(c).(color.NRGBA)
	default:
		r.color, r.blends = color.NRGBA{A: 0xff}, true
	}
}

// GetPathExtent is the box around what was outlined.
func (r *recorder) GetPathExtent() fixed.Rectangle26_6 {
	var b image.Rectangle
	for _, piece := range append(r.pieces, r.piece) {
		for _, p := range piece {
			b = b.Union(image.Rect(p.X, p.Y, p.X+1, p.Y+1))
		}
	}
	return fixed.R(b.Min.X, b.Min.Y, b.Max.X, b.Max.Y)
}

// SetBounds, SetClip and SetWinding are of no use to outlines: the library knows one rule
// for what is inside.
func (r *recorder) SetWinding(bool)         {}
func (r *recorder) SetBounds(int, int)      {}
func (r *recorder) SetClip(image.Rectangle) {}

var _ rasterx.Scanner = (*recorder)(nil)

// joined makes rings of pieces. The two sides of a line come piece by piece, and only their
// sum is closed: each goes on where another one ends.
func joined(pieces [][]image.Point) [][]image.Point {
	from := map[image.Point][]int{}
	for i, p := range pieces {
		from[p[0]] = append(from[p[0]], i)
	}
	used := make([]bool, len(pieces))
	var out [][]image.Point
	for i, p := range pieces {
		if used[i] {
			continue
		}
		used[i] = true
		ring := slices.Clone(p)
		for ring[len(ring)-1] != ring[0] {
			next := following(from, used, ring[len(ring)-1])
			if next < 0 {
				break
			}
			used[next] = true
			ring = append(ring, pieces[next]...)
		}
		out = append(out, ring)
	}
	return out
}

// following is a piece that begins at a point, or a rounding away from it; -1 is none.
func following(from map[image.Point][]int, used []bool, at image.Point) int {
	for _, by := range []image.Point{{}, {X: 1}, {X: -1}, {Y: 1}, {Y: -1}, {X: 1, Y: 1}, {X: -1, Y: -1}, {X: 1, Y: -1}, {X: -1, Y: 1}} {
		p := at.Add(by)
		for n := from[p]; len(n) > 0; n = from[p] {
			from[p] = n[1:]
			if !used[n[0]] {
				return n[0]
			}
		}
	}
	return -1
}

// maxSpan is how many corners may be left out in a row.
const maxSpan = 48

// straight leaves out the corners that lie on the line between those around them, within
// six tenths of a unit.
func straight(ring []image.Point) []image.Point {
	if len(ring) < 3 {
		return ring
	}
	out := []image.Point{ring[0]}
	from := 0
	for i := 2; i < len(ring); i++ {
		if i-from > maxSpan || !near(ring[from:i+1]) {
			from = i - 1
			out = append(out, ring[from])
		}
	}
	return append(out, ring[len(ring)-1])
}

// near tells whether all points lie close to the line from the first to the last.
func near(points []image.Point) bool {
	a, b := points[0], points[len(points)-1]
	d := b.Sub(a)
	long := d.X*d.X + d.Y*d.Y
	for _, p := range points[1 : len(points)-1] {
		q := p.Sub(a)
		along := q.X*d.X + q.Y*d.Y
		if along < 0 || along > long {
			return false
		}
		if off := q.X*d.Y - q.Y*d.X; off*off*25 > long*9 {
			return false
		}
	}
	return true
}
