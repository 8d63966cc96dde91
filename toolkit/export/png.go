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
			xdraw.CatmullRom.Scale(img, pixels(m, scale), m.picture.image, m.picture.image.Bounds(), xdraw.Over, nil)
			continue
		}
		if m.fill.A > 0 {
			draw.Draw(img, pixels(m, scale), image.NewUniform(m.fill), image.Point{}, draw.Src)
		}
	}
	return img
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
