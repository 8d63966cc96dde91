package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
)

// held keeps the keyboard where it is while a page is built anew: what is focused gets a name,
// and what has that name afterwards is focused again. What the keyboard comes to is scrolled
// into sight.
type held struct {
	env      *Env
	scroll   *container.Scroll
	by       map[string]fyne.Focusable
	building bool
}

// put names something that can have the keyboard.
func (h *held) put(name string, f fyne.Focusable) {
	h.by[name] = f
	switch f := f.(type) {
	case *kwidget.Button:
		f.OnFocus = func() { h.see(f) }
	case *kwidget.Check:
		f.OnFocus = func() { h.see(f) }
	}
}

func (h *held) see(o fyne.CanvasObject) {
	if !h.building { // else nothing has its place yet, and it was in sight
		see(h.scroll, o)
	}
}

// see scrolls no further than it takes to see something whole.
func see(s *container.Scroll, o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s).Y
	bottom := top + o.Size().Height
	switch {
	case top < 0:
		s.ScrollToOffset(s.Offset.AddXY(0, top-gapParts))
	case bottom > s.Size().Height:
		s.ScrollToOffset(s.Offset.AddXY(0, bottom-s.Size().Height+gapParts))
	}
}

// keep builds, and gives the keyboard back to what has its name. Where the keyboard is in a
// sheet over the page, it stays there.
func (h *held) keep(build func()) {
	canvas := h.env.Window.Canvas()
	now, was := canvas.Focused(), ""
	for name, f := range h.by {
		if now != nil && f == now {
			was = name
		}
	}
	h.by, h.building = map[string]fyne.Focusable{}, true
	defer func() { h.building = false }()
	build()
	if f := h.by[was]; f != nil {
		canvas.Focus(f)
	}
}
