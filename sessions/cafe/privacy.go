package cafe

import (
	"slices"
	"strings"

	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/privacy"
)

// Privacy says what this room keeps of people.
func (s *Store) Privacy() privacy.Room {
	return privacy.Room{
		Holdings: slices.Concat(s.ofVisitors(), s.ofHolders(), s.ofEvenings(), s.ofMenus()),
		People:   s.subjects, Waiting: s.waiting, Erase: s.erase,
		Core: map[privacy.Kind]string{privacy.Visitor: colVisitors, privacy.Holder: colHolders},
	}
}

func (s *Store) ofVisitors() []privacy.Holding {
	return []privacy.Holding{
		{Collection: colVisitors, Of: privacy.Theirs, Label: "kept.visitors", Own: []string{"name"}, Notes: true, Fields: []privacy.Field{
			{JSON: "name", Label: "person.name"},
			{JSON: "color", Label: "kept.color", As: privacy.Word, Prefix: "color."},
			{JSON: "pic", Label: "kept.picture", As: privacy.Word, Prefix: "picture."},
			{JSON: "before", Label: "kept.before", As: privacy.Yes},
			{JSON: "channel", Label: "kept.channel", As: privacy.Word, Prefix: "channel."},
			{JSON: "reach", Label: "kept.reach"},
		}},
		{Collection: colVisits, Of: privacy.Theirs, Label: "kept.visits", Where: s.whereEvening},
		{Collection: colTold, Of: privacy.Theirs, Label: "kept.told", Where: s.whereEvening, Fields: []privacy.Field{{JSON: "on", Label: "kept.toldon", As: privacy.Date}}},
	}
}

func (s *Store) ofHolders() []privacy.Holding {
	return []privacy.Holding{
		{Collection: colHolders, Of: privacy.Theirs, Label: "kept.holders", Own: []string{"name"}, Notes: true, Fields: []privacy.Field{
			{JSON: "name", Label: "person.name"},
			{JSON: "phone", Label: "person.phone", As: privacy.Phone},
			{JSON: "paid", Label: "holder.ispaid", As: privacy.Yes},
			{JSON: "max", Label: "holder.most", As: privacy.Number},
			{JSON: "vog", Label: "holder.vog", As: privacy.Date},
			{JSON: "vogend", Label: "holder.vogend", As: privacy.Date},
			{JSON: "away", Label: "holder.times"},
			{JSON: "train", Label: "holder.training"},
			{JSON: "wish", Label: "holder.wishes"},
		}},
		{Collection: colTurns, Of: privacy.Theirs, Label: "kept.turns", Where: s.whereEvening, Fields: []privacy.Field{{JSON: "sug", Label: "kept.suggested", As: privacy.Yes}}},
		{Collection: colRatings, Of: privacy.Theirs, Label: "kept.ratings", Where: s.whereSkill, Notes: true, Fields: []privacy.Field{
			{JSON: "level", Label: "kept.level", As: privacy.Word, Prefix: "skill.level."},
			{JSON: "ex", Label: "kept.example"},
			{JSON: "want", Label: "kept.wants", As: privacy.Yes},
			{JSON: "until", Label: "kept.paper", As: privacy.Date},
		}},
		{Collection: colTalks, Of: privacy.Theirs, Label: "kept.talks", Notes: true, Fields: []privacy.Field{
			{JSON: "date", Label: "kept.talkon", As: privacy.Date}, {JSON: "with", Label: "kept.with"},
		}},
	}
}

func (s *Store) ofEvenings() []privacy.Holding {
	return []privacy.Holding{
		{Collection: colPlaces, Of: privacy.Refers, Label: "kept.keys", Where: s.wherePlace, Notes: true},
		{Collection: colItems, Of: privacy.Refers, Label: "kept.items", Where: s.whereEvening, Notes: true, Fields: []privacy.Field{{JSON: "title", Label: "kept.piece"}}},
		{Collection: colDebriefs, Label: "kept.debriefs", Where: s.whereEvening, Notes: true},
		{Collection: colWatches, Label: "kept.watches", Where: s.whereEvening, Notes: true},
		{Collection: colWishes, Label: "kept.wishes", Where: s.wherePlace, Notes: true},
		{Collection: colExceptions, Label: "kept.evenings", Where: s.whereEvening, Notes: true},
		{Collection: colSettings, Label: "kept.evenings", Where: s.whereEvening, Notes: true},
		{Collection: colActivities, Label: "kept.activities", Where: s.wherePlace},
		{Collection: colIdeas, Label: "kept.ideas"},
		{Collection: colSkills, Label: "kept.skills"},
		{Collection: colStars, Of: privacy.Numbers, Label: "kept.ideas"},
		{Collection: colHidden, Of: privacy.Numbers, Label: "kept.skills"},
		{Collection: colSkips, Of: privacy.Numbers, Label: "kept.evenings"},
		{Collection: colTallies, Of: privacy.Numbers, Label: "kept.numbers"},
		{Collection: colAgreed, Of: privacy.Numbers, Label: "kept.numbers"},
		{Collection: colPresences, Of: privacy.Numbers, Label: "kept.numbers"},
	}
}

