package book

import (
	"fmt"
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/toolkit/bilingual"
)

// Change is what a translation becomes. Of other words than the segment now has it is
// outdated from the beginning.
type Change struct {
	SegmentID string
	Text      string
	State     bilingual.State // Draft, ToCheck or Agreed
	Source    string          // the words that it translates; empty: those that the segment has
	Comments  []bilingual.Comment
}

// Translate keeps what a segment says in a language. No words is no translation.
func (s *Store) Translate(bookID, lang string, by By, c Change) error {
	err := s.vault.Do(s.action(bookID, "action.translate"), func(tx *vault.Tx) error {
		return s.translate(tx, bookID, lang, by, c)
	})
	return wrap(err, "keeping a translation")
}

// TranslateAll keeps many, as one action: what a translator sent back.
func (s *Store) TranslateAll(bookID, lang string, by By, changes []Change) error {
	err := s.vault.Do(s.action(bookID, "action.translate.all"), func(tx *vault.Tx) error {
		for _, c := range changes {
			if err := s.translate(tx, bookID, lang, by, c); err != nil {
				return err
			}
		}
		return nil
	})
	return wrap(err, "keeping what was translated")
}

func (s *Store) translate(tx *vault.Tx, bookID, lang string, by By, c Change) error {
	l, ok := s.segments.Get(key(bookID, c.SegmentID))
	if !ok {
		return fmt.Errorf("segment %s: %w", c.SegmentID, ErrNotFound)
	}
	for _, x := range c.Comments {
		if err := s.comment(tx, bookID, c.SegmentID, lang, x); err != nil {
			return err
		}
	}
	text, err := words(c.Text)
	if err != nil {
		return err
	}
	k := key(bookID, c.SegmentID, lang)
	if text == "" {
		return s.translations.Delete(tx, k)
	}
	if !slices.Contains([]bilingual.State{bilingual.Draft, bilingual.ToCheck, bilingual.Agreed}, c.State) {
		c.State = bilingual.Draft
	}
	if c.Source == "" {
		c.Source = l.Text
	}
	now, _ := s.translations.Get(k)
	if now.Text == text && now.State == c.State && now.Source == c.Source {
		return nil // who and when stay those of who did it
	}
	return s.translations.Put(tx, k, translated{Text: text, State: c.State, Source: c.Source, Who: by.Who, When: by.When})
}

// Say adds a comment to a segment in a language.
func (s *Store) Say(bookID, segmentID, lang string, by By, text string) error {
	if text = strings.TrimSpace(text); text == "" {
		return fmt.Errorf("a comment: %w", ErrEmpty)
	}
	c := bilingual.Comment{Who: by.Who, When: by.When, Text: text}
	err := s.vault.Do(s.action(bookID, "action.comment"), func(tx *vault.Tx) error {
		return s.comment(tx, bookID, segmentID, lang, c)
	})
	return wrap(err, "adding a comment")
}

func (s *Store) comment(tx *vault.Tx, bookID, segmentID, lang string, c bilingual.Comment) error {
	if _, ok := s.segments.Get(key(bookID, segmentID)); !ok {
		return fmt.Errorf("segment %s: %w", segmentID, ErrNotFound)
	}
	if c.ID == "" {
		c.ID = vault.NewID()
	}
	return s.comments.Put(tx, key(bookID, segmentID, lang, c.ID), comment{c.Who, c.When, c.Text})
}

// Unsay takes a comment away.
func (s *Store) Unsay(bookID, segmentID, lang, commentID string) error {
	err := s.vault.Do(s.action(bookID, "action.comment.remove"), func(tx *vault.Tx) error {
		return s.comments.Delete(tx, key(bookID, segmentID, lang, commentID))
	})
	return wrap(err, "removing a comment")
}

// Waive waves a check of a translation through, for a reason; without one the check holds
// again.
func (s *Store) Waive(bookID, segmentID, lang, check, why string) error {
	if why = strings.TrimSpace(why); why == "" {
		return fmt.Errorf("waiving %s: %w", check, ErrReason)
	}
	err := s.vault.Do(s.action(bookID, "action.waive"), func(tx *vault.Tx) error {
		return s.waived.Put(tx, key(bookID, segmentID, lang, check), why)
	})
	return wrap(err, "waiving a check")
}

// Unwaive lets a check hold again.
func (s *Store) Unwaive(bookID, segmentID, lang, check string) error {
	err := s.vault.Do(s.action(bookID, "action.unwaive"), func(tx *vault.Tx) error {
		return s.waived.Delete(tx, key(bookID, segmentID, lang, check))
	})
	return wrap(err, "no longer waiving a check")
}
