package widget

import (
	"fmt"
	"image/color"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"
)

// wall is a wall of tiles in a window.
func wall(t testing.TB, n int, width float32) *Tiles {
	t.Helper()
	w := NewTiles()
	var all []Tile
	for i := range n {
		all = append(all, Tile{Text: fmt.Sprintf("Naam van %d", i), Letter: "N", Color: color.Black, On: i%3 == 0})
	}
	win := test.NewTempWindow(t, w)
	win.Resize(fyne.NewSize(width, 600))
	w.SetTiles(all, false)
	w.Resize(fyne.NewSize(width, w.MinSize().Height))
	return w
}

// Wherever a tile is seen it is pressed, in both directions of reading and at any width; no
// tile lies over another or outside.
func TestTilesArePressedWhereTheyStand(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		test.NewTempApp(t)
		if rtl {
			inArabic(t)
		}
		rapid.Check(t, func(r *rapid.T) {
			n := rapid.IntRange(1, 30).Draw(r, "n")
			width := rapid.Float32Range(150, 900).Draw(r, "width")
			w := wall(t, n, width)
			pressed := -1
			w.OnPress = func(i int) { pressed = i }
			views := test.WidgetRenderer(w).(*tilesRenderer).views
			if len(views) != n {
				r.Fatalf("%d of %d tiles", len(views), n)
			}
			for i, v := range views {
				at, size := v.back.Position(), v.back.Size()
				if at.X < -0.01 || at.X+size.Width > w.Size().Width+0.01 || at.Y+size.Height > w.MinSize().Height+0.01 {
					r.Fatalf("tile %d at %v of %v lies outside", i, at, size)
				}
				w.Tapped(&fyne.PointEvent{Position: at.AddXY(size.Width/2, size.Height/2)})
				if pressed != i {
					r.Fatalf("a tap on tile %d presses %d", i, pressed)
				}
				for _, o := range []fyne.CanvasObject{v.disc, v.text, v.tick} {
					if p := o.Position(); p.X < at.X-0.01 || p.X+o.Size().Width > at.X+size.Width+0.01 {
						r.Fatalf("a part of tile %d stands outside it", i)
					}
				}
			}
		})
	}
}

// A double click is one press; a press after a while is another.
func TestTilesTakeADoubleClickForOne(t *testing.T) {
	test.NewTempApp(t)
	w := wall(t, 4, 400)
	n := 0
	w.OnPress = func(int) { n++ }
	w.Press(1)
	w.Press(1)
	w.Press(2)
	w.Press(-1)
	w.Press(4)
	if n != 2 {
		t.Errorf("pressed %d times", n)
	}
	w.when = time.Now().Add(-Blink)
	w.Press(2)
	if n != 3 {
		t.Errorf("after a while pressed %d times", n)
	}
}

// A key that is held down presses once; let go, it presses again.
func TestTilesTakeAHeldKeyForOne(t *testing.T) {
	test.NewTempApp(t)
	w := wall(t, 4, 400)
	n := 0
	w.OnPress = func(int) { n++ }
	for i, k := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn} {
		w.KeyDown(&fyne.KeyEvent{Name: k})
		for range 3 { // as the system repeats it
			w.when = time.Time{}
			if w.TypedKey(&fyne.KeyEvent{Name: k}); k == fyne.KeySpace {
				w.TypedRune(' ')
			}
		}
		w.KeyUp(&fyne.KeyEvent{Name: k})
		if n != i+1 {
			t.Errorf("%s was held: %d presses", k, n)
		}
	}
}

// The arrow keys go where they point, and stay on the wall.
func TestTilesByArrows(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		test.NewTempApp(t)
		if rtl {
			inArabic(t)
		}
		w := wall(t, 8, 500) // rows of three
		up, left := 0, 0
		w.OnUp, w.OnEscape = func() { up++ }, func() { left++ }
		var typed []rune
		w.OnRune = func(r rune) { typed = append(typed, r) }
		onward, back := fyne.KeyRight, fyne.KeyLeft
		if rtl {
			onward, back = back, onward
		}
		for i, step := range []struct {
			key  fyne.KeyName
			want int
		}{
			{onward, 1},
			{fyne.KeyDown, 4},
			{onward, 5},
			{fyne.KeyDown, 7},
			{fyne.KeyDown, 7},
			{fyne.KeyUp, 4},
			{back, 3},
			{fyne.KeyEnd, 7},
			{onward, 7},
			{fyne.KeyHome, 0},
			{back, 0},
			{fyne.KeyUp, 0},
			{fyne.KeyEscape, 0},
		} {
			w.TypedKey(&fyne.KeyEvent{Name: step.key})
			if w.Cursor() != step.want {
				t.Errorf("rtl %v, step %d: %s leads to %d, want %d", rtl, i, step.key, w.Cursor(), step.want)
			}
		}
		w.TypedRune('ب')
		if up != 1 || left != 1 || string(typed) != "ب" {
			t.Errorf("up %d, escape %d, typed %q", up, left, string(typed))
		}
		w.SetTiles(w.All()[:3], true)
		w.MoveTo(9)
		w.SetTiles(nil, true)
		w.TypedRune(' ')
		if w.Cursor() != 0 {
			t.Errorf("of no tiles it is on %d", w.Cursor())
		}
	}
}
