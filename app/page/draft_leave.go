package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	kwidget "kring/app/widget"
)

// leaving has Escape leave from wherever the keyboard is in a form: from each choice, tick and
// button that has no Escape of its own. Fields get theirs with what Enter does (see on).
func leaving(o fyne.CanvasObject, leave func()) {
	set := func(escape *func()) {
		if *escape == nil {
			*escape = leave
		}
	}
	switch x := o.(type) {
	case *fyne.Container:
		for _, inner := range x.Objects {
			leaving(inner, leave)
		}
	case *container.Scroll:
		leaving(x.Content, leave)
	case *kwidget.Panel:
		leaving(x.Content(), leave)
	case *kwidget.Select:
		set(&x.OnEscape)
	case *kwidget.Check:
		set(&x.OnEscape)
	case *kwidget.Button:
		set(&x.OnEscape)
	}
}
