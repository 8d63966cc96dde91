package cafe

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/people"
)

// The collections of this room. An exception is kept by "place+date", an activity by
// "place+activity".
const (
	colPlaces     = "places"
	colActivities = "activities"
	colExceptions = "exceptions"
	colHolders    = "holders"
	colTurns      = "turns"   // place+date+holder
	colTallies    = "tallies" // place+date+who
	colDebriefs   = "debriefs"
	colStars      = "stars"
	colWishes     = "wishes" // place+wish
	colIdeas      = "ideas"  // of their own
	colVisitors   = "visitors"
	colVisits     = "visits"  // place+date+visitor
	colItems      = "items"   // place+date+piece
	colSkips      = "skips"   // place+date+activity
	colSettings   = "rooms"   // place+date
	colWatches    = "watches" // place+date+point
	colAgreed     = "agreed"  // place+year
	colTold       = "told"    // place+date+visitor
	colSkills     = "skills"  // of their own
	colHidden     = "hiddenskills"
	colRatings    = "ratings"    // space-holder+skill
	colTalks      = "skilltalks" // space-holder+date
)

// Store answers every question about places from memory and writes each user action as
// one transaction. It is safe for use from several goroutines.
type Store struct {
	vault      *vault.Vault
	school     *calendar.School
	places     *vault.Collection[Place]
	activities *vault.Collection[Activity]
	exceptions *vault.Collection[Exception]
	holders    *vault.Collection[Holder]
	turns      *vault.Collection[Turn]
	tallies    *vault.Collection[Tally]
	debriefs   *vault.Collection[Debrief]
	stars      *vault.Collection[Star]
	wishes     *vault.Collection[Wish]
	ideas      *vault.Collection[Idea]
	visitors   *vault.Collection[Visitor]
	visits     *vault.Collection[Visit]
	items      *vault.Collection[Item]
	skips      *vault.Collection[Skip]
	settings   *vault.Collection[Setting]
	watches    *vault.Collection[Watch]
	agreed     *vault.Collection[Agreed]
	told       *vault.Collection[Told]
	comings    comings
	menus      menus
	skills     *vault.Collection[Skill]
	hidden     *vault.Collection[HiddenSkill]
	ratings    *vault.Collection[Rating]
	talks      *vault.Collection[SkillTalk]
	presences  *vault.Collection[Presence]
	shipped    shipped
}

// shipped is what comes with Kring, with where each stands.
type shipped struct {
	ideas   []Idea
	skills  []Skill
	ideaAt  map[string]int
	skillAt map[string]int
}

func ship(ideas []Idea, skills []Skill) shipped {
	out := shipped{ideas, skills, map[string]int{}, map[string]int{}}
	for i, x := range ideas {
		out.ideaAt[x.ID] = i
	}
	for i, k := range skills {
		out.skillAt[k.ID] = i
	}
	return out
}

// Open loads the collections of this room from a vault. school may be nil: then no place
// closes in school holidays. catalogue and skills are those that ship with Kring.
func Open(v *vault.Vault, school *calendar.School, catalogue []Idea, skills ...Skill) (*Store, error) {
	s := &Store{vault: v, school: school, shipped: ship(catalogue, skills)}
	err := vault.LoadAll(
		vault.Load(v, colPlaces, &s.places),
		vault.Load(v, colActivities, &s.activities),
		vault.Load(v, colExceptions, &s.exceptions),
		vault.Load(v, colHolders, &s.holders),
		vault.Load(v, colTurns, &s.turns),
		vault.Load(v, colTallies, &s.tallies),
		vault.Load(v, colDebriefs, &s.debriefs),
		vault.Load(v, colStars, &s.stars),
		vault.Load(v, colWishes, &s.wishes),
		vault.Load(v, colIdeas, &s.ideas),
		vault.Load(v, colVisitors, &s.visitors),
		vault.Load(v, colVisits, &s.visits),
		vault.Load(v, colItems, &s.items),
		vault.Load(v, colSkips, &s.skips),
		vault.Load(v, colSettings, &s.settings),
		vault.Load(v, colWatches, &s.watches),
		vault.Load(v, colAgreed, &s.agreed),
		vault.Load(v, colTold, &s.told),
		s.menus.load(v),
		vault.Load(v, colSkills, &s.skills),
		vault.Load(v, colHidden, &s.hidden),
		vault.Load(v, colRatings, &s.ratings),
		vault.Load(v, colTalks, &s.talks),
		vault.Load(v, colPresences, &s.presences),
	)
	if err != nil {
		return nil, err
	}
	s.follow()
	return s, nil
}

