package command

import (
	"strings"

	"kring/sessions/cafe"
)

// fillPlan plans the next evening of a place: first cooking, then eating, then the circle
// upstairs; who leads what, and what to watch for.
func fillPlan(s *cafe.Store, e cafe.Evening) error {
	if _, err := s.SaveItem(e, cafe.Item{Title: "Thee en koekjes", Minutes: 15, Room: "Huiskamer"}); err != nil {
		return err
	}
	idea := map[string]string{}
	for _, a := range e.Activities {
		idea[a.ID] = a.IdeaID
	}
	var leads []string
	for _, h := range s.OnDuty(e, strings.Compare) {
		leads = append(leads, h.ID)
	}
	if len(leads) == 0 {
		return nil
	}
	for _, p := range []struct {
		idea    string
		minutes int
		room    string
		by      int // places on
		leads   []string
	}{
		{"samen-koken", 60, "Keuken", -2, leads},
		{"samen-eten", 30, "Huiskamer", -1, leads[len(leads)-1:]},
		{"krachtgroep", 45, "Zolder", 0, leads},
	} {
		for _, x := range s.Items(e) {
			if x.Kind != cafe.Doing || idea[x.ID] != p.idea {
				continue
			}
			x.Minutes, x.Room, x.Leads = p.minutes, p.room, p.leads
			if _, err := s.SaveItem(e, x); err != nil {
				return err
			}
			if err := s.MoveItem(e, x.ID, p.by); err != nil {
				return err
			}
		}
	}
	return s.AddWatch(e, "Het vuurwerk buiten kan iemand laten schrikken: gordijnen dicht en muziek aan.", 7)
}
