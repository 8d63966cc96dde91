package page

import kwidget "kring/app/widget"

// newSearch is the field above a list that is narrowed while somebody types; Escape empties it.
func newSearch(hint string, narrow func()) *kwidget.Field {
	f := kwidget.NewField("")
	f.SetPlaceHolder(hint)
	f.OnChanged = func(string) { narrow() }
	f.OnEscape = func() { f.SetText("") }
	return f
}

// leadsTo has Enter and the down key go from a search to what it found.
func leadsTo(f *kwidget.Field, found func()) {
	f.OnSubmitted, f.OnDown = func(string) { found() }, found
}
