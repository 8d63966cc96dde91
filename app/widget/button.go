package widget

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Button is a button that Enter presses as well as Space, that Escape can leave, whose
// text may be Arabic, and that shows with a ring that it has the keyboard: Fyne's own
// tint does not show on a coloured button (WCAG 2.4.7).
type Button struct {
	widget.Button // the sheet, which stays empty, and what a press does
	Text          string
	Own           bool // see BidiLabel
	Icon          fyne.Resource
	OnEscape      func()
	OnFocus       func()          // it got the keyboard
	OnBlur        func()          // it lost it
	OnHover       func(over bool) // the mouse came over it, or left

	focused bool
}

// NewButton makes a button; without text it is its icon.
func NewButton(text string, icon fyne.Resource, do func()) *Button {
	b := &Button{Text: text, Icon: icon}
	b.OnTapped = do
	b.ExtendBaseWidget(b)
	return b
}

// SetText shows another text.
func (b *Button) SetText(text string) {
	b.Text = text
	b.Refresh()
}

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(k *fyne.KeyEvent) {
	if pressed(k) {
		return
	}
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if !b.Disabled() {
			b.Tapped(nil)
		}
	case fyne.KeyEscape:
		if b.OnEscape != nil {
			b.OnEscape()
		}
	default:
		b.Button.TypedKey(k)
	}
}

// FocusGained implements fyne.Focusable.
func (b *Button) FocusGained() {
	b.focused = true
	b.Button.FocusGained()
	intoSight(b)
	call(b.OnFocus)
}

// FocusLost implements fyne.Focusable.
func (b *Button) FocusLost() {
	b.focused = false
	b.Button.FocusLost()
	call(b.OnBlur)
}

// MouseIn implements desktop.Hoverable.
func (b *Button) MouseIn(e *desktop.MouseEvent) {
	touched()
	b.Button.MouseIn(e)
	b.hovered(true)
}

// MouseOut implements desktop.Hoverable.
func (b *Button) MouseOut() {
	b.Button.MouseOut()
	b.hovered(false)
}

func (b *Button) hovered(over bool) {
	if b.OnHover != nil {
		b.OnHover(over)
	}
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{WidgetRenderer: b.Button.CreateRenderer(), button: b, face: newFace(), ring: canvas.NewRectangle(nil)}
	r.ring.StrokeWidth = 2
	r.show()
	return r
}

// ringInset is how far the ring lies within the button.
const ringInset = 3

type buttonRenderer struct {
	fyne.WidgetRenderer
	button *Button
	face   *face
	ring   *canvas.Rectangle
}

// MinSize implements fyne.WidgetRenderer.
func (r *buttonRenderer) MinSize() fyne.Size {
	return r.face.minSize(r.button).Add(fyne.NewSquareSize(2 * r.padding()))
}

func (r *buttonRenderer) padding() float32 {
	return r.button.Theme().Size(theme.SizeNameInnerPadding)
}

// Layout implements fyne.WidgetRenderer.
func (r *buttonRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.ring.Move(fyne.NewSquareOffsetPos(ringInset))
	r.ring.Resize(size.SubtractWidthHeight(2*ringInset, 2*ringInset))
	need, pad := r.face.minSize(r.button), r.padding()
	x := pad
	if r.button.Alignment == widget.ButtonAlignCenter {
		x = max((size.Width-need.Width)/2, 0)
	}
	r.face.layout(r.button, x, size)
}

// Refresh implements fyne.WidgetRenderer.
func (r *buttonRenderer) Refresh() {
	r.show()
	r.Layout(r.button.Size())
	r.WidgetRenderer.Refresh()
}

// Objects implements fyne.WidgetRenderer.
func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return append(slices.Clip(r.WidgetRenderer.Objects()), r.face.icon, r.face.label, r.ring)
}

func (r *buttonRenderer) show() {
	r.ring.Hidden = !r.button.focused
	r.ring.StrokeColor = shade(r.button, r.ink())
	r.ring.CornerRadius = r.button.Theme().Size(theme.SizeNameInputRadius) - 1
	r.ring.Refresh()
	r.face.label.Own = r.button.Own
	r.face.show(r.button.Text, r.button.Icon, r.ink())
}

// ink is the colour of what stands on the button.
func (r *buttonRenderer) ink() fyne.ThemeColorName {
	switch {
	case r.button.Disabled():
		return theme.ColorNameDisabled
	case r.button.Importance == widget.HighImportance:
		return theme.ColorNameForegroundOnPrimary
	case r.button.Importance == widget.DangerImportance:
		return theme.ColorNameForegroundOnError
	}
	return theme.ColorNameForeground
}
