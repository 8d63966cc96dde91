package widget

import (
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
	window := w.Canvas().Size()
	d.pop.Resize(fyne.NewSize(min(size.Width, window.Width-2*dialogPadding), min(size.Height, window.Height-2*dialogPadding)))
	d.pop.Show()
	return d
}

// Hide takes the dialog away.
func (d *Dialog) Hide() { d.pop.Hide() }
