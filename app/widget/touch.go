package widget

import (
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// onTouch is told of every key and press: Fyne has no place where all of them pass.
var onTouch atomic.Pointer[func()]

// WhenTouched sets what is called whenever a hand is at the window.
func WhenTouched(fn func()) { onTouch.Store(&fn) }

func touched() {
	if fn := onTouch.Load(); fn != nil {
		(*fn)()
	}
}

// Ground lies under everything in a window and feels the mouse where nothing above does.
type Ground struct {
	widget.BaseWidget
	content fyne.CanvasObject
}

// NewGround lays content on one.
func NewGround(content fyne.CanvasObject) *Ground {
	g := &Ground{content: content}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer implements fyne.Widget.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(g.content)
}

// MouseIn implements desktop.Hoverable.
func (g *Ground) MouseIn(*desktop.MouseEvent) { touched() }

// MouseMoved implements desktop.Hoverable.
func (g *Ground) MouseMoved(*desktop.MouseEvent) { touched() }

// MouseOut implements desktop.Hoverable.
func (g *Ground) MouseOut() {}
