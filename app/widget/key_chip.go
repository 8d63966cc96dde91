package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/internal/typeset"
)

// KeyChip says what a key of the grid does, with the sign that it puts there; a tap
// does the same. It takes no focus: who drives with the keyboard presses the key.
type KeyChip struct {
	widget.BaseWidget
	sign, text string
	color      color.Color
	onTap      func()
}

// NewKeyChip makes a chip; a nil colour is an empty cell.
func NewKeyChip(sign, text string, c color.Color, onTap func()) *KeyChip {
	k := &KeyChip{sign: sign, text: text, color: c, onTap: onTap}
	k.ExtendBaseWidget(k)
	return k
}

// Tapped implements fyne.Tappable.
func (k *KeyChip) Tapped(*fyne.PointEvent) { k.onTap() }

// Cursor implements desktop.Cursorable.
func (k *KeyChip) Cursor() desktop.Cursor { return desktop.PointerCursor }

// chipSide is the side of the little cell.
const chipSide float32 = 24

// CreateRenderer implements fyne.Widget.
func (k *KeyChip) CreateRenderer() fyne.WidgetRenderer {
	box := canvas.NewRectangle(shade(k, theme.ColorNameInputBackground))
	ink := shade(k, theme.ColorNameForeground)
	box.StrokeColor, box.StrokeWidth = shade(k, theme.ColorNameInputBorder), 1
	if k.color != nil {
		box.FillColor, box.StrokeColor, ink = k.color, k.color, color.White
	}
	box.CornerRadius = 5
	box.SetMinSize(fyne.NewSize(chipSide, chipSide))
	sign := canvas.NewText(k.sign, ink)
	sign.Alignment, sign.TextStyle.Bold, sign.TextSize = fyne.TextAlignCenter, true, 13
	text := NewBidiLabel(k.text)
	text.Line, text.SizeName, text.Align = Whole, theme.SizeNameCaptionText, typeset.Start
	words := container.NewVBox(layout.NewSpacer(), text, layout.NewSpacer())
	return widget.NewSimpleRenderer(Mirror(container.New(layout.NewCustomPaddedHBoxLayout(5), container.NewStack(box, sign), words)))
}
