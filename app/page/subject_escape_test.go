package page

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/sessions/privacy"
)

// Escape leaves the sheet about somebody from each of its buttons and ticks.
func TestSheetAboutSomebodyIsLeftByEscape(t *testing.T) {
	s := newStage(t, "ar")
	var sub privacy.Subject
	for _, x := range s.env.Privacy.People(strings.Compare) {
		if x.Kind == privacy.Person {
			sub = x
		}
	}
	s.env.aboutSubject(sub, nil)
	s.await("the sheet", func() bool { return s.says(s.env.Loc.T("dossier.give")) })
	n := 0
	walk(s.env.Window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if b, ok := o.(*kwidget.Button); ok {
			if n++; b.OnEscape == nil {
				t.Errorf("%q does not know Escape", b.Text)
			}
		}
	})
	if n < 4 {
		t.Errorf("%d buttons", n)
	}
}
