package widget

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// The line of a long menu that has the keyboard is in sight, however one came there.
func TestMenuFollowsTheKeyboard(t *testing.T) {
	test.NewTempApp(t)
	b := NewButton("Kies", nil, nil)
	w := test.NewTempWindow(t, container.NewVBox(b))
	w.Resize(fyne.NewSize(400, 400))
	var items []MenuItem
	for i := range 30 {
		items = append(items, MenuItem{Text: fmt.Sprintf("%c regel", 'A'+i%26), Do: func() {}})
	}
	ShowMenu(b, 0, items...)
	for _, key := range []fyne.KeyName{fyne.KeyEnd, fyne.KeyUp, fyne.KeyHome, fyne.KeyUp, fyne.KeyDown, "M"} {
		if key == "M" {
			w.Canvas().Focused().TypedRune('m')
		} else {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
		}
		l := w.Canvas().Focused().(*menuLine)
		s := l.menu.place
		if top := l.Position().Y - s.Offset.Y; top < 0 || top+l.Size().Height > s.Size().Height+0.5 {
			t.Errorf("after %s line %d is out of sight: at %v of %v", key, l.at, top, s.Size().Height)
		}
	}
}
