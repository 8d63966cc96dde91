package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Panel is a rounded sheet of the theme's colours around its content.
type Panel struct {
	widget.BaseWidget
	content fyne.CanvasObject
	fill    fyne.ThemeColorName
	padding float32
	stripe  color.Color
}

// The measures of a panel, in Fyne's units.
const (
	panelPadding float32 = 14
	panelRadius  float32 = 10
	stripeWidth  float32 = 6
)

// NewPanel makes a card: white in the light theme.
func NewPanel(content fyne.CanvasObject) *Panel {
	return newPanel(content, theme.ColorNameOverlayBackground, panelPadding, nil)
}

// NewStripedPanel makes a card with a coloured edge where reading begins.
func NewStripedPanel(stripe color.Color, content fyne.CanvasObject) *Panel {
	return newPanel(content, theme.ColorNameOverlayBackground, panelPadding, stripe)
}

// NewSheet makes a plain area in the colour of heads, without rounded corners.
func NewSheet(content fyne.CanvasObject) *Panel {
	return newPanel(content, theme.ColorNameHeaderBackground, 0, nil)
}

func newPanel(content fyne.CanvasObject, fill fyne.ThemeColorName, padding float32, stripe color.Color) *Panel {
	p := &Panel{content: content, fill: fill, padding: padding, stripe: stripe}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	r := &panelRenderer{panel: p, back: canvas.NewRectangle(color.Transparent), edge: canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

type panelRenderer struct {
	panel      *Panel
	back, edge *canvas.Rectangle
}

func (r *panelRenderer) Destroy() {}

func (r *panelRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.edge, r.panel.content}
}

func (r *panelRenderer) inset() (left, other float32) {
	if r.panel.stripe != nil {
		return r.panel.padding + stripeWidth + 4, r.panel.padding
	}
	return r.panel.padding, r.panel.padding
}

func (r *panelRenderer) MinSize() fyne.Size {
	left, other := r.inset()
	return r.panel.content.MinSize().Add(fyne.NewSize(left+other, other*2))
}

func (r *panelRenderer) Layout(s fyne.Size) {
	left, other := r.inset()
	r.back.Resize(s)
	r.edge.Move(fyne.NewPos(other, other))
	r.edge.Resize(fyne.NewSize(stripeWidth, s.Height-other*2))
	r.panel.content.Move(fyne.NewPos(left, other))
	r.panel.content.Resize(fyne.NewSize(s.Width-left-other, s.Height-other*2))
	Mirror(r.panel.content)
	flipAll(s.Width, r.edge, r.panel.content)
}

func (r *panelRenderer) Refresh() {
	r.back.FillColor = shade(r.panel, r.panel.fill)
	if r.panel.padding > 0 {
		r.back.CornerRadius = panelRadius
		r.back.StrokeColor, r.back.StrokeWidth = shade(r.panel, theme.ColorNameSeparator), 1
	}
	r.edge.FillColor, r.edge.CornerRadius = color.Transparent, stripeWidth/2
	if r.panel.stripe != nil {
		r.edge.FillColor = r.panel.stripe
	}
	r.back.Refresh()
	r.edge.Refresh()
}
