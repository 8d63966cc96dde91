// Package contrast measures how well one colour can be read on another. Tests use it
// to keep every text of the app legible.
package contrast

import (
	"image/color"
	"math"
)

// Text is the least that text of the app's sizes needs (WCAG 2.2, 1.4.3).
const Text = 4.5

// Ratio is the contrast of two opaque colours, from 1 to 21 (WCAG 2.2, "contrast ratio").
func Ratio(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is the relative luminance of sRGB (WCAG 2.2).
func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return 0.2126*linear(n.R) + 0.7152*linear(n.G) + 0.0722*linear(n.B)
}

func linear(v uint8) float64 {
	s := float64(v) / 255
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}