func key(a, b string) string { return a + "+" + b }

// byName puts records in the order of what they are called.
func byName[T any](all iter.Seq2[string, T], compare func(a, b string) int, called func(T) string) []T {
	var out []T
	for _, x := range all {
		out = append(out, x)
	}
	slices.SortStableFunc(out, func(a, b T) int { return compare(called(a), called(b)) })
	return out
}

// Places lists all places by name.
func (s *Store) Places(compare func(a, b string) int) []Place {
	return byName(s.places.All(), compare, func(p Place) string { return p.Name })
}

// Search finds places by any part of their names, without regard to accents or case.
func (s *Store) Search(query string, limit int) []Place {
	q := people.Fold(strings.TrimSpace(query))
	if q == "" {
		return nil
	}
	var out []Place
	for _, p := range s.Places(strings.Compare) {
		if len(out) < limit && strings.Contains(people.Fold(p.Name+" "+p.Municipality), q) {
			out = append(out, p)
		}
	}
	return out
}

// Place finds one.
func (s *Store) Place(id string) (Place, bool) { return s.places.Get(id) }

// Activities lists what is done at a place, by name.
func (s *Store) Activities(placeID string, compare func(a, b string) int) []Activity {
	return byName(s.activities.Prefix(placeID+"+"), compare, func(a Activity) string { return a.Title })
}

// Evenings are those of a place from one date to another, both included.
func (s *Store) Evenings(placeID string, from, to calendar.Date) []Evening {
	p, ok := s.places.Get(placeID)
	if !ok {
		return nil
	}
	var exceptions []Exception
	for _, x := range s.exceptions.Prefix(placeID + "+") {
		exceptions = append(exceptions, x)
	}
	out := evenings(p, s.Activities(placeID, strings.Compare), exceptions, closedBy(p, s.school), from, to)
	s.leaveOut(out)
	s.needed(out)
	return out
}

// ahead is how far the next evenings are looked for, at most.
const ahead = 2 * 366

// Next are the next n evenings of a place on or after a date, closed and cancelled ones
// among them.
func (s *Store) Next(placeID string, from calendar.Date, n int) []Evening {
	for days := 8 * n; ; days = min(days*4, ahead) {
		if out := s.Evenings(placeID, from, from.AddDays(days)); len(out) >= n || days == ahead {
			return out[:min(n, len(out))]
		}
	}
}

// On are the evenings of all places on a date.
func (s *Store) On(d calendar.Date, compare func(a, b string) int) []Evening {
	return s.Season(d, d, compare)
}

// SavePlace adds a place (empty ID) or changes one.
func (s *Store) SavePlace(p Place) (Place, error) {
	p.Name = strings.TrimSpace(p.Name)
	if err := p.Validate(); err != nil {
		return p, err
	}
	kind := "action.place.update"
	if p.ID == "" {
		kind, p.ID = "action.place.add", vault.NewID()
	}
	err := s.vault.Do(vault.NewAction(kind, "Name", p.Name), func(tx *vault.Tx) error { return s.places.Put(tx, p.ID, p) })
	return p, vault.While(err, "saving a place")
}

// DeletePlace removes a place with all that belongs to it. Undo brings that back, but for the
// watch points of its evenings.
func (s *Store) DeletePlace(id string) error {
	p, ok := s.places.Get(id)
	if !ok {
		return fmt.Errorf("place %s: %w", id, ErrNotFound)
	}
	err := s.vault.Do(vault.NewAction("action.place.delete", "Name", p.Name), func(tx *vault.Tx) error {
		for _, x := range s.ofPlaces() {
			if err := x.drop(tx, id+"+"); err != nil {
				return err
			}
		}
		return s.places.Delete(tx, id)
	})
	return vault.While(err, "deleting a place")
}

