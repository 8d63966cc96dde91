package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Tab goes on to what is out of sight, down and back up: the page follows it, and so does a
// dialog over it.
func TestTabScrollsIntoSight(t *testing.T) {
	for name, row := range map[string]func() fyne.CanvasObject{
		"buttons": func() fyne.CanvasObject { return NewButton("Openen", nil, nil) },
		"boxes":   func() fyne.CanvasObject { return NewCheck("Eerste hulp geven", nil) },
		"choices": func() fyne.CanvasObject { return NewSelect([]string{"a", "b"}, nil) },
		"fields":  func() fyne.CanvasObject { return NewArea("", 2) },
	} {
		for _, over := range []bool{false, true} {
			box := container.NewVBox()
			for range 20 {
				box.Add(NewPanel(row()))
			}
			scroll := container.NewVScroll(box)
			page := fyne.CanvasObject(scroll)
			if over {
				page = NewButton("Pagina", nil, nil)
			}
			w := shown(t, page, 300, 200)
			if over {
				ShowDialog("Wie", scroll, fyne.NewSize(280, 180), w)
			}
			driver := fyne.CurrentApp().Driver()
			look := func(step func()) {
				step()
				o := w.Canvas().Focused().(fyne.CanvasObject)
				top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll).Y
				if top < 0 || top+o.Size().Height > scroll.Size().Height {
					t.Errorf("%s, in a dialog %v: the keyboard is at %v, out of sight", name, over, top)
				}
			}
			for range 20 {
				look(w.Canvas().FocusNext)
			}
			for range 19 {
				look(w.Canvas().FocusPrevious)
			}
		}
	}
}
