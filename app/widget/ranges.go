package widget

import (
	"cmp"
	"image"
	"image/color"
	"image/draw"
	"math"
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kring/internal/typeset"
)

// Range marks some of a text, by its bytes. An empty one marks a place, at which something is
// missing. A range that crosses a border of directions shows as several pieces.
type Range struct {
	From, To int
	Style    RangeStyle
	Color    fyne.ThemeColorName // instead of the style's own
}

// RangeStyle is how a range shows: each has a form of its own, for who does not see colours.
type RangeStyle int

// The styles: what is wrong has a wave under it, what is missing or worth a look has dots,
// what was added a line on a faint ground, and what was removed is struck through on one.
const (
	Wavy RangeStyle = iota
	Dotted
	Underlined
	Struck
)

// color is a style's own colour.
func (s RangeStyle) color() fyne.ThemeColorName {
	return []fyne.ThemeColorName{theme.ColorNameError, theme.ColorNameWarning, theme.ColorNameSuccess, theme.ColorNameError}[s]
}

// SetRanges marks parts of the text, in the place of those marked before. While somebody types
// they go along with their letters, until they are set again.
func (f *Field) SetRanges(ranges []Range) {
	f.ranges = inRunes(f.Text, ranges)
	f.Refresh()
}

// SetRanges marks parts of the text, in the place of those marked before.
func (l *BidiLabel) SetRanges(ranges []Range) {
	l.ranges = slices.Clone(ranges)
	l.Refresh()
}

// marked is a range in runes.
type marked struct {
	from, to int
	Range
}

// inRunes gives ranges in runes, in the order of the text; what is beyond it is left out.
func inRunes(text string, ranges []Range) []marked {
	out := make([]marked, 0, len(ranges))
	sorted := slices.SortedFunc(slices.Values(ranges), func(a, b Range) int { return cmp.Compare(a.From, b.From) })
	at, runes := 0, 0
	for _, r := range sorted {
		from, to := min(max(r.From, 0), len(text)), min(r.To, len(text))
		if to < from || r.From > len(text) {
			continue
		}
		runes += utf8.RuneCountInString(text[at:from])
		at = from
		out = append(out, marked{runes, runes + utf8.RuneCountInString(text[from:to]), r})
	}
	return out
}

// carry moves the ranges along with a change of the text from what it was: those before it
// stay, those after it move, and one around it grows or shrinks.
func (f *Field) carry(before string) {
	if len(f.ranges) == 0 || before == f.Text {
		return
	}
	same, rest := alike(before, f.Text)
	removed, put := before[same:len(before)-rest], f.Text[same:len(f.Text)-rest]
	first := utf8.RuneCountInString(before[:same])
	end := first + utf8.RuneCountInString(removed)
	by := utf8.RuneCountInString(put) - (end - first)
	kept := f.ranges[:0]
	for _, r := range f.ranges {
		empty := r.from == r.to
		r.from, r.to = carried(r.from, first, end, by, true), carried(r.to, first, end, by, empty)
		if empty || r.from < r.to {
			kept = append(kept, r)
		}
	}
	f.ranges = kept
}

// alike is how many bytes two texts have in common at their beginning and at their end, in
// whole letters.
func alike(a, b string) (same, rest int) {
	most := min(len(a), len(b))
	for same < most && a[same] == b[same] {
		same++
	}
	for same > 0 && same < len(a) && !utf8.RuneStart(a[same]) || same > 0 && same < len(b) && !utf8.RuneStart(b[same]) {
		same--
	}
	for rest < most-same && a[len(a)-1-rest] == b[len(b)-1-rest] {
		rest++
	}
	for rest > 0 && !utf8.RuneStart(a[len(a)-rest]) {
		rest--
	}
	return same, rest
}

// carried is where a position goes when what stood from first to end became by letters longer.
func carried(pos, first, end, by int, begins bool) int {
	switch {
	case pos < first, pos == first && (!begins || by < 0):
		return pos
	case pos >= end:
		return pos + by
	case begins:
		return end + by
	}
	return first
}

