package kit

import (
	"testing"

	"kring/sessions/calendar"
)

// What was made for all groups at once is one action: an earlier day stays, a group that is gone
// is left out, nothing new writes nothing, and one undo takes back all of it and no more.
func TestMadeForGroups(t *testing.T) {
	s, v := open(t)
	today, before := day(t, "2027-03-01"), day(t, "2027-02-20")
	x := Slot{Year: 2027, Period: 2}
	var ids []string
	for _, name := range []string{"De Lente", "De Zomer", "De Herfst"} {
		g, err := s.MakeGroup(Group{Name: name, Start: before}, nil)
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, g.ID)
	}
	if err := s.SaveDelivery(Delivery{Year: 2027, Period: 2, GroupID: ids[0], MadeOn: before, SentOn: before}); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveDelivery(Delivery{Year: 2027, Period: 2, GroupID: ids[1], TalkedOn: before}); err != nil {
		t.Fatal(err)
	}
	made := func() (out [3]calendar.Date) {
		for i, id := range ids {
			out[i] = s.Delivery(x, id).MadeOn
		}
		return out
	}
	if n, err := s.Made(x, append(ids, "gone"), today); err != nil || n != 2 || made() != [3]calendar.Date{before, today, today} {
		t.Fatalf("%d, %v, %v", n, err, made())
	}
	if s.Delivery(x, ids[1]).TalkedOn != before || s.Delivery(x, ids[0]).SentOn != before {
		t.Error("what was ticked before is lost")
	}
	if n, err := s.Made(x, ids, today); err != nil || n != 0 {
		t.Errorf("again: %d, %v", n, err)
	}
	if _, err := v.Undo(); err != nil || made() != [3]calendar.Date{before, {}, {}} {
		t.Errorf("undone: %v, %v", made(), err)
	}
}
