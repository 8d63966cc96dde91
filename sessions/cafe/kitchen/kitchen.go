// Package kitchen knows recipes: what goes into them, for whom they are not, how much of
// everything a group needs, and what that costs in whole packs. It knows nothing of evenings,
// people or files.
package kitchen

import (
	"slices"

	"kring/sessions/plan"
)

// Need is what somebody shared about their food: an allergy or a diet.
type Need string

// The allergens of Annex II of Regulation (EU) No 1169/2011, in its order.
const (
	Gluten      Need = "gluten"
	Crustaceans Need = "crustaceans"
	Egg         Need = "egg"
	Fish        Need = "fish"
	Peanut      Need = "peanut"
	Soy         Need = "soy"
	Milk        Need = "milk"
	Nuts        Need = "nuts"
	Celery      Need = "celery"
	Mustard     Need = "mustard"
	Sesame      Need = "sesame"
	Sulphites   Need = "sulphites"
	Lupin       Need = "lupin"
	Molluscs    Need = "molluscs"
)

// The diets.
const (
	Vegetarian Need = "vegetarian"
	Vegan      Need = "vegan"
	Halal      Need = "halal"
	NoPork     Need = "nopork"
	NoAlcohol  Need = "noalcohol"
)

// Allergens lists the fourteen.
func Allergens() []Need {
	return []Need{Gluten, Crustaceans, Egg, Fish, Peanut, Soy, Milk, Nuts, Celery, Mustard, Sesame, Sulphites, Lupin, Molluscs}
}

// Diets lists the diets in the order of a picker.
func Diets() []Need { return []Need{Vegetarian, Vegan, Halal, NoPork, NoAlcohol} }

// Needs are the diets and then the allergens, as they are shown.
func Needs() []Need { return append(Diets(), Allergens()...) }

// Section is where in a shop something stands.
type Section string

// The sections, in the order of a walk through the shop. Other is for what a group writes
// down itself.
const (
	Produce Section = "produce" // vegetables and fruit
	Bread   Section = "bread"
	Dairy   Section = "dairy"
	Meat    Section = "meat"
	Shelf   Section = "shelf"
	Spices  Section = "spices"
	Frozen  Section = "frozen"
	Drinks  Section = "drinks"
	NonFood Section = "nonfood"
	Other   Section = "other"
)

// Sections lists them in that order.
func Sections() []Section {
	return []Section{Produce, Bread, Dairy, Meat, Shelf, Spices, Frozen, Drinks, NonFood, Other}
}

// Kind is what part of a meal a recipe makes; the files of recipes are named after them.
type Kind string

// The kinds.
const (
	Soup    Kind = "soup"
	Main    Kind = "main"
	Side    Kind = "side"
	Dessert Kind = "dessert"
	Drink   Kind = "drink"
)

// Kinds lists them in the order of a meal.
func Kinds() []Kind { return []Kind{Soup, Main, Side, Dessert, Drink} }

// Ingredient is something that is bought.
type Ingredient struct {
	ID       string    `toml:"id"`
	Name     plan.Text `toml:"name"`
	Unit     Unit      `toml:"unit"` // that it is counted in
	Section  Section   `toml:"section"`
	Pack     int       `toml:"pack"`     // how much of the unit is in one pack
	Cents    int       `toml:"cents"`    // of one pack
	Contains []Need    `toml:"contains"` // allergens
	Not      []Need    `toml:"not"`      // the diets that it does not fit
	Spoon    int       `toml:"spoon"`    // grams in a teaspoon; 0: nobody takes it by the spoon
}

// Clashes tells whether somebody who shared a need cannot have it.
func (i Ingredient) Clashes(n Need) bool {
	return slices.Contains(i.Contains, n) || slices.Contains(i.Not, n)
}

// Part is how much of an ingredient goes into a recipe.
type Part struct {
	Ingredient Ingredient
	Amount     Amount
}

// Recipe is a dish with how much of everything it takes for Serves people.
type Recipe struct {
	ID      string
	Kind    Kind
	Title   plan.Text
	About   plan.Text
	Serves  int
	Minutes int
	Parts   []Part
	Steps   []plan.Text
	Tasks   []plan.Text // for who finds cooking a big step
	Hygiene plan.Text
}

// Point is one point of hygiene.
type Point struct {
	Title plan.Text `toml:"title"`
	Text  plan.Text `toml:"text"`
}

// Book holds all recipes, in the order of a meal, and the points of hygiene.
type Book struct {
	Recipes []Recipe
	Hygiene []Point
}

// Recipe finds one.
func (b *Book) Recipe(id string) (Recipe, bool) {
	i := slices.IndexFunc(b.Recipes, func(r Recipe) bool { return r.ID == id })
	if i < 0 {
		return Recipe{}, false
	}
	return b.Recipes[i], true
}

// Contains lists the allergens of a recipe, in the order of Allergens.
func (r Recipe) Contains() []Need {
	var out []Need
	for _, n := range Allergens() {
		if len(r.Clashing(n)) > 0 {
			out = append(out, n)
		}
	}
	return out
}

// Fits lists the diets that a recipe fits.
func (r Recipe) Fits() []Need {
	var out []Need
	for _, n := range Diets() {
		if len(r.Clashing(n)) == 0 {
			out = append(out, n)
		}
	}
	return out
}

// Clashing are the ingredients that somebody with a need cannot have.
func (r Recipe) Clashing(n Need) []Ingredient {
	var out []Ingredient
	for _, p := range r.Parts {
		if p.Ingredient.Clashes(n) {
			out = append(out, p.Ingredient)
		}
	}
	return out
}

// Suits tells whether everybody with some needs can have a recipe.
func (r Recipe) Suits(needs ...Need) bool {
	return !slices.ContainsFunc(needs, func(n Need) bool { return len(r.Clashing(n)) > 0 })
}
