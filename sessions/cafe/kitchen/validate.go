package kitchen

import (
	"errors"
	"fmt"
	"slices"

	"kring/sessions/plan"
)

// ErrRecipe says that a recipe or an ingredient cannot be.
var ErrRecipe = errors.New("a recipe that cannot be")

// fault is the first of some checks that does not hold.
func fault(id string, checks []check) error {
	for _, c := range checks {
		if !c.ok {
			return fmt.Errorf("%q: %s: %w", id, c.what, ErrRecipe)
		}
	}
	return nil
}

type check struct {
	ok   bool
	what string
}

// follows are the diets that an allergen, or another diet, rules out.
var follows = []struct{ if_, then Need }{
	{Egg, Vegan},
	{Milk, Vegan},
	{Fish, Vegetarian},
	{Crustaceans, Vegetarian},
	{Molluscs, Vegetarian},
	{Vegetarian, Vegan},
	{NoPork, Vegetarian},
	{NoPork, Halal},
	{NoAlcohol, Halal},
}

// Validate checks an ingredient; the error says what of it is wrong.
func (i Ingredient) Validate() error {
	err := fault(i.ID, []check{
		{i.ID != "", "no id"},
		{i.Name.In(plan.Fallback) != "", "no name"},
		{slices.Contains(Units(), i.Unit) && i.Unit != Tbsp && i.Unit != Tsp, "unit"},
		{slices.Contains(Sections(), i.Section), "section"},
		{i.Pack >= 1 && i.Pack <= 10_000, "pack"},
		{i.Cents >= 1 && i.Cents <= 50_00, "cents"},
		{i.Spoon == 0 || i.Unit == Gram && i.Spoon > 0 && i.Spoon <= 15, "spoon"},
		{all(i.Contains, Allergens()), "contains"},
		{all(i.Not, Diets()), "not"},
	})
	for _, f := range follows {
		if err == nil && i.Clashes(f.if_) && !i.Clashes(f.then) {
			return fmt.Errorf("%q: with %q it is not %q: %w", i.ID, f.if_, f.then, ErrRecipe)
		}
	}
	return err
}

func all(some, of []Need) bool {
	return !slices.ContainsFunc(some, func(n Need) bool { return !slices.Contains(of, n) })
}

// Validate checks a recipe; the error says what of it is wrong.
func (r Recipe) Validate() error {
	return fault(r.ID, []check{
		{r.ID != "", "no id"},
		{r.Title.In(plan.Fallback) != "", "no title"},
		{slices.Contains(Kinds(), r.Kind), "unknown kind"},
		{r.Serves >= 1 && r.Serves <= MostHeads, "serves"},
		{r.Minutes >= 1 && r.Minutes <= 300, "minutes"},
		{len(r.Parts) > 0, "no ingredients"},
		{len(r.Steps) > 0, "no steps"},
	})
}
