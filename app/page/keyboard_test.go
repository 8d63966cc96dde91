package page

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
	"kring/sessions/cafe"
)

// After an action the keyboard is where it was: on the same button of a page that was built
// anew, and on what took the place of what is gone.
func TestTheKeyboardStaysAfterAnAction(t *testing.T) {
	s := newStage(t, "nl")
	x := s.placeWith()
	p := s.open(Target{Page: Cafes, PlaceID: x.ID}).(*place)
	canvas, loc := s.env.Window.Canvas(), s.env.Loc
	renew := func() {
		d, err := p.fetch()
		if err != nil {
			t.Fatal(err)
		}
		p.update(d)
	}
	at := func(text string) {
		t.Helper()
		b, ok := canvas.Focused().(*kwidget.Button)
		if !ok || b.Text != text || canvas != fyne.CurrentApp().Driver().CanvasForObject(b) {
			t.Errorf("the keyboard is at %+v, not on %q", canvas.Focused(), text)
		}
	}
	first := button(t, p.Object(), loc.T("activity.new"))
	canvas.Focus(first)
	if _, err := s.env.Cafe.SaveActivity(cafe.Activity{PlaceID: x.ID, Title: "Zingen", Rule: x.Rule}); err != nil {
		t.Fatal(err)
	}
	renew()
	at(loc.T("activity.new"))
	if canvas.Focused() == fyne.Focusable(first) {
		t.Error("the keyboard is on a button that is gone")
	}
	for _, b := range buttonsIn(p.Object()) {
		if b.Text == loc.T("common.edit") {
			canvas.Focus(b) // the last: of the last activity
		}
	}
	for _, a := range s.env.Cafe.Activities(x.ID, s.env.Compare) {
		if err := s.env.Cafe.DeleteActivity(a); err != nil {
			t.Fatal(err)
		}
	}
	renew()
	if b, ok := canvas.Focused().(*kwidget.Button); !ok || b.Text == "" {
		t.Errorf("the keyboard is at %+v", canvas.Focused())
	}
}

// F1 lists the keys: on the desk and where one writes those of the page before those that work
// everywhere.
func TestKeysAreListed(t *testing.T) {
	for _, lang := range []string{"nl", "ar"} {
		s := newStage(t, lang)
		s.env.ListKeys()
		all := strings.Join(textsIn(s.env.Window.Canvas().Overlays().Top()), "\n")
		s.press("common.close")
		if !strings.Contains(all, "F1") || !strings.Contains(all, s.env.Loc.T("common.search")) {
			t.Errorf("%s: %s", lang, all)
		}
		b := s.anEmptyKit()
		s.open(Target{Page: Workbook, BookID: b.ID, Lang: "ar"}).(KeyLister).ListKeys()
		desk := strings.Join(textsIn(s.env.Window.Canvas().Overlays().Top()), "\n")
		s.press("common.close")
		if !strings.HasSuffix(desk, strings.TrimPrefix(all, s.env.Loc.T("settings.keys"))) || !strings.Contains(desk, s.env.Loc.T("desk.jump")) {
			t.Errorf("%s: the desk lists %s", lang, desk)
		}
	}
}
