package paper

import (
	"fmt"
	"sync"

	"kring/assets"
	"kring/i18n"
	"kring/sessions/cafe"
	"kring/sessions/cafe/kitchen"
)

// Cookbook reads the recipes that come with Kring, once. They are part of the build and
// tested with it.
var Cookbook = sync.OnceValue(func() *kitchen.Book {
	b, err := kitchen.Load(assets.Recipes())
	if err != nil {
		panic(fmt.Errorf("the embedded recipes: %w", err))
	}
	return b
})

// Amount says how much of something, as people say it: 1,25 kg, 3½ pieces, a tin.
func Amount(loc *i18n.Localizer, a kitchen.Amount) string {
	n, quarters := a.Whole()
	switch {
	case a.Unit == kitchen.Gram || a.Unit == kitchen.Ml:
		return weight(loc, a.Unit, n)
	case quarters == 0:
		return loc.N("unit."+string(a.Unit), n)
	}
	text := []string{"", "¼", "½", "¾"}[quarters]
	if n > 0 {
		text = loc.Int(n) + text
	}
	if loc.RTL() {
		text = "\u2066" + text + "\u2069" // the half stands behind the number (UAX #9, LRI)
	}
	return loc.T("unit.part."+string(a.Unit), "Amount", text)
}

// weight says grams and ml, from a thousand on as kg and litres.
func weight(loc *i18n.Localizer, u kitchen.Unit, n int) string {
	id, text := "unit."+string(u), loc.Int(n)
	if n >= 1000 {
		id = map[kitchen.Unit]string{kitchen.Gram: "unit.kg", kitchen.Ml: "unit.l"}[u]
		text = loc.Cents(n / 10)
		switch {
		case n%1000 == 0:
			text = loc.Int(n / 1000)
		case n%100 == 0:
			text = text[:len(text)-1]
		}
	}
	return loc.T(id, "Amount", text)
}

// ToBuy says what of a line of the list to take from the shelf.
func ToBuy(loc *i18n.Localizer, g cafe.Grocery) string {
	if g.Own() {
		return ""
	}
	pack := kitchen.Amount{Milli: g.Line.Ingredient.Pack * 1000, Unit: g.Line.Ingredient.Unit}
	if g.Line.Packs == 1 || g.Line.Ingredient.Pack == 1 {
		return Amount(loc, g.Line.Buy())
	}
	return loc.T("cooking.packs", "Packs", loc.Int(g.Line.Packs), "Pack", Amount(loc, pack))
}

// GroceryName is what a line of the list is called.
func GroceryName(loc *i18n.Localizer, g cafe.Grocery) string {
	if g.Own() {
		return g.ToBuy.Text
	}
	return g.Line.Ingredient.Name.In(loc.Lang().String())
}

// Money says an amount in cents with its currency.
func Money(loc *i18n.Localizer, cents int) string {
	return loc.T("cooking.money", "Amount", loc.Cents(cents))
}

// Price is that of a line of the list; nothing where nobody knows it.
func Price(loc *i18n.Localizer, cents int) string {
	if cents == 0 {
		return ""
	}
	return loc.Cents(cents)
}

// Contains says which allergens a recipe has.
func Contains(loc *i18n.Localizer, r kitchen.Recipe) string {
	list := r.Contains()
	if len(list) == 0 {
		return loc.T("cooking.nothing")
	}
	return loc.T("cooking.contains", "What", loc.List(needs(loc, "allergen.", list)))
}

// Fits says which diets a recipe is for.
func Fits(loc *i18n.Localizer, r kitchen.Recipe) string {
	return loc.Facts(needs(loc, "diet.", diets(r))...)
}

// diets are those that a recipe fits, without what follows from another: what is vegan is
// vegetarian.
func diets(r kitchen.Recipe) []kitchen.Need {
	var out []kitchen.Need
	for _, n := range r.Fits() {
		switch {
		case n == kitchen.Vegetarian && r.Suits(kitchen.Vegan),
			n == kitchen.NoPork && r.Suits(kitchen.Halal),
			n == kitchen.NoAlcohol && r.Suits(kitchen.Halal):
			continue
		}
		out = append(out, n)
	}
	return out
}

func needs(loc *i18n.Localizer, prefix string, list []kitchen.Need) []string {
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = loc.T(prefix + string(n))
	}
	return out
}

// ConflictText says who of those who shared something cannot have a dish, by number alone, and
// why.
func ConflictText(loc *i18n.Localizer, c cafe.Conflict) string {
	of := make([]string, len(c.Of))
	for i, x := range c.Of {
		of[i] = x.Name.In(loc.Lang().String())
	}
	return loc.N("cooking.clash", c.People, "Need", loc.T("need."+string(c.Need)), "Of", loc.List(of))
}

// sharedText says what was shared, with how many share it.
func sharedText(loc *i18n.Localizer, m cafe.Menu) string {
	var out []string
	for _, n := range m.Needs() {
		out = append(out, loc.T("cooking.times", "Count", loc.Int(m.Shared[n]), "Need", loc.T("need."+string(n))))
	}
	return loc.Facts(out...)
}

// BudgetText says what a list costs against the budget.
func BudgetText(loc *i18n.Localizer, list cafe.Shopping) string {
	text := loc.T("cooking.total", "Amount", Money(loc, list.Cents))
	switch {
	case list.Over() > 0:
		return loc.Facts(text, loc.T("cooking.over", "Amount", Money(loc, list.Over()), "Budget", Money(loc, list.Budget)))
	case list.Budget > 0:
		return loc.Facts(text, loc.T("cooking.within", "Amount", Money(loc, list.Budget-list.Cents), "Budget", Money(loc, list.Budget)))
	}
	return text
}
