package widget

import (
	"errors"
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// hands types, presses and clicks in a field.
type hands struct {
	*testing.T
	f *Field
	w fyne.Window
}

func onField(t *testing.T, f *Field) *hands {
	t.Helper()
	h := &hands{t, f, shown(t, f, 400, 200)}
	h.w.Canvas().Focus(f)
	return h
}

func (h *hands) write(s string) {
	for _, r := range s {
		h.f.TypedRune(r)
	}
}

func (h *hands) press(names ...fyne.KeyName) {
	for _, n := range names {
		h.f.TypedKey(key(n))
	}
}

// extend presses with Shift held.
func (h *hands) extend(names ...fyne.KeyName) {
	h.f.KeyDown(key(desktop.KeyShiftLeft))
	h.press(names...)
	h.f.KeyUp(key(desktop.KeyShiftLeft))
}

func (h *hands) control(name fyne.KeyName, more ...fyne.KeyModifier) {
	mod := fyne.KeyModifierControl
	for _, m := range more {
		mod |= m
	}
	h.f.TypedShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: mod})
}

// want checks the text, with | for the caret and [ ] around a selection.
func (h *hands) want(doing, want string) {
	h.Helper()
	runes := []rune(h.f.Text)
	from, to := h.f.text.Selection()
	got := string(runes[:from]) + "[" + string(runes[from:to]) + "]" + string(runes[to:])
	if from == to {
		got = string(runes[:from]) + "|" + string(runes[from:])
	}
	if got != want {
		h.Fatalf("%s: %q, want %q", doing, got, want)
	}
}

func TestFieldInDutch(t *testing.T) {
	h := onField(t, NewField(""))
	h.write("een twee")
	h.want("typed", "een twee|")
	h.press(fyne.KeyLeft, fyne.KeyLeft)
	h.want("two to the left", "een tw|ee")
	h.press(fyne.KeyHome, fyne.KeyRight)
	h.want("home and right", "e|en twee")
	h.extend(fyne.KeyEnd)
	h.want("to the end with Shift", "e[en twee]")
	h.press(fyne.KeyLeft)
	h.want("left leaves a selection", "e|en twee")
	h.control(fyne.KeyRight)
	h.want("a word on", "een| twee")
	h.control(fyne.KeyRight, fyne.KeyModifierShift)
	h.want("a word on with Shift", "een[ twee]")
	h.press(fyne.KeyDelete)
	h.want("deleted", "een|")
	h.f.TypedShortcut(&fyne.ShortcutUndo{})
	h.want("undone", "een[ twee]")
	h.f.TypedShortcut(&fyne.ShortcutRedo{})
	h.want("redone", "een|")
	h.control(fyne.KeyBackspace)
	h.want("a word erased", "|")
	h.press(fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd)
	h.want("keys in an empty field", "|")
}

