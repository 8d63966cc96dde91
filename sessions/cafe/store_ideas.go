package cafe

import (
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/people"
)

// Star says that the team likes an idea.
type Star struct {
	IdeaID string `json:"idea"`
}

// Ideas lists the catalogue, and after it their own.
func (s *Store) Ideas(lang string, compare func(a, b string) int) []Idea {
	own := byName(s.ideas.All(), compare, func(x Idea) string { return x.Title.In(lang) })
	return append(slices.Clone(s.shipped.ideas), own...)
}

// Idea finds one.
func (s *Store) Idea(id string) (Idea, bool) {
	if i, ok := s.shipped.ideaAt[id]; ok {
		return s.shipped.ideas[i], true
	}
	return s.ideas.Get(id)
}

// Title names an activity: one that was taken from an idea, and not called otherwise since,
// in the language that is asked.
func (s *Store) Title(a Activity, lang string) string {
	if x, ok := s.Idea(a.IdeaID); ok {
		for _, t := range x.Title {
			if t == a.Title {
				return x.Title.In(lang)
			}
		}
	}
	return a.Title
}

// Titles names what is done on an evening.
func (s *Store) Titles(e Evening, lang string) []string {
	var out []string
	for _, a := range e.Activities {
		out = append(out, s.Title(a, lang))
	}
	return out
}

// Starred tells whether the team likes an idea.
func (s *Store) Starred(id string) bool {
	_, ok := s.stars.Get(id)
	return ok
}

// SetStar says that the team likes an idea, or no longer.
func (s *Store) SetStar(x Idea, on bool) error {
	err := s.vault.Do(vault.NewAction("action.star", "Name", x.Title.In("nl")), func(tx *vault.Tx) error {
		if on {
			return s.stars.Put(tx, x.ID, Star{x.ID})
		}
		return s.stars.Delete(tx, x.ID)
	})
	return vault.While(err, "marking an idea")
}

// SaveIdea adds an idea of their own (empty ID) or changes one.
func (s *Store) SaveIdea(x Idea) (Idea, error) {
	x.Own = true
	if err := x.Validate(); err != nil {
		return x, err
	}
	if x.ID == "" {
		x.ID = vault.NewID()
	}
	err := s.vault.Do(vault.NewAction("action.idea", "Name", x.Title.In("nl")), func(tx *vault.Tx) error { return s.ideas.Put(tx, x.ID, x) })
	return x, vault.While(err, "saving an idea")
}

// DeleteIdea removes one of their own. Evenings for which it was taken keep its name.
func (s *Store) DeleteIdea(x Idea) error {
	err := s.vault.Do(vault.NewAction("action.idea.delete", "Name", x.Title.In("nl")), func(tx *vault.Tx) error {
		if err := s.stars.Delete(tx, x.ID); err != nil {
			return err
		}
		return s.ideas.Delete(tx, x.ID)
	})
	return vault.While(err, "deleting an idea")
}

// TakeIdea puts an idea on one evening. title is its name in the language of who takes it.
func (s *Store) TakeIdea(x Idea, e Evening, title string) (Activity, error) {
	if slices.ContainsFunc(e.Activities, func(a Activity) bool { return a.IdeaID == x.ID }) {
		return Activity{}, fmt.Errorf("%q on %s: %w", x.ID, e.Date, ErrThere)
	}
	rule, err := calendar.NewRule(calendar.Once, e.Planned.Weekday(), e.Planned)
	if err != nil {
		return Activity{}, err
	}
	return s.SaveActivity(Activity{PlaceID: e.Place.ID, Title: title, Rule: rule, Leads: x.Leads, IdeaID: x.ID})
}

// LastDone gives when each idea was on a place's evenings last, before a date.
func (s *Store) LastDone(placeID string, before calendar.Date) map[string]calendar.Date {
	out := map[string]calendar.Date{}
	for _, e := range s.Evenings(placeID, before.AddDays(-ahead), before.AddDays(-1)) {
		for _, a := range e.Activities {
			if a.IdeaID != "" && e.On() {
				out[a.IdeaID] = e.Date // in the order of their dates
			}
		}
	}
	return out
}

// usual is how many people are reckoned with where nobody was counted yet.
const usual = 8

// Expected is how many visitors an evening may have: the mean of the last four that were
// counted.
func (s *Store) Expected(e Evening) int {
	sum, n := 0, 0
	for _, past := range s.Past(e.Place.ID, e.Date, 12) {
		if v := s.Counted(past, Visitors); v > 0 && n < 4 {
			sum, n = sum+v, n+1
		}
	}
	if n == 0 {
		return usual
	}
	return (sum + n/2) / n
}

// ForTonight suggests n ideas for an evening: that fit how many will come and how much noise
// the place bears, of different kinds, first what was not done for long, what visitors wished
// and what the team likes. The same evening gets the same ideas, another one others.
func (s *Store) ForTonight(e Evening, n int) []Idea {
	last, expected, wished := s.LastDone(e.Place.ID, e.Date), s.Expected(e), s.wished(e.Place.ID)
	fits := Filter{People: expected}
	if e.Place.Audience == LowStimulus {
		fits.Noise = 1
	}
	var all []Idea
	for _, x := range s.Ideas("nl", func(a, b string) int { return 0 }) {
		taken := slices.ContainsFunc(e.Activities, func(a Activity) bool { return a.IdeaID == x.ID })
		if !taken && fits.Holds(x, false) {
			all = append(all, x)
		}
	}
	slices.SortStableFunc(all, func(a, b Idea) int { return s.appeal(b, e, last, wished) - s.appeal(a, e, last, wished) })
	var out []Idea
	kinds := map[Kind]bool{}
	for _, again := range []bool{false, true} { // a kind twice only where there are too few
		for _, x := range all {
			if len(out) < n && kinds[x.Kind] == again && !slices.ContainsFunc(out, func(y Idea) bool { return y.ID == x.ID }) {
				out = append(out, x)
				kinds[x.Kind] = true
			}
		}
	}
	return out
}

// wished are the words of the wishes of a place that are still open, but for short ones.
func (s *Store) wished(placeID string) []string {
	var out []string
	for _, w := range s.Wishes(placeID) {
		for _, word := range strings.Fields(people.Fold(w.Text)) {
			if w.ActivityID == "" && utf8.RuneCountInString(word) > shortWord {
				out = append(out, word)
			}
		}
	}
	return out
}

// shortWord is how long a word may be that says nothing of what is wished: een, keer.
const shortWord = 4

// appeal weighs an idea for an evening: weeks since it was done, up to half a year; a wish
// counts as twelve of them, a star as eight, chance as at most six.
func (s *Store) appeal(x Idea, e Evening, last map[string]calendar.Date, wished []string) int {
	weeks := 26
	if d, done := last[x.ID]; done {
		weeks = min(e.Date.DaysSince(d)/7, 26)
	}
	if s.Starred(x.ID) {
		weeks += 8
	}
	name := people.Fold(strings.Join(slices.Collect(maps.Values(x.Title)), " "))
	if slices.ContainsFunc(wished, func(word string) bool { return strings.Contains(name, word) }) {
		weeks += 12
	}
	h := fnv.New32a()
	fmt.Fprint(h, x.ID, e.Date) // never fails: hash.Hash
	return weeks + int(h.Sum32()%7)
}
