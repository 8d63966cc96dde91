package book

import (
	"strings"

	"kring/internal/vault"
)

// BrokenReferences lists records whose text or segment is gone.
func (s *Store) BrokenReferences() []vault.Dangling {
	var r vault.References
	for k := range s.segments.All() {
		if of := strings.Split(k, "+"); len(of) != 2 || !s.has(of[0]) {
			r.Add(s.segments.Dangles(k, "text"))
		}
	}
	orphans(s, &r, s.translations)
	orphans(s, &r, s.comments)
	orphans(s, &r, s.waived)
	for k := range s.pictures.All() {
		if id, _, _ := strings.Cut(k, "+"); !s.has(id) {
			r.Add(s.pictures.Dangles(k, "text"))
		}
	}
	return r.All
}

// orphans adds the records of a collection that are of no segment of a text that is there.
func orphans[T any](s *Store, r *vault.References, c *vault.Collection[T]) {
	for k := range c.All() {
		of := strings.SplitN(k, "+", 3)
		if len(of) == 3 && s.has(of[0]) {
			if _, ok := s.segments.Get(key(of[0], of[1])); ok {
				continue
			}
		}
		r.Add(c.Dangles(k, "segment"))
	}
}
