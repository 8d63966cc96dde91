package widget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kring/internal/typeset"
)

// Mark is what one button of a MarkBar puts into a field: a character, or a pair that goes
// around what is selected.
type Mark struct {
	Open, Close string
	Name        string // on the button; "": the names of the characters
	Caption     string // what it does, in words
}

// name is what the button says.
func (m Mark) name() string {
	if m.Name != "" {
		return m.Name
	}
	name := nameOf(m.Open)
	if m.Close != "" {
		name += " … " + nameOf(m.Close)
	}
	return name
}

// nameOf gives a text with the names of its characters that have no shape.
func nameOf(text string) string {
	var b strings.Builder
	runes := []rune(text)
	for i := range runes {
		if token := typeset.Token(runes, i); token != "" {
			b.WriteString(token)
		} else {
			b.WriteRune(runes[i])
		}
	}
	return b.String()
}

// MarkBar is a row of small buttons that put marks into a field, and give the keyboard back to
// it. What a button does stands under the row while the mouse is over it, or while it has the
// keyboard; otherwise the hint stands there.
type MarkBar struct {
	widget.BaseWidget
	Field *Field // that the marks go to; nil does nothing

	marks   []Mark
	hint    string
	buttons []*Button
	caption *BidiLabel
	box     fyne.CanvasObject
}

// NewMarkBar makes a bar for a field, with a hint that says what it is for.
func NewMarkBar(to *Field, hint string, marks ...Mark) *MarkBar {
	b := &MarkBar{Field: to, marks: marks, hint: hint, caption: NewBidiLabel(hint)}
	b.caption.SizeName, b.caption.ByWindow = theme.SizeNameCaptionText, true
	row := container.New(layout.NewRowWrapLayoutWithCustomPadding(4, 4))
	for _, m := range marks {
		row.Add(b.button(m))
	}
	b.box = Mirror(container.New(layout.NewCustomPaddedVBoxLayout(4), row, b.caption))
	b.ExtendBaseWidget(b)
	return b
}

func (b *MarkBar) button(m Mark) *Button {
	x := NewButton(m.name(), nil, func() { b.press(m) })
	x.OnEscape = b.giveBack
	x.OnFocus, x.OnBlur = func() { b.say(m.Caption) }, func() { b.say(b.hint) }
	x.OnHover = func(over bool) {
		if over {
			b.say(m.Caption)
		} else {
			b.say(b.now())
		}
	}
	b.buttons = append(b.buttons, x)
	return x
}

// now is what stands under the row while the mouse is elsewhere.
func (b *MarkBar) now() string {
	for i, x := range b.buttons {
		if x.focused {
			return b.marks[i].Caption
		}
	}
	return b.hint
}

func (b *MarkBar) say(text string) { b.caption.SetText(text) }

// press puts a mark into the field.
func (b *MarkBar) press(m Mark) {
	if b.Field == nil {
		return
	}
	if m.Close == "" {
		b.Field.Insert(m.Open)
	} else {
		b.Field.Wrap(m.Open, m.Close)
	}
	b.giveBack()
}

// giveBack gives the keyboard to the field.
func (b *MarkBar) giveBack() {
	if b.Field != nil {
		takeKeyboard(b.Field)
	}
}

// CreateRenderer implements fyne.Widget.
func (b *MarkBar) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.box) }
