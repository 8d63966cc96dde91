package contrast

import (
	"image/color"
	"math"
	"testing"
)

// The values are those of WCAG's own examples.
func TestRatio(t *testing.T) {
	white := color.Gray{0xff}
	for name, c := range map[string]struct {
		color color.Color
		want  float64
	}{
		"black":     {color.Gray{0}, 21},
		"itself":    {white, 1},
		"grey 777":  {color.Gray{0x77}, 4.48},
		"pure blue": {color.NRGBA{0, 0, 0xff, 0xff}, 8.59},
	} {
		if got := Ratio(c.color, white); math.Abs(got-c.want) > 0.01 {
			t.Errorf("%s on white has %.2f, want %.2f", name, got, c.want)
		}
		if Ratio(c.color, white) != Ratio(white, c.color) {
			t.Errorf("%s: the order matters", name)
		}
	}
}
