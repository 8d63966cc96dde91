package cafe

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kring/internal/vault"
	"kring/sessions/calendar"
	"kring/sessions/privacy"
	"kring/sessions/report"
)

// colPresences are how many visitors without a name any more were at the same places in the same
// quarters, by "year+cells". Different people of a year are counted with them.
const colPresences = "presences"

// Presence is one such number.
type Presence struct {
	Year  int      `json:"year"`
	Cells []string `json:"at"` // "place/quarter", the first is 0
	N     int      `json:"n"`
}

// helped counts the turns of volunteers who were erased, beside those of who has a name.
const helped Who = "helped"

// erase is this room's part of erasing somebody, or what was written after evenings.
func (s *Store) erase(tx *vault.Tx, sub privacy.Subject, today calendar.Date) error {
	switch sub.Kind {
	case privacy.Visitor:
		return s.eraseVisitor(tx, sub.ID)
	case privacy.Holder:
		return s.eraseHolder(tx, sub.ID, today)
	case privacy.Evenings:
		return s.eraseDebriefs(tx, sub.ID, sub.Before)
	}
	return nil
}

// eraseVisitor is what DeleteVisitor does; and who they were is still counted among the
// different people.
func (s *Store) eraseVisitor(tx *vault.Tx, id string) error {
	if _, ok := s.visitors.Get(id); !ok {
		return fmt.Errorf("visitor %s: %w", id, ErrNotFound)
	}
	visits := s.visitsOf(id, "")
	if err := s.present(tx, visits); err != nil {
		return err
	}
	for _, v := range visits {
		if err := s.unname(tx, v); err != nil {
			return err
		}
	}
	if err := dropThose(tx, s.told, "", func(t Told) bool { return t.VisitorID == id }); err != nil {
		return err
	}
	return s.visitors.Delete(tx, id)
}

// present counts who made some visits among the different people, without who it was.
func (s *Store) present(tx *vault.Tx, visits []Visit) error {
	for year, cells := range s.cells(visits) {
		k := key(strconv.Itoa(year), strings.Join(cells, "|"))
		was, _, err := s.presences.Now(tx, k)
		if err != nil {
			return err
		}
		if err := s.presences.Put(tx, k, Presence{year, cells, was.N + 1}); err != nil {
			return err
		}
	}
	return nil
}

// cells are where and in which quarter somebody was, by year.
func (s *Store) cells(visits []Visit) map[int][]string {
	out := map[int][]string{}
	for _, v := range visits {
		e, ok := s.Evening(v.PlaceID, v.Date)
		if c := v.PlaceID + "/" + strconv.Itoa(int(e.Date.Month-1)/3); ok && e.On() && !slices.Contains(out[e.Date.Year], c) {
			out[e.Date.Year] = append(out[e.Date.Year], c)
		}
	}
	for _, cells := range out {
		slices.Sort(cells)
	}
	return out
}

// addPresences adds the people without a name to the different people of a year, as if they
// had one: each is a key of their own.
func (s *Store) addPresences(f *figures, places []Place) {
	at := map[string]int{}
	for i, p := range places {
		at[p.ID] = i
	}
	for k, x := range s.presences.Prefix(key(strconv.Itoa(f.Year.Year), "")) {
		var cells []int
		for _, c := range x.Cells {
			id, q, _ := strings.Cut(c, "/")
			quarter, err := strconv.Atoi(q)
			if i, ok := at[id]; ok && err == nil && quarter <= int(f.Until.Month-1)/3 {
				cells = append(cells, i*report.Quarters+quarter)
			}
		}
		slices.Sort(cells)
		for n := range x.N {
			if len(cells) > 0 {
				f.at[fmt.Sprint(k, "#", n)] = cells
			}
		}
	}
}

// eraseHolder removes somebody; the evenings on which a volunteer was on stay counted.
func (s *Store) eraseHolder(tx *vault.Tx, id string, today calendar.Date) error {
	h, ok := s.holders.Get(id)
	if !ok {
		return fmt.Errorf("space-holder %s: %w", id, ErrNotFound)
	}
	for k, t := range s.turns.All() {
		if t.HolderID != id {
			continue
		}
		if d, on := s.dateOf(t.PlaceID, t.Date); on && !h.Paid && d.Compare(today) <= 0 {
			if err := s.tallyOne(tx, t.PlaceID, t.Date, helped); err != nil {
				return err
			}
		}
		if err := s.turns.Delete(tx, k); err != nil {
			return err
		}
	}
	if err := errors.Join(s.leadsWithout(tx, id), s.keysWithout(tx, id), s.dropForm(tx, id)); err != nil {
		return err
	}
	return s.holders.Delete(tx, id)
}

// eraseDebriefs takes what was hard and who needed a word out of what was written before a
// date; what went well, and what to keep, stays.
func (s *Store) eraseDebriefs(tx *vault.Tx, placeID string, before calendar.Date) error {
	for k, d := range s.debriefs.Prefix(placeID + "+") {
		if d.Hard+d.Word == "" || d.Date.Compare(before) >= 0 {
			continue
		}
		d.Hard, d.Word, d.Done, d.DoneOn = "", "", false, calendar.Date{}
		var err error
		if d.Empty() {
			err = s.debriefs.Delete(tx, k)
		} else {
			err = s.debriefs.Put(tx, k, d)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
