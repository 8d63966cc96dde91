package widget

import (
	"image"
	"testing"

	"fyne.io/fyne/v2/test"
)

// paper is a page that counts how often it was painted.
type paper struct{ painted int }

// Picture implements Sheet.
func (p *paper) Picture(float64) *image.NRGBA {
	p.painted++
	img := image.NewNRGBA(image.Rect(0, 0, 30, 42))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	return img
}

// A page is not painted while names are covered, and is there again after; one without people
// stays.
func TestAPageIsCoveredWithTheNames(t *testing.T) {
	test.NewTempApp(t)
	t.Cleanup(func() { Cover(nil) })
	with, without := &paper{}, &paper{}
	names, numbers := NewPagePreview(with, 30, 1.4, 30), NewPagePreview(without, 30, 1.4, 30)
	names.CoverWith("verborgen")
	numbers.ShowAlways()
	blank := func(p *PagePreview) bool {
		_, _, _, a := p.paint(30, 42).At(3, 3).RGBA()
		return a == 0
	}
	for _, p := range []*PagePreview{names, numbers} {
		test.WidgetRenderer(p)
		p.SetInSight(true)
		if blank(p) || p.sign.Visible() {
			t.Fatal("a page is not shown")
		}
	}
	Cover(func(s string) string { return s })
	names.Refresh()
	numbers.Refresh()
	if !blank(names) || names.painted != nil || !names.sign.Visible() {
		t.Error("the page with names is shown")
	}
	if blank(numbers) || numbers.sign.Visible() {
		t.Error("the page with numbers is covered")
	}
	Cover(nil)
	names.Refresh()
	if blank(names) || names.sign.Visible() || with.painted != 2 {
		t.Errorf("the page does not come back: painted %d times", with.painted)
	}
}
