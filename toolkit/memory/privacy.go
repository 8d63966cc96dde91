package memory

import "kring/sessions/privacy"

// Privacy says what this room keeps of people: nothing, unless somebody stands in a text.
func (s *Store) Privacy() privacy.Room {
	return privacy.Room{Holdings: []privacy.Holding{{Collection: colMemory, Label: "kept.translations"}}}
}
