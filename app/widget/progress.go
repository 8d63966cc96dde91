package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Progress is a bar that fills from where reading begins: Fyne's own fills from the left.
type Progress struct {
	widget.BaseWidget
	done float32
}

// NewProgress makes an empty bar.
func NewProgress() *Progress {
	p := &Progress{}
	p.ExtendBaseWidget(p)
	return p
}

// SetDone shows a part of the whole, from 0 to 1.
func (p *Progress) SetDone(part float64) {
	p.done = float32(min(max(part, 0), 1))
	p.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (p *Progress) CreateRenderer() fyne.WidgetRenderer {
	r := &progressRenderer{p: p, all: canvas.NewRectangle(nil), done: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type progressRenderer struct {
	p         *Progress
	all, done *canvas.Rectangle
}

func (r *progressRenderer) Destroy() {}

// Objects implements fyne.WidgetRenderer.
func (r *progressRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.all, r.done}
}

// MinSize implements fyne.WidgetRenderer.
func (r *progressRenderer) MinSize() fyne.Size {
	return fyne.NewSize(60, r.p.Theme().Size(theme.SizeNameText))
}

// Layout implements fyne.WidgetRenderer.
func (r *progressRenderer) Layout(size fyne.Size) {
	r.all.Resize(size)
	place(r.done, 0, 0, size.Width*r.p.done, size.Height)
	flipAll(size.Width, r.done)
}

// Refresh implements fyne.WidgetRenderer.
func (r *progressRenderer) Refresh() {
	r.all.FillColor, r.done.FillColor = shade(r.p, theme.ColorNameSeparator), shade(r.p, theme.ColorNamePrimary)
	for _, o := range []*canvas.Rectangle{r.all, r.done} {
		o.CornerRadius = r.p.Theme().Size(theme.SizeNameInputRadius)
		o.Refresh()
	}
	r.Layout(r.p.Size())
}