func (s *Store) ofMenus() []privacy.Holding {
	return []privacy.Holding{
		{Collection: colDishes, Label: "kept.meals", Where: s.whereEvening},
		{Collection: colToBuy, Label: "kept.meals", Where: s.whereEvening, Notes: true},
		{Collection: colFigures, Of: privacy.Numbers, Label: "kept.numbers"},
		{Collection: colTicks, Of: privacy.Numbers, Label: "kept.meals"},
	}
}

// subjects are the visitors with a name and the space-holders.
func (s *Store) subjects() []privacy.Subject {
	var out []privacy.Subject
	for id, v := range s.visitors.All() {
		out = append(out, privacy.Subject{Kind: privacy.Visitor, ID: id, Name: v.Name})
	}
	for id, h := range s.holders.All() {
		out = append(out, privacy.Subject{Kind: privacy.Holder, ID: id, Name: h.Name})
	}
	return out
}

func (s *Store) wherePlace(r vault.Record) privacy.Where {
	id, _, _ := strings.Cut(r.Key, "+")
	p, _ := s.places.Get(id)
	return privacy.Where{Text: p.Name}
}

// whereEvening says which evening a key "place+date+…" is of.
func (s *Store) whereEvening(r vault.Record) privacy.Where {
	out := s.wherePlace(r)
	if parts := strings.Split(r.Key, "+"); len(parts) > 1 {
		if d, err := calendar.ParseDate(parts[1]); err == nil {
			out.Date, _ = s.dateOf(parts[0], d)
		}
	}
	return out
}

func (s *Store) whereSkill(r vault.Record) privacy.Where {
	k, _ := s.Skill(r.Key[strings.LastIndex(r.Key, "+")+1:])
	return privacy.Where{Text: k.Title.In("nl")}
}

// waiting are all visitors and space-holders, from the day on which they were last there, and
// the places of whose evenings something was written.
func (s *Store) waiting(calendar.Date) []privacy.Candidate {
	var out []privacy.Candidate
	for id, v := range s.visitors.All() {
		_, last, at := s.Came(id)
		out = append(out, privacy.Candidate{
			Subject: privacy.Subject{Kind: privacy.Visitor, ID: id, Name: v.Name}, Data: privacy.Visitors, Since: orMade(last, id), About: at.Name,
		})
	}
	last := s.lastTurns()
	for id, h := range s.holders.All() {
		out = append(out, privacy.Candidate{
			Subject: privacy.Subject{Kind: privacy.Holder, ID: id, Name: h.Name}, Data: privacy.Holders, Since: orMade(last[id], id),
		})
	}
	return append(out, s.written()...)
}

func orMade(d calendar.Date, id string) calendar.Date {
	if d.IsZero() {
		d, _ = privacy.Made(id)
	}
	return d
}

// lastTurns are the last evenings of all space-holders, also those to come.
func (s *Store) lastTurns() map[string]calendar.Date {
	out := map[string]calendar.Date{}
	for _, t := range s.turns.All() {
		if d, on := s.dateOf(t.PlaceID, t.Date); on && d.Compare(out[t.HolderID]) > 0 {
			out[t.HolderID] = d
		}
	}
	return out
}

// written are the places of whose evenings it is kept what was hard or who needs a word, since
// the oldest of them.
func (s *Store) written() []privacy.Candidate {
	found := map[string]privacy.Candidate{}
	for _, d := range s.debriefs.All() {
		if d.Hard+d.Word == "" {
			continue
		}
		c, ok := found[d.PlaceID]
		if !ok {
			p, _ := s.places.Get(d.PlaceID)
			c = privacy.Candidate{Subject: privacy.Subject{Kind: privacy.Evenings, ID: d.PlaceID, Name: p.Name}, Data: privacy.Debriefs, Since: d.Date}
		}
		if d.Date.Compare(c.Since) < 0 {
			c.Since = d.Date
		}
		c.N++
		found[d.PlaceID] = c
	}
	var out []privacy.Candidate
	for _, c := range found {
		out = append(out, c)
	}
	return out
}
