package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TypedShortcut implements fyne.Shortcutable.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	touched()
	clipboard := fyne.CurrentApp().Clipboard()
	if f.disabled && changes(s) {
		return
	}
	switch s := s.(type) {
	case *fyne.ShortcutSelectAll:
		f.text.Select(0, f.text.Len())
		f.moved()
	case *fyne.ShortcutCopy:
		f.copy()
	case *fyne.ShortcutCut:
		if f.copy() {
			f.text.Erase(f.text.Caret())
			f.changed()
		}
	case *fyne.ShortcutPaste:
		f.paste(clipboard.Content())
	case *fyne.ShortcutUndo:
		f.steps(f.text.Undo, s)
	case *fyne.ShortcutRedo:
		f.steps(f.text.Redo, s)
	case *desktop.CustomShortcut:
		if !f.byWord(s) && !f.redone(s) && !f.sent(s) {
			passOn(f, s)
		}
	}
}

// changes tells whether a shortcut changes a text.
func changes(s fyne.Shortcut) bool {
	switch s := s.(type) {
	case *fyne.ShortcutCut, *fyne.ShortcutPaste, *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		return true
	case *desktop.CustomShortcut:
		return s.KeyName == fyne.KeyBackspace || s.KeyName == fyne.KeyDelete
	}
	return false
}

// copy puts the selection on the clipboard, in the order in which it is read.
func (f *Field) copy() bool {
	s := f.text.Selected()
	if f.Secret {
		s = ""
	}
	if s != "" {
		Copy(s, f.MultiLine && f.lang == "") // a note that is not saved yet is known to nobody
	}
	return s != ""
}

// byWord does Control with a key that moves or erases.
func (f *Field) byWord(s *desktop.CustomShortcut) bool {
	extend := s.Modifier&fyne.KeyModifierShift != 0
	if s.Modifier&^fyne.KeyModifierShift != fyne.KeyModifierControl {
		return false
	}
	at := f.text.Caret()
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight:
		if (s.KeyName == fyne.KeyRight) != f.line().RTL {
			f.text.MoveTo(f.text.WordAfter(at), extend)
		} else {
			f.text.MoveTo(f.text.WordBefore(at), extend)
		}
		f.moved()
		return true
	case fyne.KeyHome:
		f.text.MoveTo(0, extend)
		f.moved()
		return true
	case fyne.KeyEnd:
		f.text.MoveTo(f.text.Len(), extend)
		f.moved()
		return true
	case fyne.KeyBackspace:
		f.text.Erase(f.text.WordBefore(at))
	case fyne.KeyDelete:
		f.text.Erase(f.text.WordAfter(at))
	default:
		return false
	}
	f.changed()
	return true
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
