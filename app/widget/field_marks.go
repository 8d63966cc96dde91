package widget

import (
	"image/color"

	"fyne.io/fyne/v2/theme"

	"kring/internal/typeset"
)

// What a field of translations has besides: the direction of its language, marks that show,
// and texts that are put in by a choice.

// SetLang gives the field the direction of a language, by its BCP 47 tag: also while it is
// empty, or begins with a number or a name in other letters. Without one each paragraph has
// the direction of its first letter.
func (f *Field) SetLang(tag string) {
	if f.lang == tag {
		return
	}
	f.lang = tag
	f.again()
}

// direction is that of the field's language; Auto is by the first letter.
func (f *Field) direction() typeset.Direction { return directionOf(f.lang) }

// directionOf is the direction of a language; Auto without one.
func directionOf(lang string) typeset.Direction {
	switch {
	case lang == "":
		return typeset.Auto
	case typeset.RightToLeft(lang):
		return typeset.RTL
	}
	return typeset.LTR
}

// SetShowMarks shows characters without a shape as small chips with their names: direction
// marks, joiners, spaces that do not break, tabs. The arrows stop on each side of a chip,
// Backspace takes it as one letter, and copying gives the character itself.
func (f *Field) SetShowMarks(on bool) {
	f.marks = on
	f.text.Alone = nil
	if on {
		f.text.Alone = alone
	}
	f.text.MoveTo(f.text.Caret(), false)
	f.again()
}

// alone tells whether a character is a chip.
func alone(paragraph []rune, at int) bool { return typeset.Token(paragraph, at) != "" }

// markInk is the colour of the chips; see-through where none show.
func (f *Field) markInk() color.NRGBA {
	if !f.marks {
		return color.NRGBA{}
	}
	return ink(f, theme.ColorNamePlaceHolder)
}

// again lays everything out anew and shows it.
func (f *Field) again() {
	f.laid = fieldLines{}
	f.moved()
}

// Insert puts a text in at the caret, or in the place of what is selected, as one step to
// take back: a term, a number of the source, a mark.
func (f *Field) Insert(text string) {
	if !f.disabled && f.takes(text) && f.text.Put(text) {
		f.changed()
	}
}

// Wrap puts one text before what is selected and another after it, as one step; the same
// letters stay selected.
func (f *Field) Wrap(before, after string) {
	if !f.disabled {
		f.text.Wrap(before, after)
		f.changed()
	}
}

// Begin puts another text in the field to work on, with the caret at its end. What was done to
// the text before cannot be taken back in it.
func (f *Field) Begin(text string) {
	f.text.Set(text)
	f.text.MoveTo(f.text.Len(), false)
	f.changed()
}

// Replace puts another text in the place of all, as one step to take back; SetText cannot be
// taken back.
func (f *Field) Replace(text string) {
	if !f.disabled && f.fits(text) && f.text.Replace(text) {
		f.changed()
	}
}
