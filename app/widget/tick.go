package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tick is a sign that is on or off before its words: what a box to tick and a choice
// of one have in common.
type tick struct {
	widget.DisableableWidget
	Text     string
	Own      bool // see BidiLabel
	OnEscape func()
	OnFocus  func() // it got the keyboard

	self             keyed // the widget that this is in
	press            func()
	sign             func() (icon fyne.ThemeIconName, on bool)
	focused, hovered bool
}

// SetText shows other words.
func (t *tick) SetText(text string) {
	t.Text = text
	t.Refresh()
}

// Tapped implements fyne.Tappable.
func (t *tick) Tapped(*fyne.PointEvent) {
	takeKeyboard(t.self)
	if !t.Disabled() {
		t.press()
	}
}

// TypedRune implements fyne.Focusable: the space bar presses.
func (t *tick) TypedRune(r rune) {
	if r == ' ' && !t.Disabled() {
		t.press()
	}
}

// TypedKey implements fyne.Focusable.
func (t *tick) TypedKey(k *fyne.KeyEvent) {
	if pressed(k) {
		return
	}
	if k.Name == fyne.KeyEscape && t.OnEscape != nil {
		t.OnEscape()
	}
}

// FocusGained implements fyne.Focusable.
func (t *tick) FocusGained() {
	t.focused = true
	t.Refresh()
	intoSight(t.self)
	call(t.OnFocus)
}

// FocusLost implements fyne.Focusable.
func (t *tick) FocusLost() { t.focused = false; t.Refresh() }

// MouseIn implements desktop.Hoverable.
func (t *tick) MouseIn(*desktop.MouseEvent) { touched(); t.hovered = true; t.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (t *tick) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (t *tick) MouseOut() { t.hovered = false; t.Refresh() }

// CreateRenderer implements fyne.Widget.
func (t *tick) CreateRenderer() fyne.WidgetRenderer {
	r := &tickRenderer{tick: t, halo: canvas.NewRectangle(color.Transparent), face: newFace()}
	r.face.label.Bold = false
	r.show()
	return r
}

type tickRenderer struct {
	tick *tick
	halo *canvas.Rectangle
	face *face
}

func (r *tickRenderer) Destroy() {}

// Objects implements fyne.WidgetRenderer.
func (r *tickRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.halo, r.face.icon, r.face.label}
}

// MinSize implements fyne.WidgetRenderer.
func (r *tickRenderer) MinSize() fyne.Size {
	pad := r.tick.Theme().Size(theme.SizeNameInnerPadding)
	return r.face.minSize(r.tick).Add(fyne.NewSize(pad, 2*pad))
}

// Layout implements fyne.WidgetRenderer.
func (r *tickRenderer) Layout(size fyne.Size) {
	pad := r.tick.Theme().Size(theme.SizeNameInnerPadding) / 2
	r.face.layout(r.tick, pad, size)
	need := r.face.minSize(r.tick)
	place(r.halo, 0, pad, min(need.Width+2*pad, size.Width), size.Height-2*pad)
	flipAll(size.Width, r.halo)
}

// Refresh implements fyne.WidgetRenderer.
func (r *tickRenderer) Refresh() {
	r.show()
	r.Layout(r.tick.Size())
	canvas.Refresh(r.tick)
}

func (r *tickRenderer) show() {
	icon, on := r.tick.sign()
	ink := theme.ColorNameForeground
	if r.tick.Disabled() {
		ink = theme.ColorNameDisabled
	}
	r.face.label.Own = r.tick.Own
	r.face.show(r.tick.Text, r.tick.Theme().Icon(icon), ink)
	if on && !r.tick.Disabled() {
		r.face.icon.Resource = theme.NewColoredResource(r.tick.Theme().Icon(icon), theme.ColorNamePrimary)
		r.face.icon.Refresh() // else what was painted before stays
	}
	r.halo.CornerRadius = r.tick.Theme().Size(theme.SizeNameInputRadius)
	r.halo.FillColor, r.halo.StrokeColor, r.halo.StrokeWidth = color.Transparent, color.Transparent, 2
	if r.tick.hovered {
		r.halo.FillColor = shade(r.tick, theme.ColorNameHover)
	}
	if r.tick.focused {
		r.halo.StrokeColor = shade(r.tick, theme.ColorNamePrimary)
	}
	r.halo.Refresh()
}

// Check is a box to tick. Set Checked before it is shown, SetChecked after.
type Check struct {
	tick
	Checked   bool
	OnChanged func(bool)
}

// NewCheck makes a box with words after it.
func NewCheck(text string, changed func(bool)) *Check {
	c := &Check{OnChanged: changed}
	c.Text, c.self = text, c
	c.press = func() { c.SetChecked(!c.Checked) }
	c.sign = func() (fyne.ThemeIconName, bool) {
		if c.Checked {
			return theme.IconNameCheckButtonChecked, true
		}
		return theme.IconNameCheckButton, false
	}
	c.ExtendBaseWidget(c)
	return c
}

// SetChecked ticks the box or empties it, and calls OnChanged when that changes it.
func (c *Check) SetChecked(on bool) {
	if on == c.Checked {
		return
	}
	c.Checked = on
	if c.OnChanged != nil {
		c.OnChanged(on)
	}
	c.Refresh()
}

// Radio is one of several choices, of which one is on.
type Radio struct{ tick }

// Radios are choices of which one is always on.
type Radios struct {
	Items     []*Radio
	OnChanged func(index int)

	selected int
}

// NewRadios makes a choice for each name; the first is on.
func NewRadios(names []string) *Radios {
	rs := &Radios{}
	for i, text := range names {
		r := &Radio{}
		r.Text, r.self = text, r
		r.press = func() { rs.Select(i) }
		r.sign = func() (fyne.ThemeIconName, bool) {
			if rs.selected == i {
				return theme.IconNameRadioButtonChecked, true
			}
			return theme.IconNameRadioButton, false
		}
		r.ExtendBaseWidget(r)
		rs.Items = append(rs.Items, r)
	}
	return rs
}

// Selected is the index of the one that is on.
func (rs *Radios) Selected() int { return rs.selected }

// Select puts one on, and calls OnChanged when that changes it.
func (rs *Radios) Select(i int) {
	if i == rs.selected {
		return
	}
	rs.selected = i
	for _, r := range rs.Items {
		r.Refresh()
	}
	if rs.OnChanged != nil {
		rs.OnChanged(i)
	}
}

// Objects are the choices, to lay out beside or under each other.
func (rs *Radios) Objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, r := range rs.Items {
		out = append(out, r)
	}
	return out
}
