package book

import (
	"fmt"
	"slices"

	"kring/internal/vault"
	"kring/toolkit/bilingual"
)

// SetText changes the words of a segment. Translations of the words before become outdated.
func (s *Store) SetText(bookID, segmentID, text string) error {
	return s.SetBlock(bookID, segmentID, func(b *bilingual.Block) { b.Text = text })
}

// SetBlock changes a segment: its words, or what kind of block it is.
func (s *Store) SetBlock(bookID, segmentID string, change func(*bilingual.Block)) error {
	l, ok := s.segments.Get(key(bookID, segmentID))
	if !ok {
		return fmt.Errorf("segment %s: %w", segmentID, ErrNotFound)
	}
	x := l.segment(segmentID)
	change(&x.Block)
	text, err := words(x.Text)
	if err != nil {
		return err
	}
	if text == "" && needsWords(x) {
		return fmt.Errorf("changing a segment: %w", ErrEmpty)
	}
	x.Text = text
	err = s.vault.Do(s.action(bookID, "action.segment"), func(tx *vault.Tx) error {
		return s.segments.Put(tx, key(bookID, segmentID), lineOf(x, l.Rank))
	})
	return vault.While(err, "changing a segment")
}

// needsWords tells whether a block is nothing without words.
func needsWords(s bilingual.Segment) bool {
	switch s.Kind {
	case bilingual.Writing, bilingual.Drawing, bilingual.PageBreak, bilingual.Image:
		return false
	}
	return true
}

func (s *Store) action(bookID, kind string) vault.Action {
	return vault.NewAction(kind, "Name", s.Title(bookID))
}

// Insert puts blocks after a segment, or at the beginning where none is named, and gives
// their segments.
func (s *Store) Insert(bookID, after string, blocks ...bilingual.Block) ([]bilingual.Segment, error) {
	if !s.has(bookID) {
		return nil, fmt.Errorf("text %s: %w", bookID, ErrNotFound)
	}
	at, err := s.place(bookID, after)
	if err != nil {
		return nil, err
	}
	all := s.ranked(bookID)
	low, high := at.bounds(all)
	out := make([]bilingual.Segment, len(blocks))
	for i, b := range blocks {
		b.Translations = nil
		if b.Text, err = words(b.Text); err != nil {
			return nil, err
		}
		out[i] = bilingual.Segment{ID: vault.NewID(), Block: b}
		if b.Text == "" && needsWords(out[i]) {
			return nil, fmt.Errorf("adding to a text: %w", ErrEmpty)
		}
	}
	err = s.vault.Do(s.action(bookID, "action.segment.add"), func(tx *vault.Tx) error {
		for _, x := range out {
			low = between(low, high)
			if err := s.segments.Put(tx, key(bookID, x.ID), lineOf(x, low)); err != nil {
				return err
			}
		}
		return nil
	})
	return out, vault.While(err, "adding to a text")
}

// place is how many segments stand before a place.
type place int

// place is after a segment; nothing named is before the first block.
func (s *Store) place(bookID, after string) (place, error) {
	all := s.ranked(bookID)
	if after == "" {
		at := slices.IndexFunc(all, func(r ranked) bool { return r.Meta == "" })
		if at < 0 {
			at = len(all)
		}
		return place(at), nil
	}
	at := slices.IndexFunc(all, func(r ranked) bool { return r.id == after })
	if at < 0 {
		return 0, fmt.Errorf("segment %s: %w", after, ErrNotFound)
	}
	return place(at + 1), nil
}

// bounds are the ranks between which the place lies. Segments that two laptops gave the same
// rank are gone past: between them there is no other.
func (p place) bounds(all []ranked) (low, high string) {
	at := int(p)
	if at > 0 {
		low = all[at-1].Rank
	}
	for at < len(all) && all[at].Rank == low {
		at++
	}
	if at < len(all) {
		high = all[at].Rank
	}
	return low, high
}

// Move puts a segment so many places further on (or back, where by is negative), as far as
// there are places.
func (s *Store) Move(bookID, segmentID string, by int) error {
	all := s.ranked(bookID)
	at := slices.IndexFunc(all, func(r ranked) bool { return r.id == segmentID })
	if at < 0 || all[at].Meta != "" {
		return fmt.Errorf("segment %s: %w", segmentID, ErrNotFound)
	}
	moved := all[at]
	rest := slices.Delete(slices.Clone(all), at, at+1)
	first := slices.IndexFunc(rest, func(r ranked) bool { return r.Meta == "" })
	if first < 0 {
		first = len(rest) // it is the only block, after what the text says of itself
	}
	to := min(max(at+by, first), len(rest))
	if to == at {
		return nil
	}
	moved.Rank = between(place(to).bounds(rest))
	if b := moved.segment(segmentID).Block; b.Kind != bilingual.Heading {
		moved.Part, moved.Low = holds(segmentsOf(rest[:to]), b)
	}
	err := s.vault.Do(s.action(bookID, "action.segment.move"), func(tx *vault.Tx) error {
		if err := s.segments.Put(tx, key(bookID, segmentID), moved.line); err != nil {
			return err
		}
		return s.renumber(tx, bookID, becoming{segmentID: &moved.line})
	})
	return vault.While(err, "moving a segment")
}

// RemoveSegments takes segments out of a text, a chapter say; their translations are kept in
// the memory.
func (s *Store) RemoveSegments(bookID string, ids ...string) error {
	title := s.Title(bookID)
	var gone []bilingual.Segment
	for _, x := range s.Segments(bookID) {
		if slices.Contains(ids, x.ID) {
			gone = append(gone, x)
		}
	}
	if len(gone) == 0 {
		return fmt.Errorf("removing from a text: %w", ErrNotFound)
	}
	err := s.vault.Do(vault.NewAction("action.segment.remove", "Name", title), func(tx *vault.Tx) error {
		if err := s.forget(tx, bookID, title, gone); err != nil {
			return err
		}
		become := becoming{}
		for _, x := range gone {
			become[x.ID] = nil
		}
		if err := s.renumber(tx, bookID, become); err != nil {
			return err
		}
		return s.dropWith(tx, bookID, gone)
	})
	return vault.While(err, "removing from a text")
}
