package page

import (
	"errors"
	"fmt"
	"net/url"

	"fyne.io/fyne/v2"

	kwidget "kring/app/widget"
)

// ErrLink says that the laptop has no program for an address.
var ErrLink = errors.New("the link cannot be opened")

// readable lets people take words out of a text, and follow what it refers to.
func (e *Env) readable(l *kwidget.BidiLabel) *kwidget.BidiLabel {
	l.Selectable, l.Follow = true, e.open
	return l
}

// open follows a web or mail address with the program that the laptop has for it.
func (e *Env) open(address string) {
	to, err := url.Parse(address)
	if err == nil {
		err = fyne.CurrentApp().OpenURL(to)
	}
	if err != nil {
		e.Shell.Fail(fmt.Errorf("opening %s: %w", address, errors.Join(ErrLink, err)))
	}
}