// In mixed text the arrows go where they point: within Arabic to the left is on.
func TestFieldInMixedText(t *testing.T) {
	h := onField(t, NewField(""))
	h.write("علي HB 12")
	h.want("typed", "علي HB 12|")
	h.press(fyne.KeyHome)
	h.want("home is at the right", "|علي HB 12")
	h.press(fyne.KeyRight)
	h.want("to the right of all stays", "|علي HB 12")
	h.press(fyne.KeyLeft)
	h.want("to the left is on", "ع|لي HB 12")
	h.press(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
	h.want("to the space's end", "علي |HB 12")
	h.press(fyne.KeyLeft)
	h.want("over the last digit: Dutch is one stretch, entered from its right", "علي HB 1|2")
	h.press(fyne.KeyRight)
	h.want("and back, to where Arabic is written", "علي |HB 12")
	h.press(fyne.KeyRight)
	h.want("into the Arabic again", "علي| HB 12")
	h.control(fyne.KeyLeft)
	h.want("a word on, to the left", "علي HB| 12")
	h.extend(fyne.KeyHome)
	h.want("home with Shift", "[علي HB] 12")
	h.press(fyne.KeyBackspace)
	h.want("erased", "| 12")
	h.write("فاطمة")
	h.want("written in its place", "فاطمة| 12")
}

// A secret shows dots and is not copied; its letters come back when asked for.
func TestSecretField(t *testing.T) {
	f := NewField("")
	f.Secret = true
	h := onField(t, f)
	h.write("abé سر")
	hidden := h.w.Canvas().Capture()
	fyne.CurrentApp().Clipboard().SetContent("eerder")
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.TypedShortcut(&fyne.ShortcutCopy{})
	f.TypedShortcut(&fyne.ShortcutCut{})
	if got := fyne.CurrentApp().Clipboard().Content(); got != "eerder" || f.Text != "abé سر" {
		t.Errorf("copied %q, left %q", got, f.Text)
	}
	if got := len(f.lay().lines[0].Cells); got != 6 {
		t.Errorf("six letters show as %d dots", got)
	}
	f.goTo(f.text.Len())
	f.SetSecret(false)
	if sameImage(t, hidden, h.w.Canvas().Capture()) {
		t.Error("the letters do not come back")
	}
}

// A field says what is wrong when the keyboard leaves it, and takes that back at once when
// it is mended.
func TestFieldIsJudged(t *testing.T) {
	f := NewField("")
	wrong := errors.New("no number")
	f.Validator = func(text string) error {
		if strings.Trim(text, "0123456789") != "" {
			return wrong
		}
		return nil
	}
	var said []error
	f.SetOnValidationChanged(func(err error) { said = append(said, err) })
	h := onField(t, f)
	h.write("12a")
	if len(said) > 0 {
		t.Errorf("judged while typing: %v", said)
	}
	right := h.w.Canvas().Capture()
	h.w.Canvas().Unfocus()
	if sameImage(t, right, h.w.Canvas().Capture()) {
		t.Error("nothing shows that it is wrong")
	}
	h.w.Canvas().Focus(f)
	h.press(fyne.KeyBackspace)
	if len(said) != 2 || said[0] != wrong || said[1] != nil || f.Validate() != nil {
		t.Errorf("said %v", said)
	}
}

// A field that is off is read and copied, not changed.
func TestFieldThatIsOff(t *testing.T) {
	f := NewField("vast")
	h := onField(t, f)
	f.Disable()
	h.write("x")
	h.press(fyne.KeyBackspace, fyne.KeyDelete)
	h.control(fyne.KeyBackspace)
	for _, s := range []fyne.Shortcut{&fyne.ShortcutSelectAll{}, &fyne.ShortcutCut{}, &fyne.ShortcutPaste{}, &fyne.ShortcutUndo{}} {
		f.TypedShortcut(s)
	}
	if f.Text != "vast" || f.SelectedText() != "vast" {
		t.Errorf("it holds %q, selected %q", f.Text, f.SelectedText())
	}
	f.Enable()
	h.write("x")
	if f.Text != "x" {
		t.Errorf("on again it holds %q", f.Text)
	}
}

func TestFieldErasesWholeLetters(t *testing.T) {
	h := onField(t, NewField(""))
	h.write("قليلًا")
	h.press(fyne.KeyLeft, fyne.KeyBackspace, fyne.KeyBackspace)
	h.want("alef, then lam with its tanwin, then nothing of them is left", "قلي|")
	h.f.SetText("👨‍👩‍👧x")
	h.press(fyne.KeyEnd, fyne.KeyBackspace, fyne.KeyBackspace)
	h.want("a family goes as one", "|")
}

func TestFieldByMouse(t *testing.T) {
	h := onField(t, NewField("een twee drie"))
	at := func(pos int) fyne.Position {
		c := h.f.line().Carets(pos)[0]
		return fyne.NewPos(h.f.padding()+float32(c.X), h.f.padding()+h.f.lineHeight()/2)
	}
	press := func(pos int, mod fyne.KeyModifier) {
		e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: mod}
		e.Position = at(pos)
		h.f.MouseDown(e)
	}
	press(4, 0)
	h.want("a click", "een |twee drie")
	press(8, fyne.KeyModifierShift)
	h.want("a click with Shift", "een [twee] drie")
	press(0, 0)
	h.f.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at(3)}})
	h.want("dragged", "[een] twee drie")
	h.f.DoubleTapped(&fyne.PointEvent{Position: at(6)})
	h.want("a double click", "een [twee] drie")
	press(6, 0)
	h.want("a third click", "[een twee drie]")
	h.f.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonSecondary})
	h.want("the other button leaves the selection", "[een twee drie]")
}

func TestFieldAndTheClipboard(t *testing.T) {
	h := onField(t, NewField("علي en Piet"))
	clip := fyne.CurrentApp().Clipboard()
	h.f.TypedShortcut(&fyne.ShortcutSelectAll{})
	h.f.TypedShortcut(&fyne.ShortcutCut{})
	if clip.Content() != "علي en Piet" {
		t.Errorf("cut %q: it must be in the order in which it is read", clip.Content())
	}
	clip.SetContent("regel een\r\nregel twee")
	h.f.TypedShortcut(&fyne.ShortcutPaste{})
	h.want("two lines pasted into one", "regel een regel twee|")
	h.f.TypedShortcut(&fyne.ShortcutCopy{})
	if clip.Content() != "regel een\r\nregel twee" {
		t.Error("copying nothing emptied the clipboard")
	}
}

