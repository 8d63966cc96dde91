package kit

import (
	"errors"
	"strings"
	"testing"
)

// Two groups go on as one: who was in both is there once with what they said last, and one
// undo brings both back.
func TestJoin(t *testing.T) {
	s, v := open(t)
	today := day(t, "2027-03-01")
	a, err := s.MakeGroup(Group{Name: "A", Start: today.AddDays(-90)}, []Member{
		{PersonID: "p1", Name: "Amina", Since: today.AddDays(-80), Withdrawn: today.AddDays(-5)},
		{PersonID: "p2", Name: "Els"},
		{Name: "Buur"},
	})
	if err != nil {
		t.Fatal(err)
	}
	b, err := s.MakeGroup(Group{Name: "B", Start: today.AddDays(-90)}, []Member{
		{PersonID: "p1", Name: "Amina", Since: today.AddDays(-40)}, {PersonID: "p2", Name: "Els", Since: today},
	})
	err = errors.Join(err,
		s.SaveSign(Sign{GroupID: a.ID, Date: today, Kind: Meeting}), s.Try(a.ID, "x", today),
		s.SaveDelivery(Delivery{Year: 2027, Period: 1, GroupID: a.ID, SentOn: today}),
		s.SaveDelivery(Delivery{Year: 2027, Period: 2, GroupID: a.ID, SentOn: today}),
		s.SaveDelivery(Delivery{Year: 2027, Period: 2, GroupID: b.ID, MadeOn: today}),
		s.Join(a.ID, b.ID))
	if err != nil {
		t.Fatal(err)
	}
	wants := map[string]bool{}
	for _, m := range s.Members(b.ID, strings.Compare) {
		wants[m.Name] = m.Wants()
	}
	if len(wants) != 3 || wants["Amina"] || !wants["Els"] || wants["Buur"] {
		t.Errorf("who wants the toolkit: %v", wants)
	}
	yes := func(string) bool { return true }
	if got := s.BrokenReferences(yes, yes); len(got) != 0 || len(s.Signs(b.ID, today)) != 1 || len(s.Tried(b.ID)) != 1 {
		t.Errorf("left behind: %q", got)
	}
	if d := s.Delivery(Slot{Year: 2027, Period: 2}, b.ID); d.MadeOn != today || !d.SentOn.IsZero() || s.Delivery(Slot{Year: 2027, Period: 1}, b.ID).SentOn != today {
		t.Errorf("how far it is: %+v", d)
	}
	if err := s.Join(b.ID, b.ID); !errors.Is(err, ErrJoin) {
		t.Errorf("with itself: %v", err)
	}
	if err := s.Join(a.ID, b.ID); !errors.Is(err, ErrNotFound) {
		t.Errorf("a group that is gone: %v", err)
	}
	if _, err := v.Undo(); err != nil || len(s.Members(a.ID, strings.Compare)) != 3 || len(s.Members(b.ID, strings.Compare)) != 2 {
		t.Errorf("undone: %v", err)
	}
}

// Nobody is in a group twice; a contact who leaves is its contact no more; the toolkit stops
// on a day.
func TestWhoComesAndGoes(t *testing.T) {
	s, _ := open(t)
	today := day(t, "2027-03-01")
	g, err := s.MakeGroup(Group{Name: "A", Contact: "Amina", Phone: "+31600000001", Start: today}, []Member{{PersonID: "p1", Name: "Amina", Since: today.AddDays(3)}, {Name: "هدى"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range []Member{{PersonID: "p1", Name: "Amina W"}, {Name: " amína "}, {Name: "هدي"}} {
		m.GroupID = g.ID
		if err := s.SaveMember(m); !errors.Is(err, ErrTwice) {
			t.Errorf("%q twice: %v", m.Name, err)
		}
	}
	amina := s.Members(g.ID, strings.Compare)[0]
	if err := s.Stop(amina, today); err != nil {
		t.Fatal(err)
	}
	amina = s.Members(g.ID, strings.Compare)[0]
	if amina.Wants() || amina.Withdrawn != amina.Since || !errors.Is(s.Stop(amina, today), ErrWithdrawn) {
		t.Errorf("stopped: %+v", amina)
	}
	if err := s.RemoveMember(amina); err != nil {
		t.Fatal(err)
	}
	if after, _ := s.Group(g.ID); after.Contact != "" || after.Phone != "" {
		t.Errorf("the contact left: %+v", after)
	}
}

func TestSearch(t *testing.T) {
	s, _ := open(t)
	today := day(t, "2027-03-01")
	for _, g := range []Group{{Name: "De Lénte", Contact: "Samira"}, {Name: "صديقات الجسر"}} {
		g.Start = today
		if _, err := s.MakeGroup(g, []Member{{PersonID: "p1", Name: "Oude naam"}}); err != nil {
			t.Fatal(err)
		}
	}
	now := func(string) string { return "Nieuwe naam" }
	for typed, want := range map[string]int{"lente": 1, "SAMIRA": 1, "الجسر": 1, "nieuwe": 2, "oude": 2, "": 0, "  ": 0, "niemand": 0} {
		if got := s.Search(typed, 9, strings.Compare, now); len(got) != want {
			t.Errorf("%q finds %d groups, want %d", typed, len(got), want)
		}
	}
	if got := s.Search("naam", 1, strings.Compare, now); len(got) != 1 {
		t.Errorf("%d with a limit of one", len(got))
	}
}