// rangeBrush paints the ranges of one line. Its left and top are in pixels, base is the rune
// at which the line's paragraph begins.
type rangeBrush struct {
	of        themed
	img       *image.NRGBA
	line      typeset.Line
	left, top float64
	scale     float64
	base      int
	size      float64 // of the letters
}

// grounds paints what lies behind the letters.
func (b rangeBrush) grounds(ranges []marked) {
	for _, r := range ranges {
		if r.Style != Underlined && r.Style != Struck {
			continue
		}
		faint := b.ink(r)
		faint.A = 0x24
		for _, s := range b.stretches(r) {
			high := b.scale * b.size
			y := b.top + b.line.Baseline*b.scale
			at := image.Rect(b.x(s.Left), int(math.Round(y-high)), b.x(s.Right), int(math.Round(y+high*0.28)))
			draw.Draw(b.img, at.Intersect(b.img.Bounds()), image.NewUniform(faint), image.Point{}, draw.Over)
		}
	}
}

// lines paints what lies upon the letters and under them.
func (b rangeBrush) lines(ranges []marked) {
	y := b.top + b.line.Baseline*b.scale
	em := b.size * b.scale
	for _, r := range ranges {
		for _, s := range b.stretches(r) {
			from, to, c := b.x(s.Left), b.x(s.Right), b.ink(r)
			switch r.Style {
			case Wavy:
				b.stroke(from, to, c, func(x float64) float64 { return y + em*(0.17+0.055*math.Sin(x/em*2*math.Pi/0.34)) })
			case Dotted:
				b.dots(from, to, y+em*0.17, c)
			case Underlined:
				b.stroke(from, to, c, func(float64) float64 { return math.Round(y+em*0.17) + 0.5 })
			case Struck:
				b.stroke(from, to, c, func(float64) float64 { return math.Round(y-em*0.28) + 0.5 })
			}
		}
	}
}

func (b rangeBrush) ink(r marked) color.NRGBA { return ink(b.of, cmp.Or(r.Color, r.Style.color())) }

func (b rangeBrush) x(points float64) int { return int(math.Round(b.left + points*b.scale)) }

// stretches are the pieces of a range on the line, from left to right. An empty range has some
// room around its place.
func (b rangeBrush) stretches(r marked) []typeset.Stretch {
	from, to := r.from-b.base, r.to-b.base
	if from > b.line.To || to < b.line.From {
		return nil
	}
	if from < to {
		return b.line.Selected(from, to)
	}
	at := b.line.Carets(from)[0].X
	return []typeset.Stretch{{Left: at - b.size*0.3, Right: at + b.size*0.3}}
}

// stroke paints a line along a curve, a little thicker than a pixel, with soft edges.
func (b rangeBrush) stroke(from, to int, c color.NRGBA, height func(x float64) float64) {
	half := max(b.size*b.scale*0.045, 0.6)
	for x := max(from, 0); x < min(to, b.img.Rect.Max.X); x++ {
		mid := height(float64(x) + 0.5)
		for y := int(mid - half - 1); y <= int(mid+half+1); y++ {
			b.dab(x, y, c, min(max(half+0.5-math.Abs(float64(y)+0.5-mid), 0), 1))
		}
	}
}

// dots paints round dots along a line.
func (b rangeBrush) dots(from, to int, mid float64, c color.NRGBA) {
	half := max(b.size*b.scale*0.07, 1)
	for at := float64(from) + half; at+half <= float64(to)+0.5; at += 3.4 * half {
		for x := int(at - half - 1); x <= int(at+half+1); x++ {
			for y := int(mid - half - 1); y <= int(mid+half+1); y++ {
				b.dab(x, y, c, min(max(half+0.5-math.Hypot(float64(x)+0.5-at, float64(y)+0.5-mid), 0), 1))
			}
		}
	}
}

// dab covers a part of a pixel.
func (b rangeBrush) dab(x, y int, c color.NRGBA, cover float64) {
	if cover <= 0 || !image.Pt(x, y).In(b.img.Rect) {
		return
	}
	c.A = uint8(float64(c.A) * cover)
	draw.Draw(b.img, image.Rect(x, y, x+1, y+1), image.NewUniform(c), image.Point{}, draw.Over)
}
