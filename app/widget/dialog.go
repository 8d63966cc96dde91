package widget

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Dialog asks or shows something over the window; nothing under it can be pressed. Its
// title may be Arabic, and its sides are those of the window.
type Dialog struct {
	pop *widget.PopUp
}

// The room around what a dialog shows, in Fyne's units.
const dialogPadding float32 = 12

// ShowDialog shows a title above content, at a size that is cut to the window's.
func ShowDialog(title string, content fyne.CanvasObject, size fyne.Size, w fyne.Window) *Dialog {
	head := NewBidiLabel(title)
	head.Bold, head.SizeName, head.ByWindow = true, theme.SizeNameSubHeadingText, true
	body := container.New(layout.NewBorderLayout(head, nil, nil, nil), head, container.New(layout.NewCustomPaddedLayout(dialogPadding, 0, 0, 0), content))
	room := layout.NewCustomPaddedLayout(dialogPadding, dialogPadding, dialogPadding, dialogPadding)
	d := &Dialog{widget.NewModalPopUp(Mirror(container.New(room, body)), w.Canvas())}
	window, padding := w.Canvas().Size(), d.pop.Theme().Size(theme.SizeNameInnerPadding)
	d.pop.Resize(fyne.NewSize(centred(size.Width, window.Width, padding), centred(size.Height, window.Height, padding)))
	d.pop.Show()
	return d
}

// KeysToDialogs gives a window's keys to the dialog on top when nothing has the keyboard: a
// press beside its fields takes that away, and Escape would do nothing. Only Escape is handed
// on; another key brings the keyboard back to where the dialog begins. F1 asks for help where no
// dialog is.
func KeysToDialogs(c fyne.Canvas) {
	c.SetOnTypedKey(func(k *fyne.KeyEvent) {
		if c.Overlays().Top() == nil || c.Focused() != nil {
			help(k)
			return
		}
		c.FocusNext()
		if f := c.Focused(); f != nil && k.Name == fyne.KeyEscape {
			f.TypedKey(k)
		}
	})
}

// PressMain presses the main button of the dialog on top, as Ctrl+Enter does from its fields: the
// one that stands out, where it can be pressed. It tells whether there was one.
func PressMain(c fyne.Canvas) bool {
	b := mainButton(c.Overlays().Top())
	if b == nil || b.Disabled() {
		return false
	}
	b.OnTapped()
	return true
}

func mainButton(o fyne.CanvasObject) *Button {
	if o == nil || !o.Visible() {
		return nil
	}
	if b, ok := o.(*Button); ok && b.Importance == widget.HighImportance {
		return b
	}
	for _, x := range Inside(o) {
		if b := mainButton(x); b != nil {
			return b
		}
	}
	return nil
}

// centred is how long a dialog is along a side of the window: as asked, or what there is room
// for, and such that its content, which Fyne puts in the middle without the padding, begins on
// a whole pixel. Between pixels a field loses its lower border.
func centred(asked, window, padding float32) float32 {
	size := min(asked, window-2*dialogPadding)
	if rest := int(math.Round(float64(window - size + padding))); rest%2 != 0 {
		size--
	}
	return size
}

// Hide takes the dialog away.
func (d *Dialog) Hide() { d.pop.Hide() }
