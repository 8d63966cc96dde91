package export

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
	"golang.org/x/image/vector"
)

// drawing is an SVG as what is left of it on paper: filled outlines, one over the other, in
// whole units from the top left. Nothing of the file itself goes any further.
type drawing struct {
	icon   *oksvg.SvgIcon
	w, h   int     // of the drawing in its own fine units
	scale  float64 // fine units to one of the file's
	shapes []shape
	blends bool // it has colours that run into each other, which only pixels can show
}

// shape is an area of one colour.
type shape struct {
	color color.NRGBA
	rings [][]image.Point
}

// fineUnits is how finely the longer side of a drawing is divided: about 1200 to an inch at
// the size at which drawings print.
const fineUnits = 4800

var errDrawing = errors.New("no drawing that can be printed")

// readDrawing reads an SVG. Whatever is wrong with it is an error; the reader underneath
// may also break off in the middle of what it did not expect.
func readDrawing(data []byte) (d *drawing, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			d, err = nil, fmt.Errorf("%w: %v", errDrawing, broken)
		}
	}()
	if err := checkDrawing(data); err != nil {
		return nil, err
	}
	icon, err := oksvg.ReadIconStream(bytes.NewReader(corrected(data)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errDrawing, err)
	}
	d = &drawing{icon: icon}
	if err := d.measure(); err != nil {
		return nil, err
	}
	r := &recorder{limit: image.Rect(-3*d.w, -3*d.h, 4*d.w, 4*d.h)}
	d.trace(r, float64(d.w), float64(d.h))
	d.shapes, d.blends = r.shapes, r.blends
	return d, nil
}

// measure gives a drawing its fine units.
func (d *drawing) measure() error {
	b := d.icon.ViewBox
	long, short := max(b.W, b.H), min(b.W, b.H)
	if !(short > 0) || math.IsInf(long, 0) || long/short > 50 || math.IsNaN(b.X+b.Y) || math.IsInf(b.X+b.Y, 0) {
		return fmt.Errorf("%w: a view of %v", errDrawing, b)
	}
	d.scale = fineUnits / long
	d.w, d.h = int(math.Ceil(b.W*d.scale)), int(math.Ceil(b.H*d.scale))
	return nil
}

// trace draws the file's paths into a scanner of a size. Lines grow with the drawing and
// with their own transforms, which the library leaves out.
func (d *drawing) trace(to rasterx.Scanner, w, h float64) {
	d.icon.SetTarget(0, 0, w, h)
	pen := rasterx.NewDasher(int(w), int(h), to)
	for _, p := range d.icon.SVGPaths {
		k := enlarged(p, d.icon.Transform)
		p.LineWidth *= k
		p.DashOffset *= k
		dash := make([]float64, len(p.Dash))
		for i := range dash {
			dash[i] = p.Dash[i] * k
		}
		p.Dash = dash
		p.DrawTransformed(pen, 1, d.icon.Transform)
	}
}

// enlarged is how much larger a path is drawn than its numbers say: found out by drawing a
// triangle in its place, since the library keeps the transform to itself.
func enlarged(p oksvg.SvgPath, t rasterx.Matrix2D) float64 {
	const side = 256
	r := &recorder{}
	p.Path = nil
	p.Path.Start(rasterx.ToFixedP(0, 0))
	p.Path.Line(rasterx.ToFixedP(side, 0))
	p.Path.Line(rasterx.ToFixedP(0, side))
	p.SetFillColor(color.Black)
	p.SetLineColor(nil)
	p.DrawTransformed(rasterx.NewDasher(1, 1, r), 1, t)
	if len(r.shapes) == 0 || len(r.shapes[0].rings[0]) < 3 {
		return 0 // it has no extent
	}
	c := r.shapes[0].rings[0]
	a, b := c[1].Sub(c[0]), c[2].Sub(c[0])
	return math.Sqrt(math.Abs(float64(a.X*b.Y-a.Y*b.X))) / side
}

// paint makes pixels of a drawing.
func (d *drawing) paint(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	if d.blends {
		r := img.Bounds()
		d.trace(rasterx.NewScannerGV(r.Dx(), r.Dy(), img, r), float64(r.Dx()), float64(r.Dy()))
		return img
	}
	kx, ky := float32(w)/float32(d.w), float32(h)/float32(d.h)
	for _, s := range d.shapes {
		s.paint(img, kx, ky)
	}
	return img
}

// paint fills a shape, looking only at the pixels that it can reach.
func (s shape) paint(img *image.RGBA, kx, ky float32) {
	var b image.Rectangle
	for _, ring := range s.rings {
		for _, p := range ring {
			x, y := int(math.Floor(float64(float32(p.X)*kx))), int(math.Floor(float64(float32(p.Y)*ky)))
			b = b.Union(image.Rect(x, y, x+1, y+1).Inset(-1))
		}
	}
	if b = b.Intersect(img.Bounds()); b.Empty() {
		return
	}
	mask := image.NewAlpha(b)
	cover(mask, s.rings, kx, ky)
	draw.DrawMask(img, b, image.NewUniform(s.color), image.Point{}, mask, b.Min, draw.Over)
}

// cover fills rings into a mask.
func cover(mask *image.Alpha, rings [][]image.Point, kx, ky float32) {
	b := mask.Bounds()
	z := vector.NewRasterizer(b.Dx(), b.Dy())
	at := func(p image.Point) (x, y float32) {
		return float32(p.X)*kx - float32(b.Min.X), float32(p.Y)*ky - float32(b.Min.Y)
	}
	for _, ring := range rings {
		z.MoveTo(at(ring[0]))
		for _, p := range ring[1:] {
			z.LineTo(at(p))
		}
		z.ClosePath()
	}
	z.Draw(mask, b, image.Opaque, image.Point{})
}
