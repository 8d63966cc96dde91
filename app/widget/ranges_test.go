package widget

import (
	"image"
	"image/color"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"pgregory.net/rapid"

	"kring/internal/typeset"
)

// darkest are the leftmost and the rightmost column with letters in the middle of a picture.
func darkest(img image.Image) (first, last int) {
	first, last = -1, -1
	b := img.Bounds().Inset(8)
	for x := b.Min.X; x < b.Max.X; x++ {
		for y := b.Min.Y; y < b.Max.Y; y++ {
			back := img.At(b.Max.X/2, b.Max.Y-2)
			if apart(img.At(x, y), back) > 60 {
				if first < 0 {
					first = x
				}
				last = x
			}
		}
	}
	return first, last
}

func apart(a, b color.Color) int {
	x, y := color.NRGBAModel.Convert(a).(color.NRGBA), color.NRGBAModel.Convert(b).(color.NRGBA)
	d := func(p, q uint8) int { return max(int(p)-int(q), int(q)-int(p)) }
	return max(d(x.R, y.R), d(x.G, y.G), d(x.B, y.B))
}

// drawn paints a range under a line of empty letters: what is there is the mark alone.
func drawn(t *testing.T, text string, lang string, r Range) (img *image.NRGBA, line typeset.Line) {
	t.Helper()
	l := NewBidiLabel(text)
	l.Lang = lang
	shown(t, container.NewStack(l), 400, 60)
	p := typeset.Plain(text, 20, 400, color.NRGBA{})
	p.Dir = directionOf(lang)
	line = p.LayToEdit()[0]
	img = image.NewNRGBA(image.Rect(0, 0, 400, 40))
	on := rangeBrush{l, img, line, 0, 0, 1, 0, 20}
	ranges := inRunes(text, []Range{r})
	on.grounds(ranges)
	on.lines(ranges)
	return img, line
}

// columns are the stretches of columns with anything in them; small gaps are part of them.
func columns(img *image.NRGBA, gap int) [][2]int {
	var out [][2]int
	for x := range img.Rect.Max.X {
		some := false
		for y := range img.Rect.Max.Y {
			some = some || img.NRGBAAt(x, y).A > 0
		}
		switch n := len(out); {
		case !some:
		case n > 0 && x-out[n-1][1] <= gap:
			out[n-1][1] = x
		default:
			out = append(out, [2]int{x, x})
		}
	}
	return out
}

// A range shows where its letters are: in one piece, or in several where it crosses a border
// of directions.
func TestRangesStandUnderTheirLetters(t *testing.T) {
	const nl, ar = "Bel علي of المدرسة om 10", "اتصل بالسيد Tom Bakker في المدرسة"
	for _, c := range []struct {
		lang, text, part string
		pieces           int
	}{
		{"nl", nl, "Bel", 1},
		{"nl", nl, "المدرسة", 1},
		{"nl", nl, "ef", 0},
		{"nl", nl, "لي of المد", 3},
		{"ar", ar, "Tom Bakker", 1},
		{"ar", ar, "اتصل", 1},
		{"ar", ar, "السيد Tom", 2},
	} {
		from := strings.Index(c.text, c.part)
		to := from + len(c.part)
		if from < 0 {
			from, to = len(c.text)+5, len(c.text)+9 // of a text that was longer
		}
		for _, style := range []RangeStyle{Wavy, Dotted, Underlined, Struck} {
			img, line := drawn(t, c.text, c.lang, Range{From: from, To: to, Style: style})
			got := columns(img, 4)
			if len(got) != c.pieces {
				t.Errorf("%s, style %d: %q is in %v", c.lang, style, c.part, got)
				continue
			}
			if c.pieces == 0 {
				continue
			}
			at := len([]rune(c.text[:from]))
			for i, s := range line.Selected(at, at+len([]rune(c.part))) {
				if d := float64(got[i][0]) - s.Left; d > 3 || d < -3 {
					t.Errorf("%s, style %d: piece %d of %q begins at %d, its letters at %.1f", c.lang, style, i, c.part, got[i][0], s.Left)
				}
				if d := float64(got[i][1]) - s.Right; d > 3 || d < -5 {
					t.Errorf("%s, style %d: piece %d of %q ends at %d, its letters at %.1f", c.lang, style, i, c.part, got[i][1], s.Right)
				}
			}
		}
	}
}

// Each style has a form of its own, told apart without its colour.
func TestStylesDifferWithoutColour(t *testing.T) {
	var forms []*image.NRGBA
	for _, style := range []RangeStyle{Wavy, Dotted, Underlined, Struck} {
		img, _ := drawn(t, "woorden hier", "nl", Range{To: 7, Style: style, Color: theme.ColorNameForeground})
		for i, other := range forms {
			differ := 0
			for p := 3; p < len(img.Pix); p += 4 {
				if (img.Pix[p] > 120) != (other.Pix[p] > 120) {
					differ++
				}
			}
			if differ < 30 {
				t.Errorf("styles %d and %d differ in %d pixels", i, style, differ)
			}
		}
		forms = append(forms, img)
	}
}

