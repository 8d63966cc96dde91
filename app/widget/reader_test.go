package widget

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// reading shows a label whose text can be selected, at the top left.
func reading(t *testing.T, text string) (l *BidiLabel, r *reader, followed *[]string) {
	t.Helper()
	followed = new([]string)
	l = NewBidiLabel(text)
	l.Selectable, l.Follow = true, func(address string) { *followed = append(*followed, address) }
	shown(t, container.NewWithoutLayout(l), 420, 300)
	l.Resize(fyne.NewSize(400, 280))
	return l, test.WidgetRenderer(l).(*bidiRenderer).reader, followed
}

// over is where a part of the text stands: its middle.
func (r *reader) over(part string) fyne.Position {
	at := strings.Index(r.label.Text, part)
	from := len([]rune(r.label.Text[:at]))
	top := 0.0
	for _, l := range r.label.shown(r.label.Size().Width) {
		if s := l.Selected(from, from+len([]rune(part))); len(s) > 0 {
			return fyne.NewPos(float32((s[0].Left+s[0].Right)/2), float32(top+l.Height/2))
		}
		top += l.Height
	}
	return fyne.Position{}
}

func press(r *reader, at fyne.Position, mod fyne.KeyModifier) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: mod}
	e.Position = at
	r.MouseDown(e)
	r.MouseUp(e)
	r.Tapped(&fyne.PointEvent{Position: at})
}

// What is selected is copied in the order in which it is read, whichever way it stands.
func TestReaderSelectsAndCopies(t *testing.T) {
	_, r, _ := reading(t, "اتصل بالمدرسة على 06-12345678 قبل الظهر")
	press(r, r.over("المدرسة"), 0)
	r.DoubleTapped(&fyne.PointEvent{Position: r.over("المدرسة")})
	if got := r.SelectedText(); got != "بالمدرسة" {
		t.Errorf("a double click selects %q", got)
	}
	press(r, r.over("ظ"), 0) // a third click within the time
	if got := r.SelectedText(); got != r.label.Text {
		t.Errorf("a triple click selects %q", got)
	}
	r.twice = r.twice.Add(-thirdClick)
	press(r, r.over("المدرسة"), 0)
	press(r, r.over("123"), fyne.KeyModifierShift)
	r.TypedShortcut(&fyne.ShortcutCopy{})
	got := fyne.CurrentApp().Clipboard().Content()
	if !strings.Contains(r.label.Text, got) || !strings.Contains(got, "على 06-") {
		t.Errorf("copied %q", got)
	}
	r.TypedShortcut(&fyne.ShortcutSelectAll{})
	r.TypedShortcut(&fyne.ShortcutCopy{})
	if got := fyne.CurrentApp().Clipboard().Content(); got != r.label.Text {
		t.Errorf("copied %q of all", got)
	}
	r.FocusLost()
	if r.SelectedText() != "" {
		t.Error("what is selected stays when the keyboard goes elsewhere")
	}
}

// Addresses are followed by the mouse and by the keyboard, and dragging over one is not
// following it.
func TestReaderFollowsLinks(t *testing.T) {
	_, r, followed := reading(t, "Kijk op www.kring.nl of mail naar info@kring.nl. Tot zo")
	press(r, r.over("kring.nl of"), 0)
	press(r, r.over("Tot"), 0)
	r.FocusLost()
	r.FocusGained() // by Tab
	for _, k := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyRight, fyne.KeyReturn, fyne.KeyRight, fyne.KeyLeft, fyne.KeySpace} {
		r.TypedKey(key(k))
	}
	want := "https://www.kring.nl https://www.kring.nl mailto:info@kring.nl https://www.kring.nl"
	if got := strings.Join(*followed, " "); got != want {
		t.Errorf("followed %s", got)
	}
	r.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: r.over("info")}})
	if r.Cursor() != desktop.PointerCursor {
		t.Error("the mouse over a link is no hand")
	}
	press(r, r.over("Kijk"), 0)
	r.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: r.over("info")}})
	r.Tapped(&fyne.PointEvent{Position: r.over("info")})
	if len(*followed) != 4 || !strings.HasPrefix(r.SelectedText(), "ijk op www") && !strings.HasPrefix(r.SelectedText(), "jk op www") {
		t.Errorf("followed %v, selected %q", *followed, r.SelectedText())
	}
}

// Tab passes texts without addresses; where one was clicked, it goes on from there.
func TestTabPassesPlainText(t *testing.T) {
	one, two := NewField(""), NewField("")
	plain, linked := NewBidiLabel("Zomaar tekst"), NewBidiLabel("Zie www.kring.nl")
	for _, l := range []*BidiLabel{plain, linked} {
		l.Selectable, l.Follow = true, func(string) {}
	}
	w := shown(t, container.NewVBox(one, plain, two, linked), 300, 300)
	c := w.Canvas()
	c.Focus(one)
	c.FocusNext()
	if c.Focused() != two {
		t.Errorf("after the field comes %T", c.Focused())
	}
	c.FocusNext()
	if r, ok := c.Focused().(*reader); !ok || r.label != linked {
		t.Errorf("after the second field comes %T", c.Focused())
	}
	press(test.WidgetRenderer(plain).(*bidiRenderer).reader, fyne.NewPos(5, 5), 0)
	c.FocusNext()
	if c.Focused() != two {
		t.Errorf("after the clicked text comes %T", c.Focused())
	}
}

// A selection shows.
func TestSelectionIsPainted(t *testing.T) {
	l, r, _ := reading(t, "Samen آلاء lezen")
	b := test.WidgetRenderer(l).(*bidiRenderer)
	plain := b.draw(400, 280)
	r.TypedShortcut(&fyne.ShortcutSelectAll{})
	if sameImage(t, plain, b.draw(400, 280)) {
		t.Error("nothing shows what is selected")
	}
}
