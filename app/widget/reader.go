package widget

import (
	"image/color"
	"image/draw"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/internal/edit"
	"kring/internal/typeset"
)

// reader is what a label whose text can be selected has under its letters: the mouse
// selects, double-clicks take a word and triple ones the paragraph, Control+C copies in
// the order in which it is read. Tab stops at a label with addresses only: the arrows
// step through them and Enter follows. What is selected stays until the keyboard goes
// elsewhere.
type reader struct {
	widget.BaseWidget
	label   *BidiLabel
	text    edit.Text
	focused bool
	twice   time.Time // of the last double click
	chosen  int       // of the links, by the keyboard
	keyed   bool      // the keyboard came by Tab, not by the mouse
	hand    bool      // the mouse is over a link
}

func newReader(l *BidiLabel) *reader {
	r := &reader{label: l, keyed: true}
	r.text.Lines = true
	r.ExtendBaseWidget(r)
	r.follow()
	return r
}

// follow takes over a text that changed.
func (r *reader) follow() {
	r.text.Alone = nil
	if r.label.ShowMarks {
		r.text.Alone = alone
	}
	if text := r.label.seen(); r.text.String() != text {
		r.text.Set(text)
		r.text.Select(0, 0)
	}
}

// CreateRenderer implements fyne.Widget: the label paints what is selected.
func (r *reader) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

// links are the addresses of the text.
func (r *reader) links() []typeset.Address { return r.label.links(r.label.seen()) }

// Disabled implements fyne.Disableable: Tab passes a text in which nothing can be followed.
// SelectedText lets the mouse give it the keyboard nevertheless (Fyne's own rule).
func (r *reader) Disabled() bool { return !r.focused && len(r.links()) == 0 }

// Enable implements fyne.Disableable.
func (r *reader) Enable() {}

// Disable implements fyne.Disableable.
func (r *reader) Disable() {}

// SelectedText is what would be copied.
func (r *reader) SelectedText() string { return r.text.Selected() }

// FocusGained implements fyne.Focusable.
func (r *reader) FocusGained() {
	r.focused, r.chosen = true, 0
	if r.keyed {
		intoSight(r.label)
	}
	r.label.Refresh()
}

// FocusLost implements fyne.Focusable.
func (r *reader) FocusLost() {
	r.focused, r.keyed = false, true
	r.text.Select(0, 0)
	r.label.Refresh()
}

// TypedRune implements fyne.Focusable.
func (r *reader) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (r *reader) TypedKey(k *fyne.KeyEvent) {
	if pressed(k) {
		return
	}
	links := r.links()
	switch k.Name {
	case fyne.KeyRight, fyne.KeyDown:
		r.choose(min(r.chosen+1, len(links)-1))
	case fyne.KeyLeft, fyne.KeyUp:
		r.choose(max(r.chosen-1, 0))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if r.chosen < len(links) {
			r.label.Follow(links[r.chosen].URL)
		}
	case fyne.KeyEscape:
		if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
			c.Unfocus()
		}
	}
}

func (r *reader) choose(link int) {
	r.chosen, r.keyed = link, true
	r.label.Refresh()
}

// TypedShortcut implements fyne.Shortcutable; what is not of a text goes to the window.
func (r *reader) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutCopy:
		if text := r.text.Selected(); text != "" {
			Copy(text, false)
		}
	case *fyne.ShortcutSelectAll:
		r.selected(0, r.text.Len())
	default:
		passOn(r, s)
	}
}

func (r *reader) selected(from, to int) {
	r.text.Select(from, to)
	r.label.Refresh()
}

// Cursor implements desktop.Cursorable.
func (r *reader) Cursor() desktop.Cursor {
	if r.hand {
		return desktop.PointerCursor
	}
	return desktop.TextCursor
}

// MouseIn implements desktop.Hoverable.
func (r *reader) MouseIn(e *desktop.MouseEvent) { touched(); r.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (r *reader) MouseMoved(e *desktop.MouseEvent) { r.hand = r.linkAt(e.Position) != "" }

// MouseOut implements desktop.Hoverable.
func (r *reader) MouseOut() {}

// MouseDown implements desktop.Mouseable.
func (r *reader) MouseDown(e *desktop.MouseEvent) {
	r.keyed = false
	if !r.focused {
		takeKeyboard(r)
	}
	at := r.positionAt(e.Position)
	switch {
	case e.Button != desktop.MouseButtonPrimary:
	case time.Since(r.twice) < thirdClick:
		r.selected(r.text.Paragraph(at))
	default:
		r.text.MoveTo(at, e.Modifier&fyne.KeyModifierShift != 0)
		r.label.Refresh()
	}
}

// MouseUp implements desktop.Mouseable.
func (r *reader) MouseUp(*desktop.MouseEvent) {}

// Tapped implements fyne.Tappable: it follows a link.
func (r *reader) Tapped(e *fyne.PointEvent) {
	if link := r.linkAt(e.Position); link != "" && r.text.Selected() == "" {
		r.label.Follow(link)
	}
}

// DoubleTapped implements fyne.DoubleTappable: it selects a word.
func (r *reader) DoubleTapped(e *fyne.PointEvent) {
	r.twice = time.Now()
	r.selected(r.text.Word(r.positionAt(e.Position)))
}

// Dragged implements fyne.Draggable.
func (r *reader) Dragged(e *fyne.DragEvent) {
	r.text.MoveTo(r.positionAt(e.Position), true)
	r.label.Refresh()
}

// DragEnd implements fyne.Draggable.
func (r *reader) DragEnd() {}

// TappedSecondary implements fyne.SecondaryTappable.
func (r *reader) TappedSecondary(e *fyne.PointEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(r)
	if c == nil {
		return
	}
	if r.text.Selected() == "" {
		r.selected(0, r.text.Len())
	}
	from, to := r.text.Selection()
	copying := clipboardItem("Copy", theme.ContentCopyIcon(), r, &fyne.ShortcutCopy{})
	do := copying.Do
	copying.Do = func() { r.selected(from, to); do() } // the menu had the keyboard
	showMenuAt(c, e.AbsolutePosition, copying)
}

// lineAt is the line at a height.
func (r *reader) lineAt(y float32) typeset.Line {
	lines := r.label.shown(r.label.Size().Width)
	top := 0.0
	for i, l := range lines {
		if top += l.Height; float64(y) < top || i == len(lines)-1 {
			return l
		}
	}
	return typeset.Line{}
}

func (r *reader) positionAt(at fyne.Position) int {
	return r.lineAt(at.Y).Hit(float64(at.X)).Pos
}

// linkAt is where a place in the text leads to.
func (r *reader) linkAt(at fyne.Position) string {
	line := r.lineAt(at.Y)
	for _, run := range line.Runs {
		if x := float64(at.X) - line.X - run.X; x >= 0 && x < run.Width {
			return run.Link
		}
	}
	return ""
}

// mark paints what is selected of a line, and the link that Enter would follow.
func (r *reader) mark(img draw.Image, l typeset.Line, left, y, scale float64) {
	from, to := r.text.Selection()
	if links := r.links(); r.focused && r.keyed && from == to && r.chosen < len(links) {
		link := links[r.chosen]
		text := r.label.seen()
		from = len([]rune(text[:link.From]))
		to = from + len([]rune(text[link.From:link.To]))
	}
	for _, s := range l.Selected(from, to) {
		markStretch(img, left+s.Left*scale, y, left+s.Right*scale, y+l.Height*scale, shade(r.label, theme.ColorNameSelection))
	}
}
