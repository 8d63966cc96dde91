package kitchen

import (
	"errors"
	"slices"
	"strings"

	"kring/sessions/people"
)

// MostHeads is how many people can be cooked for; more is a slip of the hand.
const MostHeads = 200

// MostCents is the largest budget; more is a slip of the hand.
const MostCents = 5000_00

// What can be wrong with what a group says.
var (
	ErrHeads = errors.New("a head count from 1 to 200")
	ErrMoney = errors.New("an amount of money")
)

// Line is one ingredient of a shopping list.
type Line struct {
	Ingredient Ingredient
	Need       Amount // for all recipes together, in the unit that it is bought in
	Packs      int
	Cents      int      // for whole packs
	For        []string // the recipes
}

// Shop adds up what some recipes take for a number of people, by section and then in the
// order of the recipes. The packs are whole ones: never less than is needed.
func Shop(heads int, recipes ...Recipe) []Line {
	var out []Line
	at := map[string]int{}
	for _, r := range recipes {
		for _, p := range r.Parts {
			i, ok := at[p.Ingredient.ID]
			if !ok {
				i = len(out)
				at[p.Ingredient.ID] = i
				out = append(out, Line{Ingredient: p.Ingredient, Need: Amount{0, p.Ingredient.Unit}})
			}
			milli, _ := p.Amount.in(p.Ingredient) // the book has no other units
			out[i].Need.Milli += scaled(milli, r.Serves, heads)
			if !slices.Contains(out[i].For, r.ID) {
				out[i].For = append(out[i].For, r.ID)
			}
		}
	}
	for i, l := range out {
		pack := l.Ingredient.Pack * 1000
		out[i].Packs = (l.Need.Milli + pack - 1) / pack
		out[i].Cents = out[i].Packs * l.Ingredient.Cents
	}
	slices.SortStableFunc(out, func(a, b Line) int {
		return slices.Index(Sections(), a.Ingredient.Section) - slices.Index(Sections(), b.Ingredient.Section)
	})
	return out
}

// Buy is how much the whole packs hold.
func (l Line) Buy() Amount {
	return Amount{l.Packs * l.Ingredient.Pack * 1000, l.Ingredient.Unit}
}

// Filter narrows the recipes; what is empty asks nothing.
type Filter struct {
	Text  string // any part of a title, an ingredient or what is said of it, in any language
	Kind  Kind
	Needs []Need // everybody with these can have it
}

// Holds tells whether a recipe passes.
func (f Filter) Holds(r Recipe) bool {
	if f.Kind != "" && f.Kind != r.Kind || !r.Suits(f.Needs...) {
		return false
	}
	text := people.Fold(r.text())
	for _, word := range strings.Fields(people.Fold(f.Text)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// Find lists the recipes that pass, in the order of a meal.
func (b *Book) Find(f Filter) []Recipe {
	var out []Recipe
	for _, r := range b.Recipes {
		if f.Holds(r) {
			out = append(out, r)
		}
	}
	return out
}

// text is all that can be searched.
func (r Recipe) text() string {
	var b strings.Builder
	write := func(t map[string]string) {
		for _, s := range t {
			b.WriteString(s + "\n")
		}
	}
	write(r.Title)
	write(r.About)
	for _, p := range r.Parts {
		write(p.Ingredient.Name)
	}
	return b.String()
}
