package cafe

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"kring/internal/content"
	"kring/sessions/people"
	"kring/sessions/plan"
)

// Kind is what sort of thing an idea is; the files of the catalogue are named after them.
type Kind string

// The kinds.
const (
	Talk  Kind = "talk"
	Make  Kind = "make"
	Game  Kind = "game"
	Music Kind = "music"
	Move  Kind = "move"
	Food  Kind = "food"
	Rest  Kind = "rest"
	World Kind = "world" // themes: money, voting, living on one's own
	Out   Kind = "out"
)

// Kinds lists them in the order of a picker.
func Kinds() []Kind { return []Kind{Talk, Make, Game, Music, Move, Food, Rest, World, Out} }

// Elements is how many elements of normalising there are (domain.md).
const Elements = 8

// Idea is something to do on an evening: one of the catalogue, or one of their own.
type Idea struct {
	ID        string      `json:"id" toml:"id"`
	Kind      Kind        `json:"kind" toml:"-"`
	Title     plan.Text   `json:"title" toml:"title"`
	Aim       plan.Text   `json:"aim,omitempty" toml:"aim"` // what it is for
	Steps     []plan.Text `json:"steps,omitempty" toml:"steps"`
	Materials plan.Text   `json:"mat,omitempty" toml:"materials"`
	Low       plan.Text   `json:"low,omitempty" toml:"low"` // for who finds it a big step
	Minutes   [2]int      `json:"min" toml:"minutes"`       // from, to
	People    [2]int      `json:"n" toml:"people"`          // from, to
	Cents     int         `json:"cents,omitempty" toml:"cents"`
	Noise     int         `json:"noise" toml:"noise"`   // 1: soft, 3: loud
	Energy    int         `json:"energy" toml:"energy"` // 1: sitting, 3: running about
	Leads     int         `json:"leads" toml:"leads"`
	Elements  []int       `json:"el,omitempty" toml:"elements"`
	Skills    []string    `json:"skills,omitempty" toml:"skills"` // that it asks of somebody there
	Own       bool        `json:"own,omitempty" toml:"-"`
}

// ErrIdea says that an idea of the catalogue, or of their own, cannot be.
var ErrIdea = errors.New("an idea that cannot be")

// Validate checks an idea; the error says what of it is wrong.
func (x Idea) Validate() error {
	between := func(n [2]int, most int) bool { return n[0] >= 1 && n[0] <= n[1] && n[1] <= most }
	for _, c := range []struct {
		ok   bool
		what string
	}{
		{x.Title.In(plan.Fallback) != "", "no title"},
		{slices.Contains(Kinds(), x.Kind), "unknown kind"},
		{between(x.Minutes, longest), "minutes"},
		{between(x.People, 200), "people"},
		{x.Cents >= 0 && x.Cents <= 100_00, "cents"},
		{x.Noise >= 1 && x.Noise <= 3, "noise"},
		{x.Energy >= 1 && x.Energy <= 3, "energy"},
		{x.Leads >= 1 && x.Leads <= 4, "leads"},
		{!slices.ContainsFunc(x.Elements, func(n int) bool { return n < 1 || n > Elements }), "elements"},
	} {
		if !c.ok {
			return fmt.Errorf("%q: %s: %w", x.ID, c.what, ErrIdea)
		}
	}
	return nil
}

// LoadCatalogue reads every file of fsys, each of which is named after the kind of its ideas,
// in the order of Kinds. A fault names its file.
func LoadCatalogue(fsys fs.FS) ([]Idea, error) {
	files, err := fs.Glob(fsys, "*.toml")
	if err != nil {
		return nil, fmt.Errorf("listing the catalogue: %w", err)
	}
	var out []Idea
	seen := map[string]bool{}
	for _, file := range files {
		var f struct {
			Ideas []Idea `toml:"idea"`
		}
		if err := content.Decode(fsys, file, &f); err != nil {
			return nil, err
		}
		for _, x := range f.Ideas {
			x.Kind = Kind(strings.TrimSuffix(file, ".toml"))
			if err := x.Validate(); err != nil {
				return nil, fmt.Errorf("%s: %w", file, err)
			}
			if x.ID == "" || seen[x.ID] {
				return nil, fmt.Errorf("%s: %q is there twice or has no id: %w", file, x.ID, ErrIdea)
			}
			seen[x.ID] = true
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(a, b Idea) int { return slices.Index(Kinds(), a.Kind) - slices.Index(Kinds(), b.Kind) })
	return out, nil
}

// Filter narrows the ideas; what is empty or 0 asks nothing.
type Filter struct {
	Text    string // any part of what is said of an idea, in any language
	Kind    Kind
	Noise   int // at most
	Energy  int // at most
	Minutes int // it can be done in
	People  int // it can be done with
	Leads   int // it can be led by
	Element int
	Free    bool
	Low     bool // there is a way for who finds it a big step
	Starred bool
}

// Holds tells whether an idea passes.
func (f Filter) Holds(x Idea, starred bool) bool {
	switch {
	case f.Kind != "" && f.Kind != x.Kind,
		f.Noise > 0 && x.Noise > f.Noise,
		f.Energy > 0 && x.Energy > f.Energy,
		f.Minutes > 0 && x.Minutes[0] > f.Minutes,
		f.People > 0 && (f.People < x.People[0] || f.People > x.People[1]),
		f.Leads > 0 && x.Leads > f.Leads,
		f.Low && x.Low.In(plan.Fallback) == "",
		f.Element > 0 && !slices.Contains(x.Elements, f.Element),
		f.Free && x.Cents > 0,
		f.Starred && !starred:
		return false
	}
	text := people.Fold(x.text())
	for _, word := range strings.Fields(people.Fold(f.Text)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// text is all that can be searched.
func (x Idea) text() string {
	var b strings.Builder
	for _, t := range append([]plan.Text{x.Title, x.Aim, x.Materials, x.Low}, x.Steps...) {
		for _, s := range t {
			b.WriteString(s + "\n")
		}
	}
	return b.String()
}
