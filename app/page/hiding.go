package page

import "kring/app/guard"

// hidden tells whether names and notes are covered.
func (e *Env) hidden() bool { return e.Locks != nil && e.Locks.Hidden() }

// typedName is what was typed in a field for names, as it may be shown elsewhere: of a name that
// no vault has yet, or of half of one, the cover cannot know that it is a name.
func (e *Env) typedName(name string) string {
	if e.hidden() {
		return guard.Initials(name)
	}
	return name
}
