package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Pressable is an object that can be pressed with the mouse, where the keyboard has another
// way to the same.
type Pressable struct {
	widget.BaseWidget
	content fyne.CanvasObject
	OnTap   func()
}

// NewPressable makes an object pressable.
func NewPressable(content fyne.CanvasObject) *Pressable {
	p := &Pressable{content: content}
	p.ExtendBaseWidget(p)
	return p
}

// Tapped implements fyne.Tappable.
func (p *Pressable) Tapped(*fyne.PointEvent) { call(p.OnTap) }

// Cursor implements desktop.Cursorable.
func (p *Pressable) Cursor() desktop.Cursor {
	if p.OnTap == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// CreateRenderer implements fyne.Widget.
func (p *Pressable) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(p.content)
}

// Lines are the objects of a content that is a container.
func (p *Pressable) Lines() []fyne.CanvasObject { return p.content.(*fyne.Container).Objects }