func TestFieldTellsItsChanges(t *testing.T) {
	var heard []string
	submitted := ""
	f := NewField("begin")
	f.OnChanged, f.OnSubmitted = func(s string) { heard = append(heard, s) }, func(s string) { submitted = s }
	h := onField(t, f)
	h.press(fyne.KeyEnd, fyne.KeyLeft)
	h.write("x")
	f.SetText("begixn")
	f.SetText("anders")
	h.press(fyne.KeyReturn)
	if strings.Join(heard, " ") != "begixn anders" || submitted != "anders" {
		t.Errorf("heard %q, submitted %q", heard, submitted)
	}
}

// Enter is a new line in a field of many; with Ctrl it is done.
func TestAreaIsSentWithCtrlEnter(t *testing.T) {
	sent := []string{}
	f := NewArea("", 2)
	f.OnSubmitted = func(s string) { sent = append(sent, s) }
	h := onField(t, f)
	h.write("een")
	h.press(fyne.KeyReturn)
	h.write("twee")
	h.f.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	if len(sent) != 1 || sent[0] != "een\ntwee" || f.Text != "een\ntwee" {
		t.Errorf("sent %q, the field has %q", sent, f.Text)
	}
}

func TestAreaGrowsAndWraps(t *testing.T) {
	h := onField(t, NewArea("", 2))
	low := h.f.MinSize().Height
	h.write("Dit is een regel die langer is dan het vak breed is, en dus omslaat.")
	h.press(fyne.KeyReturn)
	h.write("سطر")
	h.press(fyne.KeyReturn)
	h.write("einde")
	if high := h.f.MinSize().Height; high <= low {
		t.Errorf("%.0f high with four lines, %.0f with none", high, low)
	}
	lines := h.f.lay().lines
	if len(lines) != 4 || !lines[2].RTL || lines[3].RTL {
		t.Fatalf("%d lines", len(lines))
	}
	h.press(fyne.KeyUp, fyne.KeyUp, fyne.KeyUp)
	if got := h.f.lineOf(h.f.text.Caret()); got != 0 {
		t.Errorf("three up from the last line is line %d", got)
	}
	h.press(fyne.KeyEnd, fyne.KeyRight)
	if got := h.f.text.Caret(); got != lines[1].from {
		t.Errorf("over the end of a line is %d, the next one begins at %d", got, lines[1].from)
	}
	for range 100 {
		h.press(fyne.KeyDown, fyne.KeyLeft)
	}
	for range 100 {
		h.press(fyne.KeyUp, fyne.KeyRight)
	}
}

// A long line scrolls with the caret, and the hint stands where nothing is typed.
func TestLongFieldFollowsTheCaret(t *testing.T) {
	h := onField(t, NewField(""))
	h.f.SetPlaceHolder("bijvoorbeeld Oosterwei")
	empty := h.w.Canvas().Capture()
	h.write(strings.Repeat("lang ", 30))
	if h.f.scroll <= 0 {
		t.Error("the end of a long line is out of sight")
	}
	h.press(fyne.KeyHome)
	if h.f.scroll != 0 {
		t.Errorf("at the beginning it is scrolled by %.0f", h.f.scroll)
	}
	h.f.SetText("")
	if got := h.w.Canvas().Capture(); !sameImage(t, empty, got) {
		t.Error("the hint does not come back")
	}
}

// A hint that is longer than its field goes on under itself: none of it is cut off.
func TestLongHintWraps(t *testing.T) {
	f := NewArea("", 3)
	f.SetPlaceHolder("kort")
	h := onField(t, f)
	short := h.w.Canvas().Capture()
	f.SetPlaceHolder("kort " + strings.Repeat("woord ", 30))
	long := h.w.Canvas().Capture()
	scale := h.w.Canvas().Scale()
	second := int((f.Position().Y + f.padding()/2 + 1.5*f.lineHeight()) * scale)
	wrapped := false
	for x := range long.Bounds().Dx() {
		wrapped = wrapped || short.At(x, second) != long.At(x, second)
	}
	if !wrapped {
		t.Error("nothing stands on the second line")
	}
}

func sameImage(t *testing.T, a, b image.Image) bool {
	t.Helper()
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return true
}
