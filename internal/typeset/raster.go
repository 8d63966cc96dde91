package typeset

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/vector"
)

// Draw paints a line into an image. (x, y) is the line's top left in pixels, scale
// is pixels per point.
func Draw(dst draw.Image, line Line, x, y, scale float64) {
	mu.Lock()
	defer mu.Unlock()
	for _, run := range line.Runs {
		at := x + (line.X+run.X)*scale
		for _, g := range run.Glyphs {
			glyph(dst, run, g, at+g.XOff*scale, y+(line.Baseline-g.YOff)*scale, scale)
			at += g.Advance * scale
		}
	}
}

// glyph fills one outline; only its own rectangle is touched.
func glyph(dst draw.Image, run Run, g Glyph, x, y, scale float64) {
	outline, ok := run.Face.face.GlyphData(font.GID(g.ID)).(font.GlyphOutline)
	if !ok || len(outline.Segments) == 0 {
		return
	}
	k := float32(run.Size * scale / float64(run.Face.face.Upem()))
	box := bounds(outline, k)
	ox, oy := int(math.Floor(x))+box.Min.X, int(math.Floor(y))+box.Min.Y
	dx, dy := float32(x)-float32(ox), float32(y)-float32(oy)
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	for _, s := range outline.Segments {
		p := func(i int) (float32, float32) { return dx + s.Args[i].X*k, dy - s.Args[i].Y*k }
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			ax, ay := p(0)
			r.ClosePath()
			r.MoveTo(ax, ay)
		case opentype.SegmentOpLineTo:
			ax, ay := p(0)
			r.LineTo(ax, ay)
		case opentype.SegmentOpQuadTo:
			ax, ay := p(0)
			bx, by := p(1)
			r.QuadTo(ax, ay, bx, by)
		case opentype.SegmentOpCubeTo:
			ax, ay := p(0)
			bx, by := p(1)
			cx, cy := p(2)
			r.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	r.ClosePath()
	at := image.Rect(ox, oy, ox+box.Dx(), oy+box.Dy())
	r.Draw(dst, at, image.NewUniform(color.NRGBA(run.Color)), image.Point{})
}

func bounds(o font.GlyphOutline, k float32) image.Rectangle {
	minX, minY, maxX, maxY := float32(math.Inf(1)), float32(math.Inf(1)), float32(math.Inf(-1)), float32(math.Inf(-1))
	for _, s := range o.Segments {
		for _, a := range s.ArgsSlice() {
			minX, maxX = min(minX, a.X*k), max(maxX, a.X*k)
			minY, maxY = min(minY, -a.Y*k), max(maxY, -a.Y*k)
		}
	}
	return image.Rect(int(math.Floor(float64(minX)))-1, int(math.Floor(float64(minY)))-1, int(math.Ceil(float64(maxX)))+2, int(math.Ceil(float64(maxY)))+2)
}
