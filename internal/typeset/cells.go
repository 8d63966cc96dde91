package typeset

import (
	"slices"

	"github.com/go-text/typesetting/segmenter"
)

// Cell is the place of one grapheme on its line. Left and Right are from the left of the
// paragraph; From and To are runes of the stored text. The space that ends a line lies
// beyond its end, and a grapheme without a shape is as wide as nothing.
type Cell struct {
	From, To    int
	Left, Right float64
	RTL         bool
}

// leading is the edge at which a caret before the grapheme stands, trailing the one
// after it.
func (c Cell) leading() float64 {
	if c.RTL {
		return c.Right
	}
	return c.Left
}

func (c Cell) trailing() float64 {
	if c.RTL {
		return c.Left
	}
	return c.Right
}

// cells works out the cells of a line of source runes from, to, of which those from end
// on are the space that ends it.
func (l *layout) cells(line *Line, parts []item, from, end, to int) {
	line.From, line.To = l.stored(from), l.stored(to)
	x := line.X
	for _, p := range parts {
		widths := clusterWidths(p)
		pieces := l.graphemes(p.from, p.to)
		rtl := p.level%2 == 1
		if rtl {
			slices.Reverse(pieces)
		}
		for _, piece := range l.shares(pieces, widths) {
			line.add(l, piece.from, piece.to, x, x+piece.width, rtl)
			x += piece.width
		}
	}
	l.space(line, end, to, x)
}

// space puts the cells of the space that ends a line beyond its end.
func (l *layout) space(line *Line, end, to int, right float64) {
	left := line.X
	var before []Cell
	for _, g := range l.graphemes(end, to) {
		w := l.width(g[0], g[1])
		if !l.rtl {
			line.add(l, g[0], g[1], right, right+w, false)
			right += w
			continue
		}
		from, to := l.stored(g[0]), l.stored(g[1])
		if from < to {
			before = append(before, Cell{from, to, left - w, left, true})
		}
		left -= w
	}
	slices.Reverse(before)
	line.Cells = append(before, line.Cells...)
}

func (line *Line) add(l *layout, from, to int, left, right float64, rtl bool) {
	if from, to := l.stored(from), l.stored(to); from < to {
		line.Cells = append(line.Cells, Cell{from, to, left, right, rtl})
	}
}

// stored is the index in the stored text of a rune of the source.
func (l *layout) stored(i int) int {
	if i < len(l.src.orig) {
		return l.src.orig[i]
	}
	if i == 0 {
		return 0
	}
	last := l.src.orig[len(l.src.orig)-1]
	if !l.src.added[len(l.src.added)-1] {
		last++ // of an added mark it is what follows that counts
	}
	return last
}

// clusterWidths gives the width of each cluster by its first rune.
func clusterWidths(p item) map[int]float64 {
	out := map[int]float64{}
	for _, g := range p.glyphs {
		out[g.TextIndex()] += points(g.Advance)
	}
	return out
}

// graphemes are the pieces of the source that a caret does not go into (UAX #29).
func (l *layout) graphemes(from, to int) [][2]int {
	if from >= to {
		return nil
	}
	var seg segmenter.Segmenter
	seg.Init(l.src.runes[from:to])
	var out [][2]int
	for it := seg.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		out = append(out, [2]int{from + g.Offset, from + g.Offset + len(g.Text)})
	}
	return out
}

// share is a grapheme with its part of the width of its cluster.
type share struct {
	from, to int
	width    float64
}

// shares gives each grapheme its width. A ligature is one cluster of several graphemes:
// each gets an equal part, as carets stand within lam-alef, too. Pieces come in visual
// order, so the graphemes of one cluster stand together.
func (l *layout) shares(pieces [][2]int, widths map[int]float64) []share {
	out := make([]share, len(pieces))
	owner := make([]int, len(pieces)) // the first rune of the cluster that each belongs to
	count := map[int]int{}
	for i, p := range pieces {
		owner[i] = clusterOf(p[0], widths)
		count[owner[i]]++
	}
	for i, p := range pieces {
		w := 0.0
		if !l.hidden(p[0]) {
			w = widths[owner[i]] / float64(count[owner[i]])
		}
		out[i] = share{p[0], p[1], w}
	}
	return out
}

// clusterOf finds the cluster that begins at a rune or before it.
func clusterOf(i int, widths map[int]float64) int {
	for at := i; at >= 0; at-- {
		if _, ok := widths[at]; ok {
			return at
		}
	}
	return i
}
