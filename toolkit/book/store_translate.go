package book

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/toolkit/bilingual"
	"kring/toolkit/memory"
)

// Change is what a translation becomes. Of other words than the segment now has it is
// outdated from the beginning. Without a text but with comments, it is these alone.
type Change struct {
	SegmentID string
	Text      string
	State     bilingual.State // Draft, ToCheck or Agreed
	Source    string          // the words that it translates; empty: those that the segment has
	Comments  []bilingual.Comment
	By        By // who translated it, and when; nobody: who does the action
}

// Translate keeps what a segment says in a language. No words is no translation.
func (s *Store) Translate(bookID, lang string, by By, c Change) error {
	err := s.vault.Do(s.action(bookID, "action.translate"), func(tx *vault.Tx) error {
		return s.translate(tx, bookID, lang, by, c)
	})
	return vault.While(err, "keeping a translation")
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
	return vault.While(err, "keeping what was translated")
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
	if text == "" && len(c.Comments) > 0 {
		return nil
	}
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
	if c.By != (By{}) {
		by = c.By
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
	return vault.While(err, "adding a comment")
}

func (s *Store) comment(tx *vault.Tx, bookID, segmentID, lang string, c bilingual.Comment) error {
	if _, ok := s.segments.Get(key(bookID, segmentID)); !ok {
		return fmt.Errorf("segment %s: %w", segmentID, ErrNotFound)
	}
	return s.putComment(tx, bookID, segmentID, lang, c)
}

func (s *Store) putComment(tx *vault.Tx, bookID, segmentID, lang string, c bilingual.Comment) error {
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
	return vault.While(err, "removing a comment")
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
	return vault.While(err, "waiving a check")
}

// Unwaive lets a check hold again.
func (s *Store) Unwaive(bookID, segmentID, lang, check string) error {
	err := s.vault.Do(s.action(bookID, "action.unwaive"), func(tx *vault.Tx) error {
		return s.waived.Delete(tx, key(bookID, segmentID, lang, check))
	})
	return vault.While(err, "no longer waiving a check")
}

// Translated is one translation of one segment, with the key that it is kept by.
type Translated struct {
	Key  string
	Lang string
	memory.Unit
}

// TranslationKey is what a translation is kept by.
func TranslationKey(bookID, segmentID, lang string) string { return key(bookID, segmentID, lang) }

// Translations goes over those of all texts in a language.
func (s *Store) Translations(lang string) iter.Seq[Translated] {
	return func(yield func(Translated) bool) {
		titles := map[string]string{}
		for k, t := range s.translations.All() {
			bookID, rest, _ := strings.Cut(k, "+")
			if _, of, _ := strings.Cut(rest, "+"); of != lang {
				continue
			}
			title, known := titles[bookID]
			if !known {
				title = s.Title(bookID)
				titles[bookID] = title
			}
			if !yield(Translated{k, lang, t.unit(lang, title)}) {
				return
			}
		}
	}
}

// Watch calls fn for each translation that a commit changed; the unit of one that is gone is
// empty.
func (s *Store) Watch(fn func(t Translated, gone bool)) (unsubscribe func()) {
	return s.translations.Watch(func(k string, t translated, gone bool) {
		of := strings.Split(k, "+")
		if len(of) != 3 {
			return
		}
		x := Translated{Key: k, Lang: of[2]}
		if !gone {
			x.Unit = t.unit(of[2], s.Title(of[0]))
		}
		fn(x, gone)
	})
}
