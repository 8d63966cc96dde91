package page

import (
	"testing"

	"fyne.io/fyne/v2"
)

// A key that comes before the page has what it shows does nothing, whichever it is: on a slow
// laptop somebody types ahead.
func TestKeysBeforeThereIsAnything(t *testing.T) {
	s := newStage(t, "nl")
	b := s.aText()
	before := s.blocks(b)
	for name, target := range map[string]Target{"desk": {Page: Workbook, BookID: b.ID, Lang: "ar"}, "writing": writeTarget(b.ID)} {
		for _, k := range Keys() {
			p := New(s.env, target)
			s.env.Window.SetContent(p.Object())
			func() {
				defer func() {
					if r := recover(); r != nil {
						t.Errorf("%s, %v with %v: %v", name, k.Name, k.Modifier, r)
					}
				}()
				p.(Keyed).Key(k.Name, k.Modifier)
				p.(Focuser).First().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			}()
			for o := s.env.Window.Canvas().Overlays(); o.Top() != nil; {
				o.Remove(o.Top())
			}
			p.Close()
		}
	}
	s.settle()
	if got := s.blocks(b); len(got) != len(before) {
		t.Errorf("%q became %q", before, got)
	}
}
