package privacy

import (
	"strings"

	"kring/sessions/people"
)

// alike tells whether two names can be of one somebody: the same, or one of a single word
// that is the first of the other.
func alike(a, b string) bool {
	x, y := strings.Fields(people.Fold(a)), strings.Fields(people.Fold(b))
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if len(x) > 1 && len(y) > 1 {
		return strings.Join(x, " ") == strings.Join(y, " ")
	}
	return x[0] == y[0]
}

// Matches tells whether somebody is called by a text.
func (s Subject) Matches(text string) bool {
	return strings.Contains(people.Fold(s.Name), people.Fold(text))
}
