// Package memory remembers what was translated before. It finds the earlier translations of
// texts that are alike, says word by word what differs, and keeps translations that outlive
// the text they came from.
//
// Nothing is translated here: what it gives is for somebody to take over, change or leave.
package memory

import (
	"cmp"
	"strings"
	"time"

	"kring/toolkit/bilingual"
)

// Unit is one translation that can serve again.
type Unit struct {
	Source string // the Dutch
	Lang   string // BCP 47 tag of the text
	Text   string
	From   string // the title of the text that it came from
	When   time.Time
	State  bilingual.State
}

// Whole tells whether there is something to remember in it.
func (u Unit) Whole() bool {
	return u.Lang != "" && strings.TrimSpace(u.Source) != "" && strings.TrimSpace(u.Text) != ""
}

// weight is how far a unit can be relied on: what was agreed on before what was drafted.
func (u Unit) weight() int {
	switch u.State {
	case bilingual.Agreed:
		return 3
	case bilingual.ToCheck:
		return 2
	case bilingual.Draft:
		return 1
	}
	return 0
}

// better orders two translations of texts that are as alike: the one to rely on first, then
// the newest.
func (u Unit) better(than Unit) int {
	return cmp.Or(cmp.Compare(than.weight(), u.weight()), than.When.Compare(u.When))
}
