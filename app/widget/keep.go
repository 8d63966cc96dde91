package widget

import (
	"fyne.io/fyne/v2"
)

// stop is something at which Tab stops, with the words by which people know it.
type stop struct {
	fyne.Focusable
	words string
	has   bool // it has the keyboard, or will when the dialog over it is gone
}

// KeepKeyboard builds what a box shows anew, and gives the keyboard to what stands where it
// was: to the nearest with the same words, or else to what took its place. Without this it
// would be at the top of the window after every action.
func KeepKeyboard(box *fyne.Container, build func()) {
	at, was := -1, stop{}
	for i, s := range stops(box) {
		if s.has {
			at, was = i, s
		}
	}
	build()
	if at < 0 {
		return
	}
	now := stops(box)
	if c := fyne.CurrentApp().Driver().CanvasForObject(box); c != nil && len(now) > 0 {
		if next := now[nearest(now, at, was.words)]; !next.has {
			c.Focus(next.Focusable)
		}
	}
}

// nearest is the place of the stop with these words that is nearest to at.
func nearest(all []stop, at int, words string) int {
	best := -1
	for i, s := range all {
		if s.words == words && (best < 0 || max(i-at, at-i) < max(best-at, at-best)) {
			best = i
		}
	}
	if best < 0 {
		return min(at, len(all)-1)
	}
	return best
}

// stops lists where Tab stops within o, in its order.
func stops(o fyne.CanvasObject) (out []stop) {
	if o == nil || !o.Visible() {
		return nil
	}
	switch o := o.(type) {
	case *Button:
		return []stop{{o, o.Text, o.focused}}
	case *Check:
		return []stop{{o, o.Text, o.focused}}
	case *Radio:
		return []stop{{o, o.Text, o.focused}}
	case *Select:
		return []stop{{o, "", o.focused}}
	}
	for _, x := range Inside(o) {
		out = append(out, stops(x)...)
	}
	return out
}
