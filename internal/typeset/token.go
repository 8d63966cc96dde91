package typeset

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// tokenNames are the characters that steer direction, joining and breaking and have no shape,
// by the names that Unicode's own texts give them (UAX #9, table 1; the Unicode Standard,
// 23.2).
var tokenNames = map[rune]string{
	lrm: "LRM", rlm: "RLM", alm: "ALM",
	'\u202a': "LRE", '\u202b': "RLE", '\u202c': "PDF", '\u202d': "LRO", '\u202e': "RLO",
	lri: "LRI", rli: "RLI", fsi: "FSI", pdi: "PDI",
	zwnj: "ZWNJ", zwj: "ZWJ", '\u00a0': "NBSP", '\u202f': "NNBSP", '\u00ad': "SHY", '\u200b': "ZWSP", '\u2060': "WJ", '\ufeff': "BOM",
	'\t': "⇥",
}

// Token is the name of the character at a place, if it shows as a chip where marks are shown;
// else nothing. A joiner that holds a picture together does not.
func Token(runes []rune, i int) string {
	if r := runes[i]; r == '\t' || r >= 0xa0 { // most are letters
		if r == zwj && i+1 < len(runes) && picture(runes[i+1]) {
			return ""
		}
		return tokenNames[r]
	}
	return ""
}

// picture: what a joiner may join in an emoji, as the signs ♂ and ❤ (UTS #51).
func picture(r rune) bool { return r >= 0x2190 && r < 0x2c00 || r >= firstPicture }

// tokens gives the name of the chip of each rune of the source; marks that are added while
// laying out have none.
func (p Paragraph) tokens(s source) []string {
	out := make([]string, len(s.runes))
	if p.Marks.A == 0 {
		return out
	}
	for i := range s.runes {
		if !s.added[i] {
			out[i] = Token(s.runes, i)
		}
	}
	return out
}

// The measures of a chip, over the size of the text: its letters, the room beside them, and
// the room around it.
const (
	chipLetters = 0.62
	chipInset   = 0.2
	chipGap     = 0.1
)

// chip stands for the shape that a character does not have. It is a piece of its own, so that
// the letters beside it are shaped as if it were not there: the shaper still sees the
// character between them.
func (l *layout) chip(i item) shaping.Glyph {
	size := l.size(i)
	width := size * 2 * (chipInset + chipGap)
	for _, g := range lettersOf(nameOf(i.token, i.level%2 == 1)) {
		width += g.face.advanceOf(g.id) * size * chipLetters
	}
	i.face = latin // which has a space: the shaper puts it in the place of what has no shape
	g := l.shape(i).Glyphs[0]
	g.GlyphID, g.Advance = font.GID(latin.Glyph(' ')), fixed.Int26_6(width*64*scale)
	return g
}

func (l *layout) chipRun(i item) Run {
	g := i.glyphs[0]
	rtl := i.level%2 == 1
	return Run{
		Face: latin, Size: l.size(i), Color: l.p.Marks, Width: points(g.Advance), RTL: rtl, Token: nameOf(i.token, rtl),
		Glyphs: []Glyph{{ID: uint16(g.GlyphID), Advance: points(g.Advance), Cluster: l.src.orig[i.from], Text: string(l.src.runes[i.from])}},
	}
}

// nameOf is a chip's name as it shows: a tab points along the line.
func nameOf(token string, rtl bool) string {
	if token == "⇥" && rtl {
		return "⇤"
	}
	return token
}

// letter is one of a chip's name.
type letter struct {
	face *Face
	id   uint16
}

// lettersOf are the glyphs of a name, which needs no shaping.
func lettersOf(name string) []letter {
	var out []letter
	for _, r := range name {
		face := latinBold
		if !face.has(r) {
			face = signs
		}
		out = append(out, letter{face, face.Glyph(r)})
	}
	return out
}

// chip paints a chip upon a baseline; the caller holds mu.
func (r Run) chip(dst draw.Image, x, base, scale float64) {
	gap := r.Size * chipGap * scale
	pill(dst, x+gap, base-r.Size*0.74*scale, x+r.Width*scale-gap, base+r.Size*0.24*scale, r.Size*0.2*scale, r.Color)
	at := x + gap + r.Size*chipInset*scale
	small := Run{Size: r.Size * chipLetters, Color: r.Color}
	raised := base - r.Size*0.03*scale // the capitals stand in the middle
	for _, g := range lettersOf(r.Token) {
		small.Face = g.face
		glyph(dst, small, Glyph{ID: g.id}, at, raised, scale)
		at += g.face.advanceOf(g.id) * small.Size * scale
	}
}

// How much of a chip's colour its ground and its edge have.
const (
	groundShare = 0.12
	edgeShare   = 0.55
)

// pill paints a box with round corners: a faint ground with an edge one pixel wide.
func pill(dst draw.Image, left, top, right, bottom, round float64, ink color.NRGBA) {
	at := image.Rect(int(math.Floor(left)), int(math.Floor(top)), int(math.Ceil(right)), int(math.Ceil(bottom)))
	mask := image.NewAlpha(image.Rectangle{Max: at.Size()})
	midX, midY := (left+right)/2, (top+bottom)/2
	for y := at.Min.Y; y < at.Max.Y; y++ {
		for x := at.Min.X; x < at.Max.X; x++ {
			dx := math.Abs(float64(x)+0.5-midX) - (right-left)/2 + round
			dy := math.Abs(float64(y)+0.5-midY) - (bottom-top)/2 + round
			out := math.Hypot(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0) - round // beyond the edge
			inside := min(max(0.5-out, 0), 1)
			edge := min(inside, max(1-math.Abs(out+0.5), 0))
			mask.SetAlpha(x-at.Min.X, y-at.Min.Y, color.Alpha{uint8(255 * max(inside*groundShare, edge*edgeShare))})
		}
	}
	if img, ok := dst.(*image.NRGBA); ok {
		shade{mask: mask}.over(img, at, ink)
		return
	}
	draw.DrawMask(dst, at, image.NewUniform(ink), image.Point{}, mask, image.Point{}, draw.Over)
}