// A place at which something is missing shows, though no letter is marked.
func TestEmptyRangeShows(t *testing.T) {
	for lang, text := range map[string]string{"nl": "Komt zij", "ar": "هل تأتي"} {
		img, line := drawn(t, text, lang, Range{From: len(text), To: len(text), Style: Dotted})
		_, end := line.Edges()
		if got := columns(img, 4); len(got) != 1 || float64(got[0][0]) > end || float64(got[0][1]) < end-1 {
			t.Errorf("%s: it shows at %v, the end is at %.0f", lang, got, end)
		}
	}
}

// Ranges go along with their letters while somebody types, and go when their letters do.
func TestRangesGoAlong(t *testing.T) {
	text := "een ابن drie"
	begin := strings.Index(text, "ابن")
	for _, c := range []struct {
		does string
		do   func(h *hands)
		want string
	}{
		{"typed before it", func(h *hands) { h.press(fyne.KeyHome); h.write("xy ") }, "ابن"},
		{"typed after it", func(h *hands) { h.f.Select(7, 7); h.write("x") }, "ابن"},
		{"typed just before it", func(h *hands) { h.f.Select(4, 4); h.write("x") }, "ابن"},
		{"typed within it", func(h *hands) { h.f.Select(5, 5); h.write("x") }, "اxبن"},
		{"erased within it", func(h *hands) { h.f.Select(5, 6); h.press(fyne.KeyDelete) }, "ان"},
		{"erased over its end", func(h *hands) { h.f.Select(6, 10); h.press(fyne.KeyDelete) }, "اب"},
		{"erased over its beginning", func(h *hands) { h.f.Select(2, 5); h.press(fyne.KeyDelete) }, "بن"},
		{"erased all of it", func(h *hands) { h.f.Select(3, 8); h.press(fyne.KeyDelete) }, ""},
		{"set to nothing", func(h *hands) { h.f.SetText("") }, ""},
	} {
		h := onField(t, NewField(text))
		h.f.SetRanges([]Range{{From: begin, To: begin + len("ابن")}})
		c.do(h)
		got := ""
		for _, r := range h.f.ranges {
			got += string([]rune(h.f.Text)[r.from:r.to])
		}
		if got != c.want {
			t.Errorf("%s: %q is marked, expected %q", c.does, got, c.want)
		}
	}
}

// What two texts have in common is counted in whole letters, also where letters begin alike.
func TestAlike(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		some := rapid.StringOfN(rapid.RuneFrom([]rune("aéبت😀")), 0, 8, -1)
		a, b := some.Draw(t, "a"), some.Draw(t, "b")
		same, rest := alike(a, b)
		if a[:same] != b[:same] || a[len(a)-rest:] != b[len(b)-rest:] || same+rest > min(len(a), len(b)) {
			t.Fatalf("%q and %q have %d and %d in common", a, b, same, rest)
		}
		for _, part := range []string{a[:same], a[len(a)-rest:], a[same : len(a)-rest], b[same : len(b)-rest]} {
			if !utf8.ValidString(part) {
				t.Fatalf("%q and %q are parted in a letter: %q", a, b, part)
			}
		}
		if x, y := []rune(a[same:]), []rune(b[same:]); len(x) > 0 && len(y) > 0 && x[0] == y[0] {
			t.Fatalf("%q and %q have more than %d in common", a, b, same)
		}
	})
}

// What no text has is left out, and what is longer than the text ends with it.
func TestRangesBeyondTheText(t *testing.T) {
	got := inRunes("één", []Range{{From: 2, To: 99}, {From: -3, To: 2}, {From: 9, To: 12}, {From: 3, To: 1}})
	if len(got) != 2 || got[0].from != 0 || got[0].to != 1 || got[1].from != 1 || got[1].to != 3 {
		t.Errorf("%+v", got)
	}
}

// A label and a field paint their ranges, and lose them again.
func TestRangesArePainted(t *testing.T) {
	label, field := NewBidiLabel("Kom om 10:30 uur"), NewArea("Kom om\n10:30 uur", 2)
	w := shown(t, container.NewVBox(label, field), 300, 160)
	plain := w.Canvas().Capture()
	label.SetRanges([]Range{{From: 4, To: 12, Style: Struck}})
	marked := w.Canvas().Capture()
	field.SetRanges([]Range{{From: 5, To: 12, Style: Wavy}})
	both := w.Canvas().Capture()
	if sameImage(t, plain, marked) || sameImage(t, marked, both) {
		t.Error("a range does not show")
	}
	label.SetRanges(nil)
	field.SetRanges(nil)
	if !sameImage(t, plain, w.Canvas().Capture()) {
		t.Error("a range stays")
	}
}

// A label of a language begins where that begins.
func TestLabelOfALanguage(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		right      bool
	}{{"ar", "12", true}, {"fa", "HBBM", true}, {"ckb", "Kring", true}, {"he", "12", true}, {"nl", "علي komt", false}, {"", "علي komt", true}} {
		l := NewBidiLabel(c.text)
		l.Lang, l.ShowMarks = c.lang, true
		shown(t, container.NewStack(l), 300, 40)
		if got := l.shown(300)[0]; got.RTL != c.right || (got.X > 150) != c.right {
			t.Errorf("%s %q begins at %.0f", c.lang, c.text, got.X)
		}
	}
}
