package cafe

import (
	"fmt"
	"strings"

	"kring/internal/vault"
)

// belonging is a collection whose keys begin with a place: its records go with it.
type belonging struct {
	name string
	keys func() []string
	drop func(tx *vault.Tx, prefix string) error // deletes those whose keys begin so
}

func belongs[T any](name string, c *vault.Collection[T]) belonging {
	keys := func() (out []string) {
		for k := range c.All() {
			out = append(out, k)
		}
		return out
	}
	return belonging{name, keys, drop(c)}
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

// BrokenReferences lists every record that points at one that is not there. A watch point may:
// when the making of its place is taken back, the point stays until ExpireWatches.
func (s *Store) BrokenReferences() []string {
	var out []string
	missing := func(col, k, what string) { out = append(out, fmt.Sprintf("%s/%s: no %s", col, k, what)) }
	for _, x := range s.ofPlaces() {
		if x.name == colWatches {
			continue
		}
		for _, k := range x.keys() {
			id, _, _ := strings.Cut(k, "+")
			if _, ok := s.places.Get(id); !ok {
				missing(x.name, k, "place")
			}
		}
	}
	s.brokenVisitors(missing)
	s.brokenHolders(missing)
	s.brokenPlans(missing)
	s.menus.broken(missing)
	return out
}

// brokenVisitors lists visits, and what was told, of visitors who are not there.
func (s *Store) brokenVisitors(missing func(col, k, what string)) {
	for k, v := range s.visits.All() {
		if _, ok := s.visitors.Get(v.VisitorID); !ok {
			missing(colVisits, k, "visitor")
		}
	}
	for k, t := range s.told.All() {
		if _, ok := s.visitors.Get(t.VisitorID); !ok {
			missing(colTold, k, "visitor")
		}
	}
}

// brokenHolders lists turns and skills forms of space-holders, or skills, that are not there.
func (s *Store) brokenHolders(missing func(col, k, what string)) {
	known := func(col, k, id string) {
		if _, ok := s.holders.Get(id); !ok {
			missing(col, k, "space-holder")
		}
	}
	for k, t := range s.turns.All() {
		known(colTurns, k, t.HolderID)
	}
	for k, t := range s.talks.All() {
		known(colTalks, k, t.HolderID)
	}
	for k, r := range s.ratings.All() {
		known(colRatings, k, r.HolderID)
		if _, ok := s.Skill(r.SkillID); !ok && len(s.shipped.skills) > 0 {
			missing(colRatings, k, "skill")
		}
	}
}

// brokenPlans lists what was planned for activities, or is led by space-holders, that are not
// there.
func (s *Store) brokenPlans(missing func(col, k, what string)) {
	for k, x := range s.items.All() {
		if _, ok := s.activities.Get(key(x.PlaceID, x.ID)); x.Kind == Doing && !ok {
			missing(colItems, k, "activity")
		}
		for _, id := range x.Leads {
			if _, ok := s.holders.Get(id); !ok {
				missing(colItems, k, "space-holder")
			}
		}
	}
	for k, x := range s.skips.All() {
		if _, ok := s.activities.Get(key(x.PlaceID, x.ActivityID)); !ok {
			missing(colSkips, k, "activity")
		}
	}
}
