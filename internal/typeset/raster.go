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
		if run.Link != "" {
			underline(dst, line, run, x, y, scale)
		}
		if run.Token != "" {
			run.chip(dst, at, y+line.Baseline*scale, scale)
			continue
		}
		for _, g := range run.Glyphs {
			left, base := at+g.XOff*scale, y+(line.Baseline-g.YOff)*scale
			switch {
			case g.Missing:
				for _, side := range run.Box(g) {
					fill(dst, side, left, base, scale, run.Color)
				}
			case run.Face.Icon:
				icon(dst, run, g, left, base, scale)
			default:
				glyph(dst, run, g, left, base, scale)
			}
			at += g.Advance * scale
		}
	}
}

// Side is one side of a box: from its left and top, which is above the baseline, in points.
type Side struct{ X, Top, Width, Height float64 }

// Box is what stands for a letter that no font has: the four sides of it.
func (r Run) Box(g Glyph) []Side {
	thick := r.Size * 0.06
	x, w, h := r.Size*0.06, g.Advance-r.Size*0.12, r.Size*0.72
	return []Side{{x, h, w, thick}, {x, thick, w, thick}, {x, h, thick, h}, {x + w - thick, h, thick, h}}
}

// fill paints a side, a pixel thick at least.
func fill(dst draw.Image, s Side, x, base, scale float64, ink color.NRGBA) {
	from := image.Pt(int(math.Round(x+s.X*scale)), int(math.Round(base-s.Top*scale)))
	at := image.Rectangle{from, from.Add(image.Pt(max(int(math.Round(s.Width*scale)), 1), max(int(math.Round(s.Height*scale)), 1)))}
	draw.Draw(dst, at.Intersect(dst.Bounds()), image.NewUniform(ink), image.Point{}, draw.Over)
}

// Underline is the line under a run that leads elsewhere, from its baseline down, in points.
func (r Run) Underline() (below, thick float64) { return r.Size * 0.11, r.Size * 0.055 }

// underline paints it, a pixel thick at least.
func underline(dst draw.Image, line Line, run Run, x, y, scale float64) {
	below, thick := run.Underline()
	top := int(math.Round(y + (line.Baseline+below)*scale))
	at := image.Rect(int(math.Round(x+(line.X+run.X)*scale)), top,
		int(math.Round(x+(line.X+run.X+run.Width)*scale)), top+max(int(math.Round(thick*scale)), 1))
	draw.Draw(dst, at.Intersect(dst.Bounds()), image.NewUniform(run.Color), image.Point{}, draw.Over)
}

// icon lays a glyph in its own colours down. One that cannot be painted shows as a box in
// the colour of the text, as a missing letter does.
func icon(dst draw.Image, run Run, g Glyph, x, base, scale float64) {
	px := pixelsOf(run.Size, scale)
	i, err := run.Face.picture(g.ID, px)
	top := int(math.Round(base - i.Rise*float64(px)))
	at := image.Rect(0, 0, px, px).Add(image.Pt(int(math.Round(x)), top))
	if err != nil {
		draw.Draw(dst, at.Inset(px/5).Intersect(dst.Bounds()), image.NewUniform(run.Color), image.Point{}, draw.Over)
		return
	}
	draw.Draw(dst, at, i.Image, image.Point{}, draw.Over)
}

// shade is how much of each pixel one glyph covers, at one size and one place between
// the pixels.
type shade struct {
	mask *image.Alpha // nil: nothing, a space
	at   image.Point  // of its top left, from the pixel in which the glyph stands
}

type shadeKey struct {
	face   *Face
	glyph  uint16
	size   float32 // pixels to an em
	dx, dy uint8   // quarters of a pixel
}

// shades are those drawn lately. Text on a screen is made of a few hundred: filling an
// outline costs ten times what laying its shade down does.
var shades = map[shadeKey]shade{}

// maxShades bounds what they take, about 4 MB at the size of a screen; beyond it they are
// forgotten at once. Larger ones are of print, where each is drawn once.
const (
	maxShades    = 8192
	maxShadeSize = 64
)

// quarters of a pixel are as fine as anybody sees.
const quarters = 4

// glyph lays one glyph down, upon its point of origin.
func glyph(dst draw.Image, run Run, g Glyph, x, y, scale float64) {
	ix, iy := math.Floor(x), math.Floor(y)
	key := shadeKey{run.Face, g.ID, float32(run.Size * scale), uint8((x - ix) * quarters), uint8((y - iy) * quarters)}
	s, ok := shades[key]
	if !ok {
		s = key.fill()
		if key.size <= maxShadeSize {
			if len(shades) >= maxShades {
				clear(shades)
			}
			shades[key] = s
		}
	}
	if s.mask == nil {
		return
	}
	at := s.mask.Rect.Add(s.at).Add(image.Pt(int(ix), int(iy)))
	if img, ok := dst.(*image.NRGBA); ok {
		s.over(img, at, run.Color)
		return
	}
	draw.DrawMask(dst, at, image.NewUniform(run.Color), image.Point{}, s.mask, image.Point{}, draw.Over)
}

// over lays the shade down in a colour (Porter-Duff over, without premultiplied alpha).
func (s shade) over(img *image.NRGBA, at image.Rectangle, c color.NRGBA) {
	in := at.Intersect(img.Rect)
	for y := in.Min.Y; y < in.Max.Y; y++ {
		from := s.mask.PixOffset(in.Min.X-at.Min.X, y-at.Min.Y)
		cover := s.mask.Pix[from : from+in.Dx()]
		to := img.PixOffset(in.Min.X, y)
		for i, a := range cover {
			if a == 0 {
				continue
			}
			blend(img.Pix[to+4*i:to+4*i+4:to+4*i+4], c, uint32(a)*uint32(c.A)/0xff)
		}
	}
}

// blend lays a colour of an opacity (0 to 255) over a pixel.
func blend(pix []uint8, c color.NRGBA, a uint32) {
	below := uint32(pix[3]) * (0xff - a) / 0xff
	all := a + below
	if all == 0 {
		return
	}
	pix[0] = uint8((uint32(c.R)*a + uint32(pix[0])*below + all/2) / all)
	pix[1] = uint8((uint32(c.G)*a + uint32(pix[1])*below + all/2) / all)
	pix[2] = uint8((uint32(c.B)*a + uint32(pix[2])*below + all/2) / all)
	pix[3] = uint8(all)
}

// fill fills the outline of a glyph.
func (key shadeKey) fill() shade {
	outline, ok := key.face.font().GlyphData(font.GID(key.glyph)).(font.GlyphOutline)
	if !ok || len(outline.Segments) == 0 {
		return shade{}
	}
	k := key.size / float32(key.face.font().Upem())
	box := bounds(outline, k)
	dx := float32(key.dx)/quarters - float32(box.Min.X)
	dy := float32(key.dy)/quarters - float32(box.Min.Y)
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
	mask := image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
	r.DrawOp = draw.Src
	r.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	return shade{mask, box.Min}
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
