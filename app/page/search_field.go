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

// leadsToList has them go to the list of what was found, at its first line.
func (e *Env) leadsToList(f *kwidget.Field, l *kwidget.List) {
	leadsTo(f, func() { l.Begin(); e.Window.Canvas().Focus(l) })
}
