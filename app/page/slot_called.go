package page

import (
	"kring/app/paper"
	"kring/toolkit/kit"
)

// called is what a planned toolkit is called in the language of the window: a theme that came with
// its text as that says it here, one that was typed as it was typed. It reads the vault.
func (e *Env) called(x kit.Slot) string {
	if x.File == "" {
		return x.Theme
	}
	k, err := paper.TextOf(e.Books, x.File)
	if err != nil { // the text is gone: the theme is what is left
		return x.Theme
	}
	return k.Called(x.Theme, e.Lang())
}

// pressing are the toolkits of the year that are late or to be sent soon.
func (e *Env) pressing() (out []yearSlot) {
	for _, x := range e.Kits.Pressing(e.Day()) {
		out = append(out, yearSlot{Slot: x, called: e.called(x)})
	}
	return out
}
