package widget

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"kring/internal/typeset"
)

// ink is a colour of the theme as typeset wants it.
func ink(w themed, name fyne.ThemeColorName) color.NRGBA {
	return color.NRGBAModel.Convert(shade(w, name)).(color.NRGBA)
}

// CreateRenderer implements fyne.Widget.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	r := &fieldRenderer{field: f, box: canvas.NewRectangle(nil), caret: canvas.NewRectangle(nil)}
	r.text = canvas.NewRaster(r.draw)
	r.Refresh()
	return r
}

type fieldRenderer struct {
	field *Field
	box   *canvas.Rectangle
	text  *canvas.Raster // selection and letters
	caret *canvas.Rectangle
}

func (r *fieldRenderer) Destroy() {}

// MinSize implements fyne.WidgetRenderer.
func (r *fieldRenderer) MinSize() fyne.Size { return r.field.MinSize() }

// Objects implements fyne.WidgetRenderer.
func (r *fieldRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.text, r.caret}
}

// Layout implements fyne.WidgetRenderer.
func (r *fieldRenderer) Layout(size fyne.Size) {
	f := r.field
	if size.Width != f.width || size.Height != f.height {
		f.width, f.height, f.laid = size.Width, size.Height, fieldLines{}
		f.place()
	}
	r.box.Resize(size)
	pad := f.padding() / 2 // letters reach a little over their line
	r.text.Move(fyne.NewSquareOffsetPos(pad))
	r.text.Resize(size.SubtractWidthHeight(2*pad, 2*pad))
	r.placeCaret()
}

const caretWidth = 2

func (r *fieldRenderer) placeCaret() {
	f := r.field
	l := f.line()
	x := f.padding() + float32(f.at.X+l.shift) - f.scroll
	r.caret.Move(fyne.NewPos(min(max(x-caretWidth/2, 2), max(f.width-caretWidth-2, 2)), f.padding()+l.top-f.top))
	r.caret.Resize(fyne.NewSize(caretWidth, f.lineHeight()))
	out := l.top+f.lineHeight() < f.top || f.overflow() > 0 && l.top-f.top > f.height-2*f.padding()
	r.caret.Hidden = !f.focused || out
}

// Refresh implements fyne.WidgetRenderer.
func (r *fieldRenderer) Refresh() {
	f := r.field
	f.followCover()
	r.box.FillColor = shade(f, theme.ColorNameInputBackground)
	r.box.StrokeColor, r.box.StrokeWidth = shade(f, theme.ColorNameInputBorder), f.Theme().Size(theme.SizeNameInputBorder)
	r.box.CornerRadius = f.Theme().Size(theme.SizeNameInputRadius)
	r.caret.FillColor = shade(f, theme.ColorNamePrimary)
	switch {
	case f.focused:
		r.box.StrokeColor = shade(f, theme.ColorNamePrimary)
	case f.wrong != nil:
		r.box.StrokeColor = shade(f, theme.ColorNameError)
	}
	r.placeCaret()
	r.box.Refresh()
	r.caret.Refresh()
	canvas.Refresh(r.text)
}

// draw paints what is seen of the selection and the letters.
func (r *fieldRenderer) draw(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	size := r.text.Size()
	if size.Width <= 0 || w == 0 {
		return img
	}
	f := r.field
	scale := float64(w) / float64(size.Width)
	left, top := float64(f.padding()/2-f.scroll), float64(f.padding()/2-f.top)
	if f.text.Len() == 0 {
		r.hint(img, left, top, scale)
		return img
	}
	from, to := f.text.Selection()
	if !f.focused {
		to = from // what is selected shows where the keyboard is
	}
	lines := f.lay().lines
	first := max(int(f.top/f.lineHeight())-1, 0)
	for _, l := range lines[min(first, len(lines)):] {
		y := (top + float64(l.top)) * scale
		if y > float64(h) {
			break
		}
		for _, s := range l.Selected(from-l.base(), to-l.base()) {
			markStretch(img, (left+l.shift+s.Left)*scale, y, (left+l.shift+s.Right)*scale, y+l.Height*scale, shade(f, theme.ColorNameSelection))
		}
		base := math.Round(y+l.Baseline*scale) - l.Baseline*scale
		on := rangeBrush{f, img, l.Line, (left + l.shift) * scale, base, scale, l.base(), float64(f.textSize())}
		on.grounds(f.ranges)
		typeset.Draw(img, l.Line, (left+l.shift)*scale, base, scale)
		on.lines(f.ranges)
	}
	return img
}

// hint writes the placeholder; in a field of more lines it wraps as the text will.
func (r *fieldRenderer) hint(img draw.Image, left, top, scale float64) {
	f := r.field
	if f.PlaceHolder == "" {
		return
	}
	p := typeset.Plain(Covered(f.PlaceHolder), float64(f.textSize()), 0, ink(f, theme.ColorNamePlaceHolder))
	p.Leading, p.Neutral = fieldLeading, windowDirection()
	begins := p.RTL() // at the right
	if f.lang != "" {
		begins = f.direction() == typeset.RTL
	}
	if f.MultiLine {
		p.Width = float64(f.room())
		if begins != p.RTL() {
			p.Align = typeset.End
		}
		for _, line := range p.Lay() {
			base := math.Round((top+line.Baseline)*scale) - line.Baseline*scale
			typeset.Draw(img, line, left*scale, base, scale)
			top += line.Height
		}
		return
	}
	line := p.Lay()[0]
	if begins {
		left += math.Max(float64(f.room())-line.Width, 0)
	}
	base := math.Round((top+line.Baseline)*scale) - line.Baseline*scale
	typeset.Draw(img, line, left*scale, base, scale)
}
