package widget

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Sheet is a page that can be painted at any number of pixels per point.
type Sheet interface {
	Picture(scale float64) *image.NRGBA
}

// PagePreview shows a page as it prints, sharp at any size. It is painted only while it
// is in sight: a long text costs no more than the pages that one looks at.
type PagePreview struct {
	widget.BaseWidget
	sheet         Sheet
	points, ratio float64 // the page's width, and its height over its width
	width         float32
	picture       *canvas.Raster
	painted       image.Image // while the page is in sight
}

// NewPagePreview shows a page of so many points at a width of the screen.
func NewPagePreview(sheet Sheet, points, ratio float64, width float32) *PagePreview {
	p := &PagePreview{sheet: sheet, points: points, ratio: ratio, width: width}
	p.picture = canvas.NewRaster(p.paint)
	p.picture.Hide()
	p.ExtendBaseWidget(p)
	return p
}

// paint paints the page so many pixels wide, once: scrolling only moves it.
func (p *PagePreview) paint(w, _ int) image.Image {
	if p.painted == nil || p.painted.Bounds().Dx() != w {
		p.painted = p.sheet.Picture(float64(w) / p.points)
	}
	return p.painted
}

// SetInSight says whether the page can be seen: Fyne would paint those as well that lie
// outside of a scroll.
func (p *PagePreview) SetInSight(in bool) {
	if in == p.picture.Visible() {
		return
	}
	if in {
		p.picture.Show()
	} else {
		p.picture.Hide()
		p.painted = nil
	}
	p.Refresh()
}

// SetWidth zooms.
func (p *PagePreview) SetWidth(width float32) {
	p.width = width
	p.Refresh()
}

// MinSize implements fyne.Widget.
func (p *PagePreview) MinSize() fyne.Size {
	p.ExtendBaseWidget(p)
	return fyne.NewSize(p.width, p.width*float32(p.ratio))
}

// CreateRenderer implements fyne.Widget.
func (p *PagePreview) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(p.picture)
}

// SetSheet shows another page in the place of the one that was there, at the same size on the
// screen.
func (p *PagePreview) SetSheet(sheet Sheet, points, ratio float64) {
	p.sheet, p.points, p.ratio, p.painted = sheet, points, ratio, nil
	p.Refresh()
}
