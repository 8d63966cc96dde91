package widget

import (
	"image"
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func shown(t *testing.T, o fyne.CanvasObject, w, h float32) fyne.Window {
	t.Helper()
	test.NewTempApp(t)
	win := test.NewTempWindow(t, o)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return win
}

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

func TestButtonByKeyboard(t *testing.T) {
	pressed, left := 0, 0
	b := NewButton("Bewaren", nil, func() { pressed++ })
	b.OnEscape = func() { left++ }
	w := shown(t, b, 200, 60)
	plain := w.Canvas().Capture()
	w.Canvas().Focus(b)
	if plain, ring := plain, w.Canvas().Capture(); plain.At(4, 4) == ring.At(4, 4) {
		t.Error("no ring shows that the button has the keyboard")
	}
	for _, k := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace} {
		b.TypedKey(key(k))
	}
	b.TypedKey(key(fyne.KeyEscape))
	if pressed != 3 || left != 1 {
		t.Errorf("pressed %d times, left %d times", pressed, left)
	}
	b.Disable()
	b.TypedKey(key(fyne.KeyReturn))
	if pressed != 3 {
		t.Error("a button that is off was pressed")
	}
}

func TestFieldLetsTheWindowsKeysThrough(t *testing.T) {
	f := NewField("")
	w := shown(t, f, 200, 60)
	searched := 0
	ctrlK := &desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierControl}
	w.Canvas().AddShortcut(ctrlK, func(fyne.Shortcut) { searched++ })
	left, escaped := 0, 0
	f.OnLeave, f.OnEscape = func() { left++ }, func() { escaped++ }
	w.Canvas().Focus(f)
	f.TypedShortcut(ctrlK)
	f.TypedKey(key(fyne.KeyEscape))
	w.Canvas().Unfocus()
	if searched != 1 || escaped != 1 || left != 1 {
		t.Errorf("searched %d, escaped %d, left %d times", searched, escaped, left)
	}
	if area := NewArea("", 3); area.AcceptsTab() {
		t.Error("Tab does not leave a field of several lines")
	}
}

func gridOf(rows, cols int) GridData {
	d := GridData{Counts: []string{"aanwezig", "of afgemeld"}}
	for range cols {
		d.Columns = append(d.Columns, Column{Number: "1", Date: "12 jan"})
	}
	for range rows {
		d.Rows = append(d.Rows, GridRow{Name: "Samira", Cells: make([]Cell, cols), Counts: []string{"1 van 2", "2 van 2"}})
	}
	return d
}

func TestGridKeys(t *testing.T) {
	g := NewAttendanceGrid()
	g.SetData(gridOf(3, 6))
	shown(t, g, 800, 300)
	var typed []rune
	g.OnKey = func(_, _ int, r rune) { typed = append(typed, r) }
	for _, c := range []struct {
		key      fyne.KeyName
		row, col int
	}{
		{fyne.KeyUp, 0, 0},
		{fyne.KeyLeft, 0, 0},
		{fyne.KeyDown, 1, 0},
		{fyne.KeyRight, 1, 1},
		{fyne.KeyEnd, 1, 5},
		{fyne.KeyRight, 1, 5},
		{fyne.KeyReturn, 2, 5},
		{fyne.KeyReturn, 2, 5},
		{fyne.KeyHome, 2, 0},
		{fyne.KeyPageUp, 0, 0},
		{fyne.KeyPageDown, 2, 0},
	} {
		g.TypedKey(key(c.key))
		if row, col := g.Cursor(); row != c.row || col != c.col {
			t.Fatalf("after %s the cursor is at %d, %d; want %d, %d", c.key, row, col, c.row, c.col)
		}
	}
	g.TypedRune('3')
	g.TypedKey(key(fyne.KeyDelete))
	if string(typed) != "30" {
		t.Errorf("typed %q", string(typed))
	}
	g.SetData(gridOf(1, 2)) // people left: the cursor stays on the grid
	if row, col := g.Cursor(); row != 0 || col != 0 {
		t.Errorf("the cursor is at %d, %d of one row", row, col)
	}
	g.SetData(GridData{})
	g.TypedRune('1')
	if string(typed) != "30" {
		t.Error("a key in an empty grid did something")
	}
}

