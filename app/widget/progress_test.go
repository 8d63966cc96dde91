package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// A bar fills from where reading begins.
func TestProgressFillsFromTheBeginning(t *testing.T) {
	at := func() (fyne.Position, fyne.Size) {
		p := NewProgress()
		p.Resize(fyne.NewSize(200, 20))
		p.SetDone(0.25)
		done := test.WidgetRenderer(p).Objects()[1].(*canvas.Rectangle)
		return done.Position(), done.Size()
	}
	test.NewTempApp(t)
	if pos, size := at(); pos.X != 0 || size.Width != 50 {
		t.Errorf("from the left: at %v, %v", pos, size)
	}
	inArabic(t)
	if pos, size := at(); pos.X != 150 || size.Width != 50 {
		t.Errorf("from the right: at %v, %v", pos, size)
	}
}
