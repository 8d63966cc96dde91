package glossary

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/sessions/plan"
)

// The collections of this room. What is said in a language is a record of its own: two people
// may fill in two languages on two laptops.
const (
	colTerms = "terms"     // by term
	colWords = "termwords" // by "term/language"
)

// kept is what a vault knows of a term itself. Of a shipped one it has the words only where
// they were changed.
type kept struct {
	Dutch  string    `json:"nl,omitempty"`
	Forms  []string  `json:"forms,omitempty"`
	Note   plan.Text `json:"note,omitempty"`
	Hidden bool      `json:"hidden,omitempty"`
}

// Store answers every question about the agreed words from memory and writes each user action
// as one transaction. It is safe for use from several goroutines.
type Store struct {
	vault   *vault.Vault
	shipped []Term
	byID    map[string]Term // of those
	terms   *vault.Collection[kept]
	words   *vault.Collection[Wording]
}

// Open loads the collections of this room from a vault. shipped are the terms that come with
// Kring: once shipped, an id stays.
func Open(v *vault.Vault, shipped ...Term) (*Store, error) {
	s := &Store{vault: v, shipped: shipped, byID: map[string]Term{}}
	for _, t := range shipped {
		s.byID[t.ID] = t
	}
	if err := vault.LoadAll(vault.Load(v, colTerms, &s.terms), vault.Load(v, colWords, &s.words)); err != nil {
		return nil, err
	}
	return s, nil
}

func wordsKey(id, lang string) string { return id + "/" + lang }

// All gives every term, the hidden ones too, sorted by their Dutch word. compare sorts by the
// rules of a language; nil sorts plainly.
func (s *Store) All(compare func(a, b string) int) []Term {
	var out []Term
	for _, t := range s.shipped {
		k, _ := s.terms.Get(t.ID)
		out = append(out, s.overlaid(t, k))
	}
	for id, k := range s.terms.All() {
		if _, ok := s.byID[id]; !ok && k.Dutch != "" {
			out = append(out, s.overlaid(Term{ID: id}, k))
		}
	}
	if compare == nil {
		compare = strings.Compare
	}
	slices.SortStableFunc(out, func(a, b Term) int { return compare(a.Dutch, b.Dutch) })
	return out
}

// Term gives one.
func (s *Store) Term(id string) (Term, bool) {
	t, shipped := s.byID[id]
	k, own := s.terms.Get(id)
	if !shipped && (!own || k.Dutch == "") {
		return Term{}, false
	}
	t.ID = id
	return s.overlaid(t, k), true
}

// overlaid is a term as it shipped, with what the vault has of it.
func (s *Store) overlaid(t Term, k kept) Term {
	if t.Hidden = k.Hidden; k.Dutch != "" {
		t.Dutch, t.Forms, t.Note, t.Changed = k.Dutch, k.Forms, k.Note, t.Shipped
	}
	for key, w := range s.words.Prefix(t.ID + "/") {
		t.Changed = t.Shipped
		t = t.With(strings.TrimPrefix(key, t.ID+"/"), w)
	}
	return t
}

// For is the glossary for a language.
func (s *Store) For(lang string) *Glossary { return New(s.All(nil), lang) }

// Save keeps a term; a new one has no ID yet. Of one that came with Kring only what differs is
// kept. The error is ErrNoWord, ErrTwice, ErrForbidden, ErrLanguage or ErrNotFound, wrapped.
func (s *Store) Save(t Term) (Term, error) {
	t = t.trimmed()
	if err := s.fits(t, s.All(nil)); err != nil {
		return t, err
	}
	kind := "action.term"
	if t.ID == "" {
		kind, t.ID = "action.term.add", vault.NewID()
	} else if _, ok := s.Term(t.ID); !ok {
		return t, fmt.Errorf("changing a term: %w", ErrNotFound)
	}
	err := s.vault.Do(vault.NewAction(kind, "Name", t.Dutch), func(tx *vault.Tx) error { return s.put(tx, t) })
	if err != nil {
		return t, fmt.Errorf("keeping a term: %w", err)
	}
	return t, nil
}