// A click moves the cursor; a click on it goes on to the next state.
func TestGridMouse(t *testing.T) {
	g := NewAttendanceGrid()
	g.SetData(gridOf(3, 6))
	w := shown(t, g, 800, 300)
	var typed []rune
	g.OnKey = func(_, _ int, r rune) { typed = append(typed, r) }
	m := g.measures(g.Size().Width)
	at := fyne.NewPos(m.name+2.5*m.cell, cellHeight*1.5)
	g.Tapped(&fyne.PointEvent{Position: at})
	if row, col := g.Cursor(); row != 1 || col != 2 || len(typed) > 0 {
		t.Errorf("a click puts the cursor at %d, %d and types %q", row, col, typed)
	}
	if w.Canvas().Focused() != fyne.Focusable(g) {
		t.Error("a click does not give the grid the keyboard")
	}
	g.Tapped(&fyne.PointEvent{Position: at})
	if string(typed) != " " {
		t.Errorf("a second click types %q", string(typed))
	}
	g.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 5)})
	if row, col := g.Cursor(); row != 1 || col != 2 {
		t.Error("a click on a name moved the cursor")
	}
}

func TestKeyChipByMouse(t *testing.T) {
	tapped := 0
	k := NewKeyChip("A", "1 aanwezig", color.NRGBA{0x2f, 0x6b, 0x3d, 0xff}, func() { tapped++ })
	shown(t, k, 200, 40)
	test.Tap(k)
	if tapped != 1 {
		t.Errorf("tapped %d times", tapped)
	}
}

// A label takes the height that its text needs at its width, in both languages.
func TestBidiLabelWraps(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("Fijn dat je er bent vandaag. ", 12),
		strings.Repeat("مرحبًا بكم جميعًا في هذا اللقاء. ", 12),
	} {
		l := NewBidiLabel(text)
		w := shown(t, l, 300, 600)
		narrow := l.MinSize().Height
		w.Resize(fyne.NewSize(600, 600))
		if wide := l.MinSize().Height; wide >= narrow || wide <= 0 {
			t.Errorf("%.20q is %.0f high at 600 and %.0f at 300", text, wide, narrow)
		}
	}
}

func TestBidiLabelOnOneLine(t *testing.T) {
	whole, cut := NewBidiLabel("Een lange naam van een cursus"), NewBidiLabel("Een lange naam van een cursus")
	whole.Line, cut.Line = Whole, Cut
	shown(t, whole, 100, 40)
	if whole.MinSize().Width < 150 {
		t.Errorf("whole asks for %.0f", whole.MinSize().Width)
	}
	if cut.MinSize().Width > 40 || cut.MinSize().Height != whole.MinSize().Height {
		t.Errorf("cut asks for %v, whole for %v", cut.MinSize(), whole.MinSize())
	}
}

// Arabic hangs right: the ink of a short text lies in the right half of its place.
func TestBidiLabelHangsRight(t *testing.T) {
	for text, right := range map[string]bool{"Welkom": false, "مرحبًا": true} {
		w := shown(t, NewBidiLabel(text), 400, 40)
		img := w.Canvas().Capture()
		paper := img.At(200, 2)
		left, total := 0, 0
		for x := range 400 {
			for y := range 40 {
				if img.At(x, y) != paper {
					total++
					if x < 200 {
						left++
					}
				}
			}
		}
		if total == 0 || (left == 0) != right {
			t.Errorf("%s: %d of %d dots of ink are in the left half", text, left, total)
		}
	}
}

