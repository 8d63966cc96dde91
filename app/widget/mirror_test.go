package widget

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"pgregory.net/rapid"
)

type arabicTheme struct{ fyne.Theme }

func (arabicTheme) RightToLeft() bool { return true }

// inArabic runs a test in a window that is read from right to left.
func inArabic(t *testing.T) {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(arabicTheme{theme.DefaultTheme()})
	if !RightToLeft() {
		t.Fatal("the theme is not asked")
	}
}

func box(w, h float32) *canvas.Rectangle {
	r := canvas.NewRectangle(color.Black)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}

// Whatever is nested, and whenever it is added, stands where a mirror shows it.
func TestMirrorProperty(t *testing.T) {
	inArabic(t)
	rapid.Check(t, func(t *rapid.T) {
		var leaves [2][]fyne.CanvasObject
		var make func(depth int) [2]fyne.CanvasObject
		make = func(depth int) [2]fyne.CanvasObject {
			kind := rapid.IntRange(0, 4).Draw(t, "kind")
			if depth == 0 || kind == 0 {
				w, h := rapid.Float32Range(1, 60).Draw(t, "w"), rapid.Float32Range(1, 60).Draw(t, "h")
				pair := [2]fyne.CanvasObject{box(w, h), box(w, h)}
				for i := range pair {
					leaves[i] = append(leaves[i], pair[i])
				}
				return pair
			}
			inner, other := make(depth-1), make(depth-1)
			var out [2]fyne.CanvasObject
			for i := range out {
				switch kind {
				case 1:
					out[i] = container.NewHBox(inner[i], layout.NewSpacer(), other[i])
				case 2:
					out[i] = container.NewBorder(nil, nil, inner[i], nil, other[i])
				case 3:
					out[i] = container.New(layout.NewCustomPaddedLayout(1, 2, 3, 4), container.NewVBox(inner[i], other[i]))
				default:
					late := container.NewVBox(inner[i])
					late.Add(other[i])
					out[i] = container.NewVScroll(late)
				}
			}
			return out
		}
		pair := make(3)
		pair[1] = Mirror(container.NewStack(pair[1]))
		pair[0] = container.NewStack(pair[0])
		const width, height = 700, 500
		for _, o := range pair {
			o.Resize(fyne.NewSize(width, height))
		}
		for i := range leaves[0] {
			plain, turned := placeIn(pair[0], leaves[0][i]), placeIn(pair[1], leaves[1][i])
			want := fyne.NewPos(width-plain.X-leaves[0][i].Size().Width, plain.Y)
			if d := turned.X - want.X; d > 0.01 || d < -0.01 || turned.Y != want.Y {
				t.Fatalf("leaf %d stands at %v, its mirror at %v, want %v", i, plain, turned, want)
			}
		}
	})
}

// placeIn is where an object stands within what it is somewhere in.
func placeIn(root, o fyne.CanvasObject) fyne.Position {
	at, _ := find(root, o)
	return at
}

func find(root, o fyne.CanvasObject) (fyne.Position, bool) {
	if root == o {
		return root.Position(), true
	}
	var inside []fyne.CanvasObject
	switch c := root.(type) {
	case *fyne.Container:
		inside = c.Objects
	case *container.Scroll:
		inside = []fyne.CanvasObject{c.Content}
	}
	for _, child := range inside {
		if at, ok := find(child, o); ok {
			return root.Position().Add(at), true
		}
	}
	return fyne.Position{}, false
}