// SaveAll keeps several terms at once, as an import does: all or none.
func (s *Store) SaveAll(terms []Term) error {
	all := s.All(nil)
	var saved []Term
	for _, t := range terms {
		t = t.trimmed()
		if err := s.fits(t, all); err != nil {
			return fmt.Errorf("%q: %w", t.Dutch, err)
		}
		if t.ID == "" {
			t.ID = vault.NewID()
		}
		all = append(slices.DeleteFunc(all, func(x Term) bool { return x.ID == t.ID }), t)
		saved = append(saved, t)
	}
	err := s.vault.Do(vault.NewAction("action.term.import", "Count", fmt.Sprint(len(saved))), func(tx *vault.Tx) error {
		for _, t := range saved {
			if err := s.put(tx, t); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("keeping terms: %w", err)
	}
	return nil
}

// fits tells whether a term can stand among all others.
func (s *Store) fits(t Term, all []Term) error {
	if err := t.Validate(); err != nil {
		return err
	}
	names := t.names()
	for _, x := range all {
		if x.ID == t.ID || x.Hidden || t.Hidden {
			continue
		}
		for _, n := range x.names() {
			if slices.Contains(names, n) {
				return fmt.Errorf("%q: %w", x.Dutch, ErrTwice)
			}
		}
	}
	return nil
}

// put writes what of a term differs from what shipped, and takes away what does not.
func (s *Store) put(tx *vault.Tx, t Term) error {
	base := s.byID[t.ID]
	k := kept{t.Dutch, t.Forms, t.Note, t.Hidden}
	if base.Shipped && base.Dutch == t.Dutch && slices.Equal(base.Forms, t.Forms) && base.Note.Equal(t.Note) {
		k = kept{Hidden: t.Hidden}
	}
	err := change(tx, s.terms, t.ID, k, k.Dutch == "" && !k.Hidden, func(a, b kept) bool {
		return a.Dutch == b.Dutch && a.Hidden == b.Hidden && slices.Equal(a.Forms, b.Forms) && a.Note.Equal(b.Note)
	})
	langs := set(slices.Concat(slices.Collect(maps.Keys(base.In)), slices.Collect(maps.Keys(t.In)))...)
	for key := range s.words.Prefix(t.ID + "/") {
		langs[strings.TrimPrefix(key, t.ID+"/")] = true
	}
	for _, lang := range slices.Sorted(maps.Keys(langs)) {
		w := t.In[lang]
		err = errors.Join(err, change(tx, s.words, wordsKey(t.ID, lang), w, w.Equal(base.In[lang]), Wording.Equal))
	}
	return err
}

// change writes a record where it differs from what is there, or takes it away.
func change[T any](tx *vault.Tx, c *vault.Collection[T], key string, now T, gone bool, equal func(a, b T) bool) error {
	was, there := c.Get(key)
	switch {
	case gone && there:
		return c.Delete(tx, key)
	case gone || there && equal(was, now):
		return nil
	}
	return c.Put(tx, key, now)
}

// Remove takes a term away; one that came with Kring is hidden, and can be brought back.
func (s *Store) Remove(id string) error {
	t, ok := s.Term(id)
	if !ok {
		return fmt.Errorf("removing a term: %w", ErrNotFound)
	}
	kind := "action.term.delete"
	if t.Shipped {
		kind = "action.term.hide"
	}
	err := s.vault.Do(vault.NewAction(kind, "Name", t.Dutch), func(tx *vault.Tx) error {
		if t.Shipped {
			t.Hidden = true
			return s.put(tx, t)
		}
		err := s.terms.Delete(tx, id)
		for key := range s.words.Prefix(id + "/") {
			err = errors.Join(err, s.words.Delete(tx, key))
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("removing a term: %w", err)
	}
	return nil
}

// Restore brings a hidden term back. The error is ErrTwice where its word was added since.
func (s *Store) Restore(id string) error {
	return s.again(id, "action.term.restore", func(t Term) Term { t.Hidden = false; return t })
}

// Reset makes a term that came with Kring as it came.
func (s *Store) Reset(id string) error {
	return s.again(id, "action.term.reset", func(Term) Term { return s.byID[id] })
}

func (s *Store) again(id, kind string, how func(Term) Term) error {
	t, ok := s.Term(id)
	if !ok || !t.Shipped {
		return fmt.Errorf("bringing back a term: %w", ErrNotFound)
	}
	t = how(t)
	if err := s.fits(t, s.All(nil)); err != nil {
		return err
	}
	err := s.vault.Do(vault.NewAction(kind, "Name", t.Dutch), func(tx *vault.Tx) error { return s.put(tx, t) })
	if err != nil {
		return fmt.Errorf("bringing back a term: %w", err)
	}
	return nil
}

// BrokenReferences lists words of terms that are not there, as after two laptops came together.
func (s *Store) BrokenReferences() []vault.Dangling {
	var r vault.References
	for key := range s.words.All() {
		id, _, _ := strings.Cut(key, "/")
		if _, ok := s.Term(id); !ok {
			r.Add(s.words.Dangles(key, "term"))
		}
	}
	return r.All
}
