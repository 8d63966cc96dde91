package widget

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"fyne.io/fyne/v2"
)

// keyed is a widget that can have the keyboard.
type keyed interface {
	fyne.CanvasObject
	fyne.Focusable
}

// takeKeyboard gives a widget the keyboard, if it is in a window.
func takeKeyboard(w keyed) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(w); c != nil {
		c.Focus(w)
	}
}

// passOn gives a shortcut to the window: Fyne gives it to what has the keyboard, and there
// it would end.
func passOn(from fyne.CanvasObject, s fyne.Shortcut) {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(from).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// markStretch paints a stretch of a selection, in pixels.
func markStretch(img draw.Image, x0, y0, x1, y1 float64, c color.Color) {
	at := image.Rect(int(math.Floor(x0)), int(math.Round(y0)), int(math.Ceil(x1)), int(math.Round(y1)))
	draw.Draw(img, at.Intersect(img.Bounds()), image.NewUniform(c), image.Point{}, draw.Src)
}
