package cafe

import (
	"errors"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kring/assets"
	"kring/internal/vault"
	"kring/sessions/cafe/kitchen"
	"kring/sessions/plan"
)

func cookbook(t testing.TB) *kitchen.Book {
	t.Helper()
	b, err := kitchen.Load(assets.Recipes())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// cooking is the evening on which the place in Gouda cooks.
func cooking(t testing.TB) (*Store, *vault.Vault, Evening, *kitchen.Book) {
	t.Helper()
	s, v, p := gouda(t)
	e, ok := s.Evening(p.ID, day(t, "2026-12-29"))
	if !ok {
		t.Fatal("there is no evening")
	}
	return s, v, e, cookbook(t)
}

func recipe(t testing.TB, b *kitchen.Book, id string) kitchen.Recipe {
	t.Helper()
	r, ok := b.Recipe(id)
	if !ok {
		t.Fatalf("no recipe %s", id)
	}
	return r
}

func TestMenuOfAnEvening(t *testing.T) {
	s, v, e, b := cooking(t)
	if m := s.Menu(e); m.Heads != usual || m.Agreed || len(m.Dishes) > 0 {
		t.Errorf("before anything was chosen: %+v", m)
	}
	succeed(t, s.TakeDish(e, recipe(t, b, "fruitsalade")), s.TakeDish(e, recipe(t, b, "shakshuka")))
	if err := s.TakeDish(e, recipe(t, b, "shakshuka")); !errors.Is(err, ErrThere) {
		t.Errorf("twice: %v", err)
	}
	own, err := s.SaveOwnDish(e, Dish{}, "ar", " كبسة أمي ")
	succeed(t, err, s.SetMeal(e, 12, 40_00), s.MoreHeads(e, 1), s.SetShared(e, map[kitchen.Need]int{kitchen.Egg: 1, kitchen.Vegan: 2}))
	m := s.Menu(e)
	var names []string
	for _, d := range m.Courses(b) {
		names = append(names, d.Name(b, "nl"))
	}
	if want := []string{"Shakshuka", "Fruitsalade met munt", "كبسة أمي"}; !slices.Equal(names, want) {
		t.Errorf("the menu is %q", names)
	}
	if m.Heads != 13 || !m.Agreed || m.Budget != 40_00 || !slices.Equal(m.Needs(), []kitchen.Need{kitchen.Vegan, kitchen.Egg}) {
		t.Errorf("%d people, %d cents, %v", m.Heads, m.Budget, m.Needs())
	}
	clash := m.Conflicts(recipe(t, b, "shakshuka"))
	if len(clash) != 2 || clash[0].Need != kitchen.Vegan || clash[0].People != 2 || clash[1].Of[0].ID != "ei" {
		t.Errorf("clashes %+v", clash)
	}
	for _, r := range m.Instead(b, recipe(t, b, "shakshuka"), 3) {
		if r.Kind != kitchen.Main || len(m.Conflicts(r)) > 0 || m.Has(r.ID) {
			t.Errorf("offers %s", r.ID)
		}
	}
	if _, err := s.SaveToBuy(e, ToBuy{DishID: own.ID, Text: "lamsvlees", Cents: 12_00}); err != nil {
		t.Fatal(err)
	}
	succeed(t, s.DeleteDish(e, own))
	if m := s.Menu(e); len(m.Dishes) != 2 || len(m.ToBuy) != 0 {
		t.Errorf("%d dishes and %d items are left", len(m.Dishes), len(m.ToBuy))
	}
	if _, err := v.Undo(); err != nil {
		t.Fatal(err)
	}
	if m := s.Menu(e); len(m.Dishes) != 3 || len(m.ToBuy) != 1 {
		t.Errorf("undo brings back %d dishes and %d items", len(m.Dishes), len(m.ToBuy))
	}
	succeed(t, s.DeletePlace(e.Place.ID))
	if broken := s.BrokenReferences(); len(broken) > 0 || len(s.Menu(e).Dishes) > 0 {
		t.Errorf("left behind: %v", broken)
	}
}

// Another dish takes the place of one that somebody cannot have, as one action.
func TestSwapDish(t *testing.T) {
	s, v, e, b := cooking(t)
	succeed(t, s.TakeDish(e, recipe(t, b, "shakshuka")), s.TakeDish(e, recipe(t, b, "bami")))
	old := s.Menu(e).Courses(b)[0]
	if err := s.SwapDish(e, old, recipe(t, b, "bami")); !errors.Is(err, ErrThere) {
		t.Errorf("with one that is there: %v", err)
	}
	succeed(t, s.SwapDish(e, old, recipe(t, b, "mujaddara")))
	if m := s.Menu(e); m.Has("shakshuka") || !m.Has("mujaddara") || len(m.Dishes) != 2 {
		t.Errorf("the menu is %+v", m.Dishes)
	}
	if _, err := v.Undo(); err != nil || !s.Menu(e).Has("shakshuka") || s.Menu(e).Has("mujaddara") {
		t.Errorf("undone, the menu is %+v, %v", s.Menu(e).Dishes, err)
	}
}

// The menu goes with an evening that is moved.
func TestMenuGoesWithItsEvening(t *testing.T) {
	s, _, e, b := cooking(t)
	succeed(t, s.TakeDish(e, recipe(t, b, "bami")), s.SetMeal(e, 9, 0), s.Except(Exception{PlaceID: e.Place.ID, Date: e.Planned, Change: Moved, To: day(t, "2026-12-30")}))
	moved, _ := s.Evening(e.Place.ID, e.Planned)
	if m := s.Menu(moved); moved.Date == e.Date || !m.Has("bami") || m.Heads != 9 {
		t.Errorf("on %s: %+v", moved.Date, m)
	}
}

// What is refused changes nothing.
func TestMenuRefuses(t *testing.T) {
	s, _, e, _ := cooking(t)
	succeed(t, s.SetMeal(e, 10, 40_00))
	for _, n := range []int{0, -1, 10_000} {
		if err := s.SetMeal(e, n, 50_00); !errors.Is(err, kitchen.ErrHeads) {
			t.Errorf("%d people: %v", n, err)
		}
	}
	for _, n := range []int{-1, kitchen.MostCents + 1} {
		if err := s.SetMeal(e, 12, n); !errors.Is(err, kitchen.ErrMoney) {
			t.Errorf("%d cents: %v", n, err)
		}
	}
	if err := s.SetShared(e, map[kitchen.Need]int{kitchen.Milk: 1, kitchen.Egg: -1}); !errors.Is(err, kitchen.ErrHeads) {
		t.Errorf("needs: %v", err)
	}
	if _, err := s.SaveOwnDish(e, Dish{}, "nl", "  "); !errors.Is(err, ErrDish) {
		t.Errorf("a dish: %v", err)
	}
	if _, err := s.SaveToBuy(e, ToBuy{Text: " "}); !errors.Is(err, ErrToBuy) {
		t.Errorf("an item: %v", err)
	}
	if m := s.Menu(e); m.Heads != 10 || m.Budget != 40_00 || len(m.Shared)+len(m.Dishes)+len(m.ToBuy) > 0 {
		t.Errorf("changed: %+v", m)
	}
}

// One that is at home is not paid; one that was bought is, and is not left to buy.
func TestShoppingOfAMenu(t *testing.T) {
	s, _, e, b := cooking(t)
	succeed(t, s.TakeDish(e, recipe(t, b, "rijstpudding")), s.SetMeal(e, 10, 4_00))
	for _, x := range []ToBuy{{Text: "keukenrol", Cents: 2_50, Section: kitchen.NonFood}, {Text: "iets lekkers", Section: "zomaar"}} {
		if _, err := s.SaveToBuy(e, x); err != nil {
			t.Fatal(err)
		}
	}
	list := s.Menu(e).Shopping(b)
	var ids []string
	for _, g := range list.Groceries {
		ids = append(ids, g.ID+g.ToBuy.Text)
		if g.Own() != (g.ToBuy.Text != "") {
			t.Errorf("%s is own: %v", g.ID, g.Own())
		}
	}
	if len(ids) != 6 || ids[0] != "melk" || ids[3] != "kaneel" || list.Groceries[5].Section != kitchen.Other {
		t.Errorf("the list is %q", ids)
	}
	all := 2*129 + 199 + 139 + 139 + 2_50
	if list.Cents != all || list.Left != all || !list.Unpriced || list.Over() != all-4_00 {
		t.Errorf("%d cents, %d left, %d over", list.Cents, list.Left, list.Over())
	}
	succeed(t, s.SetGot(e, "rijst", AtHome), s.SetGot(e, "melk", Bought), s.SetGot(e, "kaneel", AtHome), s.SetGot(e, "kaneel", ""))
	list = s.Menu(e).Shopping(b)
	if list.Cents != all-199 || list.Left != all-199-2*129 || len(list.In(kitchen.Dairy)) != 1 || list.In(kitchen.Dairy)[0].Got != Bought {
		t.Errorf("%d cents, %d left", list.Cents, list.Left)
	}
}

// A recipe that the book no longer has stays on the menu by its name and asks for nothing.
func TestRecipeThatIsGone(t *testing.T) {
	s, _, e, b := cooking(t)
	gone := kitchen.Recipe{ID: "weg", Title: plan.Text{"nl": "Oude soep", "ar": "شوربة قديمة"}}
	succeed(t, s.TakeDish(e, gone), s.TakeDish(e, recipe(t, b, "cacik")))
	m := s.Menu(e)
	if d := m.Courses(b)[1]; d.Name(b, "ar") != "شوربة قديمة" || d.Own {
		t.Errorf("it is called %q", d.Name(b, "ar"))
	}
	if len(m.Recipes(b)) != 1 || len(m.Shopping(b).Groceries) != 5 {
		t.Errorf("%d recipes, %d groceries", len(m.Recipes(b)), len(m.Shopping(b).Groceries))
	}
}

// Whatever is ticked and added, the total is that of the lines, what is left is never more,
// and nothing of the list is lost.
func TestCostsAddUp(t *testing.T) {
	b := cookbook(t)
	rapid.Check(t, func(t *rapid.T) {
		m := Menu{Heads: rapid.IntRange(1, kitchen.MostHeads).Draw(t, "heads"), Budget: rapid.IntRange(0, 100_00).Draw(t, "budget"), Ticks: map[string]Got{}}
		for _, r := range rapid.SliceOfNDistinct(rapid.SampledFrom(b.Recipes), 0, 4, func(r kitchen.Recipe) string { return r.ID }).Draw(t, "recipes") {
			m.Dishes = append(m.Dishes, Dish{ID: r.ID, Title: r.Title})
		}
		for i, cents := range rapid.SliceOfN(rapid.IntRange(0, 20_00), 0, 4).Draw(t, "items") {
			m.ToBuy = append(m.ToBuy, ToBuy{ID: string(rune('a' + i)), Text: "x", Cents: cents})
		}
		plain := m.Shopping(b)
		for _, g := range plain.Groceries {
			if got := rapid.SampledFrom([]Got{"", AtHome, Bought}).Draw(t, g.ID); got != "" {
				m.Ticks[g.ID] = got
			}
		}
		list, sum, left := m.Shopping(b), 0, 0
		for _, g := range list.Groceries {
			if g.Got != AtHome {
				sum += g.Cents
			}
			if g.Got == "" {
				left += g.Cents
			}
		}
		if list.Cents != sum || list.Left != left || left > sum || len(list.Groceries) != len(plain.Groceries) || plain.Cents < sum {
			t.Fatalf("%d cents and %d left, by the lines %d and %d", list.Cents, list.Left, sum, left)
		}
		if over := list.Over(); m.Budget > 0 && over != max(sum-m.Budget, 0) || m.Budget == 0 && over != 0 {
			t.Fatalf("%d over a budget of %d", over, m.Budget)
		}
	})
}

// What two laptops may change at the same time is kept apart: the keys of an evening's
// records are never the same.
func TestMenuRecordsAreApart(t *testing.T) {
	s, _, e, b := cooking(t)
	succeed(t, s.TakeDish(e, recipe(t, b, "bami")), s.TakeDish(e, recipe(t, b, "cacik")), s.SetMeal(e, 9, 30_00),
		s.SetShared(e, map[kitchen.Need]int{kitchen.Milk: 1}), s.SetGot(e, "mie", Bought), s.SetGot(e, "wortel", AtHome))
	if n := len(maps.Collect(s.menus.dishes.All())); n != 2 {
		t.Errorf("%d records of dishes", n)
	}
	if n := len(maps.Collect(s.menus.figures.All())); n != 3 {
		t.Errorf("%d records of figures", n)
	}
	if n := len(maps.Collect(s.menus.ticks.All())); n != 2 {
		t.Errorf("%d records of ticks", n)
	}
}

// What is typed for a dish of their own becomes lines to buy, with a price where one stands.
func TestReadToBuy(t *testing.T) {
	got := ReadToBuy(" 2 kg aardappels € 3,50\n\n1 bos peterselie\nmunt € veel\n€ 4\nنعناع € ١٫٢٠\n")
	want := []ToBuy{{Text: "2 kg aardappels", Cents: 350}, {Text: "1 bos peterselie"}, {Text: "munt € veel"}, {Text: "€ 4"}, {Text: "نعناع", Cents: 120}}
	if !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
	s, v, e, b := cooking(t)
	d, err := s.SaveOwnDish(e, Dish{}, "nl", "Stamppot", got...)
	succeed(t, err)
	if list := s.Menu(e).Shopping(b); len(list.Groceries) != 5 || list.Cents != 470 || list.Groceries[0].ToBuy.DishID != d.ID {
		t.Errorf("%d lines, %d cents", len(list.Groceries), list.Cents)
	}
	if _, err := v.Undo(); err != nil || len(s.Menu(e).ToBuy)+len(s.Menu(e).Dishes) > 0 {
		t.Errorf("one undo leaves %+v, %v", s.Menu(e), err)
	}
	if _, err := s.SaveOwnDish(e, Dish{}, "nl", "Soep", ToBuy{Text: " "}); !errors.Is(err, ErrToBuy) || len(s.Menu(e).Dishes) > 0 {
		t.Errorf("a line without words: %v", err)
	}
}
