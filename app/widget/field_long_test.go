package widget

import (
	"image"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"kring/internal/typeset"
)

func (h *hands) chord(keys ...fyne.KeyName) {
	for _, k := range keys {
		h.f.KeyDown(key(k))
	}
	for _, k := range keys {
		h.f.KeyUp(key(k))
	}
}

// Control and Shift give the caret's paragraph a direction, and only that one; pressed on
// the way to a shortcut they do not. Undo takes it back.
func TestForcedDirection(t *testing.T) {
	h := onField(t, NewArea("Bel 06.\nتفضل 5.", 3))
	rtl := func(line int) bool { return h.f.lay().lines[line].RTL }
	h.control(fyne.KeyHome)
	h.chord(desktop.KeyControlRight, desktop.KeyShiftRight)
	if !rtl(0) || !rtl(1) || h.f.Text != "\u200fBel 06.\nتفضل 5." {
		t.Errorf("from the right: %v %v %q", rtl(0), rtl(1), h.f.Text)
	}
	h.chord(desktop.KeyShiftLeft, desktop.KeyControlLeft)
	if rtl(0) || h.f.Text != "\u200eBel 06.\nتفضل 5." {
		t.Errorf("from the left: %v %q", rtl(0), h.f.Text)
	}
	h.f.TypedShortcut(&fyne.ShortcutUndo{})
	if !rtl(0) {
		t.Error("undo keeps the direction")
	}
	h.control(fyne.KeyEnd)
	before := h.f.Text
	h.f.KeyDown(key(desktop.KeyControlLeft))
	h.f.KeyDown(key(desktop.KeyShiftLeft))
	h.f.KeyDown(key(fyne.KeyZ))
	h.f.KeyUp(key(fyne.KeyZ))
	h.f.KeyUp(key(desktop.KeyShiftLeft))
	h.f.KeyUp(key(desktop.KeyControlLeft))
	if h.f.Text != before {
		t.Errorf("a shortcut changed the direction: %q", h.f.Text)
	}
	h.chord(desktop.KeyControlLeft, desktop.KeyShiftLeft)
	if rtl(1) || !rtl(0) {
		t.Error("the other paragraph changed")
	}
}

// A long text scrolls in its place: the caret's line is always in sight, the wheel moves
// the text and no further than it goes, and a click lands where it points.
func TestLongAreaScrolls(t *testing.T) {
	f := NewArea(strings.Repeat("regel\n", 50)+"slot", 3)
	f.MaxRows = 6
	if want, got := f.lineHeight()*6+2*f.padding(), f.MinSize().Height; got < want || got >= want+1 { // whole pixels
		t.Errorf("%v high, want %v", got, want)
	}
	h := onField(t, f)
	inSight := func(doing string) {
		t.Helper()
		l := f.line()
		if l.top < f.top-0.01 || l.top+f.lineHeight() > f.top+f.height-2*f.padding()+0.01 {
			t.Errorf("%s: the caret's line at %v, the text from %v", doing, l.top, f.top)
		}
	}
	h.control(fyne.KeyEnd)
	inSight("to the end")
	for range 60 {
		h.press(fyne.KeyUp)
		inSight("up")
	}
	for range 3 {
		f.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -1e6}})
	}
	if f.top != f.overflow() {
		t.Errorf("scrolled to %v of %v", f.top, f.overflow())
	}
	if pos := f.positionAt(fyne.NewPos(f.padding()+1, f.height-f.padding()-1)); f.text.String()[pos:] != "slot" {
		t.Errorf("the lowest line is %q", f.text.String()[pos:])
	}
	h.write("x")
	inSight("typing")
}

// The wheel over a text that is all in sight is the page's.
func TestWheelPasses(t *testing.T) {
	f := NewField("kort")
	var passed bool
	f.OnScroll = func(*fyne.ScrollEvent) { passed = true }
	f.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -10}})
	if !passed {
		t.Error("the field kept the wheel")
	}
}

