package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// A number runs from the left, and its dots run from where the field begins: the caret stands
// behind what was typed, whichever shows.
func TestCaretGoesWithTheCover(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(arabicTheme{theme.DefaultTheme()})
	f := NewField("")
	f.Unsaved = true
	w := test.NewTempWindow(t, f)
	w.Resize(fyne.NewSize(300, 60))
	w.Canvas().Focus(f)
	test.Type(f, "0612")
	Cover(func(text string) string { return text })
	t.Cleanup(func() { Cover(nil) })
	f.MinSize() // who draws a window anew lays it out first
	f.lay()
	f.Refresh()
	was := f.at
	f.place()
	if f.at != was {
		t.Errorf("the caret was drawn at %v, and belongs at %v", was.X, f.at.X)
	}
}
