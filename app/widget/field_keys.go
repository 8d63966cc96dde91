package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"kring/internal/edit"
	"kring/internal/typeset"
)

// AcceptsTab implements fyne.Tabbable: Tab leaves a field of several lines too, for
// whoever fills a form with the keyboard.
func (f *Field) AcceptsTab() bool { return false }

// TypedRune implements fyne.Focusable.
func (f *Field) TypedRune(r rune) {
	touched()
	if f.disabled || !f.takes(string(r)) {
		return
	}
	f.text.Insert(string(r))
	f.changed()
}

// KeyDown implements desktop.Keyable.
func (f *Field) KeyDown(k *fyne.KeyEvent) { f.held(k, true) }

// KeyUp implements desktop.Keyable.
func (f *Field) KeyUp(k *fyne.KeyEvent) { f.held(k, false) }

// held follows Control and Shift. Both together, with nothing else, give the paragraph a
// direction, as word processors do: those at the right of the keyboard from the right.
func (f *Field) held(k *fyne.KeyEvent, down bool) {
	right := false
	switch k.Name {
	case desktop.KeyShiftRight:
		right = true
		f.shift = down
	case desktop.KeyShiftLeft:
		f.shift = down
	case desktop.KeyControlRight:
		right = true
		f.control = down
	case desktop.KeyControlLeft:
		f.control = down
	default:
		f.force = typeset.Auto
		return
	}
	switch {
	case down && f.shift && f.control:
		f.force = typeset.LTR
		if right {
			f.force = typeset.RTL
		}
	case !down && f.force != typeset.Auto:
		f.direct(f.force)
	}
}

// direct gives the caret's paragraph a direction, by a mark that everybody's software
// knows (UAX #9, 2.6) and nobody sees. Where the language has one the mark would do nothing.
func (f *Field) direct(d typeset.Direction) {
	f.force = typeset.Auto
	if f.lang != "" {
		return
	}
	f.text.Mark(map[typeset.Direction]rune{typeset.LTR: edit.LRM, typeset.RTL: edit.RLM}[d])
	f.changed()
}

// TypedKey implements fyne.Focusable.
func (f *Field) TypedKey(k *fyne.KeyEvent) {
	if pressed(k) {
		return
	}
	switch k.Name {
	case fyne.KeyEscape:
		if f.OnEscape != nil {
			f.OnEscape()
		}
	case fyne.KeyDown:
		if f.OnDown != nil && !f.MultiLine {
			f.OnDown()
			return
		}
		f.move(k.Name)
	case fyne.KeyReturn, fyne.KeyEnter:
		f.enter()
	case fyne.KeyBackspace, fyne.KeyDelete:
		f.erase(k.Name)
	default:
		f.move(k.Name)
	}
}

func (f *Field) erase(k fyne.KeyName) {
	switch {
	case f.disabled:
	case k == fyne.KeyBackspace:
		f.text.Erase(f.text.Before(f.text.Caret()))
		f.changed()
	default:
		f.text.Erase(f.text.After(f.text.Caret()))
		f.changed()
	}
}

func (f *Field) enter() {
	if f.OnEnter != nil {
		f.OnEnter()
		return
	}
	if f.MultiLine && !f.shift {
		f.text.Insert("\n")
		f.changed()
		return
	}
	if f.OnSubmitted != nil {
		f.OnSubmitted(f.Text)
	}
}
