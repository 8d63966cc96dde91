package export

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"

	"kring/internal/typeset"

	xdraw "golang.org/x/image/draw"
)

// Picture paints a page; scale is pixels per point.
func (p *Page) Picture(scale float64) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, int(math.Round(p.Paper.Width*scale)), int(math.Round(p.Paper.Height*scale))))
	draw.Draw(img, img.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	for _, m := range p.marks {
		if m.line != nil {
			typeset.Draw(img, *m.line, m.x*scale, m.y*scale, scale)
			continue
		}
		if m.picture != nil {
			m.picture.paint(img, pixels(m, scale))
			continue
		}
		if m.squares != nil {
			m.paintCode(img, scale)
			continue
		}
		if m.fill.A > 0 {
			draw.Draw(img, pixels(m, scale), image.NewUniform(m.fill), image.Point{}, draw.Src)
		}
	}
	return img
}

// paint puts a picture into a place of an image.
func (p *picture) paint(img draw.Image, r image.Rectangle) {
	if p.drawing != nil {
		draw.Draw(img, r, p.drawing.paint(r.Dx(), r.Dy()), image.Point{}, draw.Over)
		return
	}
	xdraw.CatmullRom.Scale(img, r, p.image, p.image.Bounds(), xdraw.Over, nil)
}

// paintCode paints the squares of a code into its place.
func (m mark) paintCode(img draw.Image, scale float64) {
	side := m.w / float64(len(m.squares))
	for row, run := range dark(m.squares) {
		from, to := float64(run[0])*side, float64(run[1])*side
		square := mark{x: m.x + from, y: m.y + float64(row)*side, w: to - from, h: side}
		draw.Draw(img, pixels(square, scale), image.NewUniform(m.fill), image.Point{}, draw.Src)
	}
}

// pixels rounds a rectangle so that a thin rule never vanishes.
func pixels(m mark, k float64) image.Rectangle {
	r := image.Rect(int(math.Round(m.x*k)), int(math.Round(m.y*k)), int(math.Round((m.x+m.w)*k)), int(math.Round((m.y+m.h)*k)))
	if r.Dx() == 0 {
		r.Max.X++
	}
	if r.Dy() == 0 {
		r.Max.Y++
	}
	return r
}

// WritePNG writes one page as a picture.
func WritePNG(w io.Writer, p *Page, scale float64) error {
	if err := png.Encode(w, p.Picture(scale)); err != nil {
		return fmt.Errorf("writing the picture: %w", err)
	}
	return nil
}
