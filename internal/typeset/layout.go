package typeset

import (
	"slices"
	"sort"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// Lay breaks a paragraph into lines (UAX #14) and orders each line's runs (UAX #9,
// rule L2). An empty paragraph is one empty line.
func (p Paragraph) Lay() []Line { return p.lay(false) }

// LayToEdit is Lay with the place of every letter, for carets and selections.
func (p Paragraph) LayToEdit() []Line { return p.lay(true) }

func (p Paragraph) lay(edit bool) []Line {
	mu.Lock()
	defer mu.Unlock()
	if len(p.Spans) == 0 {
		p.Spans = []Span{{}}
	}
	dir := p.direction()
	l := &layout{p: p, rtl: dir == RTL, src: p.source(dir), edit: edit}
	l.items = p.itemize(l.src, dir)
	l.measure()
	var out []Line
	for _, r := range l.breaks() {
		out = append(out, l.line(r[0], r[1]))
	}
	return out
}

type layout struct {
	p      Paragraph
	rtl    bool
	edit   bool // also work out the cells
	src    source
	items  []item
	widths []float64    // of each rune: its cluster's advance stands at the first
	before []float64    // the widths of all runes before each, and of all
	shown  map[int]bool // the characters without a shape that stand here as chips
}

func (l *layout) show(i int) {
	if l.shown == nil {
		l.shown = map[int]bool{}
	}
	l.shown[i] = true
}

// hidden tells whether a rune of the source takes no room.
func (l *layout) hidden(i int) bool { return invisible(l.src.runes[i]) && !l.shown[i] }

func (l *layout) size(i item) float64 { return l.p.Spans[i.span].Size }

func (l *layout) shape(i item) shaping.Output {
	d := di.DirectionLTR
	if i.level%2 == 1 {
		d = di.DirectionRTL
	}
	lang := l.p.Lang
	if lang == "" {
		lang = "nl"
	}
	out := shaper.Shape(shaping.Input{
		Text: l.src.runes, RunStart: i.from, RunEnd: i.to, Direction: d, Face: i.face.font(),
		Size: fixed.Int26_6(l.size(i) * 64 * scale), Script: i.script, Language: language.NewLanguage(lang),
	})
	for n := range out.Glyphs {
		if g := &out.Glyphs[n]; l.src.runes[g.TextIndex()] == '\t' {
			g.GlyphID = font.GID(i.face.Glyph(' '))
			g.Advance = fixed.Int26_6(i.face.advance(' ') * tabSpaces * l.size(i) * 64 * scale)
		}
	}
	return out
}

// tabSpaces is how many spaces a tab is wide.
const tabSpaces = 4

// scale keeps fractions of a point in the shaper's 26.6 numbers.
const scale = 16

func points(f fixed.Int26_6) float64 { return float64(f) / 64 / scale }

func (l *layout) measure() {
	l.widths = make([]float64, len(l.src.runes))
	for n, i := range l.items {
		if i.token != "" {
			l.show(i.from)
			l.items[n].glyphs = []shaping.Glyph{l.chip(i)}
		} else {
			l.items[n].glyphs = l.shape(i).Glyphs
		}
		for _, g := range l.items[n].glyphs {
			if !l.hidden(g.TextIndex()) {
				l.widths[g.TextIndex()] += points(g.Advance)
			}
		}
	}
	l.before = make([]float64, len(l.widths)+1)
	for i, w := range l.widths {
		l.before[i+1] = l.before[i] + w
	}
}

// breaks gives the rune ranges of the lines.
func (l *layout) breaks() [][2]int {
	var seg segmenter.Segmenter
	seg.Init(l.src.runes)
	it := seg.LineIterator()
	var out [][2]int
	from, to, width := 0, 0, 0.0
	for it.Next() {
		piece := it.Line()
		start, end := piece.Offset, piece.Offset+len(piece.Text)
		w := l.width(start, end)
		if l.p.Width > 0 && to > from && width+l.visible(start, end) > l.p.Width {
			out = append(out, [2]int{from, to})
			from, width = to, 0
		}
		for l.p.Width > 0 && l.visible(from, end) > l.p.Width && from == start {
			cut := l.cut(start, end)
			if cut >= end {
				break
			}
			out = append(out, [2]int{from, cut})
			from, start, width, w = cut, cut, 0, l.width(cut, end)
		}
		to, width = end, width+w
		if piece.IsMandatoryBreak && end < len(l.src.runes) {
			out = append(out, [2]int{from, to})
			from, width = to, 0
		}
	}
	return append(out, [2]int{from, len(l.src.runes)})
}

func (l *layout) width(from, to int) float64 { return l.before[to] - l.before[from] }

// within are the items that have runes of a range: the lines of a long paragraph each
// look at their own only.
func (l *layout) within(from, to int) []item {
	first := sort.Search(len(l.items), func(i int) bool { return l.items[i].to > from })
	last := sort.Search(len(l.items), func(i int) bool { return l.items[i].from >= to })
	return l.items[first:max(first, last)]
}

// visible is the width without trailing space.
func (l *layout) visible(from, to int) float64 { return l.width(from, l.trim(from, to)) }

func (l *layout) trim(from, to int) int {
	for to > from && !l.shown[to-1] && (unicode.IsSpace(l.src.runes[to-1]) || invisible(l.src.runes[to-1])) {
		to--
	}
	return to
}

// cut finds where a word that is longer than a line is broken: before the first rune
// that does not fit, and never before a mark.
func (l *layout) cut(from, to int) int {
	w := 0.0
	for i := from; i < to; i++ {
		if w += l.widths[i]; w > l.p.Width && i > from && l.widths[i] > 0 {
			return i
		}
	}
	return to
}

func (l *layout) line(from, to int) Line {
	out := Line{RTL: l.rtl}
	var parts []item
	end := l.trim(from, to)
	for _, i := range l.within(from, end) {
		if part, some := l.part(i, from, end); some {
			parts = append(parts, part)
		}
	}
	order(parts)
	x := 0.0
	for _, i := range parts {
		run := l.run(i, &out)
		if len(run.Glyphs) == 0 {
			continue
		}
		run.X = x
		x += run.Width
		out.Runs = append(out.Runs, run)
	}
	out.Width = x
	l.place(&out, from, max(to, from+1))
	if l.edit {
		l.cells(&out, parts, from, end, to)
	}
	return out
}

// part cuts an item to a line. Beside a space a cut changes no shape, and the glyphs are
// kept; elsewhere, within a long word, the rest of it is shaped anew.
func (l *layout) part(i item, from, to int) (item, bool) {
	from, to = max(i.from, from), min(i.to, to)
	if from >= to {
		return i, false
	}
	safe := func(at int) bool {
		return at == i.from || at == i.to || l.src.runes[at-1] == ' ' || l.src.runes[at] == ' '
	}
	whole := from == i.from && to == i.to
	old := i.glyphs
	i.from, i.to = from, to
	switch {
	case whole:
	case safe(from) && safe(to):
		i.glyphs = ofRunes(old, from, to, i.level%2 == 1)
	default:
		i.glyphs = l.shape(i).Glyphs
	}
	return i, true
}

// ofRunes are the glyphs of a range of runes; glyphs stand in the order of the runes, or
// against it from right to left.
func ofRunes(glyphs []shaping.Glyph, from, to int, rtl bool) []shaping.Glyph {
	first := func(past func(at int) bool) int {
		return sort.Search(len(glyphs), func(i int) bool { return past(glyphs[i].TextIndex()) })
	}
	if rtl {
		return glyphs[first(func(at int) bool { return at < to }):first(func(at int) bool { return at < from })]
	}
	return glyphs[first(func(at int) bool { return at >= from }):first(func(at int) bool { return at >= to })]
}

// order puts runs of rising levels into visual order (UAX #9, rule L2).
func order(parts []item) {
	highest := 0
	for _, p := range parts {
		highest = max(highest, int(p.level))
	}
	for level := highest; level > 0; level-- {
		for i := 0; i < len(parts); {
			j := i
			for j < len(parts) && int(parts[j].level) >= level {
				j++
			}
			slices.Reverse(parts[i:j])
			i = max(j, i+1)
		}
	}
}

func (l *layout) run(i item, line *Line) Run {
	if i.token != "" {
		return l.chipRun(i)
	}
	span := l.p.Spans[i.span]
	r := Run{Face: i.face, Size: span.Size, Color: span.Color, RTL: i.level%2 == 1, Link: span.Link}
	text, mark := meanings(i.glyphs, l.src.runes, r.RTL)
	for n, g := range i.glyphs {
		first := l.src.runes[g.TextIndex()]
		if invisible(first) {
			continue
		}
		if g.GlyphID == 0 {
			line.Missing = append(line.Missing, first)
		}
		r.Glyphs = append(r.Glyphs, Glyph{
			ID: uint16(g.GlyphID), Advance: points(g.Advance), XOff: points(g.XOffset), YOff: points(g.YOffset),
			Cluster: l.src.orig[g.TextIndex()], Text: text[n], Mark: mark[n], Missing: g.GlyphID == 0,
		})
		r.Width += points(g.Advance)
	}
	return r
}

// place works out the line's height and where it begins.
func (l *layout) place(line *Line, from, to int) {
	size, arabic := 0.0, false
	for _, i := range l.within(from, to) {
		size = max(size, l.size(i))
		arabic = arabic || i.script == language.Arabic
	}
	leading := l.p.Leading
	if leading == 0 {
		leading = 1.4
		if arabic {
			leading = 1.7
		}
	}
	line.Height = size * leading
	line.Baseline = size + (line.Height-size*1.25)/2
	if l.p.Width == 0 {
		return
	}
	rest := l.p.Width - line.Width
	switch {
	case l.p.Align == Center:
		line.X = rest / 2
	case (l.p.Align == End) != l.rtl:
		line.X = rest
	}
}
