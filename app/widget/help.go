package widget

import (
	"sync/atomic"

	"fyne.io/fyne/v2"
)

// onHelp is told of F1: Fyne takes no key alone for a shortcut, and gives it to what has the
// keyboard.
var onHelp atomic.Pointer[func()]

// WhenHelp sets what is called when somebody presses F1, wherever the keyboard is.
func WhenHelp(fn func()) { onHelp.Store(&fn) }

// pressed is touched for a key, and tells whether that is done with: it was F1.
func pressed(k *fyne.KeyEvent) bool {
	touched()
	return help(k)
}

// help asks for help where the key is F1, and tells whether it is.
func help(k *fyne.KeyEvent) bool {
	if k.Name != fyne.KeyF1 {
		return false
	}
	if fn := onHelp.Load(); fn != nil {
		(*fn)()
	}
	return true
}