func TestBidiLabelFollowsTheTheme(t *testing.T) {
	l := NewBidiLabel("x")
	shown(t, l, 100, 40)
	l.ColorName = theme.ColorNameError
	l.Refresh()
	if got, want := l.ink(), color.NRGBAModel.Convert(l.Theme().Color(theme.ColorNameError, fyne.CurrentApp().Settings().ThemeVariant())); got != want {
		t.Errorf("the ink is %v, want %v", got, want)
	}
}

// sheet counts how often it is painted, and at what scale last.
type sheet struct {
	painted int
	scale   float64
}

func (s *sheet) Picture(scale float64) *image.NRGBA {
	s.painted++
	s.scale = scale
	return image.NewNRGBA(image.Rect(0, 0, 10, 14))
}

// A page is painted only while it is in sight, and as sharp as it is large.
func TestOnlyPagesInSightArePainted(t *testing.T) {
	near, far := &sheet{}, &sheet{}
	first, second := NewPagePreview(near, 600, 1.4, 300), NewPagePreview(far, 600, 1.4, 300)
	w := shown(t, container.NewHBox(first, second), 700, 500)
	first.SetInSight(true)
	w.Canvas().Capture()
	if near.painted == 0 || far.painted > 0 {
		t.Errorf("the page in sight was painted %d times, the other %d", near.painted, far.painted)
	}
	if near.scale != 0.5 {
		t.Errorf("600 points on 300 dots are painted at %.2f", near.scale)
	}
	first.SetInSight(false)
	second.SetInSight(true)
	before := near.painted
	w.Canvas().Capture()
	if near.painted > before || far.painted == 0 {
		t.Errorf("scrolled on, the first was painted %d times more, the second %d", near.painted-before, far.painted)
	}
	first.SetWidth(600)
	if got := first.MinSize(); got != fyne.NewSize(600, 840) {
		t.Errorf("twice as large it asks for %v", got)
	}
}

// A list is used with the keyboard: arrows step, Enter and the space bar choose, Escape and
// Backspace lead out of it.
func TestListByKeyboard(t *testing.T) {
	var chosen []int
	left, back := 0, 0
	l := NewList(func() int { return 3 }, func() fyne.CanvasObject { return NewBidiLabel("") }, func(i int, o fyne.CanvasObject) {
		o.(*BidiLabel).SetText(strings.Repeat("x", i+1))
	}, func(i int) { chosen = append(chosen, i) })
	l.OnEscape, l.OnBack = func() { left++ }, func() { back++ }
	w := shown(t, l, 200, 200)
	w.Canvas().Focus(l)
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown, fyne.KeySpace, fyne.KeyUp, fyne.KeyEnter, fyne.KeyBackspace, fyne.KeyEscape} {
		l.TypedKey(key(k))
	}
	if !slices.Equal(chosen, []int{1, 2, 1}) || left != 1 || back != 1 {
		t.Errorf("chose %v, left %d, back %d", chosen, left, back)
	}
	NewList(l.Length, l.CreateItem, l.UpdateItem, func(int) {}).TypedKey(key(fyne.KeyEscape)) // nowhere to go
}

// Whatever the window's size, a dialog's content begins on a whole pixel.
func TestDialogOnWholePixels(t *testing.T) {
	for _, window := range []fyne.Size{{Width: 1024, Height: 700}, {Width: 1023, Height: 701}, {Width: 400, Height: 301}} {
		for _, asked := range []fyne.Size{{Width: 640, Height: 560}, {Width: 641, Height: 561}, {Width: 2000, Height: 2000}} {
			test.NewTempApp(t)
			w := test.NewTempWindow(t, nil)
			w.Resize(window)
			field := NewField("")
			d := ShowDialog("Titel", field, asked, w)
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(field)
			if at.X != float32(int(at.X)) || at.Y != float32(int(at.Y)) {
				t.Errorf("in %v, asked for %v, it is at %v", window, asked, at)
			}
			d.Hide()
		}
	}
}
