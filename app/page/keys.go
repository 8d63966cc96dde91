package page

import (
	"fyne.io/fyne/v2"
)

// KeyLister is a page that lists keys of its own, before those that work everywhere.
type KeyLister interface{ ListKeys() }

// keysSize is that of the sheet which lists keys.
var keysSize = fyne.NewSize(620, 560)

// ListKeys shows the keys that work everywhere.
func (e *Env) ListKeys() {
	e.draft(e.Loc.T("settings.keys"), "", e.keys(), keysSize, nil).nothing()
}

// listKeys shows the keys of a page, and under them those that work everywhere.
func (e *Env) listKeys(own fyne.CanvasObject) {
	loc := e.Loc
	e.draft(loc.T("desk.keys"), "", column(gapCards, own, column(gapParts, section(loc.T("keys.everywhere")), e.keys())), keysSize, nil).nothing()
}
