package cafe

import (
	"slices"
	"strings"

	"kring/internal/vault"
)

// BrokenReferences lists every record that points at one that is not there. A watch point may:
// when the making of its place is taken back, the point stays until ExpireWatches.
func (s *Store) BrokenReferences() []vault.Dangling {
	var r vault.References
	for _, x := range s.ofPlaces() {
		if x.name == colWatches {
			continue
		}
		for _, k := range x.keys() {
			id, _, _ := strings.Cut(k, "+")
			if _, ok := s.places.Get(id); !ok {
				r.Add(x.loose(k, "place"))
			}
		}
	}
	s.brokenVisitors(&r)
	s.brokenHolders(&r)
	s.brokenPlans(&r)
	s.menus.broken(&r)
	return r.All
}

// brokenVisitors lists visits, and what was told, of visitors who are not there.
func (s *Store) brokenVisitors(r *vault.References) {
	counted := map[string]bool{}
	for k, v := range s.visits.All() {
		if _, ok := s.visitors.Get(v.VisitorID); !ok {
			r.Add(s.nameless(k, v, counted))
		}
	}
	for k, t := range s.told.All() {
		if _, ok := s.visitors.Get(t.VisitorID); !ok {
			r.Add(s.told.Dangles(k, "visitor"))
		}
	}
}

// nameless is a visit of somebody who is not there: mending leaves the mark in the tally, and
// once the person among the different people, as erasing does.
func (s *Store) nameless(k string, v Visit, counted map[string]bool) vault.Dangling {
	d := s.visits.Dangles(k, "visitor")
	d.Mend = func(tx *vault.Tx) error {
		if !counted[v.VisitorID] {
			counted[v.VisitorID] = true
			if err := s.present(tx, s.visitsOf(v.VisitorID, "")); err != nil {
				return err
			}
		}
		return s.unname(tx, v)
	}
	return d
}

// brokenHolders lists turns, keys and skills forms of space-holders, or skills, that are not
// there.
func (s *Store) brokenHolders(r *vault.References) {
	for k, t := range s.turns.All() {
		if !s.hasHolder(t.HolderID) {
			r.Add(s.turns.Dangles(k, "space-holder"))
		}
	}
	for k, p := range s.places.All() {
		if keys := s.staying(p.Keys); len(keys) < len(p.Keys) {
			p.Keys = keys
			r.Add(s.places.Unties(k, "space-holder", p))
		}
	}
	for k, t := range s.talks.All() {
		if !s.hasHolder(t.HolderID) {
			r.Add(s.talks.Dangles(k, "space-holder"))
		}
	}
	for k, x := range s.ratings.All() {
		if !s.hasHolder(x.HolderID) {
			r.Add(s.ratings.Dangles(k, "space-holder"))
		} else if _, ok := s.Skill(x.SkillID); !ok && len(s.shipped.skills) > 0 {
			r.Add(s.ratings.Dangles(k, "skill"))
		}
	}
}

func (s *Store) hasHolder(id string) bool {
	_, ok := s.holders.Get(id)
	return ok
}

// staying are those of some space-holders who are there.
func (s *Store) staying(ids []string) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return !s.hasHolder(id) })
}

// brokenPlans lists what was planned for activities, or is led by space-holders, that are not
// there.
func (s *Store) brokenPlans(r *vault.References) {
	for k, x := range s.items.All() {
		if _, ok := s.activities.Get(key(x.PlaceID, x.ID)); x.Kind == Doing && !ok {
			r.Add(s.items.Dangles(k, "activity"))
		} else if leads := s.staying(x.Leads); len(leads) < len(x.Leads) {
			x.Leads = leads
			r.Add(s.items.Unties(k, "space-holder", x))
		}
	}
	for k, x := range s.skips.All() {
		if _, ok := s.activities.Get(key(x.PlaceID, x.ActivityID)); !ok {
			r.Add(s.skips.Dangles(k, "activity"))
		}
	}
}
