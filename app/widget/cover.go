package widget

import "sync/atomic"

// covering is what takes names and notes out of every text before it is drawn. It is the
// one gate: labels, buttons, lists, tiles and grids draw by BidiLabel, so no page can
// forget it; a page may say that words are the window's own, as those of a choice. Of a field all letters are dots as long as it holds something to cover.
var covering atomic.Pointer[func(string) string]

// covers counts how often names began to be covered.
var covers atomic.Int64

// coverings counts the changes, for who keeps what was laid out.
var coverings atomic.Int64

// Cover makes every text go through mask before it is drawn; nil shows all again. What is
// in a window has to be drawn anew afterwards, as for another theme.
func Cover(mask func(string) string) {
	defer coverings.Add(1)
	if mask == nil {
		covering.Store(nil)
		return
	}
	if covering.Swap(&mask) == nil {
		covers.Add(1)
	}
}

// Covered gives what is drawn of a text.
func Covered(text string) string {
	if mask := covering.Load(); mask != nil {
		return (*mask)(text)
	}
	return text
}