// SaveActivity adds an activity to a place (empty ID) or changes one.
func (s *Store) SaveActivity(a Activity) (Activity, error) {
	a.Title = strings.TrimSpace(a.Title)
	if err := a.Validate(); err != nil {
		return a, err
	}
	if _, ok := s.places.Get(a.PlaceID); !ok {
		return a, fmt.Errorf("place %s: %w", a.PlaceID, ErrNotFound)
	}
	kind := "action.activity.update"
	if a.ID == "" {
		kind, a.ID = "action.activity.add", vault.NewID()
	}
	err := s.vault.Do(vault.NewAction(kind, "Name", a.Title), func(tx *vault.Tx) error {
		return s.activities.Put(tx, key(a.PlaceID, a.ID), a)
	})
	return a, vault.While(err, "saving an activity")
}

// DeleteActivity removes an activity, with what was planned for it on single evenings.
func (s *Store) DeleteActivity(a Activity) error {
	err := s.vault.Do(vault.NewAction("action.activity.delete", "Name", a.Title), func(tx *vault.Tx) error {
		if err := dropThose(tx, s.items, a.PlaceID+"+", func(x Item) bool { return x.ID == a.ID }); err != nil {
			return err
		}
		if err := dropThose(tx, s.skips, a.PlaceID+"+", func(x Skip) bool { return x.ActivityID == a.ID }); err != nil {
			return err
		}
		return s.activities.Delete(tx, key(a.PlaceID, a.ID))
	})
	return vault.While(err, "deleting an activity")
}

// Except makes one date otherwise. Two evenings of a place are never on one date.
func (s *Store) Except(x Exception) error {
	p, ok := s.places.Get(x.PlaceID)
	if !ok {
		return fmt.Errorf("place %s: %w", x.PlaceID, ErrNotFound)
	}
	if err := s.allowed(x); err != nil {
		return err
	}
	err := s.vault.Do(vault.NewAction("action.evening."+string(x.Change), "Name", p.Name), func(tx *vault.Tx) error {
		return s.exceptions.Put(tx, eveningKey(x.PlaceID, x.Date), x)
	})
	return vault.While(err, "changing an evening")
}

func (s *Store) allowed(x Exception) error {
	taken := func(d calendar.Date) bool {
		return slices.ContainsFunc(s.Evenings(x.PlaceID, d, d), func(e Evening) bool { return e.Planned != x.Date })
	}
	_, planned := s.exceptions.Get(eveningKey(x.PlaceID, x.Date))
	switch x.Change {
	case Extra:
		if planned || len(s.Evenings(x.PlaceID, x.Date, x.Date)) > 0 {
			return fmt.Errorf("extra on %s: %w", x.Date, ErrTaken)
		}
		return nil
	case Moved:
		if x.To.IsZero() || taken(x.To) {
			return fmt.Errorf("moving %s to %s: %w", x.Date, x.To, ErrTaken)
		}
	default: // one that was moved comes back to its date
		if taken(x.Date) {
			return fmt.Errorf("%s on %s: %w", x.Change, x.Date, ErrTaken)
		}
	}
	p, _ := s.places.Get(x.PlaceID)
	if !planned && !slices.Contains(p.Rule.Dates(x.Date, x.Date), x.Date) {
		return fmt.Errorf("%s: %w", x.Date, ErrDate)
	}
	return nil
}

// AsAlways takes an exception back; an extra evening goes with it. It is refused where
// another evening was moved to that date meanwhile.
func (s *Store) AsAlways(placeID string, planned calendar.Date) error {
	p, ok := s.places.Get(placeID)
	if !ok {
		return fmt.Errorf("place %s: %w", placeID, ErrNotFound)
	}
	other := func(e Evening) bool { return e.Planned != planned }
	if slices.Contains(p.Rule.Dates(planned, planned), planned) && slices.ContainsFunc(s.Evenings(placeID, planned, planned), other) {
		return fmt.Errorf("%s as always: %w", planned, ErrTaken)
	}
	err := s.vault.Do(vault.NewAction("action.evening.always", "Name", p.Name), func(tx *vault.Tx) error {
		return s.exceptions.Delete(tx, eveningKey(placeID, planned))
	})
	return vault.While(err, "taking back a change of an evening")
}
