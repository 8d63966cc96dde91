package widget

import (
	"image"
	"testing"

	"fyne.io/fyne/v2/test"
)

// No letter is cut at the side of its label: the tail of a ر at the end of a line reaches past
// its place.
func TestNoLetterIsCutAtTheSide(t *testing.T) {
	test.NewTempApp(t)
	for _, text := range []string{"صديقات الجسر", "كبير", "زهور", "fjord f", "Wij"} {
		for _, bold := range []bool{false, true} {
			l := NewBidiLabel(text)
			l.Bold, l.Line = bold, Whole
			l.Resize(l.MinSize())
			r := test.WidgetRenderer(l).(*bidiRenderer)
			const scale = 2
			w, h := int(r.raster.Size().Width*scale), int(r.raster.Size().Height*scale)
			img := r.draw(w, h).(*image.NRGBA)
			for y := range h {
				if img.NRGBAAt(0, y).A > 0 || img.NRGBAAt(w-1, y).A > 0 {
					t.Errorf("%q (bold %v) is cut", text, bold)
					break
				}
			}
		}
	}
}
