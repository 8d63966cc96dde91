package page

import "fyne.io/fyne/v2"

// held keeps the keyboard where it is while a page is built anew: what is focused gets a name,
// and what has that name afterwards is focused again.
type held struct {
	env *Env
	by  map[string]fyne.Focusable
}

// put names something that can have the keyboard.
func (h *held) put(name string, f fyne.Focusable) { h.by[name] = f }

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
	h.by = map[string]fyne.Focusable{}
	build()
	if f := h.by[was]; f != nil {
		canvas.Focus(f)
	}
}
