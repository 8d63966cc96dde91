package widget

import (
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

// clipboardTime is how long something private stays on the clipboard.
const clipboardTime = time.Minute

var isPrivate atomic.Pointer[func(string) bool]

// WhenPrivate sets what tells whether a text that is copied has names or notes in it.
func WhenPrivate(fn func(string) bool) { isPrivate.Store(&fn) }

// Copy puts a text on the clipboard. Something private leaves it after a minute, if it is
// still what is there.
func Copy(text string, private bool) {
	fyne.CurrentApp().Clipboard().SetContent(text)
	if fn := isPrivate.Load(); !private && fn != nil {
		private = (*fn)(text)
	}
	if private {
		time.AfterFunc(clipboardTime, func() { fyne.Do(func() { forgetCopied(text) }) })
	}
}

// forgetCopied empties the clipboard unless something else has come there.
func forgetCopied(text string) {
	if c := fyne.CurrentApp().Clipboard(); c.Content() == text {
		c.SetContent("")
	}
}
