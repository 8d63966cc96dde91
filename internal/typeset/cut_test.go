package typeset

import (
	"fmt"
	"image/color"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A line cut out of a paragraph has the glyphs that it would have alone: kept shapes
// are the same as new ones.
func TestCutLinesAreShapedRight(t *testing.T) {
	words := strings.Fields("مرحبًا بكم جميعًا! إلى لا أولًا (10:30) 20 HBBM Hallo allemaal, fijn café ’t AVA To 06-12345678 توّه")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 20).Draw(t, "words"), " ")
		p := Plain(text, 12, rapid.Float64Range(30, 200).Draw(t, "width"), ink)
		dir := p.direction()
		l := &layout{p: p, rtl: dir == RTL, src: p.source(dir)}
		l.items = p.itemize(l.src, dir)
		l.measure()
		for _, r := range l.breaks() {
			end := l.trim(r[0], r[1])
			for _, i := range l.items {
				part, some := l.part(i, r[0], end)
				if some && !reflect.DeepEqual(shapes(part), shapes(l.anew(part))) {
					t.Fatalf("%q, from %d to %d: %v, alone %v", text, part.from, part.to, shapes(part), shapes(l.anew(part)))
				}
			}
		}
	})
}

func (l *layout) anew(i item) item {
	i.glyphs = l.shape(i).Glyphs
	return i
}

// shapes are the glyphs with what they stand for and where.
func shapes(i item) [][4]int {
	var out [][4]int
	for _, g := range i.glyphs {
		out = append(out, [4]int{int(g.GlyphID), g.TextIndex(), int(g.Advance), int(g.XOffset)})
	}
	return out
}

// The lines of a text of 10,000 characters take ten times as long as those of one tenth,
// not a hundred times: see ns/char over the sizes.
func BenchmarkLongParagraph(b *testing.B) {
	for _, words := range []int{180, 1800, 18000} {
		text := strings.Repeat("Bel 06-12345678 en zeg مرحبا. ", words/5)
		for name, width := range map[string]float64{"lines": 400, "one line": 0} {
			b.Run(fmt.Sprintf("%d characters, %s", len([]rune(text)), name), func(b *testing.B) {
				for b.Loop() {
					Plain(text, 12, width, color.NRGBA{}).LayToEdit()
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len([]rune(text))), "ns/char")
			})
		}
	}
}
