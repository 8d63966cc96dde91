package page

import (
	"fyne.io/fyne/v2"

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
	case *kwidget.Select:
		set(&x.OnEscape)
	case *kwidget.Check:
		set(&x.OnEscape)
	case *kwidget.Button:
		set(&x.OnEscape)
	}
	for _, inner := range kwidget.Inside(o) {
		leaving(inner, leave)
	}
}
