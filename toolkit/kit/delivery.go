package kit

import (
	"cmp"
	"fmt"
	"slices"

	"kring/internal/vault"
	"kring/sessions/calendar"
)

// Delivery is how far the toolkit of a slot is with one group.
type Delivery struct {
	Year     int           `json:"year"`
	Period   int           `json:"period"`
	GroupID  string        `json:"g"`
	MadeOn   calendar.Date `json:"made,omitzero"`
	SentOn   calendar.Date `json:"sent,omitzero"`
	TalkedOn calendar.Date `json:"talked,omitzero"` // it was talked about in the group
}

func (d Delivery) key() string {
	return key(Slot{Year: d.Year, Period: d.Period}.key(), d.GroupID)
}

// empty tells whether nothing was done yet.
func (d Delivery) empty() bool { return d.MadeOn.IsZero() && d.SentOn.IsZero() && d.TalkedOn.IsZero() }

// Channel is how a toolkit gets to somebody. Kring sends nothing by itself.
type Channel string

// The channels.
const (
	ByHand    Channel = "hand"
	InChat    Channel = "chat" // of the group
	ByMessage Channel = "phone"
	ByMail    Channel = "mail"
)

// Channels lists them.
func Channels() []Channel { return []Channel{ByHand, InChat, ByMessage, ByMail} }

// Reach is how a person can be reached.
type Reach struct{ Name, Phone, Email string }

// SendLine is one member on the send list of a toolkit.
type SendLine struct {
	Group  Group
	Member Member
	Reach  Reach
	Via    Channel
}

// via is how a toolkit gets to a member: paper by hand; otherwise the group's own chat, which
// nobody has to send to twice, or else the phone or the mail.
func via(g Group, m Member, r Reach) Channel {
	switch {
	case m.Form == OnPaper:
		return ByHand
	case g.Chat:
		return InChat
	case r.Phone != "":
		return ByMessage
	case r.Email != "":
		return ByMail
	}
	return ByHand
}

// SendList is who gets a toolkit: the members of all groups who want it and have not taken
// that back, by group and then by language, form and name. person finds who is in the vault.
func (s *Store) SendList(compare func(a, b string) int, person func(id string) (Reach, bool)) []SendLine {
	var out []SendLine
	for _, m := range s.members.All() {
		g, ok := s.groups.Get(m.GroupID)
		if !ok || !m.Wants() {
			continue
		}
		r, known := person(m.PersonID)
		if !known {
			r = Reach{Name: m.Name, Phone: m.Phone}
		}
		out = append(out, SendLine{g, m, r, via(g, m, r)})
	}
	slices.SortStableFunc(out, func(a, b SendLine) int {
		return cmp.Or(
			compare(a.Group.Name, b.Group.Name), cmp.Compare(a.Group.ID, b.Group.ID), cmp.Compare(a.Member.Lang, b.Member.Lang),
			slices.Index(Forms(), a.Member.Form)-slices.Index(Forms(), b.Member.Form), compare(a.Reach.Name, b.Reach.Name),
		)
	})
	return out
}

// Delivery says how far the toolkit of a slot is with a group.
func (s *Store) Delivery(x Slot, groupID string) Delivery {
	d := Delivery{Year: x.Year, Period: x.Period, GroupID: groupID}
	if kept, ok := s.deliveries.Get(d.key()); ok {
		return kept
	}
	return d
}

// Talks lists the toolkits that a group talked about, as far as somebody ticked that.
func (s *Store) Talks(groupID string) []Delivery {
	var out []Delivery
	for _, d := range s.deliveries.All() {
		if d.GroupID == groupID && !d.TalkedOn.IsZero() {
			out = append(out, d)
		}
	}
	return out
}

// SaveDelivery keeps how far a toolkit is with a group; nothing done is nothing kept.
func (s *Store) SaveDelivery(d Delivery) error {
	g, ok := s.groups.Get(d.GroupID)
	if !ok {
		return fmt.Errorf("group %s: %w", d.GroupID, ErrNotFound)
	}
	err := s.vault.Do(vault.NewAction("action.kitdelivery", "Name", g.Name), func(tx *vault.Tx) error {
		if d.empty() {
			return s.deliveries.Delete(tx, d.key())
		}
		return s.deliveries.Put(tx, d.key(), d)
	})
	return vault.While(err, "keeping how far a toolkit is")
}
