package privacy

import (
	"strings"

	"kring/internal/vault"
)

// BrokenReferences lists what somebody agreed to, and why they are kept longer, of people who
// are not there. It looks at people alone: with them both go when they are deleted.
func (s *Store) BrokenReferences(person func(id string) bool) []vault.Dangling {
	var r vault.References
	prefix := string(Person) + "+"
	gone := func(key string) bool {
		id, _, _ := strings.Cut(strings.TrimPrefix(key, prefix), "+")
		return !person(id)
	}
	for k := range s.consents.Prefix(prefix) {
		if gone(k) {
			r.Add(s.consents.Dangles(k, "person"))
		}
	}
	for k := range s.keeps.Prefix(prefix) {
		if gone(k) {
			r.Add(s.keeps.Dangles(k, "person"))
		}
	}
	return r.All
}
