package widget

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
)

// thirdClick is how soon after a double click a third one belongs to it.
const thirdClick = 500 * time.Millisecond

// Cursor implements desktop.Cursorable.
func (f *Field) Cursor() desktop.Cursor { return desktop.TextCursor }

// Tapped implements fyne.Tappable: what a press begins is done by MouseDown.
func (f *Field) Tapped(*fyne.PointEvent) { f.focus() }

// MouseDown implements desktop.Mouseable.
func (f *Field) MouseDown(e *desktop.MouseEvent) {
	f.focus()
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	if time.Since(f.twice) < thirdClick {
		f.text.Select(f.text.Paragraph(f.positionAt(e.Position)))
		f.moved()
		return
	}
	l, c := f.caretAt(e.Position)
	f.goToCaret(l, c, e.Modifier&fyne.KeyModifierShift != 0)
}

// MouseUp implements desktop.Mouseable.
func (f *Field) MouseUp(*desktop.MouseEvent) {}

// Dragged implements fyne.Draggable.
func (f *Field) Dragged(e *fyne.DragEvent) {
	l, c := f.caretAt(e.Position)
	f.goToCaret(l, c, true)
}

// DragEnd implements fyne.Draggable.
func (f *Field) DragEnd() {}

// DoubleTapped implements fyne.DoubleTappable: it selects a word.
func (f *Field) DoubleTapped(e *fyne.PointEvent) {
	f.twice = time.Now()
	f.text.Select(f.text.Word(f.positionAt(e.Position)))
	f.moved()
}

// TappedSecondary implements fyne.SecondaryTappable: what can be done with the text.
func (f *Field) TappedSecondary(e *fyne.PointEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(f)
	if c == nil {
		return
	}
	f.focus()
	showMenuAt(c, e.AbsolutePosition, clipboardItem("Cut", theme.ContentCutIcon(), f, &fyne.ShortcutCut{}),
		clipboardItem("Copy", theme.ContentCopyIcon(), f, &fyne.ShortcutCopy{}),
		clipboardItem("Paste", theme.ContentPasteIcon(), f, &fyne.ShortcutPaste{}),
		clipboardItem("Select all", nil, f, &fyne.ShortcutSelectAll{}))
}

// clipboardItem is a line of a text's menu, in words that Fyne translates as its own.
func clipboardItem(english string, icon fyne.Resource, to fyne.Shortcutable, s fyne.Shortcut) MenuItem {
	return MenuItem{Text: lang.L(english), Icon: icon, Do: func() { to.TypedShortcut(s) }}
}

func (f *Field) focus() {
	if !f.focused {
		takeKeyboard(f)
	}
}

// Scrolled implements fyne.Scrollable.
func (f *Field) Scrolled(e *fyne.ScrollEvent) {
	if most := f.overflow(); most > 0 {
		f.top = min(max(f.top-e.Scrolled.DY, 0), most)
		f.Refresh()
		return
	}
	if f.OnScroll != nil {
		f.OnScroll(e)
	}
}

// overflow is how much of the text is out of sight.
func (f *Field) overflow() float32 {
	if !f.MultiLine || f.MaxRows == 0 {
		return 0
	}
	return max(f.lay().height-(f.height-2*f.padding()), 0)
}
