package cafe

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/sessions/cafe/kitchen"
	"kring/sessions/plan"
)

// menus are the collections of what groups cook, each kept by place+date+something.
type menus struct {
	dishes  *vault.Collection[Dish]   // dish
	toBuy   *vault.Collection[ToBuy]  // item
	figures *vault.Collection[Figure] // what
	ticks   *vault.Collection[Tick]   // line
}

const (
	colDishes  = "dishes"
	colToBuy   = "groceries"
	colFigures = "mealfigures"
	colTicks   = "groceryticks"
)

func (m *menus) load(v *vault.Vault) func() error {
	return func() error {
		return vault.LoadAll(
			vault.Load(v, colDishes, &m.dishes), vault.Load(v, colToBuy, &m.toBuy),
			vault.Load(v, colFigures, &m.figures), vault.Load(v, colTicks, &m.ticks),
		)
	}
}

// ofPlaces are these collections, which all belong to places.
func (m *menus) ofPlaces() []belonging {
	return []belonging{belongs(colDishes, m.dishes), belongs(colToBuy, m.toBuy), belongs(colFigures, m.figures), belongs(colTicks, m.ticks)}
}

// broken lists what is to buy for a dish that is not there.
func (m *menus) broken(r *vault.References) {
	for k, x := range m.toBuy.All() {
		if _, ok := m.dishes.Get(key(eveningKey(x.PlaceID, x.Date), x.DishID)); x.DishID != "" && !ok {
			r.Add(m.toBuy.Dangles(k, "dish"))
		}
	}
}

// Menu is what was chosen for an evening. How many eat is a guess where nobody said.
func (s *Store) Menu(e Evening) Menu {
	m := Menu{Evening: e, Shared: map[kitchen.Need]int{}, Ticks: map[string]Got{}}
	prefix := e.key() + "+"
	for _, d := range s.menus.dishes.Prefix(prefix) {
		m.Dishes = append(m.Dishes, d)
	}
	for _, x := range s.menus.toBuy.Prefix(prefix) {
		m.ToBuy = append(m.ToBuy, x)
	}
	slices.SortFunc(m.ToBuy, func(a, b ToBuy) int { return cmp.Compare(a.ID, b.ID) }) // as they were written
	for _, f := range s.menus.figures.Prefix(prefix) {
		switch f.What {
		case heads:
			m.Heads, m.Agreed = f.N, true
		case budget:
			m.Budget = f.N
		default:
			m.Shared[kitchen.Need(f.What)] = f.N
		}
	}
	for _, t := range s.menus.ticks.Prefix(prefix) {
		m.Ticks[t.Line] = t.Got
	}
	if !m.Agreed {
		m.Heads = min(max(s.Expected(e), 1), kitchen.MostHeads)
	}
	return m
}

// Courses sorts the dishes as they are eaten, the group's own last.
func (m Menu) Courses(b *kitchen.Book) []Dish {
	out := slices.Clone(m.Dishes)
	at := func(d Dish) int {
		return slices.IndexFunc(b.Recipes, func(r kitchen.Recipe) bool { return r.ID == d.ID && !d.Own })
	}
	slices.SortFunc(out, func(x, y Dish) int {
		i, j := at(x), at(y)
		if (i < 0) != (j < 0) {
			return cmp.Compare(j, i)
		}
		return cmp.Or(cmp.Compare(i, j), cmp.Compare(x.ID, y.ID))
	})
	return out
}

// TakeDish puts a recipe on the menu of an evening.
func (s *Store) TakeDish(e Evening, r kitchen.Recipe) error {
	if s.Menu(e).Has(r.ID) {
		return fmt.Errorf("%q on %s: %w", r.ID, e.Date, ErrThere)
	}
	return s.putDish(e, Dish{ID: r.ID, Title: r.Title})
}

// SaveOwnDish adds a dish of the group's own (empty ID), with what to buy for it, or calls it
// otherwise, as one action.
func (s *Store) SaveOwnDish(e Evening, d Dish, lang, title string, buy ...ToBuy) (Dish, error) {
	title = strings.TrimSpace(title)
	if title == "" {
		return d, ErrDish
	}
	if d.ID == "" {
		d.ID = vault.NewID()
	}
	d.Own, d.Title = true, plan.Text{}.Typed(lang, title)
	var items []ToBuy
	for _, x := range buy {
		x.DishID = d.ID
		x, err := e.item(x)
		if err != nil {
			return d, err
		}
		items = append(items, x)
	}
	return d, s.putDish(e, d, items...)
}

