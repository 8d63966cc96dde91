package kit

import (
	"strings"

	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/privacy"
)

// Privacy says what this room keeps of people.
func (s *Store) Privacy() privacy.Room {
	return privacy.Room{
		Holdings: s.holdings(), People: s.subjects, Waiting: s.waiting, Needs: s.needs, Erase: s.erase,
		Core: map[privacy.Kind]string{privacy.Member: colMembers},
	}
}

func (s *Store) holdings() []privacy.Holding {
	return []privacy.Holding{
		{Collection: colMembers, Of: privacy.Theirs, Label: "kept.members", Where: s.whereGroup, Own: []string{"name"}, Fields: []privacy.Field{
			{JSON: "name", Label: "person.name"},
			{JSON: "phone", Label: "person.phone", As: privacy.Phone},
			{JSON: "lang", Label: "member.lang", As: privacy.Word, Prefix: "language."},
			{JSON: "form", Label: "member.form", As: privacy.Word, Prefix: "kitform."},
			{JSON: "since", Label: "kept.wantssince", As: privacy.Date},
			{JSON: "how", Label: "member.how", As: privacy.Word, Prefix: "how."},
			{JSON: "withdrawn", Label: "consent.withdrawn", As: privacy.Date},
		}},
		{Collection: colGroups, Label: "kept.groups", Where: s.whereGroup, Notes: true},
		{Collection: colSigns, Label: "kept.signs", Where: s.whereGroup, Notes: true},
		{Collection: colSteps, Of: privacy.Numbers, Label: "kept.signs"},
		{Collection: colDeliveries, Of: privacy.Numbers, Label: "kept.signs"},
		{Collection: colOwnSteps, Label: "kept.steps"},
		{Collection: colSlots, Label: "kept.slots"},
	}
}

func (s *Store) whereGroup(r vault.Record) privacy.Where {
	id, _, _ := strings.Cut(r.Key, "+")
	g, _ := s.groups.Get(id)
	return privacy.Where{Text: g.Name}
}

// subjects are the members whom the vault does not know as a person.
func (s *Store) subjects() []privacy.Subject {
	var out []privacy.Subject
	for k, m := range s.members.All() {
		if m.PersonID == "" {
			out = append(out, member(k, m))
		}
	}
	return out
}

func member(k string, m Member) privacy.Subject {
	return privacy.Subject{Kind: privacy.Member, ID: k, Name: m.Name, Person: m.PersonID}
}

// waiting are those members, from the last sign of life of their group, and all who took back
// that they want the toolkit.
func (s *Store) waiting(calendar.Date) []privacy.Candidate {
	last := s.lastLife()
	var out []privacy.Candidate
	for k, m := range s.members.All() {
		g, _ := s.groups.Get(m.GroupID)
		c := privacy.Candidate{Subject: member(k, m), Data: privacy.Members, Since: later(last[m.GroupID], m.Since), About: g.Name}
		switch {
		case !m.Withdrawn.IsZero():
			c.Data, c.Since = privacy.Withdrawn, m.Withdrawn
		case m.PersonID != "":
			continue // they are reviewed as the person they are
		}
		out = append(out, c)
	}
	return out
}

// needs is until when a person was needed for a support group; who took that back is not.
func (s *Store) needs(sub privacy.Subject) calendar.Date {
	var out calendar.Date
	if sub.Kind != privacy.Person {
		return out
	}
	for _, g := range s.groups.All() {
		if m, ok := s.members.Get(key(g.ID, sub.ID)); ok && m.Withdrawn.IsZero() {
			out = later(out, later(s.life(g), m.Since))
		}
	}
	return out
}

// lastLife is when there was last anything of each group.
func (s *Store) lastLife() map[string]calendar.Date {
	out := map[string]calendar.Date{}
	for id, g := range s.groups.All() {
		out[id] = s.life(g)
	}
	return out
}

// life is when there was last anything of a group: a sign of life, a planned one, a toolkit.
func (s *Store) life(g Group) calendar.Date {
	out := g.Start
	for _, x := range s.signs.Prefix(g.ID + "+") {
		out = later(out, x.Date)
	}
	for _, d := range s.deliveries.All() {
		if d.GroupID == g.ID {
			out = later(out, later(d.SentOn, d.TalkedOn))
		}
	}
	return out
}

func later(a, b calendar.Date) calendar.Date {
	if a.Compare(b) > 0 {
		return a
	}
	return b
}

// erase is this room's part of erasing somebody.
func (s *Store) erase(tx *vault.Tx, sub privacy.Subject, _ calendar.Date) error {
	switch sub.Kind {
	case privacy.Person:
		return s.PersonGone(tx, sub.ID)
	case privacy.Member:
		return s.eraseMember(tx, sub.ID)
	}
	return nil
}

// eraseMember takes somebody out of their group, and from being its contact.
func (s *Store) eraseMember(tx *vault.Tx, k string) error {
	m, ok := s.members.Get(k)
	if !ok {
		return ErrNotFound
	}
	if g, ok := s.groups.Get(m.GroupID); ok && g.Contact != "" && g.Contact == m.Name {
		g.Contact, g.Phone = "", ""
		if err := s.groups.Put(tx, g.ID, g); err != nil {
			return err
		}
	}
	return s.members.Delete(tx, k)
}
