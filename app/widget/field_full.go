package widget

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// takes tells whether a text fits in the place of the selection, and says so where it does not:
// what is left out before it stands in the field cannot be lost later.
func (f *Field) takes(text string) bool {
	from, to := f.text.Selection()
	return f.within(f.text.Len() - (to - from) + utf8.RuneCountInString(text))
}

// fits tells whether a text fits in the place of all.
func (f *Field) fits(text string) bool { return f.within(utf8.RuneCountInString(text)) }

func (f *Field) within(letters int) bool {
	if f.Longest == 0 || letters <= f.Longest {
		return true
	}
	call(f.OnFull)
	return false
}

func (f *Field) paste(text string) {
	if f.takes(text) {
		f.text.Insert(text)
		f.changed()
	}
}

// steps takes back or does again; where the field has nothing to, the window may.
func (f *Field) steps(step func() bool, s fyne.Shortcut) {
	if !step() {
		if f.PassUndo {
			passOn(f, s)
		}
		return
	}
	f.changed()
}

// redone does again what was taken back, by the other key that many know for it.
func (f *Field) redone(s *desktop.CustomShortcut) bool {
	if s.KeyName != fyne.KeyZ || s.Modifier != fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift || f.disabled || !f.text.Redo() {
		return false
	}
	f.changed()
	return true
}

// sent takes Ctrl+Enter for done, in a field of many lines too, where Enter alone is a new line.
func (f *Field) sent(s *desktop.CustomShortcut) bool {
	enter := s.KeyName == fyne.KeyReturn || s.KeyName == fyne.KeyEnter
	if !enter || s.Modifier != fyne.KeyModifierShortcutDefault || f.disabled || f.OnSubmitted == nil {
		return false
	}
	f.OnSubmitted(f.Text)
	return true
}
