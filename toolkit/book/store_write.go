package book

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/toolkit/bilingual"
)

// Writing is what somebody wrote: blocks that stand after a segment, or of which the first
// takes the place of what a segment was, with the pictures that they show.
type Writing struct {
	SegmentID string // whose block the first becomes; empty: all are new
	After     string // of new ones: the segment that they stand after; empty: before the first
	Blocks    []bilingual.Block
	Pictures  map[string][]byte // by the names by which the blocks call them
}

// Write keeps what was written, as one action, and gives the segments. A new block belongs to
// the part of the exercise that it stands in. A picture that nothing shows any more goes.
func (s *Store) Write(bookID string, w Writing) ([]bilingual.Segment, error) {
	if !s.has(bookID) {
		return nil, fmt.Errorf("text %s: %w", bookID, ErrNotFound)
	}
	out, err := s.worded(bookID, w)
	if err != nil {
		return nil, err
	}
	all := s.ranked(bookID)
	after, action := w.After, "action.segment.add"
	if w.SegmentID != "" {
		after, action = w.SegmentID, "action.segment"
	}
	at, err := s.place(bookID, after)
	if err != nil {
		return nil, err
	}
	low, high := at.bounds(all)
	err = s.vault.Do(s.action(bookID, action), func(tx *vault.Tx) error {
		for name, data := range w.Pictures {
			if err := s.pictures.Put(tx, key(bookID, name), data); err != nil {
				return err
			}
		}
		become := becoming{}
		for _, x := range out {
			rank := low
			if x.ID != w.SegmentID {
				low = between(low, high)
				rank = low
			}
			become[x.ID] = new(lineOf(x, rank))
			if err := s.segments.Put(tx, key(bookID, x.ID), *become[x.ID]); err != nil {
				return err
			}
		}
		if err := s.renumber(tx, bookID, become); err != nil || w.SegmentID == "" {
			return err
		}
		return s.dropPictures(tx, bookID, out, []string{all[at-1].Path})
	})
	return out, vault.While(err, "writing")
}

// worded are the segments of what was written, each with its id and its part.
func (s *Store) worded(bookID string, w Writing) ([]bilingual.Segment, error) {
	if len(w.Blocks) == 0 {
		return nil, fmt.Errorf("writing: %w", ErrEmpty)
	}
	var before []bilingual.Segment
	for _, x := range s.Segments(bookID) {
		if x.ID == w.SegmentID {
			break
		}
		before = append(before, x)
		if w.SegmentID == "" && x.ID == w.After {
			break
		}
	}
	if w.SegmentID == "" && w.After == "" {
		before = nil
	}
	out := make([]bilingual.Segment, len(w.Blocks))
	for i, b := range w.Blocks {
		text, err := words(b.Text)
		if err != nil {
			return nil, err
		}
		b.Text, b.Translations = text, nil
		out[i] = bilingual.Segment{ID: vault.NewID(), Block: b}
		if i == 0 && w.SegmentID != "" {
			out[i].ID = w.SegmentID
		}
		if text == "" && needsWords(out[i]) {
			return nil, fmt.Errorf("writing: %w", ErrEmpty)
		}
		if i > 0 || w.SegmentID == "" {
			out[i].Part, out[i].Low = holds(before, b)
		}
		before = append(before, out[i])
	}
	return out, nil
}

// holds is the part of an exercise that a block after others belongs to, and whether that is
// of the version with few words: what the heading says that it stands under.
func holds(before []bilingual.Segment, b bilingual.Block) (bilingual.Part, bool) {
	for _, x := range slices.Backward(before) {
		if x.Meta == "" && x.Kind == bilingual.Heading && (b.Kind != bilingual.Heading || x.Level < b.Level) {
			return x.Part, x.Low
		}
	}
	return "", false
}

// Under counts the segments under the heading at a place: as far as the next one of its level
// or above it.
func Under(segments []bilingual.Segment, at int) int {
	n := 0
	for _, x := range segments[at+1:] {
		if x.Kind == bilingual.Heading && x.Level <= segments[at].Level {
			break
		}
		n++
	}
	return n
}

// SetPart says which part of a meeting an exercise is, by its heading, and whether it is the
// version with few words. What stands under the heading goes with it.
func (s *Store) SetPart(bookID, headingID string, part bilingual.Part, low bool) error {
	all := s.ranked(bookID)
	segments := s.Segments(bookID)
	at := slices.IndexFunc(segments, func(x bilingual.Segment) bool { return x.ID == headingID && x.Kind == bilingual.Heading })
	if at < 0 || len(all) != len(segments) {
		return fmt.Errorf("heading %s: %w", headingID, ErrNotFound)
	}
	err := s.vault.Do(s.action(bookID, "action.segment.part"), func(tx *vault.Tx) error {
		for i := at; i <= at+Under(segments, at); i++ {
			l := all[i].line
			l.Part, l.Low = part, low
			if err := s.segments.Put(tx, key(bookID, all[i].id), l); err != nil {
				return err
			}
		}
		return nil
	})
	return vault.While(err, "saying which part it is")
}

// About is what a text says of itself.
type About struct {
	Title, Theme string
	Elements     []int // of normalising that it serves
}

// About is what a text says of itself now.
func (s *Store) About(bookID string) About {
	b, _ := s.books.Get(bookID)
	segments := s.Segments(bookID)
	a := About{Title: Title(segments), Elements: b.Elements}
	for _, x := range segments {
		if x.Meta == metaTheme {
			a.Theme = x.Text
		}
	}
	return a
}

