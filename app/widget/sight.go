package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// sightGap is the room that is left between what came into sight and the edge, in Fyne's units.
const sightGap float32 = 8

// intoSight scrolls what is around o no further than it takes to see it whole: Fyne moves the
// keyboard also to what is out of sight. What has no place yet, or is higher than the scroll,
// leaves it as it is.
func intoSight(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(o)
	if c == nil || o.Size().IsZero() {
		return
	}
	for _, s := range scrollsAround(o, layerOf(c)) {
		high := s.Size().Height
		if o.Size().Height > high {
			continue
		}
		top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s).Y
		bottom := top + o.Size().Height
		switch {
		case top < 0:
			s.ScrollToOffset(s.Offset.AddXY(0, top-sightGap))
		case bottom > high:
			s.ScrollToOffset(s.Offset.AddXY(0, bottom-high+sightGap))
		}
	}
}

// layerOf is what is on top in a window: the page, or the dialog over it.
func layerOf(c fyne.Canvas) fyne.CanvasObject {
	if top := c.Overlays().Top(); top != nil {
		return top
	}
	return c.Content()
}

// scrollsAround lists the scrolls that o is in, from the innermost.
func scrollsAround(o, in fyne.CanvasObject) []*container.Scroll {
	found, _ := seek(o, in)
	return found
}

func seek(o, in fyne.CanvasObject) (scrolls []*container.Scroll, found bool) {
	if in == o {
		return nil, true
	}
	if in == nil || !in.Visible() {
		return nil, false
	}
	for _, x := range Inside(in) {
		scrolls, found := seek(o, x)
		if s, ok := in.(*container.Scroll); ok && found {
			scrolls = append(scrolls, s)
		}
		if found {
			return scrolls, true
		}
	}
	return nil, false
}

// Inside are the objects that another one shows.
func Inside(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *widget.PopUp:
		return []fyne.CanvasObject{o.Content}
	case *Panel:
		return []fyne.CanvasObject{o.content}
	case *Pressable:
		return []fyne.CanvasObject{o.content}
	case *Ground:
		return []fyne.CanvasObject{o.content}
	}
	return nil
}
