package glossary

import "kring/sessions/privacy"

// Privacy says what this room keeps of people: nothing, unless somebody stands in a note.
func (s *Store) Privacy() privacy.Room {
	return privacy.Room{Holdings: []privacy.Holding{{Collection: colTerms, Label: "kept.words"}, {Collection: colWords, Label: "kept.words"}}}
}
