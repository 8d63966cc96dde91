package widget

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"kring/internal/typeset"
)

// Select shows one of some names and unfolds the others. Enter, the space bar and a tap
// unfold; the up and down keys, Home, End and the first letters of a name change the choice at once.
type Select struct {
	tick
	Options     []string
	PlaceHolder string // while nothing is chosen
	OnChanged   func(index int)
	Unfolds     bool // the up and down keys unfold: a choice here does something

	index int
	typed typeAhead
}

// NewSelect makes a choice over names; nothing is chosen yet.
func NewSelect(names []string, changed func(int)) *Select {
	s := &Select{Options: names, OnChanged: changed, index: -1}
	s.self, s.press = s, s.unfold
	s.ExtendBaseWidget(s)
	return s
}

// SelectedIndex is which one is chosen, or -1.
func (s *Select) SelectedIndex() int { return s.index }

// Selected is the name that is chosen, or "".
func (s *Select) Selected() string {
	if s.index < 0 {
		return ""
	}
	return s.Options[s.index]
}

// SetSelectedIndex chooses, and calls OnChanged when that changes the choice.
func (s *Select) SetSelectedIndex(i int) {
	if i == s.index || i < -1 || i >= len(s.Options) {
		return
	}
	s.index = i
	s.Refresh()
	if s.OnChanged != nil {
		s.OnChanged(i)
	}
}

func (s *Select) unfold() {
	items := make([]MenuItem, len(s.Options))
	for i, name := range s.Options {
		items[i] = MenuItem{Text: name, Own: s.Own, Chosen: i == s.index, Do: func() { s.SetSelectedIndex(i) }}
	}
	ShowMenu(s, s.Size().Width, items...)
}

// TypedKey implements fyne.Focusable.
func (s *Select) TypedKey(k *fyne.KeyEvent) {
	if pressed(k) {
		return
	}
	steps := k.Name == fyne.KeyUp || k.Name == fyne.KeyDown
	switch {
	case k.Name == fyne.KeyReturn, k.Name == fyne.KeyEnter, s.Unfolds && steps:
		s.unfold()
		return
	}
	switch k.Name {
	case fyne.KeyUp:
		s.SetSelectedIndex(max(s.index-1, 0))
	case fyne.KeyDown:
		s.SetSelectedIndex(s.index + 1)
	case fyne.KeyHome:
		s.SetSelectedIndex(min(0, len(s.Options)-1))
	case fyne.KeyEnd:
		s.SetSelectedIndex(len(s.Options) - 1)
	default:
		s.tick.TypedKey(k)
	}
}

// TypedRune implements fyne.Focusable.
func (s *Select) TypedRune(r rune) {
	if r == ' ' {
		s.tick.TypedRune(r)
		return
	}
	if at := s.typed.find(r, time.Now(), max(s.index, 0), s.Options); at >= 0 {
		s.SetSelectedIndex(at)
	}
}

// CreateRenderer implements fyne.Widget.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	r := &selectRenderer{s: s, back: canvas.NewRectangle(color.Transparent), label: oneLine(typeset.Start), arrow: canvas.NewImageFromResource(nil)}
	r.arrow.FillMode = canvas.ImageFillContain
	r.show()
	return r
}

type selectRenderer struct {
	s     *Select
	back  *canvas.Rectangle
	label *BidiLabel
	arrow *canvas.Image
	names []*BidiLabel // of which the widest must fit: kept, as Fyne asks at every frame
}

func (r *selectRenderer) Destroy() {}

// Objects implements fyne.WidgetRenderer.
func (r *selectRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.label, r.arrow}
}

func (r *selectRenderer) sizes() (pad, icon float32) {
	th := r.s.Theme()
	return th.Size(theme.SizeNameInnerPadding), th.Size(theme.SizeNameInlineIcon)
}

// selectMax is the width that a choice asks for at most; a longer name ends with an
// ellipsis there, and shows whole when the choice is unfolded.
const selectMax float32 = 180

// MinSize implements fyne.WidgetRenderer: every name fits, up to selectMax.
func (r *selectRenderer) MinSize() fyne.Size {
	pad, icon := r.sizes()
	need := fyne.NewSize(0, icon)
	for i, name := range append([]string{r.s.PlaceHolder}, r.s.Options...) {
		if i == len(r.names) {
			r.names = append(r.names, &BidiLabel{Line: Whole})
		}
		r.names[i].Text, r.names[i].Own = name, r.s.Own
		need = need.Max(r.names[i].MinSize())
	}
	need.Width = min(need.Width, selectMax)
	return need.Add(fyne.NewSize(3*pad+icon, 2*pad))
}

// Layout implements fyne.WidgetRenderer.
func (r *selectRenderer) Layout(size fyne.Size) {
	pad, icon := r.sizes()
	r.back.Resize(size)
	h := r.label.MinSize().Height
	place(r.label, pad, (size.Height-h)/2, max(size.Width-3*pad-icon, 1), h)
	place(r.arrow, size.Width-pad-icon, (size.Height-icon)/2, icon, icon)
	flipAll(size.Width, r.label, r.arrow)
}

// Refresh implements fyne.WidgetRenderer.
func (r *selectRenderer) Refresh() {
	r.show()
	r.Layout(r.s.Size())
	canvas.Refresh(r.s)
}

func (r *selectRenderer) show() {
	th := r.s.Theme()
	r.label.Own = r.s.Own
	r.label.say(r.s.Selected(), false, theme.ColorNameForeground)
	if r.s.index < 0 {
		r.label.say(r.s.PlaceHolder, false, theme.ColorNamePlaceHolder)
	}
	r.arrow.Resource = theme.NewColoredResource(th.Icon(theme.IconNameArrowDropDown), theme.ColorNameForeground)
	r.arrow.Refresh()
	r.back.CornerRadius = th.Size(theme.SizeNameInputRadius)
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = shade(r.s, theme.ColorNameInputBackground), shade(r.s, theme.ColorNameInputBorder), 1
	switch {
	case r.s.focused:
		r.back.StrokeColor, r.back.StrokeWidth = shade(r.s, theme.ColorNamePrimary), 2
	case r.s.hovered:
		r.back.StrokeColor = shade(r.s, theme.ColorNamePrimary)
	}
	r.back.Refresh()
}
