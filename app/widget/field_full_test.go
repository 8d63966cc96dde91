package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A field with a limit leaves out what is too much, by whichever way it comes, and says so.
func TestFieldThatIsFull(t *testing.T) {
	f, said := NewArea("", 3), 0
	f.Longest, f.OnFull = 5, func() { said++ }
	h := onField(t, f)
	h.write("abcdef")
	h.want("a sixth letter", "abcde|")
	fyne.CurrentApp().Clipboard().SetContent("123456")
	f.TypedShortcut(&fyne.ShortcutPaste{})
	f.Insert("x")
	f.Replace("abcdef")
	h.want("pasted, put in, replaced", "abcde|")
	if said != 4 {
		t.Errorf("said %d times", said)
	}
	f.Select(3, 5)
	f.Insert("xy")
	h.want("in the place of as many", "abcxy|")
}

// Undo and redo are the window's where the field has nothing of its own to take back.
func TestFieldPassesUndoOn(t *testing.T) {
	f := NewArea("", 3)
	h := onField(t, f)
	heard := map[string]int{}
	h.w.Canvas().AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { heard["undo"]++ })
	h.w.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}, func(fyne.Shortcut) { heard["redo"]++ })
	h.write("een")
	f.TypedShortcut(&fyne.ShortcutUndo{})
	f.TypedShortcut(&fyne.ShortcutUndo{})
	h.control(fyne.KeyZ, fyne.KeyModifierShift)
	h.want("its own again", "een|")
	if len(heard) != 0 {
		t.Errorf("the window heard %v", heard)
	}
	f.PassUndo = true
	f.TypedShortcut(&fyne.ShortcutUndo{})
	f.TypedShortcut(&fyne.ShortcutUndo{})
	f.Begin("")
	h.control(fyne.KeyZ, fyne.KeyModifierShift)
	if heard["undo"] != 1 || heard["redo"] != 1 {
		t.Errorf("the window heard %v", heard)
	}
}
