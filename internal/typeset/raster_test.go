package typeset

import (
	"image"
	"image/color"
	"image/draw"
	"testing"

	"pgregory.net/rapid"
)

// wrapped hides what kind of image it is, so that the general way of drawing is taken.
type wrapped struct{ draw.Image }

// A letter laid down the quick way looks as image/draw makes it, on any ground.
func TestShadesProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		anyColor := rapid.Custom(func(t *rapid.T) color.NRGBA {
			return color.NRGBA{rapid.Uint8().Draw(t, "r"), rapid.Uint8().Draw(t, "g"), rapid.Uint8().Draw(t, "b"), rapid.SampledFrom([]uint8{0, 80, 200, 255}).Draw(t, "a")}
		})
		ground := anyColor.Draw(t, "ground")
		line := Plain(rapid.SampledFrom([]string{"aj", "لا", "ّ5"}).Draw(t, "text"), 14, 0, anyColor.Draw(t, "ink")).Lay()[0]
		x, y := rapid.Float64Range(-4, 30).Draw(t, "x"), rapid.Float64Range(-4, 20).Draw(t, "y")
		quick, slow := image.NewNRGBA(image.Rect(0, 0, 40, 30)), image.NewNRGBA(image.Rect(0, 0, 40, 30))
		for _, img := range []*image.NRGBA{quick, slow} {
			draw.Draw(img, img.Rect, image.NewUniform(ground), image.Point{}, draw.Src)
		}
		Draw(quick, line, x, y, 1)
		Draw(wrapped{slow}, line, x, y, 1)
		for i := range quick.Pix {
			a := int(quick.Pix[i|3])
			if d := (int(quick.Pix[i]) - int(slow.Pix[i])) * a / 255; d > 3 || d < -3 {
				t.Fatalf("byte %d is %d and %d, opacity %d", i, quick.Pix[i], slow.Pix[i], a)
			}
		}
	})
}
