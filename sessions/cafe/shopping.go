package cafe

import (
	"slices"

	"kring/sessions/cafe/kitchen"
)

// Grocery is one line of a shopping list: an ingredient of the recipes, or an item that the
// group wrote down.
type Grocery struct {
	ID      string
	Section kitchen.Section
	Line    kitchen.Line // of an ingredient
	ToBuy   ToBuy        // else
	Cents   int
	Got     Got // "": still to buy
}

// Own tells whether the group wrote it down itself.
func (g Grocery) Own() bool { return g.ToBuy.ID != "" }

// Shopping is a list with what it costs. What is in the house costs nothing.
type Shopping struct {
	Groceries []Grocery
	Cents     int  // of all that is bought or is to be
	Left      int  // of what is still to buy
	Unpriced  bool // something of the group's own has no price
	Budget    int
}

// Over is by how much the list is above the budget; 0: it is not, or there is none.
func (s Shopping) Over() int {
	if s.Budget == 0 {
		return 0
	}
	return max(s.Cents-s.Budget, 0)
}

// In are the lines of a section.
func (s Shopping) In(section kitchen.Section) []Grocery {
	var out []Grocery
	for _, g := range s.Groceries {
		if g.Section == section {
			out = append(out, g)
		}
	}
	return out
}

// Shopping makes the list of a menu, by section. A recipe that the book no longer has asks
// for nothing; its dish stays on the menu.
func (m Menu) Shopping(b *kitchen.Book) Shopping {
	out := Shopping{Budget: m.Budget}
	for _, l := range kitchen.Shop(m.Heads, m.Recipes(b)...) {
		out.Groceries = append(out.Groceries, Grocery{ID: l.Ingredient.ID, Section: l.Ingredient.Section, Line: l, Cents: l.Cents})
	}
	for _, x := range m.ToBuy {
		if !slices.Contains(kitchen.Sections(), x.Section) {
			x.Section = kitchen.Other
		}
		out.Groceries = append(out.Groceries, Grocery{ID: x.ID, Section: x.Section, ToBuy: x, Cents: x.Cents})
	}
	slices.SortStableFunc(out.Groceries, func(a, b Grocery) int {
		return slices.Index(kitchen.Sections(), a.Section) - slices.Index(kitchen.Sections(), b.Section)
	})
	for i, g := range out.Groceries {
		got := m.Ticks[g.ID]
		out.Groceries[i].Got = got
		if got != AtHome {
			out.Cents += g.Cents
			out.Unpriced = out.Unpriced || g.Cents == 0
		}
		if got == "" {
			out.Left += g.Cents
		}
	}
	return out
}
