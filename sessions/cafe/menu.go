package cafe

import (
	"errors"
	"slices"
	"strings"

	"kring/sessions/cafe/kitchen"
	"kring/sessions/calendar"
	"kring/sessions/plan"
)

// Dish is one dish of an evening's menu, a record of its own so that two laptops can each
// add one: a recipe of the book, or one of the group itself.
type Dish struct {
	PlaceID string        `json:"place"`
	Date    calendar.Date `json:"date"`
	ID      string        `json:"id"`    // of the recipe
	Title   plan.Text     `json:"title"` // as it was called: it shows where the recipe is gone
	Own     bool          `json:"own,omitempty"`
}

// Name is what a dish is called: as the book has it, or as the group wrote it.
func (d Dish) Name(b *kitchen.Book, lang string) string {
	if r, ok := b.Recipe(d.ID); ok && !d.Own {
		return r.Title.In(lang)
	}
	return d.Title.In(lang)
}

// ToBuy is something on the shopping list that no recipe asks for, in the group's words.
type ToBuy struct {
	PlaceID string          `json:"place"`
	Date    calendar.Date   `json:"date"`
	ID      string          `json:"id"`
	DishID  string          `json:"dish,omitempty"` // their own dish, for which it is
	Text    string          `json:"text"`
	Cents   int             `json:"cents,omitempty"` // 0: nobody knows
	Section kitchen.Section `json:"at,omitempty"`
}

// ReadToBuy reads what to buy from lines that somebody typed, one thing on each; a price may
// stand after a € at its end. What is no price stays among the words.
func ReadToBuy(text string) []ToBuy {
	var out []ToBuy
	for _, line := range strings.Split(text, "\n") {
		x := ToBuy{Text: strings.TrimSpace(line)}
		if at := strings.LastIndex(x.Text, "€"); at > 0 {
			if cents, err := kitchen.ParseCents(x.Text[at:]); err == nil {
				x.Text, x.Cents = strings.TrimSpace(x.Text[:at]), cents
			}
		}
		if x.Text != "" {
			out = append(out, x)
		}
	}
	return out
}

// Figure is one number that a group agreed on for a meal: how many eat, what it may cost, or
// how many shared a need. There is no field for who they are.
type Figure struct {
	PlaceID string        `json:"place"`
	Date    calendar.Date `json:"date"`
	What    string        `json:"what"` // heads, budget, or a need of the kitchen
	N       int           `json:"n"`
}

const (
	heads  = "heads"
	budget = "budget"
)

// Got says of one line of the shopping list that it needs no buying any more.
type Got string

// How something was got.
const (
	AtHome Got = "home" // it was in the house
	Bought Got = "bought"
)

// Tick is that of one line: a record of its own, so that two people can shop.
type Tick struct {
	PlaceID string        `json:"place"`
	Date    calendar.Date `json:"date"`
	Line    string        `json:"line"` // the ingredient or the item
	Got     Got           `json:"got"`
}

// What can be wrong with a menu.
var (
	ErrDish  = errors.New("a dish needs a name")
	ErrToBuy = errors.New("something to buy needs words")
)

// Menu is what a group eats on an evening, as the vault has it.
type Menu struct {
	Evening Evening
	Dishes  []Dish // Courses has them in the order of a meal
	ToBuy   []ToBuy
	Heads   int
	Agreed  bool // the head count was said, not guessed
	Budget  int  // in cents; 0: none
	Shared  map[kitchen.Need]int
	Ticks   map[string]Got
}

// Needs are those that somebody shared, in the order in which they are shown.
func (m Menu) Needs() []kitchen.Need {
	var out []kitchen.Need
	for _, n := range kitchen.Needs() {
		if m.Shared[n] > 0 {
			out = append(out, n)
		}
	}
	return out
}

// Has tells whether a recipe is on the menu.
func (m Menu) Has(recipeID string) bool {
	return slices.ContainsFunc(m.Dishes, func(d Dish) bool { return d.ID == recipeID })
}

// Recipes are those of the menu that the book still has, in the order of a meal.
func (m Menu) Recipes(b *kitchen.Book) []kitchen.Recipe {
	var out []kitchen.Recipe
	for _, d := range m.Courses(b) {
		if r, ok := b.Recipe(d.ID); ok && !d.Own {
			out = append(out, r)
		}
	}
	return out
}

// Conflict says that some people who shared a need cannot have a dish, and why.
type Conflict struct {
	Need   kitchen.Need
	People int
	Of     []kitchen.Ingredient
}

// Conflicts are those of a recipe with what was shared for the evening.
func (m Menu) Conflicts(r kitchen.Recipe) []Conflict {
	var out []Conflict
	for _, n := range m.Needs() {
		if of := r.Clashing(n); len(of) > 0 {
			out = append(out, Conflict{n, m.Shared[n], of})
		}
	}
	return out
}

// Instead offers recipes of the same kind that everybody can have and that are not on the
// menu yet.
func (m Menu) Instead(b *kitchen.Book, r kitchen.Recipe, most int) []kitchen.Recipe {
	var out []kitchen.Recipe
	for _, x := range b.Find(kitchen.Filter{Kind: r.Kind, Needs: m.Needs()}) {
		if !m.Has(x.ID) && len(out) < most {
			out = append(out, x)
		}
	}
	return out
}
