package cafe

import (
	"kring/internal/vault"
)

// belonging is a collection whose keys begin with a place: its records go with it.
type belonging struct {
	name  string
	keys  func() []string
	loose func(key, missing string) vault.Dangling
	drop  func(tx *vault.Tx, prefix string) error // deletes those whose keys begin so
}

func belongs[T any](name string, c *vault.Collection[T]) belonging {
	keys := func() (out []string) {
		for k := range c.All() {
			out = append(out, k)
		}
		return out
	}
	return belonging{name, keys, c.Dangles, drop(c)}
}

// drop deletes all records of a collection whose keys begin alike.
func drop[T any](c *vault.Collection[T]) func(*vault.Tx, string) error { return dropBy(c, c.Delete) }

func dropBy[T any](c *vault.Collection[T], del func(*vault.Tx, string) error) func(*vault.Tx, string) error {
	return func(tx *vault.Tx, prefix string) error {
		for k := range c.Prefix(prefix) {
			if err := del(tx, k); err != nil {
				return err
			}
		}
		return nil
	}
}

// dropThose deletes the records of a collection that go with something.
func dropThose[T any](tx *vault.Tx, c *vault.Collection[T], prefix string, goes func(T) bool) error {
	for k, x := range c.Prefix(prefix) {
		if goes(x) {
			if err := c.Delete(tx, k); err != nil {
				return err
			}
		}
	}
	return nil
}

// ofPlaces are all collections that belong to places. The words of watch points go without
// the journal.
func (s *Store) ofPlaces() []belonging {
	watches := belongs(colWatches, s.watches)
	watches.drop = dropBy(s.watches, s.watches.DeleteUnjournalled)
	return append([]belonging{
		belongs(colActivities, s.activities), belongs(colExceptions, s.exceptions), belongs(colTurns, s.turns),
		belongs(colTallies, s.tallies), belongs(colDebriefs, s.debriefs), belongs(colWishes, s.wishes), belongs(colVisits, s.visits),
		belongs(colItems, s.items), belongs(colSkips, s.skips), belongs(colSettings, s.settings), belongs(colAgreed, s.agreed),
		belongs(colTold, s.told), watches,
	}, s.menus.ofPlaces()...)
}
