package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"kring/internal/typeset"
)

// RightToLeft says whether the window is read from right to left. The theme knows, as
// it knows everything else about how a window looks: it has a method RightToLeft.
func RightToLeft() bool {
	t, ok := theme.Current().(interface{ RightToLeft() bool })
	return ok && t.RightToLeft()
}

// windowDirection is what a text without letters has: a number, a time.
func windowDirection() typeset.Direction {
	if RightToLeft() {
		return typeset.RTL
	}
	return typeset.LTR
}

// Mirror gives an object, and everything that is ever put into it, the direction of the
// window: Fyne's layouts all begin at the left. What stands in a widget is the widget's
// own affair.
func Mirror(o fyne.CanvasObject) fyne.CanvasObject {
	if !RightToLeft() {
		return o
	}
	switch o := o.(type) {
	case *fyne.Container:
		mirrorContainer(o)
	case *container.Scroll:
		Mirror(o.Content)
	case *Panel:
		Mirror(o.content)
	}
	return o
}

func mirrorContainer(c *fyne.Container) {
	switch l := c.Layout.(type) {
	case nil:
		for _, o := range c.Objects {
			Mirror(o)
		}
	case mirrored, unmirrored:
	default:
		c.Layout = mirrored{l}
		if size := c.Size(); !size.IsZero() { // laid out before; Fyne does it again only at another size
			c.Layout.Layout(c.Objects, size)
		}
	}
}

// mirrored is a layout seen in a mirror. It passes the mirror on before it lays out, so
// that what is added later is mirrored as well.
type mirrored struct{ plain fyne.Layout }

// Layout implements fyne.Layout.
func (m mirrored) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		Mirror(o)
	}
	m.plain.Layout(objects, size)
	for _, o := range objects {
		flip(o, size.Width)
	}
}

// MinSize implements fyne.Layout: what is inside gets its mirror first, for the width at
// which a text wraps is found by laying out.
func (m mirrored) MinSize(objects []fyne.CanvasObject) fyne.Size {
	for _, o := range objects {
		Mirror(o)
	}
	return m.plain.MinSize(objects)
}

// flip moves an object to where it stands in a mirror of a width.
func flip(o fyne.CanvasObject, width float32) {
	at := o.Position()
	o.Move(fyne.NewPos(width-at.X-o.Size().Width, at.Y))
}

// flipAll flips what a renderer has laid out, in a window from right to left.
func flipAll(width float32, objects ...fyne.CanvasObject) {
	if !RightToLeft() {
		return
	}
	for _, o := range objects {
		flip(o, width)
	}
}

// unmirrored is a layout that stays as it is.
type unmirrored struct{ plain fyne.Layout }

// Unmirrored is a container that keeps its sides in every window, though what is in it
// is mirrored: the room beside a scroll bar, which Fyne has at the right.
func Unmirrored(l fyne.Layout, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(unmirrored{l}, objects...)
}

// Layout implements fyne.Layout.
func (u unmirrored) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		Mirror(o)
	}
	u.plain.Layout(objects, size)
}

// MinSize implements fyne.Layout.
func (u unmirrored) MinSize(objects []fyne.CanvasObject) fyne.Size { return u.plain.MinSize(objects) }