// A menu unfolds within the window, under its object, in both directions.
func TestMenuPlace(t *testing.T) {
	window := fyne.NewSize(1000, 700)
	for _, c := range []struct {
		name        string
		at          fyne.Position
		under, menu fyne.Size
		want        fyne.Position
		right       bool
	}{
		{"under", fyne.NewPos(100, 50), fyne.NewSize(200, 30), fyne.NewSize(200, 90), fyne.NewPos(100, 80), false},
		{"wider, at the end of a line", fyne.NewPos(960, 50), fyne.NewSize(30, 30), fyne.NewSize(200, 90), fyne.NewPos(790, 80), false},
		{"above, at the bottom", fyne.NewPos(100, 640), fyne.NewSize(200, 30), fyne.NewSize(200, 90), fyne.NewPos(100, 550), false},
		{"wider, from the right", fyne.NewPos(10, 50), fyne.NewSize(30, 30), fyne.NewSize(200, 90), fyne.NewPos(10, 80), true},
		{"not past the edge", fyne.NewPos(950, 50), fyne.NewSize(30, 30), fyne.NewSize(200, 90), fyne.NewPos(800, 80), true},
		{"as high as has room below, in the middle", fyne.NewPos(100, 360), fyne.NewSize(200, 40), fyne.NewSize(200, 420), fyne.NewPos(100, 400), false},
		{"whole above, where that has room", fyne.NewPos(100, 460), fyne.NewSize(200, 40), fyne.NewSize(200, 420), fyne.NewPos(100, 40), false},
		{"as high as has room above, low in the window", fyne.NewPos(100, 500), fyne.NewSize(200, 40), fyne.NewSize(200, 600), fyne.NewPos(100, 8), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			test.NewTempApp(t)
			if c.right {
				inArabic(t)
			}
			got, size := menuPlace(c.at, c.under, c.menu, window)
			if got != c.want {
				t.Errorf("stands at %v, want %v", got, c.want)
			}
			if over := got.Y < c.at.Y+c.under.Height && got.Y+size.Height > c.at.Y; over || got.Y+size.Height > window.Height || size.Height < 90 {
				t.Errorf("at %v it is %v, over its object: %v", got, size, over)
			}
		})
	}
}

// One of several is always on, and each change is told once.
func TestRadios(t *testing.T) {
	test.NewTempApp(t)
	rs := NewRadios([]string{"nl", "ar"})
	var told []int
	rs.OnChanged = func(i int) { told = append(told, i) }
	for _, i := range []int{1, 1, 0} {
		rs.Items[i].TypedRune(' ')
	}
	if rs.Selected() != 0 || len(told) != 2 || told[0] != 1 || told[1] != 0 {
		t.Errorf("selected %d, told %v", rs.Selected(), told)
	}
}

// A choice unfolds by the keyboard; arrows step, Enter chooses, Escape leaves it as it was.
func TestSelectByKeys(t *testing.T) {
	test.NewTempApp(t)
	s := NewSelect([]string{"een", "twee", "drie"}, nil)
	s.SetSelectedIndex(0)
	w := test.NewTempWindow(t, container.NewVBox(s))
	w.Resize(fyne.NewSize(300, 300))
	press := func(keys ...fyne.KeyName) {
		for _, k := range keys {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
	w.Canvas().Focus(s)
	press(fyne.KeyReturn)
	line := w.Canvas().Focused().(fyne.CanvasObject)
	drv := fyne.CurrentApp().Driver()
	if bottom := drv.AbsolutePositionForObject(s).Y + s.Size().Height; drv.AbsolutePositionForObject(line).Y < bottom && s.Size().Height < 100 {
		t.Error("the menu stands over its object")
	}
	press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if s.Selected() != "drie" {
		t.Errorf("chose %q", s.Selected())
	}
	press(fyne.KeyReturn, fyne.KeyUp, fyne.KeyEscape)
	if s.Selected() != "drie" || w.Canvas().Overlays().Top() != nil || w.Canvas().Focused() != fyne.Focusable(s) {
		t.Errorf("Escape chose %q", s.Selected())
	}
	press(fyne.KeyUp)
	if s.Selected() != "twee" {
		t.Errorf("the up key chose %q", s.Selected())
	}
}

// A box to tick that is disabled stays as it is.
func TestCheck(t *testing.T) {
	test.NewTempApp(t)
	c := NewCheck("ja", nil)
	test.Tap(c)
	if !c.Checked {
		t.Error("a tap does not tick")
	}
	c.Disable()
	test.Tap(c)
	c.TypedRune(' ')
	if !c.Checked {
		t.Error("a disabled box changed")
	}
}