func (s *Store) putDish(e Evening, d Dish, buy ...ToBuy) error {
	d.PlaceID, d.Date = e.Place.ID, e.Planned
	err := s.vault.Do(vault.NewAction("action.dish", "Name", d.Title.In(plan.Fallback)), func(tx *vault.Tx) error {
		for _, x := range buy {
			if err := s.menus.toBuy.Put(tx, key(e.key(), x.ID), x); err != nil {
				return err
			}
		}
		return s.menus.dishes.Put(tx, key(e.key(), d.ID), d)
	})
	return vault.While(err, "putting a dish on the menu")
}

// DeleteDish takes a dish from the menu, with what was written down to buy for it.
func (s *Store) DeleteDish(e Evening, d Dish) error {
	err := s.vault.Do(vault.NewAction("action.dish.delete", "Name", d.Title.In(plan.Fallback)), func(tx *vault.Tx) error {
		return s.dropDish(tx, e, d)
	})
	return vault.While(err, "taking a dish from the menu")
}

func (s *Store) dropDish(tx *vault.Tx, e Evening, d Dish) error {
	for k, x := range s.menus.toBuy.Prefix(e.key() + "+") {
		if x.DishID != d.ID {
			continue
		}
		if err := s.dropItem(tx, k); err != nil {
			return err
		}
	}
	return s.menus.dishes.Delete(tx, key(e.key(), d.ID))
}

func (s *Store) dropItem(tx *vault.Tx, k string) error {
	if err := s.menus.ticks.Delete(tx, k); err != nil {
		return err
	}
	return s.menus.toBuy.Delete(tx, k)
}

// SaveToBuy adds something to the shopping list (empty ID) or changes it.
func (s *Store) SaveToBuy(e Evening, x ToBuy) (ToBuy, error) {
	x, err := e.item(x)
	if err != nil {
		return x, err
	}
	err = s.vault.Do(vault.NewAction("action.item", "Name", x.Text), func(tx *vault.Tx) error {
		return s.menus.toBuy.Put(tx, key(e.key(), x.ID), x)
	})
	return x, vault.While(err, "writing something on the shopping list")
}

// item is one of the evening, checked and with an ID.
func (e Evening) item(x ToBuy) (ToBuy, error) {
	x.Text = strings.TrimSpace(x.Text)
	switch {
	case x.Text == "":
		return x, ErrToBuy
	case x.Cents < 0 || x.Cents > kitchen.MostCents:
		return x, fmt.Errorf("%d cents: %w", x.Cents, kitchen.ErrMoney)
	}
	if x.ID == "" {
		x.ID = vault.NewID()
	}
	x.PlaceID, x.Date = e.Place.ID, e.Planned
	return x, nil
}

// DeleteToBuy takes something from the shopping list.
func (s *Store) DeleteToBuy(e Evening, x ToBuy) error {
	err := s.vault.Do(vault.NewAction("action.item.delete", "Name", x.Text), func(tx *vault.Tx) error {
		return s.dropItem(tx, key(e.key(), x.ID))
	})
	return vault.While(err, "taking something from the shopping list")
}

// SwapDish puts a recipe in the place of a dish, as one action. What was written down to buy
// for that one goes with it.
func (s *Store) SwapDish(e Evening, d Dish, r kitchen.Recipe) error {
	if s.Menu(e).Has(r.ID) {
		return fmt.Errorf("%q on %s: %w", r.ID, e.Date, ErrThere)
	}
	err := s.vault.Do(vault.NewAction("action.dish", "Name", r.Title.In(plan.Fallback)), func(tx *vault.Tx) error {
		if err := s.dropDish(tx, e, d); err != nil {
			return err
		}
		return s.menus.dishes.Put(tx, key(e.key(), r.ID), Dish{PlaceID: e.Place.ID, Date: e.Planned, ID: r.ID, Title: r.Title})
	})
	return vault.While(err, "putting another dish on the menu")
}