// SetAbout says it anew, as one action. A heading that was the title stays the title.
func (s *Store) SetAbout(bookID string, a About) error {
	b, ok := s.books.Get(bookID)
	if !ok {
		return fmt.Errorf("text %s: %w", bookID, ErrNotFound)
	}
	title, err := words(a.Title)
	if err == nil && title == "" {
		err = ErrTitle
	}
	if err != nil {
		return fmt.Errorf("the title: %w", err)
	}
	theme, err := words(a.Theme)
	if err != nil {
		return fmt.Errorf("the theme: %w", err)
	}
	b.Elements = slices.Clone(a.Elements)
	slices.Sort(b.Elements)
	b.Elements = slices.Compact(b.Elements)
	was := s.Title(bookID)
	err = s.vault.Do(vault.NewAction("action.book.about", "Name", title), func(tx *vault.Tx) error {
		if err := s.books.Put(tx, bookID, b); err != nil {
			return err
		}
		return errors.Join(s.sayTitle(tx, bookID, was, title), s.say(tx, bookID, metaTheme, theme))
	})
	return vault.While(err, "saying what a text is about")
}

// sayTitle changes the title, and the first heading where that is the same.
func (s *Store) sayTitle(tx *vault.Tx, bookID, was, title string) error {
	for _, r := range s.ranked(bookID) {
		if r.Meta == "" && r.Kind == kinds[bilingual.Heading] {
			if r.Text == was && was != title {
				r.Text = title
				if err := s.segments.Put(tx, key(bookID, r.id), r.line); err != nil {
					return err
				}
			}
			break
		}
	}
	return s.say(tx, bookID, metaTitle, title)
}

// say keeps what the front matter says under a key; nothing takes it away, and its
// translations go to the memory.
func (s *Store) say(tx *vault.Tx, bookID, meta, text string) error {
	all := s.ranked(bookID)
	at := slices.IndexFunc(all, func(r ranked) bool { return r.Meta == meta })
	switch {
	case at >= 0 && text == "":
		return s.forget(tx, bookID, s.Title(bookID), []bilingual.Segment{all[at].segment(all[at].id)})
	case at >= 0:
		all[at].Text = text
		return s.segments.Put(tx, key(bookID, all[at].id), all[at].line)
	case text == "":
		return nil
	}
	metas := 0 // those that there are come first
	for _, r := range all {
		if r.Meta != "" {
			metas++
		}
	}
	x := bilingual.Segment{ID: vault.NewID(), Meta: meta, Block: bilingual.Block{Text: text}}
	return s.segments.Put(tx, key(bookID, x.ID), lineOf(x, between(place(metas).bounds(all))))
}

// Full are the segments of a text in the order of reading, each with its translations into
// the languages of the text.
func (s *Store) Full(bookID string) ([]bilingual.Segment, error) {
	b, ok := s.books.Get(bookID)
	if !ok {
		return nil, fmt.Errorf("text %s: %w", bookID, ErrNotFound)
	}
	segments := s.Segments(bookID)
	at := make(map[string]int, len(segments))
	for i, x := range segments {
		at[x.ID] = i
	}
	s.translated(bookID, func(id, lang string, t translated) {
		i, ok := at[id]
		if !ok || !slices.Contains(b.Langs, lang) {
			return
		}
		if segments[i].Translations == nil {
			segments[i].Translations = map[string]string{}
		}
		segments[i].Translations[lang] = t.Text
	})
	return segments, nil
}

// DocumentOf puts segments together as a text to be printed.
func DocumentOf(segments []bilingual.Segment) bilingual.Document { return document(segments) }

// dropPictures takes away those of some paths that nothing shows any more once the changed
// segments are what they become.
func (s *Store) dropPictures(tx *vault.Tx, bookID string, changed []bilingual.Segment, paths []string) error {
	shown := map[string]bool{}
	gone := map[string]bool{}
	for _, x := range changed {
		gone[x.ID], shown[x.Path] = true, true
	}
	for _, x := range s.Segments(bookID) {
		if !gone[x.ID] {
			shown[x.Path] = true
		}
	}
	for _, path := range paths {
		k := key(bookID, path)
		if _, there := s.pictures.Get(k); !there || shown[path] {
			continue
		}
		if err := s.pictures.Delete(tx, k); err != nil {
			return err
		}
		shown[path] = true // once
	}
	return nil
}

// Pieces cuts what was typed or pasted into what blocks can hold: at the ends of lines, and a
// line that is longer than a block can be at a space. What is only space is nothing.
func Pieces(text string) []string {
	var out []string
	for _, line := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		letters := []rune(strings.TrimSpace(line))
		for len(letters) > Longest {
			cut := Longest
			for i := Longest; i > Longest/2; i-- {
				if letters[i] == ' ' {
					cut = i
					break
				}
			}
			out = append(out, strings.TrimSpace(string(letters[:cut])))
			letters = []rune(strings.TrimSpace(string(letters[cut:])))
		}
		if len(letters) > 0 {
			out = append(out, string(letters))
		}
	}
	return out
}

// dropWith takes the pictures of segments that went away, where nothing else shows them.
func (s *Store) dropWith(tx *vault.Tx, bookID string, gone []bilingual.Segment) error {
	var paths []string
	bare := slices.Clone(gone)
	for i, x := range bare {
		paths = append(paths, x.Path)
		bare[i].Path = ""
	}
	return s.dropPictures(tx, bookID, bare, paths)
}

func segmentsOf(all []ranked) []bilingual.Segment {
	out := make([]bilingual.Segment, len(all))
	for i, r := range all {
		out[i] = r.segment(r.id)
	}
	return out
}
