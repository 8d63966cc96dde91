package page

import (
	"kring/app/guard"
	kwidget "kring/app/widget"
)

// hidden tells whether names and notes are covered.
func (e *Env) hidden() bool { return e.Locks != nil && e.Locks.Hidden() }

// coverTyped shows dots in a field in which names are typed, as long as names are hidden: of a
// name that no vault has yet, or of half of one, the cover cannot know that it is a name.
func (e *Env) coverTyped(f *kwidget.Field) {
	if on := e.hidden(); on != f.Secret {
		f.SetSecret(on)
	}
}

// typedName is what was typed in such a field, as it may be shown elsewhere.
func (e *Env) typedName(name string) string {
	if e.hidden() {
		return guard.Initials(name)
	}
	return name
}
