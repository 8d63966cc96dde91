package widget

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TestEditing replays the steps of testdata/editing.txt: what a key or a click makes of
// the text, the caret and the selection. Each was compared with what GTK 3 does
// (make compare-editor); where Kring does something else, the step says why.
func TestEditing(t *testing.T) {
	data, err := os.ReadFile("testdata/editing.txt")
	if err != nil {
		t.Fatal(err)
	}
	h := onField(t, NewArea("", 3))
	h.f.Resize(fyne.NewSize(420, 300))
	steps, mixed := 0, 0
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		step, want, _ := strings.Cut(line, "\t")
		want, _, _ = strings.Cut(want, "\t") // what GTK does instead
		h.step(step)
		if got := h.state(); got != want {
			t.Errorf("line %d: after %q\n %s\nexpected\n %s", i+1, step, got, want)
		}
		steps++
		if strings.ContainsFunc(h.f.Text, func(r rune) bool { return r < 0x250 && r >= 'a' }) &&
			strings.ContainsFunc(h.f.Text, func(r rune) bool { return r >= 0x600 && r < 0x700 }) {
			mixed++
		}
	}
	if steps < 120 || mixed < 60 {
		t.Errorf("only %d steps, %d of them in mixed text", steps, mixed)
	}
}

// state is the text with | for the caret and [ ] around what is selected.
func (h *hands) state() string {
	var b strings.Builder
	runes := []rune(h.f.Text)
	from, to := h.f.text.Selection()
	caret := h.f.text.Caret()
	for i := range len(runes) + 1 {
		switch {
		case from != to && i == to:
			b.WriteString(map[bool]string{true: "|]", false: "]"}[i == caret])
		case from != to && i == from:
			b.WriteString(map[bool]string{true: "[|", false: "["}[i == caret])
		case i == caret:
			b.WriteString("|")
		}
		if i < len(runes) {
			b.WriteRune(runes[i])
		}
	}
	return strings.ReplaceAll(b.String(), "\n", "⏎")
}

// step does one line of the steps.
func (h *hands) step(step string) {
	h.Helper()
	what, rest, _ := strings.Cut(step, " ")
	var at []float64 // of a click: the letter, and the part of its width from the left
	for _, f := range strings.Fields(rest) {
		if n, err := strconv.ParseFloat(f, 64); err == nil {
			at = append(at, n)
		}
	}
	switch what {
	case "set":
		h.f.SetText(strings.ReplaceAll(rest, "⏎", "\n"))
		h.f.goTo(0)
	case "type":
		h.write(strings.ReplaceAll(rest, "⏎", "\n"))
	case "key":
		h.keys(strings.Split(rest, "+"))
	case "click":
		h.click(at, 0)
	case "shiftclick":
		h.click(at, fyne.KeyModifierShift)
	case "double":
		h.click(at, 0)
		h.f.DoubleTapped(&fyne.PointEvent{Position: h.letter(at)})
	case "triple":
		h.step("double " + rest)
		h.f.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, PointEvent: fyne.PointEvent{Position: h.letter(at)}})
		h.f.twice = time.Time{}
	case "drag":
		h.click(at[:2], 0)
		h.f.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: h.letter(at[2:])}})
		h.f.DragEnd()
	default:
		h.Fatalf("no step %q", step)
	}
}

// keys presses the last of them with the others held.
func (h *hands) keys(names []string) {
	name := fyne.KeyName(names[len(names)-1])
	if name == "Backspace" {
		name = fyne.KeyBackspace
	}
	control, shift := false, false
	for _, m := range names[:len(names)-1] {
		control, shift = control || m == "Ctrl", shift || m == "Shift"
	}
	switch {
	case control && name == "A":
		h.f.TypedShortcut(&fyne.ShortcutSelectAll{})
	case control && shift:
		h.control(name, fyne.KeyModifierShift)
	case control:
		h.control(name)
	case shift:
		h.extend(name)
	default:
		h.press(name)
	}
}

func (h *hands) click(at []float64, mod fyne.KeyModifier) {
	h.f.twice = time.Time{}
	h.f.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: mod, PointEvent: fyne.PointEvent{Position: h.letter(at)}})
}

// letter is where a letter of the text stands.
func (h *hands) letter(at []float64) fyne.Position {
	h.Helper()
	pad := h.f.padding()
	for _, l := range h.f.lay().lines {
		for _, c := range l.Cells {
			if pos := int(at[0]) - l.base(); c.From <= pos && pos < c.To {
				x := l.shift + c.Left + (c.Right-c.Left)*at[1]
				return fyne.NewPos(pad+float32(x), pad+l.top+h.f.lineHeight()/2)
			}
		}
	}
	h.Fatalf("no letter %v", at)
	return fyne.Position{}
}