// FuzzField: whatever is pressed, clicked and pasted, caret and selection stay within the
// text and between its letters, and the text can be painted.
func FuzzField(f *testing.F) {
	f.Add("Bel 06-12345678 تفضل", []byte("lLrRhHeEbd\x00\x05cvxzy"))
	f.Add("لا إِلى\nة é 👩‍👩‍👧", []byte{1, 2, 3, 200, 17, 99, 'w', 'W', 'u', 'n'})
	keys := map[byte]fyne.KeyName{
		'l': fyne.KeyLeft, 'r': fyne.KeyRight, 'u': fyne.KeyUp, 'n': fyne.KeyDown, 'h': fyne.KeyHome, 'e': fyne.KeyEnd,
		'b': fyne.KeyBackspace, 'd': fyne.KeyDelete, 'p': fyne.KeyPageDown, 'q': fyne.KeyPageUp, 'j': fyne.KeyReturn,
	}
	f.Fuzz(func(t *testing.T, text string, script []byte) {
		if len(text) > 300 || len(script) > 100 {
			t.Skip()
		}
		h := onField(t, NewArea("", 3))
		h.f.MaxRows = 4
		for i, b := range script {
			lower := b | 0x20
			name, isKey := keys[lower]
			switch {
			case isKey && b != lower:
				h.extend(name)
			case isKey:
				h.press(name)
			case lower == 'w':
				h.control(fyne.KeyLeft)
			case lower == 'v':
				h.control(fyne.KeyBackspace)
			case lower == 'z':
				h.f.TypedShortcut(&fyne.ShortcutUndo{})
			case lower == 'y':
				h.f.TypedShortcut(&fyne.ShortcutRedo{})
			case lower == 'm':
				h.f.direct(typeset.RTL)
			case b > 127:
				h.f.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(b), float32(i%5)*20)}, Button: desktop.MouseButtonPrimary})
			case len(text) > 0:
				for _, r := range []rune(text)[i%len([]rune(text)) : i%len([]rune(text))+1] {
					h.f.TypedRune(r)
				}
			}
			from, to := h.f.text.Selection()
			caret := h.f.text.Caret()
			if from < 0 || to > h.f.text.Len() || h.f.text.Before(h.f.text.After(caret)) != caret && caret < h.f.text.Len() {
				t.Fatalf("step %d: caret %d, selection %d to %d of %q", i, caret, from, to, h.f.text.String())
			}
		}
		r := h.f.CreateRenderer().(*fieldRenderer)
		r.text.Resize(fyne.NewSize(380, 100))
		if _, ok := r.draw(380, 100).(*image.NRGBA); !ok {
			t.Fatal("nothing is painted")
		}
	})
}

// A book that is pasted does not make a picture of its length.
func TestFieldDoesNotGrowWithoutEnd(t *testing.T) {
	test.NewTempApp(t)
	f := NewArea("", 3)
	f.SetText(strings.Repeat("een regel\n", 90))
	if got, want := f.MinSize().Height, 90*f.lineHeight(); got < want {
		t.Errorf("90 lines are %v high, not %v", got, want)
	}
	f.SetText(strings.Repeat("een regel\n", 9000))
	if got := f.MinSize().Height; got > 4096 {
		t.Errorf("9000 lines are %v high", got)
	}
}

// A book in one paragraph is laid out line by line, each of them once.
func TestLongParagraphIsLaidInTime(t *testing.T) {
	test.NewTempApp(t)
	f := NewArea("", 3)
	took := func(words int) time.Duration {
		begin := time.Now()
		f.SetText(strings.Repeat("woorden ", words))
		return time.Since(begin)
	}
	took(100)
	if short, long := took(1000), took(16000); long > 50*short+time.Second {
		t.Errorf("16 times as long took %v, not %v", long, short)
	}
}
