package book

import (
	"cmp"
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/toolkit/bilingual"
)

// becoming is what lines of a text become, by the ids of their segments; nil: it goes.
type becoming map[string]*line

// renumber writes the numbers of numbered items anew, once lines are what they become: 1, 2, 3.
// A list that goes on with the number of the one before it keeps that.
func (s *Store) renumber(tx *vault.Tx, bookID string, become becoming) error {
	all := s.after(bookID, become)
	last := map[int]int{} // of the list before, by how deep
	run := map[int]int{}  // of the list that goes on
	for _, r := range all {
		b := r.segment(r.id).Block
		if b.Kind != bilingual.Numbered {
			if b.Kind != bilingual.Bullet {
				clear(run)
			}
			if b.Kind == bilingual.Heading {
				clear(last)
			}
			continue
		}
		want := run[b.Level] + 1
		if run[b.Level] == 0 && last[b.Level] > 0 && b.Number == last[b.Level]+1 {
			want = b.Number
		}
		run[b.Level], last[b.Level] = want, want
		for deeper := range run {
			if deeper > b.Level {
				delete(run, deeper)
			}
		}
		if b.Number == want {
			continue
		}
		r.Number = want
		if err := s.segments.Put(tx, key(bookID, r.id), r.line); err != nil {
			return err
		}
	}
	return nil
}

// after are the lines of a text in the order of reading once they are what they become.
func (s *Store) after(bookID string, become becoming) []ranked {
	var all []ranked
	known := map[string]bool{}
	for _, r := range s.ranked(bookID) {
		l, changes := become[r.id]
		known[r.id] = true
		switch {
		case changes && l == nil:
		case changes:
			all = append(all, ranked{*l, r.id})
		default:
			all = append(all, r)
		}
	}
	for id, l := range become {
		if !known[id] && l != nil {
			all = append(all, ranked{*l, id})
		}
	}
	slices.SortFunc(all, func(a, b ranked) int { return cmp.Or(strings.Compare(a.Rank, b.Rank), strings.Compare(a.id, b.id)) })
	return all
}
