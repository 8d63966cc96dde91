package widget

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
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
	sign          *BidiLabel  // in the place of the page while names are covered
	open          bool        // there are no people on it
}

// NewPagePreview shows a page of so many points at a width of the screen.
func NewPagePreview(sheet Sheet, points, ratio float64, width float32) *PagePreview {
	p := &PagePreview{sheet: sheet, points: points, ratio: ratio, width: width}
	p.sign = NewBidiLabel("")
	p.sign.ByWindow = true
	p.picture = canvas.NewRaster(p.paint)
	p.picture.Hide()
	p.ExtendBaseWidget(p)
	return p
}

// paint paints the page so many pixels wide, once: scrolling only moves it.
func (p *PagePreview) paint(w, h int) image.Image {
	if p.covered() {
		p.painted = nil
		return image.NewNRGBA(image.Rect(0, 0, w, h))
	}
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

// CoverWith says what stands in the place of the page while names are covered. What is on a page
// cannot be covered word by word: it is painted as it prints.
func (p *PagePreview) CoverWith(sign string) { p.sign.SetText(sign) }

// ShowAlways tells that a page has no people on it: it is shown while names are covered too.
func (p *PagePreview) ShowAlways() { p.open = true }

func (p *PagePreview) covered() bool { return !p.open && covering.Load() != nil }

// CreateRenderer implements fyne.Widget.
func (p *PagePreview) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	r := &previewRenderer{p, canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

// previewRenderer shows the page, or where it would be and why it is not there.
type previewRenderer struct {
	preview *PagePreview
	frame   *canvas.Rectangle
}

// Objects implements fyne.WidgetRenderer.
func (r *previewRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.preview.picture, r.frame, r.preview.sign}
}

// Layout implements fyne.WidgetRenderer.
func (r *previewRenderer) Layout(size fyne.Size) {
	r.preview.picture.Resize(size)
	r.frame.Resize(size)
	const margin = 24
	r.preview.sign.Move(fyne.NewPos(margin, margin))
	r.preview.sign.Resize(fyne.NewSize(max(size.Width-2*margin, 0), max(size.Height-2*margin, 0)))
}

// MinSize implements fyne.WidgetRenderer.
func (r *previewRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.preview.width, r.preview.width*float32(r.preview.ratio))
}

// Refresh implements fyne.WidgetRenderer: it comes for every widget when names are covered or
// shown again.
func (r *previewRenderer) Refresh() {
	covered := r.preview.covered()
	r.frame.FillColor, r.frame.StrokeColor, r.frame.StrokeWidth = theme.Color(theme.ColorNameInputBackground), theme.Color(theme.ColorNameSeparator), 1
	r.frame.Hidden, r.preview.sign.Hidden = !covered, !covered
	if covered {
		r.preview.painted = nil
	}
	r.frame.Refresh()
	r.preview.sign.Refresh()
	canvas.Refresh(r.preview.picture)
}

// Destroy implements fyne.WidgetRenderer.
func (r *previewRenderer) Destroy() {}

// SetSheet shows another page in the place of the one that was there, at the same size on the
// screen.
func (p *PagePreview) SetSheet(sheet Sheet, points, ratio float64) {
	p.sheet, p.points, p.ratio, p.painted = sheet, points, ratio, nil
	p.Refresh()
}
